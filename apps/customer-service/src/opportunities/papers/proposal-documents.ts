import { graphql } from '@steward/graphql-client'

/** The verbs of a proposal. */

export const MakeSalesProposal = graphql(/* GraphQL */ `
  mutation MakeSalesProposal($input: MakeSalesProposalInput!) {
    makeSalesProposal(input: $input) {
      ... on SalesProposal {
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

export const ChangeSalesProposal = graphql(/* GraphQL */ `
  mutation ChangeSalesProposal($input: ChangeSalesProposalInput!) {
    changeSalesProposal(input: $input) {
      ... on SalesProposal {
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

export const SendSalesProposal = graphql(/* GraphQL */ `
  mutation SendSalesProposal($input: SendSalesProposalInput!) {
    sendSalesProposal(input: $input) {
      ... on SalesProposal {
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

export const AcceptSalesProposal = graphql(/* GraphQL */ `
  mutation AcceptSalesProposal($input: AcceptSalesProposalInput!) {
    acceptSalesProposal(input: $input) {
      ... on SalesProposal {
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

export const DeclineSalesProposal = graphql(/* GraphQL */ `
  mutation DeclineSalesProposal($input: DeclineSalesProposalInput!) {
    declineSalesProposal(input: $input) {
      ... on SalesProposal {
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

export const WithdrawSalesProposal = graphql(/* GraphQL */ `
  mutation WithdrawSalesProposal($input: WithdrawSalesProposalInput!) {
    withdrawSalesProposal(input: $input) {
      ... on SalesProposal {
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
