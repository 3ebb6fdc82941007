import { graphql } from '@steward/graphql-client'

/** The verbs of a price approval form. */

export const DraftPriceForm = graphql(/* GraphQL */ `
  mutation DraftPriceForm($input: DraftPriceFormInput!) {
    draftPriceForm(input: $input) {
      ... on PriceForm {
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

export const ChangePriceForm = graphql(/* GraphQL */ `
  mutation ChangePriceForm($input: ChangePriceFormInput!) {
    changePriceForm(input: $input) {
      ... on PriceForm {
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

export const SubmitPriceForm = graphql(/* GraphQL */ `
  mutation SubmitPriceForm($input: SubmitPriceFormInput!) {
    submitPriceForm(input: $input) {
      ... on PriceForm {
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

export const ReviewPriceForm = graphql(/* GraphQL */ `
  mutation ReviewPriceForm($input: ReviewPriceFormInput!) {
    reviewPriceForm(input: $input) {
      ... on PriceForm {
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

export const ApprovePriceForm = graphql(/* GraphQL */ `
  mutation ApprovePriceForm($input: ApprovePriceFormInput!) {
    approvePriceForm(input: $input) {
      ... on PriceForm {
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

export const RejectPriceForm = graphql(/* GraphQL */ `
  mutation RejectPriceForm($input: RejectPriceFormInput!) {
    rejectPriceForm(input: $input) {
      ... on PriceForm {
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

export const WithdrawPriceForm = graphql(/* GraphQL */ `
  mutation WithdrawPriceForm($input: WithdrawPriceFormInput!) {
    withdrawPriceForm(input: $input) {
      ... on PriceForm {
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
