import { graphql } from '@steward/graphql-client'

export const DraftPlan = graphql(/* GraphQL */ `
  mutation DraftPlan($input: DraftPlanInput!) {
    draftPlan(input: $input) {
      ... on MaintenancePlan {
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

export const ChangePlan = graphql(/* GraphQL */ `
  mutation ChangePlan($input: ChangePlanInput!) {
    changePlan(input: $input) {
      ... on MaintenancePlan {
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

export const SubmitPlan = graphql(/* GraphQL */ `
  mutation SubmitPlan($input: SubmitPlanInput!) {
    submitPlan(input: $input) {
      ... on MaintenancePlan {
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

export const ReviewPlan = graphql(/* GraphQL */ `
  mutation ReviewPlan($input: ReviewPlanInput!) {
    reviewPlan(input: $input) {
      ... on MaintenancePlan {
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

export const ApprovePlan = graphql(/* GraphQL */ `
  mutation ApprovePlan($input: ApprovePlanInput!) {
    approvePlan(input: $input) {
      ... on MaintenancePlan {
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

export const ReturnPlan = graphql(/* GraphQL */ `
  mutation ReturnPlan($input: ReturnPlanInput!) {
    returnPlan(input: $input) {
      ... on MaintenancePlan {
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

export const WithdrawPlan = graphql(/* GraphQL */ `
  mutation WithdrawPlan($input: WithdrawPlanInput!) {
    withdrawPlan(input: $input) {
      ... on MaintenancePlan {
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

export const AmendPlan = graphql(/* GraphQL */ `
  mutation AmendPlan($input: AmendPlanInput!) {
    amendPlan(input: $input) {
      ... on MaintenancePlan {
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

export const EvaluatePlan = graphql(/* GraphQL */ `
  mutation EvaluatePlan($input: EvaluatePlanInput!) {
    evaluatePlan(input: $input) {
      ... on MaintenancePlan {
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

export const CompletePlan = graphql(/* GraphQL */ `
  mutation CompletePlan($input: CompletePlanInput!) {
    completePlan(input: $input) {
      ... on MaintenancePlan {
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

export const CancelPlan = graphql(/* GraphQL */ `
  mutation CancelPlan($input: CancelPlanInput!) {
    cancelPlan(input: $input) {
      ... on MaintenancePlan {
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

export const CommentPlan = graphql(/* GraphQL */ `
  mutation CommentPlan($input: CommentPlanInput!) {
    commentPlan(input: $input) {
      ... on PlanComment {
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

export const ResolveCommentOfPlan = graphql(/* GraphQL */ `
  mutation ResolveCommentOfPlan($input: ResolveCommentOfPlanInput!) {
    resolveCommentOfPlan(input: $input) {
      ... on PlanComment {
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
