import { graphql } from '@steward/graphql-client'

export const EntriesOfClient = graphql(/* GraphQL */ `
  query EntriesOfClient($client: ID!) {
    metricEntries(filter: { client: $client }, first: 30) {
      edges {
        node {
          id
          version
          metricKey
          name
          score
          evidence
          enteredOn
          recordedAt
          voidedAt
          voidReason
          recordedBy {
            id
            name
          }
        }
      }
    }
  }
`)

export const EnterableMetrics = graphql(/* GraphQL */ `
  query EnterableMetrics {
    enterableMetrics {
      metricKey
      name
    }
  }
`)

export const RecordMetricEntry = graphql(/* GraphQL */ `
  mutation RecordMetricEntry($input: RecordMetricEntryInput!) {
    recordMetricEntry(input: $input) {
      ... on MetricEntry {
        id
        score
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const VoidMetricEntry = graphql(/* GraphQL */ `
  mutation VoidMetricEntry($input: VoidMetricEntryInput!) {
    voidMetricEntry(input: $input) {
      ... on MetricEntry {
        id
        version
        voidedAt
        voidReason
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
