import { graphql } from '@steward/graphql-client'

export const SystemStateQuery = graphql(/* GraphQL */ `
  query SystemState {
    systemState {
      version
      at
      databaseBytes
      workers {
        startedAt
        seenAt
        alive
      }
      loops {
        name
        lateSeconds
        failedTurns
        waiting
      }
    }
  }
`)

export const FailedJobsQuery = graphql(/* GraphQL */ `
  query FailedJobs($first: Int!, $after: String, $filter: FailedJobFilter) {
    failedJobs(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          id
          consumer
          reason
          attempts
          lastFailedAt
          nextTryAt
          gaveUpAt
          retryRequestedAt
          settledAt
          version
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const RetryFailedJobMutation = graphql(/* GraphQL */ `
  mutation RetryFailedJob($input: RetryFailedJobInput!) {
    retryFailedJob(input: $input) {
      ... on FailedJob {
        id
        retryRequestedAt
        version
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)
