import { graphql } from '@steward/graphql-client'

export const SitesToUseAt = graphql(/* GraphQL */ `
  query SitesToUseAt {
    projects {
      id
      name
    }
  }
`)

export const SubmitExportRequest = graphql(/* GraphQL */ `
  mutation SubmitExportRequest($input: SubmitExportRequestInput!) {
    submitExportRequest(input: $input) {
      ... on ExportRequest {
        id
        number
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
