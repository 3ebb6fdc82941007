import { graphql } from '@steward/graphql-client'

// Mutations of the investigation, and of what may come of it. They answer the id alone: the page asks for the case anew, with all that the step changed.

export const InvestigateComplaint = graphql(/* GraphQL */ `
  mutation InvestigateComplaint($input: InvestigateComplaintInput!) {
    investigateComplaint(input: $input) {
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

export const RecordFindingsOfComplaint = graphql(/* GraphQL */ `
  mutation RecordFindingsOfComplaint($input: RecordFindingsOfComplaintInput!) {
    recordFindingsOfComplaint(input: $input) {
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

export const RuleResponsibilityOfComplaint = graphql(/* GraphQL */ `
  mutation RuleResponsibilityOfComplaint($input: RuleResponsibilityOfComplaintInput!) {
    ruleResponsibilityOfComplaint(input: $input) {
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

export const DismissComplaint = graphql(/* GraphQL */ `
  mutation DismissComplaint($input: DismissComplaintInput!) {
    dismissComplaint(input: $input) {
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

export const DeclineComplaint = graphql(/* GraphQL */ `
  mutation DeclineComplaint($input: DeclineComplaintInput!) {
    declineComplaint(input: $input) {
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
