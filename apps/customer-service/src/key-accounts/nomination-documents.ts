import { graphql, type KeyAccountNominationPageQuery } from '@steward/graphql-client'

export const KeyAccountNominations = graphql(/* GraphQL */ `
  query KeyAccountNominations($filter: KeyAccountNominationFilter!, $first: Int!, $after: String) {
    keyAccountNominations(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          number
          kind
          status
          level
          tier
          clientCode
          client {
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

export const KeyAccountStanding = graphql(/* GraphQL */ `
  query KeyAccountStanding($client: ID!) {
    keyAccountStanding(client: $client) {
      from
      to
      revenueMinor
      revenueShareBasisPoints
      clients
      profitMinor
      profitRateBasisPoints
      averageProfitRateBasisPoints
      paidOnTimeBasisPoints
      averagePaidOnTimeBasisPoints
      daysLateTenths
    }
  }
`)

export const KeyAccountToNominate = graphql(/* GraphQL */ `
  query KeyAccountToNominate($client: ID!) {
    client(id: $client) {
      id
      code
      name
    }
    keyAccounts(filter: { client: $client, isListed: true }, first: 1, orderBy: SINCE) {
      edges {
        node {
          id
          level
          tier
        }
      }
    }
    departments {
      id
      name
      archivedAt
    }
  }
`)

export const KeyAccountNominationPageDocument = graphql(/* GraphQL */ `
  query KeyAccountNominationPage($id: ID!) {
    keyAccountNomination(id: $id) {
      id
      version
      number
      kind
      status
      level
      tier
      previousTier
      releaseReason
      reason
      managementMet
      managementEvidence
      creditMet
      creditEvidence
      shareMet
      shareEvidence
      marginMet
      marginEvidence
      note
      clientCode
      client {
        id
        code
        name
      }
      keyAccount {
        id
      }
      department {
        id
        name
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
      decidedAt
      awaitsMe
      signings {
        id
        ...SigningWay
      }
      availableActions
    }
  }
`)
export type NominationInFull = NonNullable<KeyAccountNominationPageQuery['keyAccountNomination']>
