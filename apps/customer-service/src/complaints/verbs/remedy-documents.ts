import { graphql } from '@steward/graphql-client'

// Mutations around the option on the table. They answer the id alone: the page asks for the case anew, with all that the step changed.

export const ProposeComplaint = graphql(/* GraphQL */ `
  mutation ProposeComplaint($input: ProposeComplaintInput!) {
    proposeComplaint(input: $input) {
      ... on Complaint {
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

export const ReviewComplaint = graphql(/* GraphQL */ `
  mutation ReviewComplaint($input: ReviewComplaintInput!) {
    reviewComplaint(input: $input) {
      ... on Complaint {
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

export const RecordOralApprovalOfComplaint = graphql(/* GraphQL */ `
  mutation RecordOralApprovalOfComplaint($input: RecordOralApprovalOfComplaintInput!) {
    recordOralApprovalOfComplaint(input: $input) {
      ... on Complaint {
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

export const SignOralApprovalOfComplaint = graphql(/* GraphQL */ `
  mutation SignOralApprovalOfComplaint($input: SignOralApprovalOfComplaintInput!) {
    signOralApprovalOfComplaint(input: $input) {
      ... on Complaint {
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

export const DenyOralApprovalOfComplaint = graphql(/* GraphQL */ `
  mutation DenyOralApprovalOfComplaint($input: DenyOralApprovalOfComplaintInput!) {
    denyOralApprovalOfComplaint(input: $input) {
      ... on Complaint {
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

export const ApproveComplaint = graphql(/* GraphQL */ `
  mutation ApproveComplaint($input: ApproveComplaintInput!) {
    approveComplaint(input: $input) {
      ... on Complaint {
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

export const RejectComplaint = graphql(/* GraphQL */ `
  mutation RejectComplaint($input: RejectComplaintInput!) {
    rejectComplaint(input: $input) {
      ... on Complaint {
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

export const OfferComplaint = graphql(/* GraphQL */ `
  mutation OfferComplaint($input: OfferComplaintInput!) {
    offerComplaint(input: $input) {
      ... on Complaint {
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

export const LogContactAttemptOfComplaint = graphql(/* GraphQL */ `
  mutation LogContactAttemptOfComplaint($input: LogContactAttemptOfComplaintInput!) {
    logContactAttemptOfComplaint(input: $input) {
      ... on Complaint {
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

export const ConfirmComplaint = graphql(/* GraphQL */ `
  mutation ConfirmComplaint($input: ConfirmComplaintInput!) {
    confirmComplaint(input: $input) {
      ... on Complaint {
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

export const RefuseOptionOfComplaint = graphql(/* GraphQL */ `
  mutation RefuseOptionOfComplaint($input: RefuseOptionOfComplaintInput!) {
    refuseOptionOfComplaint(input: $input) {
      ... on Complaint {
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

export const RecordAgreementOfComplaint = graphql(/* GraphQL */ `
  mutation RecordAgreementOfComplaint($input: RecordAgreementOfComplaintInput!) {
    recordAgreementOfComplaint(input: $input) {
      ... on Complaint {
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
