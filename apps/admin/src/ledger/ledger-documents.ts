import { graphql } from '@steward/graphql-client'

export const LedgerQuery = graphql(/* GraphQL */ `
  query Ledger {
    ledger {
      size
      lastEntryAt
      checkpointedSize
      checkpointedAt
      witnessedSize
      signOffsOutside
    }
  }
`)

export const LedgerKeysQuery = graphql(/* GraphQL */ `
  query LedgerKeys {
    ledgerKeys {
      kid
      from
      until
    }
  }
`)

export const LedgerVerificationParts = graphql(/* GraphQL */ `
  fragment LedgerVerificationParts on LedgerVerification {
    id
    askedAt
    finishedAt
    isLost
    entriesTotal
    entriesChecked
    outcome
    findingCount
    checkpointedSize
    witnessedSize
    askedBy {
      id
      name
    }
    findings {
      code
      textZh
      textEn
      entry
      complaintId
      complaintNumber
    }
    notes {
      code
      textZh
      textEn
    }
  }
`)

export const LedgerVerificationsQuery = graphql(/* GraphQL */ `
  query LedgerVerifications($first: Int!, $after: String) {
    ledgerVerifications(first: $first, after: $after) {
      edges {
        node {
          id
          ...LedgerVerificationParts
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const VerifyLedgerMutation = graphql(/* GraphQL */ `
  mutation VerifyLedger($input: VerifyLedgerInput!) {
    verifyLedger(input: $input) {
      ... on LedgerVerification {
        id
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)
