import { graphql } from '@steward/graphql-client'

export const MakePromiseOfComplaint = graphql(/* GraphQL */ `
  mutation MakePromiseOfComplaint($input: MakePromiseOfComplaintInput!) {
    makePromiseOfComplaint(input: $input) {
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

export const AnswerPromise = graphql(/* GraphQL */ `
  mutation AnswerPromise($input: AnswerPromiseInput!) {
    answerPromise(input: $input) {
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

export const SupersedePromise = graphql(/* GraphQL */ `
  mutation SupersedePromise($input: SupersedePromiseInput!) {
    supersedePromise(input: $input) {
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

export const PausePromise = graphql(/* GraphQL */ `
  mutation PausePromise($input: PausePromiseInput!) {
    pausePromise(input: $input) {
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

export const ResumePromise = graphql(/* GraphQL */ `
  mutation ResumePromise($input: ResumePromiseInput!) {
    resumePromise(input: $input) {
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
