import { graphql, type ClientMergePageQuery } from '@steward/graphql-client'

export const ClientMerges = graphql(/* GraphQL */ `
  query ClientMerges($filter: ClientMergeFilter!, $first: Int!, $after: String) {
    clientMerges(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          number
          status
          survivorCode
          mergedCode
          survivor {
            id
            name
          }
          merged {
            id
            name
          }
          proposedBy {
            id
            name
          }
          proposedAt
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const ClientMergePageDocument = graphql(/* GraphQL */ `
  query ClientMergePage($id: ID!) {
    clientMerge(id: $id) {
      id
      version
      number
      status
      survivorCode
      mergedCode
      survivor {
        id
        code
        name
      }
      merged {
        id
        code
        name
      }
      taken {
        key
        labelZh
        labelEn
      }
      reason
      counts {
        what
        survivor
        merged
        staying
      }
      proposedBy {
        id
        name
      }
      proposedAt
      decidedBy {
        id
        name
      }
      mergedAt
      movedCount
      note
      reversalReason
      reversalAskedBy {
        id
        name
      }
      reversalAskedAt
      reversedAt
      kept {
        key
        labelZh
        labelEn
      }
      awaitsMe
      signings {
        id
        revision
        ...SigningWay
      }
      availableActions
    }
  }
`)
export type MergeInFull = NonNullable<ClientMergePageQuery['clientMerge']>

export const ClientsToMerge = graphql(/* GraphQL */ `
  query ClientsToMerge($survivor: ID!, $merged: ID!) {
    survivor: client(id: $survivor) {
      id
      ...ClientSide
    }
    merged: client(id: $merged) {
      id
      ...ClientSide
    }
  }
`)

export const ClientSide = graphql(/* GraphQL */ `
  fragment ClientSide on Client {
    id
    code
    name
    kind
    relation
    phoneMasked
    emailMasked
    source
    referrer
    referrerClient {
      id
      code
      name
    }
    keyAccountManager {
      id
      name
    }
    fieldValues {
      id
      value
      field {
        id
        type
        unit
        choices {
          zh
          en
        }
      }
    }
    personalFieldValues {
      id
      personalValue
      field {
        id
        type
        unit
        choices {
          zh
          en
        }
      }
    }
  }
`)

/** What a merge would find; it stands in no document with others. */
export const ClientMergePreview = graphql(/* GraphQL */ `
  query ClientMergePreview($survivor: ID!, $merged: ID!) {
    clientMergePreview(survivor: $survivor, merged: $merged) {
      fingerprint
      obstacles {
        reason
        message
      }
      fields {
        key
        standing
        labelZh
        labelEn
        customFieldId
      }
      counts {
        what
        survivor
        merged
        staying
      }
    }
  }
`)

export const ClientMergeReversal = graphql(/* GraphQL */ `
  query ClientMergeReversal($merge: ID!) {
    clientMergeReversal(merge: $merge) {
      obstacles {
        reason
        message
      }
      restored {
        key
        labelZh
        labelEn
      }
      kept {
        key
        labelZh
        labelEn
      }
    }
  }
`)

export const LikelyDuplicates = graphql(/* GraphQL */ `
  query LikelyDuplicates($client: ID!) {
    likelyDuplicates(client: $client) {
      clientId
      code
      name
      ground
    }
  }
`)
