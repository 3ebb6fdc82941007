import { graphql, type ReceivableListQuery } from '@steward/graphql-client'

export const RegisterReceivable = graphql(/* GraphQL */ `
  mutation RegisterReceivable($input: RegisterReceivableInput!) {
    registerReceivable(input: $input) {
      ... on Receivable {
        id
        number
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

export const VoidReceivable = graphql(/* GraphQL */ `
  mutation VoidReceivable($input: VoidReceivableInput!) {
    voidReceivable(input: $input) {
      ... on Receivable {
        id
        version
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

export const RegisterManyReceivables = graphql(/* GraphQL */ `
  mutation RegisterManyReceivables($input: RegisterManyReceivablesInput!) {
    registerManyReceivables(input: $input) {
      ... on Project {
        id
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

export const FeePreview = graphql(/* GraphQL */ `
  query FeePreview($input: FeePreviewInput!) {
    feePreview(input: $input) {
      count
      totalMinor
      lines {
        unitId
        unitLabel
        clientId
        clientCode
        clientName
        areaHundredths
        amountMinor
      }
      left {
        unitId
        unitLabel
        gap
      }
    }
  }
`)

export const ReceivableList = graphql(/* GraphQL */ `
  query ReceivableList($filter: ReceivableFilter, $orderBy: ReceivableOrder, $first: Int!, $after: String) {
    receivables(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          version
          number
          kind
          period
          amountMinor
          openMinor
          state
          dueOn
          note
          voidReason
          client {
            id
            code
            name
          }
          unit {
            id
            label
          }
          project {
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

export type ReceivableRow = ReceivableListQuery['receivables']['edges'][number]['node']
