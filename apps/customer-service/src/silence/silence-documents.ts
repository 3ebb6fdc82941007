import { graphql } from '@steward/graphql-client'

export const SilenceAlertLine = graphql(/* GraphQL */ `
  fragment SilenceAlertLine on SilenceAlert {
    id
    basis
    status
    raisedOn
    lastEventOn
    silentOn
    usualGapDays
    complaintCount
    visitBy
    outcome
    visitor {
      id
      name
    }
    acknowledgedBy {
      id
      name
    }
    client {
      id
      code
      name
      project {
        id
        name
      }
    }
  }
`)

export const SilenceAlerts = graphql(/* GraphQL */ `
  query SilenceAlerts(
    $filter: SilenceAlertFilter
    $orderBy: SilenceAlertOrder
    $first: Int!
    $after: String
  ) {
    silenceAlerts(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        node {
          id
          ...SilenceAlertLine
        }
      }
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const SilenceAlertPageQuery = graphql(/* GraphQL */ `
  query SilenceAlertPage($id: ID!) {
    silenceAlert(id: $id) {
      ...SilenceAlertLine
      id
      score
      threshold
      visitProposedBy {
        id
        name
      }
      acknowledgedAt
      visit {
        id
        channel
        words
        result
        at
        recordedBy {
          id
          name
        }
      }
      note
      closedBy {
        id
        name
      }
      closedAt
      version
      availableActions
    }
  }
`)

export const ClientRhythmOf = graphql(/* GraphQL */ `
  query ClientRhythmOf($clientId: ID!) {
    clientRhythm(clientId: $clientId) {
      clientId
      today
      signs {
        on
        kind
        inVain
      }
      gaps
      usualGapDays
      lastOn
      quietDays
      measure
      score
      threshold
      silentOn
      isSilent
      step
    }
  }
`)

export const AcknowledgeSilenceAlert = graphql(/* GraphQL */ `
  mutation AcknowledgeSilenceAlert($input: AcknowledgeSilenceAlertInput!) {
    acknowledgeSilenceAlert(input: $input) {
      ... on SilenceAlert {
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

export const ProposeVisitSilenceAlert = graphql(/* GraphQL */ `
  mutation ProposeVisitSilenceAlert($input: ProposeVisitSilenceAlertInput!) {
    proposeVisitSilenceAlert(input: $input) {
      ... on SilenceAlert {
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

export const RecordVisitSilenceAlert = graphql(/* GraphQL */ `
  mutation RecordVisitSilenceAlert($input: RecordVisitSilenceAlertInput!) {
    recordVisitSilenceAlert(input: $input) {
      ... on SilenceAlert {
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

export const CloseSilenceAlert = graphql(/* GraphQL */ `
  mutation CloseSilenceAlert($input: CloseSilenceAlertInput!) {
    closeSilenceAlert(input: $input) {
      ... on SilenceAlert {
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

export const LossFunnelQuery = graphql(/* GraphQL */ `
  query LossFunnel {
    lossFunnel {
      reckonedAt
      clients
      steps {
        step
        clients
        complained
        saidNothing
      }
    }
  }
`)

export const SilenceClientsQuery = graphql(/* GraphQL */ `
  query SilenceClients($filter: SilenceClientFilter!, $first: Int!, $after: String) {
    silenceClients(filter: $filter, first: $first, after: $after) {
      rows {
        clientId
        code
        name
        projectName
        step
        lastPaidOn
        times
        monetary
      }
      next
    }
  }
`)

export const RfmGridQuery = graphql(/* GraphQL */ `
  query RfmGrid {
    rfmGrid {
      reckonedAt
      clients
      cells {
        recency
        frequency
        clients
        monetaryTenths
      }
      bounds {
        score
        lastFrom
        lastTo
        timesFrom
        timesTo
      }
    }
  }
`)

export const SilenceRuleQuery = graphql(/* GraphQL */ `
  query SilenceRule {
    silencePolicy {
      leastGaps
      rhythmThreshold
      modelThreshold
      leastDays
      complaints
      complaintWindowDays
      quietDays
      lostAfterDays
      version
    }
  }
`)

export const SilencePreviewQuery = graphql(/* GraphQL */ `
  query SilencePreview($rule: SilenceRuleInput!) {
    silencePreview(rule: $rule) {
      clients
      before
      after
    }
  }
`)

export const SetSilencePolicy = graphql(/* GraphQL */ `
  mutation SetSilencePolicy($input: SetSilencePolicyInput!) {
    setSilencePolicy(input: $input) {
      ... on SilencePolicy {
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
