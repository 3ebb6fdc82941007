/** Tasks of plans: what is asked of the API, and what is done with them. */
import { graphql } from '@steward/graphql-client'

export const PlanTaskCard = graphql(/* GraphQL */ `
  fragment PlanTaskCard on PlanTask {
    id
    version
    kind
    title
    means
    status
    scheduledOn
    dueOn
    isWaiting
    needsEvidence
    costs
    estimatedMinutes
    estimatedMinor
    actualMinutes
    actualMinor
    availableActions
    client {
      id
      code
      name
    }
    project {
      id
      name
    }
    equipment {
      id
      name
    }
    assignee {
      id
      name
    }
    evidence {
      id
      version
      name
      format
      sizeBytes
      addedAt
    }
  }
`)

export const PlanTaskList = graphql(/* GraphQL */ `
  query PlanTaskList($after: String, $filter: PlanTaskFilter!, $order: PlanTaskOrder!) {
    planTasks(first: 50, after: $after, filter: $filter, orderBy: $order) {
      edges {
        node {
          id
          scheduledOn
          dueOn
          status
          ...PlanTaskCard
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      totalCount
      totalCountIsCapped
    }
  }
`)

export const PlanTaskInFull = graphql(/* GraphQL */ `
  query PlanTaskInFull($id: ID!) {
    planTask(id: $id) {
      id
      status
      title
      instruction
      occurrenceOn
      result
      feedback
      reason
      startedAt
      completedAt
      acceptedAt
      completedBy {
        id
        name
      }
      acceptedBy {
        id
        name
      }
      dependsOn {
        id
        title
        status
      }
      plan {
        id
        number
        title
      }
      ...PlanTaskCard
    }
  }
`)

export const PlanTaskCount = graphql(/* GraphQL */ `
  query PlanTaskCount($before: LocalDate!) {
    planTasks(first: 1, filter: { mine: true, open: true, scheduledBefore: $before }) {
      totalCount
    }
  }
`)

export const PlanTaskMonth = graphql(/* GraphQL */ `
  query PlanTaskMonth($from: LocalDate!, $before: LocalDate!, $after: String) {
    planTasks(
      first: 100
      after: $after
      filter: { mine: true, scheduledFrom: $from, scheduledBefore: $before }
      orderBy: SCHEDULED
    ) {
      edges {
        node {
          id
          title
          status
          scheduledOn
          dueOn
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const PlanWorkloads = graphql(/* GraphQL */ `
  query PlanWorkloads($from: LocalDate!, $weeks: Int!) {
    planWorkload(from: $from, weeks: $weeks) {
      staffId
      name
      late
      weeks {
        from
        tasks
        estimatedMinutes
        workingMinutes
      }
    }
  }
`)

export const AssignPlanTask = graphql(/* GraphQL */ `
  mutation AssignPlanTask($input: AssignPlanTaskInput!) {
    assignPlanTask(input: $input) {
      ... on PlanTask {
        ...PlanTaskCard
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
export const ReschedulePlanTask = graphql(/* GraphQL */ `
  mutation ReschedulePlanTask($input: ReschedulePlanTaskInput!) {
    reschedulePlanTask(input: $input) {
      ... on PlanTask {
        ...PlanTaskCard
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
export const StartPlanTask = graphql(/* GraphQL */ `
  mutation StartPlanTask($input: StartPlanTaskInput!) {
    startPlanTask(input: $input) {
      ... on PlanTask {
        ...PlanTaskCard
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
export const CompletePlanTask = graphql(/* GraphQL */ `
  mutation CompletePlanTask($input: CompletePlanTaskInput!) {
    completePlanTask(input: $input) {
      ... on PlanTask {
        ...PlanTaskCard
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
export const ConfirmPlanTask = graphql(/* GraphQL */ `
  mutation ConfirmPlanTask($input: ConfirmPlanTaskInput!) {
    confirmPlanTask(input: $input) {
      ... on PlanTask {
        ...PlanTaskCard
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
export const ReturnPlanTask = graphql(/* GraphQL */ `
  mutation ReturnPlanTask($input: ReturnPlanTaskInput!) {
    returnPlanTask(input: $input) {
      ... on PlanTask {
        ...PlanTaskCard
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
export const CancelPlanTask = graphql(/* GraphQL */ `
  mutation CancelPlanTask($input: CancelPlanTaskInput!) {
    cancelPlanTask(input: $input) {
      ... on PlanTask {
        ...PlanTaskCard
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
export const RemoveEvidenceOfPlanTask = graphql(/* GraphQL */ `
  mutation RemoveEvidenceOfPlanTask($input: RemoveEvidenceOfPlanTaskInput!) {
    removeEvidenceOfPlanTask(input: $input) {
      ... on PlanTask {
        ...PlanTaskCard
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
