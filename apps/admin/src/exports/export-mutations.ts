import { graphql } from '@steward/graphql-client'

export const ReviewExportRequest = graphql(/* GraphQL */ `
  mutation ReviewExportRequest($input: ReviewExportRequestInput!) {
    reviewExportRequest(input: $input) {
      ... on ExportRequest {
        id
        version
        status
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

export const ApproveExportRequest = graphql(/* GraphQL */ `
  mutation ApproveExportRequest($input: ApproveExportRequestInput!) {
    approveExportRequest(input: $input) {
      ... on ExportRequest {
        id
        version
        status
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

export const RejectExportRequest = graphql(/* GraphQL */ `
  mutation RejectExportRequest($input: RejectExportRequestInput!) {
    rejectExportRequest(input: $input) {
      ... on ExportRequest {
        id
        version
        status
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

export const WithdrawExportRequest = graphql(/* GraphQL */ `
  mutation WithdrawExportRequest($input: WithdrawExportRequestInput!) {
    withdrawExportRequest(input: $input) {
      ... on ExportRequest {
        id
        version
        status
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

export const ProduceExportRequest = graphql(/* GraphQL */ `
  mutation ProduceExportRequest($input: ProduceExportRequestInput!) {
    produceExportRequest(input: $input) {
      ... on ExportRequest {
        id
        version
        status
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

export const ProduceControlledCopy = graphql(/* GraphQL */ `
  mutation ProduceControlledCopy($input: ProduceControlledCopyInput!) {
    produceControlledCopy(input: $input) {
      ... on ControlledCopy {
        id
        version
        status
        progress
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

export const FetchControlledCopy = graphql(/* GraphQL */ `
  mutation FetchControlledCopy($input: FetchControlledCopyInput!) {
    fetchControlledCopy(input: $input) {
      ... on FetchedCopy {
        path
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

export const ReceiveControlledCopy = graphql(/* GraphQL */ `
  mutation ReceiveControlledCopy($input: ReceiveControlledCopyInput!) {
    receiveControlledCopy(input: $input) {
      ... on ControlledCopy {
        id
        version
        status
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

export const DestroyControlledCopy = graphql(/* GraphQL */ `
  mutation DestroyControlledCopy($input: DestroyControlledCopyInput!) {
    destroyControlledCopy(input: $input) {
      ... on ControlledCopy {
        id
        version
        status
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

export const ReturnControlledCopy = graphql(/* GraphQL */ `
  mutation ReturnControlledCopy($input: ReturnControlledCopyInput!) {
    returnControlledCopy(input: $input) {
      ... on ControlledCopy {
        id
        version
        status
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
