import { graphql } from '@steward/graphql-client'

// Mutations from the orders to the end, and back. They answer the id alone: the page asks for the case anew, with all that the step changed.

export const DispatchComplaint = graphql(/* GraphQL */ `
  mutation DispatchComplaint($input: DispatchComplaintInput!) {
    dispatchComplaint(input: $input) {
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

export const ResolveComplaint = graphql(/* GraphQL */ `
  mutation ResolveComplaint($input: ResolveComplaintInput!) {
    resolveComplaint(input: $input) {
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

export const FollowUpComplaint = graphql(/* GraphQL */ `
  mutation FollowUpComplaint($input: FollowUpComplaintInput!) {
    followUpComplaint(input: $input) {
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

export const CloseComplaint = graphql(/* GraphQL */ `
  mutation CloseComplaint($input: CloseComplaintInput!) {
    closeComplaint(input: $input) {
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

export const ReopenComplaint = graphql(/* GraphQL */ `
  mutation ReopenComplaint($input: ReopenComplaintInput!) {
    reopenComplaint(input: $input) {
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
