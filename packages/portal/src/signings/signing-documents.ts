import { graphql } from '@steward/graphql-client'

export const SigningCount = graphql(/* GraphQL */ `
  query SigningCount {
    signings(first: 1, filter: { awaitsMe: true, state: [OPEN] }) {
      totalCount
    }
  }
`)

/** What is signed, how far it is, and how I can sign it. */
export const SigningInBrief = graphql(/* GraphQL */ `
  fragment SigningInBrief on Signing {
    id
    kind
    state
    part
    openedAt
    awaitedSince
    dueAt
    endedAt
    openedBy {
      id
      name
    }
    complaint {
      id
      number
      summary
    }
    documentRevision {
      id
      label
      document {
        id
        number
        title
      }
    }
    exportRequest {
      id
      number
      purpose
    }
    priceForm {
      id
      number
      opportunity {
        id
        title
      }
    }
    serviceAgreement {
      id
      number
      opportunityId
    }
    clientMerge {
      id
      number
      survivorCode
      mergedCode
    }
    keyAccountNomination {
      id
      number
      clientCode
    }
    planRevision {
      id
      title
      planId
      planNumber
    }
    planSummary {
      id
      planId
      planNumber
    }
    steps {
      position
      part
      meaning
      roles
      state
      amountMinor
    }
    awaits {
      staffId
      name
      position
    }
    waysToSign {
      delegationId
      onBehalfOf
      until
    }
  }
`)

/** The way of what is signed, from hand to hand. */
export const SigningWay = graphql(/* GraphQL */ `
  fragment SigningWay on Signing {
    id
    kind
    state
    part
    openedAt
    steps {
      position
      part
      meaning
      roles
      state
      amountMinor
      level
      openedAt
      dueAt
      endedAt
      signedBy
      onBehalfOf
      signedAs
      proofMethod
      couldSign
    }
  }
`)

export const SigningsQuery = graphql(/* GraphQL */ `
  query Signings($filter: SigningFilter!, $orderBy: SigningOrder!, $after: String) {
    signings(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      totalCountIsCapped
      edges {
        node {
          id
          ...SigningInBrief
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

/** Who owes how much, over all that is open, and what nobody can sign. */
export const SigningDebts = graphql(/* GraphQL */ `
  query SigningDebts($all: SigningFilter!, $late: SigningFilter!, $stuck: SigningFilter!) {
    signingDebts {
      staffId
      name
      position
      kinds {
        kind
        open
        overdue
      }
    }
    open: signings(first: 1, filter: $all) {
      totalCount
      totalCountIsCapped
    }
    late: signings(first: 1, filter: $late) {
      totalCount
      totalCountIsCapped
    }
    stuck: signings(first: 1, filter: $stuck) {
      totalCount
      totalCountIsCapped
    }
  }
`)

/** What waits for one person, or for nobody. */
export const OwedSignings = graphql(/* GraphQL */ `
  query OwedSignings($filter: SigningFilter!, $after: String) {
    signings(first: 10, after: $after, filter: $filter, orderBy: MOST_URGENT) {
      edges {
        node {
          id
          ...SigningInBrief
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

/** How many gradings are due. */
export const GradingDueCount = graphql(/* GraphQL */ `
  query GradingDueCount {
    gradingDue(first: 1) {
      totalCount
    }
  }
`)
