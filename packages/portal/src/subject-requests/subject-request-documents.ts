import { graphql } from '@steward/graphql-client'

export const SubjectRequestLine = graphql(/* GraphQL */ `
  fragment SubjectRequestLine on SubjectRequest {
    id
    number
    kind
    status
    askedBy
    registeredAt
    dueAt
    decidedAt
    client {
      id
      code
      name
    }
    registeredBy {
      id
      name
    }
  }
`)

export const SubjectRequests = graphql(/* GraphQL */ `
  query SubjectRequests(
    $filter: SubjectRequestFilter
    $first: Int!
    $after: String
    $orderBy: SubjectRequestOrder
  ) {
    subjectRequests(filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
      edges {
        node {
          id
          ...SubjectRequestLine
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const OneSubjectRequest = graphql(/* GraphQL */ `
  query SubjectRequestPage($id: ID!) {
    subjectRequest(id: $id) {
      id
      version
      requesterName
      channel
      words
      proof
      proofNote
      verifiedAt
      answer
      refusal
      availableActions
      exportRequest {
        id
        number
        status
      }
      erasure {
        id
        status
        document {
          id
          number
        }
      }
      ...SubjectRequestLine
      verifiedBy {
        id
        name
      }
      decidedBy {
        id
        name
      }
    }
  }
`)

export const SubjectRequestLimits = graphql(/* GraphQL */ `
  query SubjectRequestLimits {
    subjectRequestPolicy {
      answerWithinDays
      warnBeforeDays
      escalateAfterDays
      version
    }
  }
`)

/** What an erasure would take, counted now. */
export const ErasurePreview = graphql(/* GraphQL */ `
  query ErasurePreview($subjectRequestId: ID!) {
    erasurePreview(subjectRequestId: $subjectRequestId) {
      blocks {
        kind
        number
      }
      goes {
        what
        count
      }
      stays {
        what
        count
      }
      copies {
        number
        recipient
        holder
        dueOn
      }
      sources {
        name
        custodian
        destroyBy
      }
    }
  }
`)
