import { graphql } from '@steward/graphql-client'

/** The verbs of a service agreement. */

export const MakeServiceAgreement = graphql(/* GraphQL */ `
  mutation MakeServiceAgreement($input: MakeServiceAgreementInput!) {
    makeServiceAgreement(input: $input) {
      ... on ServiceAgreement {
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

export const ChangeServiceAgreement = graphql(/* GraphQL */ `
  mutation ChangeServiceAgreement($input: ChangeServiceAgreementInput!) {
    changeServiceAgreement(input: $input) {
      ... on ServiceAgreement {
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

export const SubmitServiceAgreement = graphql(/* GraphQL */ `
  mutation SubmitServiceAgreement($input: SubmitServiceAgreementInput!) {
    submitServiceAgreement(input: $input) {
      ... on ServiceAgreement {
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

export const ReviewServiceAgreement = graphql(/* GraphQL */ `
  mutation ReviewServiceAgreement($input: ReviewServiceAgreementInput!) {
    reviewServiceAgreement(input: $input) {
      ... on ServiceAgreement {
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

export const ApproveServiceAgreement = graphql(/* GraphQL */ `
  mutation ApproveServiceAgreement($input: ApproveServiceAgreementInput!) {
    approveServiceAgreement(input: $input) {
      ... on ServiceAgreement {
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

export const RejectServiceAgreement = graphql(/* GraphQL */ `
  mutation RejectServiceAgreement($input: RejectServiceAgreementInput!) {
    rejectServiceAgreement(input: $input) {
      ... on ServiceAgreement {
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

export const WithdrawServiceAgreement = graphql(/* GraphQL */ `
  mutation WithdrawServiceAgreement($input: WithdrawServiceAgreementInput!) {
    withdrawServiceAgreement(input: $input) {
      ... on ServiceAgreement {
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

export const SignServiceAgreement = graphql(/* GraphQL */ `
  mutation SignServiceAgreement($input: SignServiceAgreementInput!) {
    signServiceAgreement(input: $input) {
      ... on ServiceAgreement {
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

export const EndServiceAgreement = graphql(/* GraphQL */ `
  mutation EndServiceAgreement($input: EndServiceAgreementInput!) {
    endServiceAgreement(input: $input) {
      ... on ServiceAgreement {
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
