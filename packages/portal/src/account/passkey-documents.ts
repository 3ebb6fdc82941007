import { graphql } from '@steward/graphql-client'

export const BeginPasskeySignInMutation = graphql(/* GraphQL */ `
  mutation BeginPasskeySignIn($input: BeginPasskeySignInInput!) {
    beginPasskeySignIn(input: $input) {
      ... on PasskeyCeremony {
        options
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const SignInWithPasskeyMutation = graphql(/* GraphQL */ `
  mutation SignInWithPasskey($input: SignInWithPasskeyInput!) {
    signInWithPasskey(input: $input) {
      ... on Viewer {
        ...ViewerParts
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const BeginPasskeyProofMutation = graphql(/* GraphQL */ `
  mutation BeginPasskeyProof($input: BeginPasskeyProofInput!) {
    beginPasskeyProof(input: $input) {
      ... on PasskeyCeremony {
        options
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const ProveWithPasskeyMutation = graphql(/* GraphQL */ `
  mutation ProveWithPasskey($input: ProveWithPasskeyInput!) {
    proveWithPasskey(input: $input) {
      ... on IdentityProved {
        provedAt
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const BeginPasskeyMutation = graphql(/* GraphQL */ `
  mutation BeginPasskey($input: BeginPasskeyInput!) {
    beginPasskey(input: $input) {
      ... on PasskeyCeremony {
        options
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

export const AddPasskeyMutation = graphql(/* GraphQL */ `
  mutation AddPasskey($input: AddPasskeyInput!) {
    addPasskey(input: $input) {
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
    }
  }
`)
