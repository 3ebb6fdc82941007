import { graphql, type WebhookEndpointQuery } from '@steward/graphql-client'

export const EndpointDocument = graphql(/* GraphQL */ `
  query WebhookEndpoint($id: ID!, $first: Int!, $after: String, $filter: WebhookMessageFilter) {
    webhookEndpoint(id: $id) {
      id
      url
      description
      events
      status
      pauseReason
      failingSince
      lastDeliveredAt
      overlapUntil
      deliveredLastWeek
      failedLastWeek
      pending
      availableActions
      version
      recent {
        status
        attemptCount
      }
      partner {
        id
        name
        credentials {
          id
          status
          scopes
        }
      }
      messages(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            id
            event
            status
            attemptCount
            createdAt
            dueAt
            lastFailure
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`)

export type Endpoint = NonNullable<WebhookEndpointQuery['webhookEndpoint']>
export type LoggedMessage = Endpoint['messages']['edges'][number]['node']

export const Change = graphql(/* GraphQL */ `
  mutation ChangeWebhookEndpoint($input: ChangeWebhookEndpointInput!) {
    changeWebhookEndpoint(input: $input) {
      ... on WebhookEndpoint {
        id
        url
        description
        events
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

export const Pause = graphql(/* GraphQL */ `
  mutation PauseWebhookEndpoint($input: PauseWebhookEndpointInput!) {
    pauseWebhookEndpoint(input: $input) {
      ... on WebhookEndpoint {
        id
        status
        pauseReason
        availableActions
        version
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const Resume = graphql(/* GraphQL */ `
  mutation ResumeWebhookEndpoint($input: ResumeWebhookEndpointInput!) {
    resumeWebhookEndpoint(input: $input) {
      ... on WebhookEndpoint {
        id
        status
        pauseReason
        failingSince
        availableActions
        version
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const Archive = graphql(/* GraphQL */ `
  mutation ArchiveWebhookEndpoint($input: ArchiveWebhookEndpointInput!) {
    archiveWebhookEndpoint(input: $input) {
      ... on WebhookEndpoint {
        id
        status
        availableActions
        version
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const Rotate = graphql(/* GraphQL */ `
  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {
    rotateWebhookSecret(input: $input) {
      ... on IssuedWebhookSecret {
        secret
        endpoint {
          id
          url
          overlapUntil
          version
        }
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const Test = graphql(/* GraphQL */ `
  mutation TestWebhookEndpoint($input: TestWebhookEndpointInput!) {
    testWebhookEndpoint(input: $input) {
      ... on WebhookMessage {
        id
        status
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const ReplayFailed = graphql(/* GraphQL */ `
  mutation ReplayFailedWebhookMessages($input: ReplayFailedWebhookMessagesInput!) {
    replayFailedWebhookMessages(input: $input) {
      ... on WebhookEndpoint {
        id
        pending
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
