import { graphql } from '@steward/graphql-client'

/** Everything of a run but its issues, which page by themselves. */
export const ImportRunParts = graphql(/* GraphQL */ `
  fragment ImportRunParts on ImportRun {
    id
    mapping
    encoding
    dryRun
    status
    isLost
    refusalZh
    refusalEn
    progress
    rowsRead
    rowsNew
    rowsChanged
    rowsUnchanged
    rowsRefused
    rowsWarned
    categoriesNew
    departmentsNew
    cancelRequested
    refusedRowsPath
    startedAt
    finishedAt
    availableActions
    file {
      id
      name
      sizeBytes
    }
    startedBy {
      id
      name
    }
    counts {
      dimension
      value
      nameZh
      nameEn
      rows
    }
  }
`)

export const StartImport = graphql(/* GraphQL */ `
  mutation StartImport($input: StartImportInput!) {
    startImport(input: $input) {
      ... on ImportRun {
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
