import { graphql } from '@steward/graphql-client'

/** What the refusals of verbs tell beyond their sentence. */
export const RefusalDetails = graphql(/* GraphQL */ `
  fragment RefusalDetails on UserError {
    ... on InvalidInputError {
      fields {
        path
        message
      }
    }
    ... on StaleRecordError {
      changedAt
      changedBy
      version
    }
    ... on SignatureRequired {
      requestIds
      why: reason
    }
    ... on LimitExceededError {
      amountMinor
      limitMinor
    }
  }
`)
