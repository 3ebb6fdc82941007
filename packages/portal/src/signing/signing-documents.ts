import { graphql } from '@steward/graphql-client'

export const SignatureRequestsQuery = graphql(/* GraphQL */ `
  query SignatureRequests($ids: [ID!]!) {
    signatureRequests(ids: $ids) {
      id
      meaning
      sentence
      consequence
      finality
      subject
      role
      comment
      amountMinor
      contentHash
      level
      wanted
      open
      passkeyWaits
      expiresAt
      demonstration {
        pin
        password
        code
      }
      lines {
        path
        part
        label
        value
        isInstant
        isAmount
        isTechnical
      }
    }
  }
`)

export const BeginSignatureMutation = graphql(/* GraphQL */ `
  mutation BeginSignature($input: BeginSignatureInput!) {
    beginSignature(input: $input) {
      ... on PasskeyCeremony {
        options
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const ProveSignatureMutation = graphql(/* GraphQL */ `
  mutation ProveSignature($input: ProveSignatureInput!) {
    proveSignature(input: $input) {
      ... on SignatureProven {
        method
        provedAt
      }
      ... on UserError {
        code
        message
        ... on NotEligibleError {
          reason
        }
        ... on InvalidInputError {
          fields {
            path
            message
          }
        }
      }
    }
  }
`)
