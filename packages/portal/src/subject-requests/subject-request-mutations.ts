import { graphql } from '@steward/graphql-client'

export const SetSubjectRequestPolicy = graphql(/* GraphQL */ `
  mutation SetSubjectRequestPolicy($input: SetSubjectRequestPolicyInput!) {
    setSubjectRequestPolicy(input: $input) {
      ... on SubjectRequestPolicy {
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

export const RegisterSubjectRequest = graphql(/* GraphQL */ `
  mutation RegisterSubjectRequest($input: RegisterSubjectRequestInput!) {
    registerSubjectRequest(input: $input) {
      ... on SubjectRequest {
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

export const VerifySubjectRequest = graphql(/* GraphQL */ `
  mutation VerifySubjectRequest($input: VerifySubjectRequestInput!) {
    verifySubjectRequest(input: $input) {
      ... on SubjectRequest {
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

export const AnswerSubjectRequest = graphql(/* GraphQL */ `
  mutation AnswerSubjectRequest($input: AnswerSubjectRequestInput!) {
    answerSubjectRequest(input: $input) {
      ... on SubjectRequest {
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

export const RefuseSubjectRequest = graphql(/* GraphQL */ `
  mutation RefuseSubjectRequest($input: RefuseSubjectRequestInput!) {
    refuseSubjectRequest(input: $input) {
      ... on SubjectRequest {
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

export const WithdrawSubjectRequest = graphql(/* GraphQL */ `
  mutation WithdrawSubjectRequest($input: WithdrawSubjectRequestInput!) {
    withdrawSubjectRequest(input: $input) {
      ... on SubjectRequest {
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

export const EraseSubjectRequest = graphql(/* GraphQL */ `
  mutation EraseSubjectRequest($input: EraseSubjectRequestInput!) {
    eraseSubjectRequest(input: $input) {
      ... on SubjectRequest {
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

export const PrepareCopySubjectRequest = graphql(/* GraphQL */ `
  mutation PrepareCopySubjectRequest($input: PrepareCopySubjectRequestInput!) {
    prepareCopySubjectRequest(input: $input) {
      ... on SubjectRequest {
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
