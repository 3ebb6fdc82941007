import { graphql } from '@steward/graphql-client'

/** The verbs of a lead. Whoever did one sees the page anew; what comes back is only what it says of itself. */

export const AmendLead = graphql(/* GraphQL */ `
  mutation AmendLead($input: AmendLeadInput!) {
    amendLead(input: $input) {
      ... on Lead {
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

export const AssignLead = graphql(/* GraphQL */ `
  mutation AssignLead($input: AssignLeadInput!) {
    assignLead(input: $input) {
      ... on Lead {
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

export const ClaimLead = graphql(/* GraphQL */ `
  mutation ClaimLead($input: ClaimLeadInput!) {
    claimLead(input: $input) {
      ... on Lead {
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

export const ReleaseLead = graphql(/* GraphQL */ `
  mutation ReleaseLead($input: ReleaseLeadInput!) {
    releaseLead(input: $input) {
      ... on Lead {
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

export const ContactLead = graphql(/* GraphQL */ `
  mutation ContactLead($input: ContactLeadInput!) {
    contactLead(input: $input) {
      ... on Lead {
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

export const QualifyLead = graphql(/* GraphQL */ `
  mutation QualifyLead($input: QualifyLeadInput!) {
    qualifyLead(input: $input) {
      ... on Lead {
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

export const LoseLead = graphql(/* GraphQL */ `
  mutation LoseLead($input: LoseLeadInput!) {
    loseLead(input: $input) {
      ... on Lead {
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

export const OpenLead = graphql(/* GraphQL */ `
  mutation OpenLead($input: OpenLeadInput!) {
    openLead(input: $input) {
      ... on Lead {
        id
        number
        name
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
      ... on DuplicateError {
        existingId
      }
    }
  }
`)

export const ConvertLead = graphql(/* GraphQL */ `
  mutation ConvertLead($input: ConvertLeadInput!) {
    convertLead(input: $input) {
      ... on Lead {
        id
        version
        client {
          id
          name
        }
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
      ... on DuplicateError {
        existingId
      }
    }
  }
`)

/** Where a new lead may come from. */
export const LeadOrigins = graphql(/* GraphQL */ `
  query LeadOrigins {
    leadSources {
      id
      name
      countsAs
      retiredAt
    }
    campaigns {
      id
      name
      retiredAt
      source {
        id
      }
    }
    projects {
      id
      name
    }
  }
`)
