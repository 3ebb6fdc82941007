/** Moving tasks of plans, and seeing them over time: what is asked of the API. */
import { graphql } from '@steward/graphql-client'

export const PlanTaskConflicts = graphql(/* GraphQL */ `
  query PlanTaskConflicts($moves: [PlanTaskMoveInput!]!) {
    planTaskConflicts(moves: $moves) {
      taskId
      conflict
      forbids
    }
  }
`)

export const ReschedulePlanTasks = graphql(/* GraphQL */ `
  mutation ReschedulePlanTasks($input: ReschedulePlanTasksInput!) {
    reschedulePlanTasks(input: $input) {
      ... on PlanTasksMoved {
        moved
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

/** Of a window of days; `measure` and `assignee` narrow it to one row of a chart. */
export const PlanTaskWindow = graphql(/* GraphQL */ `
  query PlanTaskWindow($filter: PlanTaskFilter!, $first: Int!, $after: String) {
    planTasks(first: $first, after: $after, filter: $filter, orderBy: SCHEDULED) {
      edges {
        node {
          id
          version
          title
          means
          status
          scheduledOn
          dueOn
          measureKey
          availableActions
          assignee {
            id
            name
          }
          dependsOn {
            id
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      totalCount
    }
  }
`)

export const PlanGantt = graphql(/* GraphQL */ `
  query PlanGantt($plan: ID, $assignee: ID, $from: LocalDate!, $to: LocalDate!, $by: PlanGanttRows!) {
    planGantt(plan: $plan, assignee: $assignee, from: $from, to: $to, by: $by) {
      key
      name
      means
      weeks {
        from
        firstOn
        lastOn
        tasks
        open
        late
      }
    }
  }
`)
