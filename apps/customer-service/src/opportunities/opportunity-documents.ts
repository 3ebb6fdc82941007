import { graphql } from '@steward/graphql-client'

/** The verbs of an opportunity. Whoever did one sees the page anew; what comes back is only what it says of itself. */

export const OpenOpportunity = graphql(/* GraphQL */ `
  mutation OpenOpportunity($input: OpenOpportunityInput!) {
    openOpportunity(input: $input) {
      ... on Opportunity {
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

export const AmendOpportunity = graphql(/* GraphQL */ `
  mutation AmendOpportunity($input: AmendOpportunityInput!) {
    amendOpportunity(input: $input) {
      ... on Opportunity {
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

export const AssignOpportunity = graphql(/* GraphQL */ `
  mutation AssignOpportunity($input: AssignOpportunityInput!) {
    assignOpportunity(input: $input) {
      ... on Opportunity {
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

export const ContactOpportunity = graphql(/* GraphQL */ `
  mutation ContactOpportunity($input: ContactOpportunityInput!) {
    contactOpportunity(input: $input) {
      ... on Opportunity {
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

export const ProposeOpportunity = graphql(/* GraphQL */ `
  mutation ProposeOpportunity($input: ProposeOpportunityInput!) {
    proposeOpportunity(input: $input) {
      ... on Opportunity {
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

export const QuoteOpportunity = graphql(/* GraphQL */ `
  mutation QuoteOpportunity($input: QuoteOpportunityInput!) {
    quoteOpportunity(input: $input) {
      ... on Opportunity {
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

export const AgreeOpportunity = graphql(/* GraphQL */ `
  mutation AgreeOpportunity($input: AgreeOpportunityInput!) {
    agreeOpportunity(input: $input) {
      ... on Opportunity {
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

export const WinOpportunity = graphql(/* GraphQL */ `
  mutation WinOpportunity($input: WinOpportunityInput!) {
    winOpportunity(input: $input) {
      ... on Opportunity {
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

export const StepBackOpportunity = graphql(/* GraphQL */ `
  mutation StepBackOpportunity($input: StepBackOpportunityInput!) {
    stepBackOpportunity(input: $input) {
      ... on Opportunity {
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

export const LoseOpportunity = graphql(/* GraphQL */ `
  mutation LoseOpportunity($input: LoseOpportunityInput!) {
    loseOpportunity(input: $input) {
      ... on Opportunity {
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

export const ReopenOpportunity = graphql(/* GraphQL */ `
  mutation ReopenOpportunity($input: ReopenOpportunityInput!) {
    reopenOpportunity(input: $input) {
      ... on Opportunity {
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
