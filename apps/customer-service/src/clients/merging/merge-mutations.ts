import { graphql } from '@steward/graphql-client'

export const ProposeClientMerge = graphql(/* GraphQL */ `
  mutation ProposeClientMerge($input: ProposeClientMergeInput!) {
    proposeClientMerge(input: $input) {
      ... on ClientMerge {
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

export const ReviewClientMerge = graphql(/* GraphQL */ `
  mutation ReviewClientMerge($input: ReviewClientMergeInput!) {
    reviewClientMerge(input: $input) {
      ... on ClientMerge {
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

export const ApproveClientMerge = graphql(/* GraphQL */ `
  mutation ApproveClientMerge($input: ApproveClientMergeInput!) {
    approveClientMerge(input: $input) {
      ... on ClientMerge {
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

export const RejectClientMerge = graphql(/* GraphQL */ `
  mutation RejectClientMerge($input: RejectClientMergeInput!) {
    rejectClientMerge(input: $input) {
      ... on ClientMerge {
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

export const WithdrawClientMerge = graphql(/* GraphQL */ `
  mutation WithdrawClientMerge($input: WithdrawClientMergeInput!) {
    withdrawClientMerge(input: $input) {
      ... on ClientMerge {
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

export const ReverseClientMerge = graphql(/* GraphQL */ `
  mutation ReverseClientMerge($input: ReverseClientMergeInput!) {
    reverseClientMerge(input: $input) {
      ... on ClientMerge {
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
