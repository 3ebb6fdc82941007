import { graphql } from '@steward/graphql-client'

export const DefineLeadSource = graphql(/* GraphQL */ `
  mutation DefineLeadSource($input: DefineLeadSourceInput!) {
    defineLeadSource(input: $input) {
      ... on LeadSource {
        id
        version
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

export const AmendLeadSource = graphql(/* GraphQL */ `
  mutation AmendLeadSource($input: AmendLeadSourceInput!) {
    amendLeadSource(input: $input) {
      ... on LeadSource {
        id
        version
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

export const RetireLeadSource = graphql(/* GraphQL */ `
  mutation RetireLeadSource($input: RetireLeadSourceInput!) {
    retireLeadSource(input: $input) {
      ... on LeadSource {
        id
        version
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

export const RestoreLeadSource = graphql(/* GraphQL */ `
  mutation RestoreLeadSource($input: RestoreLeadSourceInput!) {
    restoreLeadSource(input: $input) {
      ... on LeadSource {
        id
        version
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

export const DefineCampaign = graphql(/* GraphQL */ `
  mutation DefineCampaign($input: DefineCampaignInput!) {
    defineCampaign(input: $input) {
      ... on Campaign {
        id
        version
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

export const AmendCampaign = graphql(/* GraphQL */ `
  mutation AmendCampaign($input: AmendCampaignInput!) {
    amendCampaign(input: $input) {
      ... on Campaign {
        id
        version
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

export const RetireCampaign = graphql(/* GraphQL */ `
  mutation RetireCampaign($input: RetireCampaignInput!) {
    retireCampaign(input: $input) {
      ... on Campaign {
        id
        version
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

export const RestoreCampaign = graphql(/* GraphQL */ `
  mutation RestoreCampaign($input: RestoreCampaignInput!) {
    restoreCampaign(input: $input) {
      ... on Campaign {
        id
        version
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

export const SetLeadPolicy = graphql(/* GraphQL */ `
  mutation SetLeadPolicy($input: SetLeadPolicyInput!) {
    setLeadPolicy(input: $input) {
      ... on LeadPolicy {
        version
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

export const LeadSettings = graphql(/* GraphQL */ `
  query LeadSettings($withPrices: Boolean!) {
    leadSources {
      id
      name
      countsAs
      retiredAt
      version
    }
    campaigns {
      id
      name
      startsOn
      endsOn
      costMinor
      retiredAt
      version
      source {
        id
        name
      }
    }
    leadPolicy {
      returnAfterDays
      warnBeforeDays
      claimsADay
      version
    }
    pricePolicy @include(if: $withPrices) {
      supervisorDiscount
      supervisorMinor
      managerDiscount
      managerMinor
      directorDiscount
      directorMinor
      version
    }
    opportunityPolicy {
      needChance
      proposalChance
      quotationChance
      signingChance
      needDays
      proposalDays
      quotationDays
      signingDays
      version
    }
  }
`)

export const SetOpportunityPolicy = graphql(/* GraphQL */ `
  mutation SetOpportunityPolicy($input: SetOpportunityPolicyInput!) {
    setOpportunityPolicy(input: $input) {
      ... on OpportunityPolicy {
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

export const SetPricePolicy = graphql(/* GraphQL */ `
  mutation SetPricePolicy($input: SetPricePolicyInput!) {
    setPricePolicy(input: $input) {
      ... on PricePolicy {
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
