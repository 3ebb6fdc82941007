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
    chain
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
      auditEntryId
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
  query LedgerVerifications($first: Int!, $after: String, $chain: LedgerChain!) {
    ledgerVerifications(first: $first, after: $after, filter: { chain: [$chain] }) {
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

export const AuditChainQuery = graphql(/* GraphQL */ `
  query AuditChain {
    auditChain {
      size
      lastEntryAt
      checkpointedSize
      checkpointedAt
      witnessedSize
      unchained
    }
  }
`)

export const VerifyAuditMutation = graphql(/* GraphQL */ `
  mutation VerifyAudit($input: VerifyAuditInput!) {
    verifyAudit(input: $input) {
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
