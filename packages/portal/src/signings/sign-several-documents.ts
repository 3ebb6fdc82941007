import { graphql } from '@steward/graphql-client'

/** All that whoever signs must have seen. */
export const SigningInFull = graphql(/* GraphQL */ `
  query SigningInFull($id: ID!) {
    signing(id: $id) {
      id
      ...SigningInBrief
      ...SigningWay
      complaint {
        id
        version
        findings
        faultShare
        amountMinor
        authorityAmountMinor
        currentOption {
          id
          kind
          description
        }
      }
      documentRevision {
        id
        version
        changeReason
        clauses {
          heading
          body
        }
      }
    }
  }
`)

export const ApproveSigning = graphql(/* GraphQL */ `
  mutation ApproveSigning($input: ApproveComplaintInput!) {
    approveComplaint(input: $input) {
      ... on Complaint {
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
    }
  }
`)

export const ApproveDocumentSigning = graphql(/* GraphQL */ `
  mutation ApproveDocumentSigning($input: ApproveDocumentInput!) {
    approveDocument(input: $input) {
      ... on DocumentRevision {
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
    }
  }
`)

export const ReviewDocumentSigning = graphql(/* GraphQL */ `
  mutation ReviewDocumentSigning($input: ReviewDocumentInput!) {
    reviewDocument(input: $input) {
      ... on DocumentRevision {
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
    }
  }
`)

export const ReviewSigning = graphql(/* GraphQL */ `
  mutation ReviewSigning($input: ReviewComplaintInput!) {
    reviewComplaint(input: $input) {
      ... on Complaint {
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
    }
  }
`)
