import { graphql } from '@steward/graphql-client'

export const PaymentRow = graphql(/* GraphQL */ `
  fragment PaymentRow on Payment {
    id
    version
    number
    amountMinor
    creditMinor
    receivedOn
    method
    payer
    reference
    reversedAt
    reversalReason
    client {
      id
      code
      name
    }
  }
`)

export const PaymentList = graphql(/* GraphQL */ `
  query PaymentList($filter: PaymentFilter, $first: Int!, $after: String) {
    payments(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          ...PaymentRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const OpenOfClient = graphql(/* GraphQL */ `
  query OpenOfClient($client: ID!) {
    receivables(first: 50, filter: { client: $client, state: [OPEN] }) {
      edges {
        node {
          id
          number
          kind
          period
          dueOn
          openMinor
          unit {
            id
            label
          }
        }
      }
    }
  }
`)

export const RecordPayment = graphql(/* GraphQL */ `
  mutation RecordPayment($input: RecordPaymentInput!) {
    recordPayment(input: $input) {
      ... on Payment {
        id
        number
        creditMinor
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

export const AllocatePayment = graphql(/* GraphQL */ `
  mutation AllocatePayment($input: AllocatePaymentInput!) {
    allocatePayment(input: $input) {
      ... on Payment {
        id
        ...PaymentRow
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

export const ReversePayment = graphql(/* GraphQL */ `
  mutation ReversePayment($input: ReversePaymentInput!) {
    reversePayment(input: $input) {
      ... on Payment {
        id
        ...PaymentRow
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
