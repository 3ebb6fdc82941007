import { graphql } from '@steward/graphql-client'

export const AccountQuery = graphql(/* GraphQL */ `
  query Account {
    mySecondFactors {
      id
      kind
      name
      confirmedAt
      lastUsedAt
      countersignedAt
    }
    myRecoveryCodes {
      id
      usedAt
    }
  }
`)

export const ProveIdentityMutation = graphql(/* GraphQL */ `
  mutation ProveIdentity($input: ProveIdentityInput!) {
    proveIdentity(input: $input) {
      ... on IdentityProved {
        provedAt
      }
      ... on UserError {
        code
        message
      }
      ... on NotEligibleError {
        reason
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

export const SetUpOneTimeCodeMutation = graphql(/* GraphQL */ `
  mutation SetUpOneTimeCode($input: SetUpOneTimeCodeInput!) {
    setUpOneTimeCode(input: $input) {
      ... on OneTimeCodeSetUp {
        factorId
        uri
        secret
      }
      ... on UserError {
        code
        message
      }
      ... on NotEligibleError {
        reason
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

export const ConfirmOneTimeCodeMutation = graphql(/* GraphQL */ `
  mutation ConfirmOneTimeCode($input: ConfirmOneTimeCodeInput!) {
    confirmOneTimeCode(input: $input) {
      ... on FactorAdded {
        factorId
        recoveryCodes
      }
      ... on UserError {
        code
        message
      }
      ... on NotEligibleError {
        reason
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

export const RemoveFactorMutation = graphql(/* GraphQL */ `
  mutation RemoveFactor($input: RemoveFactorInput!) {
    removeFactor(input: $input) {
      ... on FactorRemoved {
        factorId
      }
      ... on UserError {
        code
        message
      }
      ... on NotEligibleError {
        reason
      }
    }
  }
`)

export const RenewRecoveryCodesMutation = graphql(/* GraphQL */ `
  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {
    renewRecoveryCodes(input: $input) {
      ... on RecoveryCodesRenewed {
        recoveryCodes
      }
      ... on UserError {
        code
        message
      }
      ... on NotEligibleError {
        reason
      }
    }
  }
`)
