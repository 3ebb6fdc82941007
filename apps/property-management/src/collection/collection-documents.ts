import { graphql } from '@steward/graphql-client'

export const SiteCollection = graphql(/* GraphQL */ `
  query SiteCollection($from: LocalDate!, $to: LocalDate!) {
    collection(from: $from, to: $to) {
      projectId
      projectName
      dueMinor
      collectedMinor
      rateBasisPoints
      debtors
      overdueMinor
      ages {
        band
        count
        minor
      }
    }
  }
`)

export const SiteDunning = graphql(/* GraphQL */ `
  query SiteDunning($state: [DunningState!], $after: ID) {
    dunning(state: $state, first: 50, after: $after) {
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
      holdReason
    }
  }
`)

export const SiteTakeDunningStep = graphql(/* GraphQL */ `
  mutation SiteTakeDunningStep($input: TakeDunningStepInput!) {
    takeDunningStep(input: $input) {
      ... on DunningNotice {
        id
        step
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const SiteAccount = graphql(/* GraphQL */ `
  query SiteAccount($id: ID!) {
    clientAccount(clientId: $id) {
      openCount
      openMinor
      overdueMinor
      creditMinor
      balanceMinor
      ages {
        band
        count
        minor
      }
      punctuality {
        dueCount
        onTimeBasisPoints
        meanDaysLateTenths
      }
    }
  }
`)

export const SiteAccountLists = graphql(/* GraphQL */ `
  query SiteAccountLists($id: ID!) {
    client(id: $id) {
      id
      code
      name
    }
    receivables(first: 100, filter: { client: $id }, orderBy: NEWEST) {
      edges {
        node {
          id
          number
          kind
          period
          dueOn
          state
          amountMinor
          openMinor
          unit {
            id
            label
          }
        }
      }
    }
    payments(first: 20, filter: { client: $id, reversed: false }) {
      edges {
        node {
          id
          number
          receivedOn
          method
          amountMinor
        }
      }
    }
  }
`)
