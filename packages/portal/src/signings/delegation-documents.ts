import { graphql } from '@steward/graphql-client'

export const DelegationInFull = graphql(/* GraphQL */ `
  fragment DelegationInFull on Delegation {
    id
    version
    kinds
    mostMinor
    from
    until
    reason
    givenAt
    revokedAt
    giver {
      id
      name
    }
    receiver {
      id
      name
    }
    signOffs(first: 1) {
      totalCount
    }
  }
`)

/** What was signed by a delegation, page by page. */
export const SignedByDelegation = graphql(/* GraphQL */ `
  query SignedByDelegation($id: ID!, $after: String) {
    node(id: $id) {
      ... on Delegation {
        id
        signOffs(first: 20, after: $after) {
          edges {
            node {
              id
              meaning
              at
              signer {
                id
                name
              }
              signing {
                id
                kind
                complaint {
                  id
                  number
                }
                documentRevision {
                  id
                  label
                  document {
                    id
                    number
                  }
                }
              }
            }
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
      }
    }
  }
`)

export const DelegationsQuery = graphql(/* GraphQL */ `
  query Delegations($after: String) {
    delegations(first: 20, after: $after, orderBy: NEWEST) {
      edges {
        node {
          id
          ...DelegationInFull
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const GiveDelegation = graphql(/* GraphQL */ `
  mutation GiveDelegation($input: GiveDelegationInput!) {
    giveDelegation(input: $input) {
      ... on Delegation {
        id
      }
      ... on UserError {
        code
        message
        ... on SignatureRequired {
          requestIds
          why: reason
        }
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

export const RevokeDelegation = graphql(/* GraphQL */ `
  mutation RevokeDelegation($input: RevokeDelegationInput!) {
    revokeDelegation(input: $input) {
      ... on Delegation {
        id
      }
      ... on UserError {
        code
        message
        ... on SignatureRequired {
          requestIds
          why: reason
        }
      }
    }
  }
`)
