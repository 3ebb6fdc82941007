import { graphql, type PlanEvaluationPageQuery, type PlanEvaluationSheetQuery } from '@steward/graphql-client'

export const PlanEvaluationPage = graphql(/* GraphQL */ `
  query PlanEvaluationPage($id: ID!) {
    maintenancePlan(id: $id) {
      id
      version
      number
      kind
      status
      title
      availableActions
      client {
        id
        code
        name
      }
      segmentGrades
      segmentProjects {
        projectId
        name
      }
      project {
        id
        name
      }
      summary {
        id
        version
        status
        revision
        worked
        wanting
        improvement
        recommendation
        lessons {
          kind
          words
        }
        draftedBy {
          id
          name
        }
        submittedAt
        approvedAt
        reason
        signatures {
          meaning
          signerName
          onBehalfOf
          role
          at
          proofMethod
        }
        signings {
          id
          ...SigningWay
        }
        contentHash
        awaitsMe
        availableActions
      }
    }
  }
`)
export type EvaluatedPlan = NonNullable<PlanEvaluationPageQuery['maintenancePlan']>
export type Summary = NonNullable<EvaluatedPlan['summary']>

/** Measured, not read: a question of its own. */
export const PlanEvaluationSheet = graphql(/* GraphQL */ `
  query PlanEvaluationSheet($id: ID!) {
    planEvaluation(planId: $id) {
      frozenAt
      from
      until
      beforeFrom
      clients
      machines
      tasksDue
      tasksDone
      tasksLate
      tasksCancelled
      feedbackCount
      budgetMinor
      spentMinor
      costPerTaskMinor
      outagesBefore
      outages
      machineCostBeforeMinor
      machineCostMinor
      objectives {
        key
        measure
        target
        before
        isBeforeStated
        now
        verdict
        reason
        gained
        costPerResultMinor
        comparableClients
        ownGain
        comparableGain
        gainBeyond
      }
      budget {
        key
        title
        approvedMinor
        spentMinor
      }
      feedback {
        on
        title
        words
      }
    }
  }
`)
export type Evaluation = NonNullable<PlanEvaluationSheetQuery['planEvaluation']>

export const DraftPlanSummary = graphql(/* GraphQL */ `
  mutation DraftPlanSummary($input: DraftPlanSummaryInput!) {
    draftPlanSummary(input: $input) {
      ... on PlanSummary {
        id
        version
        status
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const ChangePlanSummary = graphql(/* GraphQL */ `
  mutation ChangePlanSummary($input: ChangePlanSummaryInput!) {
    changePlanSummary(input: $input) {
      ... on PlanSummary {
        id
        version
        status
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const SubmitPlanSummary = graphql(/* GraphQL */ `
  mutation SubmitPlanSummary($input: SubmitPlanSummaryInput!) {
    submitPlanSummary(input: $input) {
      ... on PlanSummary {
        id
        version
        status
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const ReviewPlanSummary = graphql(/* GraphQL */ `
  mutation ReviewPlanSummary($input: ReviewPlanSummaryInput!) {
    reviewPlanSummary(input: $input) {
      ... on PlanSummary {
        id
        version
        status
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const ApprovePlanSummary = graphql(/* GraphQL */ `
  mutation ApprovePlanSummary($input: ApprovePlanSummaryInput!) {
    approvePlanSummary(input: $input) {
      ... on PlanSummary {
        id
        version
        status
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const ReturnPlanSummary = graphql(/* GraphQL */ `
  mutation ReturnPlanSummary($input: ReturnPlanSummaryInput!) {
    returnPlanSummary(input: $input) {
      ... on PlanSummary {
        id
        version
        status
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const PlanLessons = graphql(/* GraphQL */ `
  query PlanLessons($filter: PlanLessonFilter!, $first: Int!, $after: String) {
    planLessons(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          kind
          words
          keptAt
          plan {
            id
            number
            title
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
