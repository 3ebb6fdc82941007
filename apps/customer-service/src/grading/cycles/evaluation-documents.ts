import { graphql, type EvaluationExplainedQuery, type EvaluationPageQuery } from '@steward/graphql-client'

export const Evaluations = graphql(/* GraphQL */ `
  query Evaluations($filter: EvaluationFilter!, $first: Int!, $after: String) {
    evaluations(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          client {
            id
            code
            name
          }
          project {
            id
            name
          }
          total
          ungraded
          proposedGrade
          finalGrade
          previousGrade
          movement
          leftOut
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const GradeChangeRow = graphql(/* GraphQL */ `
  fragment GradeChangeRow on GradeChange {
    id
    version
    kind
    status
    evaluationId
    client {
      id
      code
      name
    }
    fromGrade
    toGrade
    reason
    evidence
    raisedBy {
      id
      name
    }
    raisedAt
    decidedBy {
      id
      name
    }
    decidedAt
    decisionNote
    carriedOutBy {
      id
      number
    }
    availableActions
  }
`)

export const GradeChanges = graphql(/* GraphQL */ `
  query GradeChanges($filter: GradeChangeFilter!, $first: Int!, $after: String) {
    gradeChanges(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          ...GradeChangeRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const EvaluationPageDocument = graphql(/* GraphQL */ `
  query EvaluationPage($id: ID!) {
    evaluation(id: $id) {
      id
      client {
        id
        code
        name
      }
      project {
        id
        name
      }
      cycle {
        id
        number
        name
        status
        asOfOn
        publishedAt
        grades {
          grade
          from
        }
      }
      total
      ungraded
      proposedGrade
      finalGrade
      previousCycle {
        id
        number
      }
      previousGrade
      previousTotal
      movement
      leftOut
      changes {
        id
        ...GradeChangeRow
      }
    }
  }
`)
export type EvaluationInFull = NonNullable<EvaluationPageQuery['evaluation']>

/** Computed, not read: such a field stands in no document with others. */
export const EvaluationExplained = graphql(/* GraphQL */ `
  query EvaluationExplained($id: ID!) {
    evaluationExplained(evaluation: $id) {
      lines {
        criterion
        name
        metric
        unit
        standing
        raw
        bandFrom
        bandTo
        score
        weight
        contribution
        target
        gap
        rawBefore
        scoreBefore
        contributionBefore
        moved
      }
      up {
        criterion
        from
        to
        grade
      }
      down {
        criterion
        from
        to
        grade
      }
      earns {
        what
        timesAYear
      }
      isAsComputed
    }
  }
`)
export type Explained = NonNullable<EvaluationExplainedQuery['evaluationExplained']>
export type ExplainedLine = Explained['lines'][number]
