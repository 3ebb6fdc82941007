import { graphql } from '@steward/graphql-client'

export const SilenceBacktests = graphql(/* GraphQL */ `
  query SilenceBacktests($measure: [SilenceMeasure!]!, $first: Int!) {
    silenceBacktests(filter: { measure: $measure }, first: $first) {
      edges {
        node {
          id
          measure
          until
          last
          status
        }
      }
    }
  }
`)

export const SilenceBacktestResultOf = graphql(/* GraphQL */ `
  query SilenceBacktestResultOf($id: ID!) {
    silenceBacktestResult(backtest: $id) {
      clients
      judged
      hasModel
      inForce
      thresholds {
        threshold
        called
        right
        gone
        precision
        recall
        leadDays
      }
      deciles {
        decile
        clients
        alive
        expected
        came
        gone
      }
    }
  }
`)

export const RunSilenceBacktest = graphql(/* GraphQL */ `
  mutation RunSilenceBacktest($input: RunSilenceBacktestInput!) {
    runSilenceBacktest(input: $input) {
      ... on SilenceBacktest {
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

export const SilenceModels = graphql(/* GraphQL */ `
  query SilenceModels {
    silenceModels {
      id
      asOf
      r
      alpha
      a
      b
      logLikelihood
      clients
      repeating
      isUsed
    }
  }
`)
