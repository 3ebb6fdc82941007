import { graphql } from '@steward/graphql-client'

export const PlanProposalRow = graphql(/* GraphQL */ `
  fragment PlanProposalRow on PlanProposal {
    id
    grade
    status
    proposedAt
    reason
    version
    client {
      id
      name
      code
    }
    cycle {
      id
      number
    }
    template {
      id
      title
    }
    project {
      id
      name
    }
    plan {
      id
      number
      status
    }
    settledAt
    settledBy {
      id
      name
    }
  }
`)

export const PlanProposalList = graphql(/* GraphQL */ `
  query PlanProposalList($filter: PlanProposalFilter, $first: Int!, $after: String) {
    planProposals(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          id
          ...PlanProposalRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      totalCount
      totalCountIsCapped
    }
    projects {
      id
      name
    }
  }
`)

export const TakePlanProposal = graphql(/* GraphQL */ `
  mutation TakePlanProposal($input: TakePlanProposalInput!) {
    takePlanProposal(input: $input) {
      ... on PlanProposal {
        id
        status
        version
        plan {
          id
          number
        }
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const TakeAllPlanProposals = graphql(/* GraphQL */ `
  mutation TakeAllPlanProposals($input: TakeAllPlanProposalsInput!) {
    takeAllPlanProposals(input: $input) {
      ... on MaintenancePlan {
        id
        number
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const DismissPlanProposal = graphql(/* GraphQL */ `
  mutation DismissPlanProposal($input: DismissPlanProposalInput!) {
    dismissPlanProposal(input: $input) {
      ... on PlanProposal {
        id
        status
        reason
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
