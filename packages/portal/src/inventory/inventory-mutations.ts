import { graphql } from '@steward/graphql-client'

export const EnterInformationItem = graphql(/* GraphQL */ `
  mutation EnterInformationItem($input: EnterInformationItemInput!) {
    enterInformationItem(input: $input) {
      ... on InformationItem {
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

export const AmendInformationItem = graphql(/* GraphQL */ `
  mutation AmendInformationItem($input: AmendInformationItemInput!) {
    amendInformationItem(input: $input) {
      ... on InformationItem {
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

export const RetireInformationItem = graphql(/* GraphQL */ `
  mutation RetireInformationItem($input: RetireInformationItemInput!) {
    retireInformationItem(input: $input) {
      ... on InformationItem {
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

export const ConfirmInformationInventory = graphql(/* GraphQL */ `
  mutation ConfirmInformationInventory($input: ConfirmInformationInventoryInput!) {
    confirmInformationInventory(input: $input) {
      ... on InformationInventory {
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

export const StateInformationBreach = graphql(/* GraphQL */ `
  mutation StateInformationBreach($input: StateInformationBreachInput!) {
    stateInformationBreach(input: $input) {
      ... on InformationBreach {
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

export const ConcludeInformationBreach = graphql(/* GraphQL */ `
  mutation ConcludeInformationBreach($input: ConcludeInformationBreachInput!) {
    concludeInformationBreach(input: $input) {
      ... on InformationBreach {
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

export const CheckInformationInventory = graphql(/* GraphQL */ `
  mutation CheckInformationInventory($input: CheckInformationInventoryInput!) {
    checkInformationInventory(input: $input) {
      ... on InformationCheck {
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

export const RecordInformationBreach = graphql(/* GraphQL */ `
  mutation RecordInformationBreach($input: RecordInformationBreachInput!) {
    recordInformationBreach(input: $input) {
      ... on InformationBreach {
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

export const SetInformationInventoryPolicy = graphql(/* GraphQL */ `
  mutation SetInformationInventoryPolicy($input: SetInformationInventoryPolicyInput!) {
    setInformationInventoryPolicy(input: $input) {
      ... on InformationInventoryPolicy {
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
