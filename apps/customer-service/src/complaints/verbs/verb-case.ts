import { graphql } from '@steward/graphql-client'

/** What the forms of the verbs know of the case: its version, what they are filled with, what is decided upon. */
export const VerbCase = graphql(/* GraphQL */ `
  fragment VerbCase on Complaint {
    id
    number
    version
    status
    kind
    track
    severity
    purpose
    cause
    causeNote
    preventionNote
    faultShare
    findings
    wasReal
    contactAttempts
    currency
    amountMinor
    authorityAmountMinor
    client {
      id
    }
    category {
      id
    }
    handlingDepartment {
      id
    }
    assignee {
      id
    }
    proposedResponsibleDepartment {
      id
    }
    currentOption {
      id
      kind
      description
    }
    approvedAt
    approvalOwedUntil
    events {
      id
      action
      at
      note
      by {
        id
        name
      }
    }
    ...WaysToSign
  }
`)
