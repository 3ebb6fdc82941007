import { graphql } from '@steward/graphql-client'

export const ImportSources = graphql(/* GraphQL */ `
  query ImportSources($first: Int!, $after: String, $status: [ImportSourceStatus!]) {
    importSources(first: $first, after: $after, filter: { status: $status }) {
      edges {
        node {
          ...SourceInCustody
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const SourceInCustody = graphql(/* GraphQL */ `
  fragment SourceInCustody on ImportSource {
    id
    version
    name
    receivedFrom
    medium
    status
    receivedAt
    destroyBy
    destroyedAt
    verification
    availableActions
    custodian {
      id
      name
    }
    project {
      id
      name
    }
    destruction {
      id
      status
      document {
        id
        number
      }
    }
    openings {
      id
      occasion
      at
      staff {
        id
        name
      }
    }
  }
`)

export const ReceiveImportSource = graphql(/* GraphQL */ `
  mutation ReceiveImportSource($input: ReceiveImportSourceInput!) {
    receiveImportSource(input: $input) {
      ... on ImportSource {
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

export const VerifyImportSource = graphql(/* GraphQL */ `
  mutation VerifyImportSource($input: VerifyImportSourceInput!) {
    verifyImportSource(input: $input) {
      ... on ImportSource {
        id
        version
        status
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

export const DestroyImportSource = graphql(/* GraphQL */ `
  mutation DestroyImportSource($input: DestroyImportSourceInput!) {
    destroyImportSource(input: $input) {
      ... on ImportSource {
        id
        version
        status
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

/** What can be chosen as the place of a source. */
export const PlacesOfSources = graphql(/* GraphQL */ `
  query PlacesOfSources {
    projects {
      id
      name
    }
  }
`)
