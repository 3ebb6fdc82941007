import { graphql } from '@steward/graphql-client'

export const SimulationParts = graphql(/* GraphQL */ `
  fragment SimulationParts on GradingSimulation {
    id
    label
    comparedLabel
    asOfOn
    cycle {
      id
      number
      name
    }
    status
    totalCount
    doneCount
    requestedAt
    finishedAt
    requestedBy {
      id
      name
    }
  }
`)

export const Simulations = graphql(/* GraphQL */ `
  query Simulations {
    gradingSimulations(first: 20) {
      edges {
        node {
          id
          ...SimulationParts
        }
      }
    }
  }
`)

export const StandardsToSimulate = graphql(/* GraphQL */ `
  query StandardsToSimulate {
    controlledDocuments(filter: { kind: [GRADING_STANDARD] }, first: 10) {
      edges {
        node {
          id
          number
          effectiveRevision {
            id
          }
          openRevision {
            id
          }
          revisions {
            id
            label
            status
          }
        }
      }
    }
  }
`)

export const CyclesToSimulate = graphql(/* GraphQL */ `
  query CyclesToSimulate {
    gradingCycles(filter: { status: [PUBLISHED] }, orderBy: PUBLISHED, first: 50) {
      edges {
        node {
          id
          number
          name
          asOfOn
          amends {
            id
          }
        }
      }
    }
  }
`)

export const OneSimulation = graphql(/* GraphQL */ `
  query OneSimulation($id: ID!) {
    gradingSimulation(id: $id) {
      id
      ...SimulationParts
    }
  }
`)

export const SimulationResultOf = graphql(/* GraphQL */ `
  query SimulationResultOf($id: ID!) {
    simulationResult(simulation: $id) {
      tried {
        ...DistributionParts
      }
      compared {
        ...DistributionParts
      }
      moves {
        from
        to
        clients
      }
      groups {
        by
        key
        name
        clients
        grades {
          grade
          clients
        }
        up
        down
      }
    }
  }
`)

export const SimulationMovers = graphql(/* GraphQL */ `
  query SimulationMovers($simulation: ID!, $from: String, $to: String, $after: String) {
    simulationMovers(simulation: $simulation, from: $from, to: $to, after: $after) {
      rows {
        clientId
        name
        from
        to
        before
        after
        reasons {
          criterion
          name
          moved
        }
      }
      next
    }
  }
`)

export const RunSimulation = graphql(/* GraphQL */ `
  mutation RunSimulation($input: RunSimulationInput!) {
    runSimulation(input: $input) {
      ... on GradingSimulation {
        id
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
