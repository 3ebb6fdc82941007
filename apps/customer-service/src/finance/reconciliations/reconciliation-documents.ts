import { graphql } from '@steward/graphql-client'

export const StatementRow = graphql(/* GraphQL */ `
  fragment StatementRow on Reconciliation {
    id
    number
    ordinal
    asOfOn
    state
    openMinor
    creditMinor
    issuedAt
    client {
      id
      code
      name
    }
  }
`)

export const StatementParts = graphql(/* GraphQL */ `
  fragment StatementParts on Reconciliation {
    id
    version
    number
    ordinal
    asOfOn
    state
    openMinor
    creditMinor
    channel
    sentAt
    confirmedBy
    confirmedAt
    electronicDelivery
    notices {
      id
      channel
      status
      wordsZh
      wordsEn
      owedAt
      settledAt
      note
      toldBy {
        id
        name
      }
    }
    issuedAt
    issuedBy {
      id
      name
    }
    client {
      id
      code
      name
    }
    lines {
      id
      position
      amountMinor
      settledMinor
      disputeReason
      disputedAt
      verdict
      answer
      answeredAt
      receivable {
        id
        number
        kind
        period
        dueOn
        state
        unit {
          id
          label
        }
      }
    }
  }
`)

export const StatementList = graphql(/* GraphQL */ `
  query StatementList($filter: ReconciliationFilter, $first: Int!, $after: String) {
    reconciliations(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          ...StatementRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const StatementOfId = graphql(/* GraphQL */ `
  query StatementOfId($id: ID!) {
    reconciliation(id: $id) {
      id
      ...StatementParts
    }
  }
`)

export const IssueReconciliation = graphql(/* GraphQL */ `
  mutation IssueReconciliation($input: IssueReconciliationInput!) {
    issueReconciliation(input: $input) {
      ... on Reconciliation {
        id
        ...StatementParts
      }
      ... on UserError {
        code
        message
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

export const SendReconciliation = graphql(/* GraphQL */ `
  mutation SendReconciliation($input: SendReconciliationInput!) {
    sendReconciliation(input: $input) {
      ... on Reconciliation {
        id
        ...StatementParts
      }
      ... on UserError {
        code
        message
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

export const MarkToldReconciliation = graphql(/* GraphQL */ `
  mutation MarkToldReconciliation($input: MarkToldReconciliationInput!) {
    markToldReconciliation(input: $input) {
      ... on Reconciliation {
        id
        ...StatementParts
      }
      ... on UserError {
        code
        message
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

export const ResendReconciliation = graphql(/* GraphQL */ `
  mutation ResendReconciliation($input: ResendReconciliationInput!) {
    resendReconciliation(input: $input) {
      ... on Reconciliation {
        id
        ...StatementParts
      }
      ... on UserError {
        code
        message
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

export const ConfirmReconciliation = graphql(/* GraphQL */ `
  mutation ConfirmReconciliation($input: ConfirmReconciliationInput!) {
    confirmReconciliation(input: $input) {
      ... on Reconciliation {
        id
        ...StatementParts
      }
      ... on UserError {
        code
        message
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

export const DisputeReconciliation = graphql(/* GraphQL */ `
  mutation DisputeReconciliation($input: DisputeReconciliationInput!) {
    disputeReconciliation(input: $input) {
      ... on Reconciliation {
        id
        ...StatementParts
      }
      ... on UserError {
        code
        message
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

export const AnswerReconciliation = graphql(/* GraphQL */ `
  mutation AnswerReconciliation($input: AnswerReconciliationInput!) {
    answerReconciliation(input: $input) {
      ... on Reconciliation {
        id
        ...StatementParts
      }
      ... on UserError {
        code
        message
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
