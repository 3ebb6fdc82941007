import { graphql } from '@steward/graphql-client'

// Mutations of the first steps, and of the ways out. They answer the id alone: the page asks for the case anew, with all that the step changed.

export const AcknowledgeComplaint = graphql(/* GraphQL */ `
  mutation AcknowledgeComplaint($input: AcknowledgeComplaintInput!) {
    acknowledgeComplaint(input: $input) {
      ... on Complaint {
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

export const AssignComplaint = graphql(/* GraphQL */ `
  mutation AssignComplaint($input: AssignComplaintInput!) {
    assignComplaint(input: $input) {
      ... on Complaint {
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

export const HandOverComplaint = graphql(/* GraphQL */ `
  mutation HandOverComplaint($input: HandOverComplaintInput!) {
    handOverComplaint(input: $input) {
      ... on Complaint {
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

export const ContainComplaint = graphql(/* GraphQL */ `
  mutation ContainComplaint($input: ContainComplaintInput!) {
    containComplaint(input: $input) {
      ... on Complaint {
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

export const MergeComplaint = graphql(/* GraphQL */ `
  mutation MergeComplaint($input: MergeComplaintInput!) {
    mergeComplaint(input: $input) {
      ... on Complaint {
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

export const ReferComplaint = graphql(/* GraphQL */ `
  mutation ReferComplaint($input: ReferComplaintInput!) {
    referComplaint(input: $input) {
      ... on Complaint {
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

export const AnswerReferralOfComplaint = graphql(/* GraphQL */ `
  mutation AnswerReferralOfComplaint($input: AnswerReferralOfComplaintInput!) {
    answerReferralOfComplaint(input: $input) {
      ... on Complaint {
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

export const WithdrawComplaint = graphql(/* GraphQL */ `
  mutation WithdrawComplaint($input: WithdrawComplaintInput!) {
    withdrawComplaint(input: $input) {
      ... on Complaint {
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
