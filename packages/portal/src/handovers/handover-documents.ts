import { graphql } from '@steward/graphql-client'

/** From whom to whom, how much, and where it stands. */
export const HandoverInBrief = graphql(/* GraphQL */ `
  fragment HandoverInBrief on Handover {
    id
    version
    kind
    status
    caseCount
    offeredAt
    answeredAt
    availableActions
    giver {
      id
      name
    }
    receiver {
      id
      name
    }
    department {
      id
      name
    }
    answeredBy {
      id
      name
    }
  }
`)

export const HandoversQuery = graphql(/* GraphQL */ `
  query Handovers($after: String) {
    awaiting: handovers(first: 50, orderBy: OLDEST, filter: { awaitingMe: true }) {
      edges {
        node {
          id
          ...HandoverInBrief
        }
      }
    }
    open: handovers(first: 50, orderBy: OLDEST, filter: { status: [OFFERED] }) {
      edges {
        node {
          id
          ...HandoverInBrief
        }
      }
    }
    history: handovers(
      first: 20
      after: $after
      filter: { status: [ACCEPTED, DECLINED, TAKEN_BACK, LAPSED] }
    ) {
      edges {
        node {
          id
          ...HandoverInBrief
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

/** What a first page tells. */
export const WaitingHandoversQuery = graphql(/* GraphQL */ `
  query WaitingHandovers {
    handovers(first: 5, orderBy: OLDEST, filter: { awaitingMe: true }) {
      edges {
        node {
          id
          ...HandoverInBrief
        }
      }
    }
  }
`)

export const HandoverItem = graphql(/* GraphQL */ `
  fragment HandoverItem on HandoverItem {
    id
    number
    severity
    summary
    status
    promiseKind
    promiseStatus
    what
    dueAt
    remark
    question
    reply
    state
    complaint {
      id
    }
    askedBy {
      id
      name
    }
  }
`)

export const HandoverQuery = graphql(/* GraphQL */ `
  query Handover($id: ID!) {
    handover(id: $id) {
      id
      ...HandoverInBrief
      note
      reason
      signOffs {
        id
        meaning
        role
        at
        revision
        contentHash
        signer {
          id
          name
        }
      }
      items {
        id
        ...HandoverItem
      }
    }
  }
`)

/** The hand-over that a case is in, for the case's page. */
export const HandoverOfCase = graphql(/* GraphQL */ `
  fragment HandoverOfCase on Complaint {
    id
    handover {
      id
      note
      ...HandoverInBrief
    }
  }
`)

/** What the viewer answers for, due first. */
export const MyShiftQuery = graphql(/* GraphQL */ `
  query MyShift($after: String) {
    complaints(first: 100, after: $after, orderBy: NEXT_DUE, filter: { mine: true, open: true }) {
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        node {
          id
          number
          severity
          summary
          status
          nextDueAt
          handover {
            id
          }
          promises {
            id
            kind
            what
            dueAt
            settledAt
          }
        }
      }
    }
  }
`)

export const HandoverReceivers = graphql(/* GraphQL */ `
  query HandoverReceivers {
    departments {
      id
      name
      archivedAt
    }
  }
`)
