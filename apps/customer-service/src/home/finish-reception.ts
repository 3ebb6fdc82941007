import { graphql } from '@steward/graphql-client'

export const FinishReception = graphql(/* GraphQL */ `
  mutation FinishReception($input: FinishReceptionInput!) {
    finishReception(input: $input) {
      ... on Reception {
        id
        version
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
