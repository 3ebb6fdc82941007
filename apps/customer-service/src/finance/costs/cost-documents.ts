import { graphql } from '@steward/graphql-client'

export const CostEventRow = graphql(/* GraphQL */ `
  fragment CostEventRow on CostEvent {
    id
    version
    number
    costClass
    occurredOn
    labourMinutes
    labourRole
    materialMinor
    outsideMinor
    purpose
    shareRule
    recordedAt
    voidedAt
    voidReason
    client {
      id
      code
      name
    }
    project {
      id
      name
    }
    recordedBy {
      id
      name
    }
  }
`)

export const CostEventList = graphql(/* GraphQL */ `
  query CostEventList($filter: CostEventFilter, $first: Int!, $after: String) {
    costEvents(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          ...CostEventRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const CostLineList = graphql(/* GraphQL */ `
  query CostLineList($client: ID, $costClass: CostClass, $first: Int!, $after: String) {
    costLines(client: $client, costClass: $costClass, first: $first, after: $after) {
      next
      lines {
        source
        costClass
        occurredOn
        clientId
        clientName
        minor
        purpose
        labourMinutes
        labourRole
        rateMinor
        number
        recordId
      }
    }
  }
`)

export const RecordCostEvent = graphql(/* GraphQL */ `
  mutation RecordCostEvent($input: RecordCostEventInput!) {
    recordCostEvent(input: $input) {
      ... on CostEvent {
        id
        number
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const RecordManyCostEvents = graphql(/* GraphQL */ `
  mutation RecordManyCostEvents($input: RecordManyCostEventsInput!) {
    recordManyCostEvents(input: $input) {
      ... on CostEvent {
        id
        number
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const VoidCostEvent = graphql(/* GraphQL */ `
  mutation VoidCostEvent($input: VoidCostEventInput!) {
    voidCostEvent(input: $input) {
      ... on CostEvent {
        id
        ...CostEventRow
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const CostsOfCase = graphql(/* GraphQL */ `
  query CostsOfCase($id: ID!) {
    complaint(id: $id) {
      id
      client {
        id
      }
    }
    costEvents(filter: { complaint: $id }, first: 20) {
      edges {
        node {
          id
          ...CostEventRow
        }
      }
    }
  }
`)
