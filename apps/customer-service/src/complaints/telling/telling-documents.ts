import { graphql, type ClientNoticesOfCaseQuery } from '@steward/graphql-client'

export const ClientNoticesOfCase = graphql(/* GraphQL */ `
  query ClientNoticesOfCase($id: ID!) {
    clientNotices(first: 50, filter: { complaint: $id }) {
      edges {
        node {
          id
          caseStatus
          channel
          status
          wordsZh
          wordsEn
          owedAt
          settledAt
          note
          waiver
          version
          availableActions
          toldBy {
            id
            name
          }
        }
      }
    }
  }
`)

export type ClientWord = ClientNoticesOfCaseQuery['clientNotices']['edges'][number]['node']

export const MarkClientTold = graphql(/* GraphQL */ `
  mutation MarkClientTold($input: MarkClientToldInput!) {
    markClientTold(input: $input) {
      ... on ClientNotice {
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

export const WaiveClientNotice = graphql(/* GraphQL */ `
  mutation WaiveClientNotice($input: WaiveClientNoticeInput!) {
    waiveClientNotice(input: $input) {
      ... on ClientNotice {
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

export const ResendClientNotice = graphql(/* GraphQL */ `
  mutation ResendClientNotice($input: ResendClientNoticeInput!) {
    resendClientNotice(input: $input) {
      ... on ClientNotice {
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
