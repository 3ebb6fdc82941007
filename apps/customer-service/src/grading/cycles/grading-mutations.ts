import { graphql } from '@steward/graphql-client'

export const ScoreGradingCycle = graphql(/* GraphQL */ `
  mutation ScoreGradingCycle($input: ScoreGradingCycleInput!) {
    scoreGradingCycle(input: $input) {
      ... on GradingCycle {
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

export const PrepareGradingCycle = graphql(/* GraphQL */ `
  mutation PrepareGradingCycle($input: PrepareGradingCycleInput!) {
    prepareGradingCycle(input: $input) {
      ... on GradingCycle {
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

export const ReviewGradingCycle = graphql(/* GraphQL */ `
  mutation ReviewGradingCycle($input: ReviewGradingCycleInput!) {
    reviewGradingCycle(input: $input) {
      ... on GradingCycle {
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

export const ApproveGradingCycle = graphql(/* GraphQL */ `
  mutation ApproveGradingCycle($input: ApproveGradingCycleInput!) {
    approveGradingCycle(input: $input) {
      ... on GradingCycle {
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

export const RejectGradingCycle = graphql(/* GraphQL */ `
  mutation RejectGradingCycle($input: RejectGradingCycleInput!) {
    rejectGradingCycle(input: $input) {
      ... on GradingCycle {
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

export const PublishGradingCycle = graphql(/* GraphQL */ `
  mutation PublishGradingCycle($input: PublishGradingCycleInput!) {
    publishGradingCycle(input: $input) {
      ... on GradingCycle {
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

export const CancelGradingCycle = graphql(/* GraphQL */ `
  mutation CancelGradingCycle($input: CancelGradingCycleInput!) {
    cancelGradingCycle(input: $input) {
      ... on GradingCycle {
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

export const OpenGradingCycle = graphql(/* GraphQL */ `
  mutation OpenGradingCycle($input: OpenGradingCycleInput!) {
    openGradingCycle(input: $input) {
      ... on GradingCycle {
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

export const OverrideEvaluation = graphql(/* GraphQL */ `
  mutation OverrideEvaluation($input: OverrideEvaluationInput!) {
    overrideEvaluation(input: $input) {
      ... on GradeChange {
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

export const AppealEvaluation = graphql(/* GraphQL */ `
  mutation AppealEvaluation($input: AppealEvaluationInput!) {
    appealEvaluation(input: $input) {
      ... on GradeChange {
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

export const DecideOverrideOfEvaluation = graphql(/* GraphQL */ `
  mutation DecideOverrideOfEvaluation($input: DecideOverrideOfEvaluationInput!) {
    decideOverrideOfEvaluation(input: $input) {
      ... on GradeChange {
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

export const DecideAppealOfEvaluation = graphql(/* GraphQL */ `
  mutation DecideAppealOfEvaluation($input: DecideAppealOfEvaluationInput!) {
    decideAppealOfEvaluation(input: $input) {
      ... on GradeChange {
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

export const SetGradingPolicy = graphql(/* GraphQL */ `
  mutation SetGradingPolicy($input: SetGradingPolicyInput!) {
    setGradingPolicy(input: $input) {
      ... on GradingPolicy {
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
