import { graphql, type GradingCyclePageQuery } from '@steward/graphql-client'

export const GradingCycles = graphql(/* GraphQL */ `
  query GradingCycles($filter: GradingCycleFilter!, $first: Int!, $after: String) {
    gradingCycles(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          number
          name
          status
          asOfOn
          communities {
            projectId
            name
          }
          amends {
            id
            number
          }
          totalCount
          scoredCount
          listCount
          publishedAt
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const GradingCyclePageDocument = graphql(/* GraphQL */ `
  query GradingCyclePage($id: ID!) {
    gradingCycle(id: $id) {
      id
      version
      number
      name
      status
      asOfOn
      communities {
        projectId
        name
      }
      amends {
        id
        number
        name
      }
      grades {
        grade
        from
      }
      standardRevisionId
      standardHash
      openedBy {
        id
        name
      }
      openedAt
      scoringAt
      scoredAt
      totalCount
      scoredCount
      preparedBy {
        id
        name
      }
      preparedAt
      listCount
      listHash
      decidedBy {
        id
        name
      }
      decidedAt
      publishedBy {
        id
        name
      }
      publishedAt
      note
      awaitsMe
      signings {
        id
        revision
        ...SigningWay
      }
      availableActions
    }
  }
`)
export type CycleInFull = NonNullable<GradingCyclePageQuery['gradingCycle']>

export const GradeShares = graphql(/* GraphQL */ `
  query GradeShares($cycle: ID!) {
    gradeShares(cycle: $cycle) {
      projectId
      project
      grade
      count
      up
      down
      fresh
      overridden
    }
  }
`)

export const GradingDueList = graphql(/* GraphQL */ `
  query GradingDueList($first: Int!, $after: String) {
    gradingDue(first: $first, after: $after) {
      edges {
        node {
          id
          cause
          client {
            id
            code
            name
          }
          at
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
    gradingPolicy {
      everyMonths
      largePaymentMinor
      severity
      version
    }
  }
`)
