import { graphql } from '@steward/graphql-client'

// The verbs of a hand-over. They answer its id alone: the page asks for it anew.

export const OfferHandover = graphql(/* GraphQL */ `
  mutation OfferHandover($input: OfferHandoverInput!) {
    offerHandover(input: $input) {
      ... on Handover {
        id
      }
      ... on UserError {
        code
        message
        ... on SignatureRequired {
          requestIds
          why: reason
        }
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

export const AcceptHandover = graphql(/* GraphQL */ `
  mutation AcceptHandover($input: AcceptHandoverInput!) {
    acceptHandover(input: $input) {
      ... on Handover {
        id
      }
      ... on UserError {
        code
        message
        ... on SignatureRequired {
          requestIds
          why: reason
        }
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

export const DeclineHandover = graphql(/* GraphQL */ `
  mutation DeclineHandover($input: DeclineHandoverInput!) {
    declineHandover(input: $input) {
      ... on Handover {
        id
      }
      ... on UserError {
        code
        message
        ... on SignatureRequired {
          requestIds
          why: reason
        }
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

export const TakeBackHandover = graphql(/* GraphQL */ `
  mutation TakeBackHandover($input: TakeBackHandoverInput!) {
    takeBackHandover(input: $input) {
      ... on Handover {
        id
      }
      ... on UserError {
        code
        message
        ... on SignatureRequired {
          requestIds
          why: reason
        }
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

export const AskHandover = graphql(/* GraphQL */ `
  mutation AskHandover($input: AskHandoverInput!) {
    askHandover(input: $input) {
      ... on Handover {
        id
      }
      ... on UserError {
        code
        message
        ... on SignatureRequired {
          requestIds
          why: reason
        }
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

export const ReplyHandover = graphql(/* GraphQL */ `
  mutation ReplyHandover($input: ReplyHandoverInput!) {
    replyHandover(input: $input) {
      ... on Handover {
        id
      }
      ... on UserError {
        code
        message
        ... on SignatureRequired {
          requestIds
          why: reason
        }
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
