import { graphql } from '@steward/graphql-client'

export const SpotChecks = graphql(/* GraphQL */ `
  query SpotChecks($first: Int!, $after: String) {
    spotChecks(first: $first, after: $after) {
      edges {
        node {
          id
          size
          population
          checked
          wrong
          drawnAt
          drawnBy {
            id
            name
          }
          project {
            id
            name
          }
          manager {
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

export const SpotCheckResults = graphql(/* GraphQL */ `
  query SpotCheckResults {
    spotCheckResults {
      staffId
      name
      checked
      wrong
    }
  }
`)

export const SpotCheckEntryRow = graphql(/* GraphQL */ `
  fragment SpotCheckEntryRow on SpotCheckEntry {
    id
    position
    version
    result
    note
    checkedAt
    checkedBy {
      id
      name
    }
    owner {
      id
      name
    }
    requirement {
      id
      part
      field {
        id
        labelZh
        labelEn
      }
    }
    client {
      id
      code
      name
      kind
      relation
    }
  }
`)

export const OneSpotCheck = graphql(/* GraphQL */ `
  query OneSpotCheck($id: ID!) {
    spotCheck(id: $id) {
      id
      seed
      size
      population
      checked
      wrong
      drawnAt
      drawnBy {
        id
        name
      }
      project {
        id
        name
      }
      manager {
        id
        name
      }
      entries {
        id
        ...SpotCheckEntryRow
      }
    }
    archiveRequirements {
      id
      part
      kinds
      relations
      retiredAt
      field {
        id
        labelZh
        labelEn
      }
    }
  }
`)

export const DrawSpotCheck = graphql(/* GraphQL */ `
  mutation DrawSpotCheck($input: DrawSpotCheckInput!) {
    drawSpotCheck(input: $input) {
      ... on SpotCheck {
        id
        size
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const RecordSpotCheck = graphql(/* GraphQL */ `
  mutation RecordSpotCheck($input: RecordSpotCheckInput!) {
    recordSpotCheck(input: $input) {
      ... on SpotCheckEntry {
        id
        version
        result
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
