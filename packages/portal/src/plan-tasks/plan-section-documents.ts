/** How a plan is carried out and what it costs: for the page of the plan. */
import { graphql } from '@steward/graphql-client'

export const PlanWork = graphql(/* GraphQL */ `
  query PlanWork($plan: ID!) {
    planProgress(plan: $plan) {
      total
      open
      late
      unassigned
      months {
        key
        scheduled
        inProgress
        done
        accepted
        late
      }
      people {
        key
        name
        scheduled
        inProgress
        done
        accepted
        late
      }
    }
  }
`)

export const PlanMakings = graphql(/* GraphQL */ `
  query PlanMakings($plan: ID!) {
    planDecompositions(plan: $plan) {
      id
      status
      doneCount
      totalCount
      wantedCount
      madeCount
      changedCount
      droppedCount
      failure
      version
    }
  }
`)

export const PlanLateTasks = graphql(/* GraphQL */ `
  query PlanLateTasks($plan: ID!, $today: LocalDate!) {
    planTasks(first: 6, filter: { plan: $plan, open: true, dueBefore: $today }, orderBy: DUE) {
      edges {
        node {
          id
          ...PlanTaskCard
        }
      }
    }
  }
`)

export const DecomposePlan = graphql(/* GraphQL */ `
  mutation DecomposePlan($input: DecomposePlanInput!) {
    decomposePlan(input: $input) {
      ... on PlanDecomposition {
        id
        status
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

export const StopDecompositionOfPlan = graphql(/* GraphQL */ `
  mutation StopDecompositionOfPlan($input: StopDecompositionOfPlanInput!) {
    stopDecompositionOfPlan(input: $input) {
      ... on PlanDecomposition {
        id
        status
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

export const PlanBudget = graphql(/* GraphQL */ `
  query PlanBudget($plan: ID!) {
    planBudget(plan: $plan) {
      id
      key
      kind
      title
      approvedMinor
      raisedMinor
      committedMinor
      spentMinor
      limitMinor
      leftMinor
    }
    planOverruns(first: 10, filter: { plan: $plan }) {
      edges {
        node {
          id
          version
          status
          amountMinor
          reason
          note
          askedAt
          availableActions
          line {
            id
            title
          }
          askedBy {
            id
            name
          }
          decidedBy {
            id
            name
          }
        }
      }
    }
  }
`)

export const SpendPlan = graphql(/* GraphQL */ `
  mutation SpendPlan($input: SpendPlanInput!) {
    spendPlan(input: $input) {
      ... on PlanSpend {
        id
        amountMinor
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const AskOverrunOfPlan = graphql(/* GraphQL */ `
  mutation AskOverrunOfPlan($input: AskOverrunOfPlanInput!) {
    askOverrunOfPlan(input: $input) {
      ... on PlanOverrun {
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

export const ApproveOverrunOfPlan = graphql(/* GraphQL */ `
  mutation ApproveOverrunOfPlan($input: ApproveOverrunOfPlanInput!) {
    approveOverrunOfPlan(input: $input) {
      ... on PlanOverrun {
        id
        version
        status
      }
      ... on UserError {
        code
        message
        ... on SignatureRequired {
          requestIds
          why: reason
        }
        ...RefusalDetails
      }
    }
  }
`)
