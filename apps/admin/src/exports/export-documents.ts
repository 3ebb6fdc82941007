import { graphql, type ControlledCopyPageQuery, type ExportRequestPageQuery } from '@steward/graphql-client'

export const ExportRequests = graphql(/* GraphQL */ `
  query ExportRequests($filter: ExportRequestFilter, $first: Int!, $after: String) {
    exportRequests(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          number
          status
          purpose
          use
          form
          clientCount
          copies
          useUntil
          requestedAt
          awaitsMe
          requestedBy {
            id
            name
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const OneExportRequest = graphql(/* GraphQL */ `
  query ExportRequestPage($id: ID!) {
    exportRequest(id: $id) {
      id
      number
      version
      status
      purpose
      use
      scopeNote
      clientCount
      idsHash
      columns
      necessity
      form
      recipientName
      recipientCompany
      copies
      useFrom
      useUntil
      requestedAt
      decidedAt
      reason
      awaitsMe
      availableActions
      project {
        id
        name
      }
      recipient {
        id
        name
      }
      requestedBy {
        id
        name
      }
      decidedBy {
        id
        name
      }
      signings {
        id
        ...SigningWay
      }
      controlledCopies {
        id
        number
        status
        recipient
        progress
        overdueDays
        dueOn
      }
    }
  }
`)

export const ControlledCopies = graphql(/* GraphQL */ `
  query ControlledCopies($filter: ControlledCopyFilter, $first: Int!, $after: String) {
    controlledCopies(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          number
          status
          form
          recipient
          dueOn
          overdueDays
          receivedAt
          chased
          holder {
            id
            name
          }
          project {
            id
            name
          }
          request {
            id
            number
            purpose
            clientCount
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const OneControlledCopy = graphql(/* GraphQL */ `
  query ControlledCopyPage($id: ID!) {
    controlledCopy(id: $id) {
      id
      number
      version
      status
      form
      recipient
      progress
      producedAt
      fileHash
      sizeBytes
      receivedAt
      signer
      dueOn
      overdueDays
      returnedAt
      returnNote
      destroyedAt
      chased
      availableActions
      holder {
        id
        name
      }
      returnedTo {
        id
        name
      }
      request {
        id
        number
        purpose
        scopeNote
        clientCount
        columns
        use
        recipientName
        useFrom
        useUntil
      }
      destruction {
        id
        label
        status
        document {
          id
          number
        }
      }
    }
  }
`)

export const CopiesBearing = graphql(/* GraphQL */ `
  query CopiesBearing($text: String!) {
    copiesBearing(text: $text) {
      number
      recipient
      holder
      way
      fit
      evidence
    }
  }
`)

export type RequestInFull = NonNullable<ExportRequestPageQuery['exportRequest']>
export type CopyInFull = NonNullable<ControlledCopyPageQuery['controlledCopy']>
