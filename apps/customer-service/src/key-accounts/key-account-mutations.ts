import { graphql } from '@steward/graphql-client'

export const ProposeKeyAccountNomination = graphql(/* GraphQL */ `
  mutation ProposeKeyAccountNomination($input: ProposeKeyAccountNominationInput!) {
    proposeKeyAccountNomination(input: $input) {
      ... on KeyAccountNomination {
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

export const ReviewKeyAccountNomination = graphql(/* GraphQL */ `
  mutation ReviewKeyAccountNomination($input: ReviewKeyAccountNominationInput!) {
    reviewKeyAccountNomination(input: $input) {
      ... on KeyAccountNomination {
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

export const ApproveKeyAccountNomination = graphql(/* GraphQL */ `
  mutation ApproveKeyAccountNomination($input: ApproveKeyAccountNominationInput!) {
    approveKeyAccountNomination(input: $input) {
      ... on KeyAccountNomination {
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

export const RejectKeyAccountNomination = graphql(/* GraphQL */ `
  mutation RejectKeyAccountNomination($input: RejectKeyAccountNominationInput!) {
    rejectKeyAccountNomination(input: $input) {
      ... on KeyAccountNomination {
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

export const WithdrawKeyAccountNomination = graphql(/* GraphQL */ `
  mutation WithdrawKeyAccountNomination($input: WithdrawKeyAccountNominationInput!) {
    withdrawKeyAccountNomination(input: $input) {
      ... on KeyAccountNomination {
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

export const RecordDossierOfKeyAccount = graphql(/* GraphQL */ `
  mutation RecordDossierOfKeyAccount($input: RecordDossierOfKeyAccountInput!) {
    recordDossierOfKeyAccount(input: $input) {
      ... on KeyAccountDossier {
        id
        ordinal
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const RevealDossierOfKeyAccount = graphql(/* GraphQL */ `
  mutation RevealDossierOfKeyAccount($input: RevealDossierOfKeyAccountInput!) {
    revealDossierOfKeyAccount(input: $input) {
      ... on RevealedDossier {
        assets
        abilityToPay
        credit
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const RecordOpinionOfKeyAccount = graphql(/* GraphQL */ `
  mutation RecordOpinionOfKeyAccount($input: RecordOpinionOfKeyAccountInput!) {
    recordOpinionOfKeyAccount(input: $input) {
      ... on KeyAccount {
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

export const SetKeyAccountPolicy = graphql(/* GraphQL */ `
  mutation SetKeyAccountPolicy($input: SetKeyAccountPolicyInput!) {
    setKeyAccountPolicy(input: $input) {
      ... on KeyAccountPolicy {
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
