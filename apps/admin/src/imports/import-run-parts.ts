import { graphql } from '@steward/graphql-client'

/** Everything of a run but its issues, which page by themselves. */
export const ImportRunParts = graphql(/* GraphQL */ `
  fragment ImportRunParts on ImportRun {
    id
    kind
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
    rowsDuplicate
    rowsByOne
    appliedAt
    undoneAt
    dryRunOf {
      id
    }
    undoes {
      id
      startedAt
    }
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

export const ApplyImport = graphql(/* GraphQL */ `
  mutation ApplyImport($input: ApplyImportInput!) {
    applyImport(input: $input) {
      ... on ImportRun {
        id
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const UndoImport = graphql(/* GraphQL */ `
  mutation UndoImport($input: UndoImportInput!) {
    undoImport(input: $input) {
      ... on ImportRun {
        id
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)
