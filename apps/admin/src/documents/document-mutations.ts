import { graphql } from '@steward/graphql-client'

export const DraftDocument = graphql(/* GraphQL */ `
  mutation DraftDocument($input: DraftDocumentInput!) {
    draftDocument(input: $input) {
      ... on DocumentRevision {
        ...DocumentVerbAnswer
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

export const AmendDocument = graphql(/* GraphQL */ `
  mutation AmendDocument($input: AmendDocumentInput!) {
    amendDocument(input: $input) {
      ... on DocumentRevision {
        ...DocumentVerbAnswer
      }
      ... on UserError {
        code
        message
        ... on SignatureRequired {
          requestIds
          why: reason
        }
      }
    }
  }
`)

export const ChangeDocument = graphql(/* GraphQL */ `
  mutation ChangeDocument($input: ChangeDocumentInput!) {
    changeDocument(input: $input) {
      ... on DocumentRevision {
        ...DocumentVerbAnswer
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

export const SubmitDocument = graphql(/* GraphQL */ `
  mutation SubmitDocument($input: SubmitDocumentInput!) {
    submitDocument(input: $input) {
      ... on DocumentRevision {
        ...DocumentVerbAnswer
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

export const WithdrawDocument = graphql(/* GraphQL */ `
  mutation WithdrawDocument($input: WithdrawDocumentInput!) {
    withdrawDocument(input: $input) {
      ... on DocumentRevision {
        ...DocumentVerbAnswer
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

export const RetireDocument = graphql(/* GraphQL */ `
  mutation RetireDocument($input: RetireDocumentInput!) {
    retireDocument(input: $input) {
      ... on DocumentRevision {
        ...DocumentVerbAnswer
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

export const ReviewDocument = graphql(/* GraphQL */ `
  mutation ReviewDocument($input: ReviewDocumentInput!) {
    reviewDocument(input: $input) {
      ... on DocumentRevision {
        ...DocumentVerbAnswer
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

export const ApproveDocument = graphql(/* GraphQL */ `
  mutation ApproveDocument($input: ApproveDocumentInput!) {
    approveDocument(input: $input) {
      ... on DocumentRevision {
        ...DocumentVerbAnswer
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

export const RejectDocument = graphql(/* GraphQL */ `
  mutation RejectDocument($input: RejectDocumentInput!) {
    rejectDocument(input: $input) {
      ... on DocumentRevision {
        ...DocumentVerbAnswer
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
