import { graphql } from '@steward/graphql-client'

export const DunningList = graphql(/* GraphQL */ `
  query DunningList($project: ID, $state: [DunningState!], $after: ID) {
    dunning(project: $project, state: $state, first: 50, after: $after) {
      receivableId
      number
      kind
      period
      clientId
      clientName
      place
      dueOn
      daysLate
      openMinor
      state
      step
      wording
      holdSource
      holdSince
      holdReason
      holdId
      holdVersion
      complaintNumber
      taken {
        step
        at
        by
        outcome
      }
    }
  }
`)

export const DunningOfClient = graphql(/* GraphQL */ `
  query DunningOfClient($client: ID!) {
    dunning(client: $client) {
      receivableId
      state
      step
      holdSource
      holdSince
    }
  }
`)

export const DunningRules = graphql(/* GraphQL */ `
  query DunningRules {
    dunningRules {
      step
      afterDays
      wordingZh
      wordingEn
      version
    }
  }
`)

export const TakeDunningStep = graphql(/* GraphQL */ `
  mutation TakeDunningStep($input: TakeDunningStepInput!) {
    takeDunningStep(input: $input) {
      ... on DunningNotice {
        id
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

export const HoldDunning = graphql(/* GraphQL */ `
  mutation HoldDunning($input: HoldDunningInput!) {
    holdDunning(input: $input) {
      ... on DunningHold {
        id
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

export const LiftDunningHold = graphql(/* GraphQL */ `
  mutation LiftDunningHold($input: LiftDunningHoldInput!) {
    liftDunningHold(input: $input) {
      ... on DunningHold {
        id
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const SetDunningStep = graphql(/* GraphQL */ `
  mutation SetDunningStep($input: SetDunningStepInput!) {
    setDunningStep(input: $input) {
      ... on DunningRule {
        step
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
