import { graphql } from '@steward/graphql-client'

/** All that a revision lays down, whatever its kind. */
export const RevisionToSee = graphql(/* GraphQL */ `
  fragment RevisionToSee on DocumentRevision {
    id
    kind
    label
    changeReason
    base {
      id
      label
      limits {
        role
        cause
        limitMinor
      }
    }
    clauses {
      heading
      body
    }
    limits {
      role
      cause
      limitMinor
    }
    ...StandardParts
    rules {
      rule
      kind
      fromMinor
      grades
      siteTiers
      position
      meaning
      roles
      dueMinutes
      escalateAfterMinutes
      level
    }
  }
`)

/** What it changes of the revision that it amends, place by place. */
export const RevisionDifferenceToSee = graphql(/* GraphQL */ `
  query RevisionDifferenceToSee($from: ID!, $to: ID!) {
    revisionDifference(from: $from, to: $to) {
      where
      before
      after
    }
  }
`)

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
        ...RevisionToSee
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
