import { graphql } from '@steward/graphql-client'

export const CareLine = graphql(/* GraphQL */ `
  fragment CareLine on CareOccasion {
    id
    version
    kind
    festival
    occursOn
    dueOn
    means
    status
    reason
    despite
    withdrawal
    postponed
    closed
    consented
    refusals
    settledAt
    settledBy {
      id
      name
    }
    availableActions
    client {
      id
      code
      name
      project {
        id
        name
      }
    }
    contact {
      id
      name
      channels
      preferredHours
      doNotContact
    }
    reception {
      id
      words
      result
    }
    recentContacts {
      at
      channel
    }
    earlier {
      kind
      means
      at
    }
  }
`)

export const CareList = graphql(/* GraphQL */ `
  query CareList($filter: CareOccasionFilter, $first: Int!, $after: String) {
    careOccasions(filter: $filter, orderBy: DUE, first: $first, after: $after) {
      edges {
        node {
          id
          ...CareLine
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const CareMonth = graphql(/* GraphQL */ `
  query CareMonth($filter: CareOccasionFilter, $after: String) {
    careOccasions(filter: $filter, orderBy: DUE, first: 100, after: $after) {
      edges {
        node {
          id
          dueOn
          status
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const CareOfClient = graphql(/* GraphQL */ `
  query CareOfClient($clientId: ID!) {
    careOccasions(filter: { client: $clientId }, orderBy: NEWEST, first: 6) {
      edges {
        node {
          id
          ...CareLine
        }
      }
    }
  }
`)

export const CareRules = graphql(/* GraphQL */ `
  query CareRules {
    carePolicy {
      version
      horizonDays
      quietFrom
      quietTo
      capContacts
      capDays
      rules {
        kind
        festival
        grades
        means
        daysBefore
        everyDays
        owner
      }
    }
  }
`)

export const FestivalsOfYear = graphql(/* GraphQL */ `
  query FestivalsOfYear($year: Int!) {
    festivalYear(year: $year) {
      year
      isPublished
      festivals {
        festival
        on
      }
    }
  }
`)

export const CompleteCareOccasion = graphql(/* GraphQL */ `
  mutation CompleteCareOccasion($input: CompleteCareOccasionInput!) {
    completeCareOccasion(input: $input) {
      ... on CareOccasion {
        id
        ...CareLine
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

export const PostponeCareOccasion = graphql(/* GraphQL */ `
  mutation PostponeCareOccasion($input: PostponeCareOccasionInput!) {
    postponeCareOccasion(input: $input) {
      ... on CareOccasion {
        id
        ...CareLine
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

export const SkipCareOccasion = graphql(/* GraphQL */ `
  mutation SkipCareOccasion($input: SkipCareOccasionInput!) {
    skipCareOccasion(input: $input) {
      ... on CareOccasion {
        id
        ...CareLine
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

export const SetCarePolicy = graphql(/* GraphQL */ `
  mutation SetCarePolicy($input: SetCarePolicyInput!) {
    setCarePolicy(input: $input) {
      ... on CarePolicy {
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
