import { graphql, type LedgerWitnessPartsFragment } from '@steward/graphql-client'

export const LedgerWitnessParts = graphql(/* GraphQL */ `
  fragment LedgerWitnessParts on LedgerWitness {
    id
    kind
    name
    url
    publicKey
    mailAddress
    rhythm
    appointedAt
    appointedBy {
      id
      name
    }
    standings {
      chain
      checkpointedSize
      seenSize
      seenAt
      failure
      failingSince
    }
    availableActions
    version
  }
`)

export const LedgerWitnessesQuery = graphql(/* GraphQL */ `
  query LedgerWitnesses {
    ledgerWitnesses {
      id
      ...LedgerWitnessParts
    }
  }
`)

export const TellWitnessMutation = graphql(/* GraphQL */ `
  mutation TellWitness($input: TellWitnessInput!) {
    tellWitness(input: $input) {
      ... on LedgerWitness {
        id
        ...LedgerWitnessParts
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const DismissWitnessMutation = graphql(/* GraphQL */ `
  mutation DismissWitness($input: DismissWitnessInput!) {
    dismissWitness(input: $input) {
      ... on LedgerWitness {
        id
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export type Witness = LedgerWitnessPartsFragment
export type Standing = Witness['standings'][number]
