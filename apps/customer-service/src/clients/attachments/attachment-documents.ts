import { graphql } from '@steward/graphql-client'

export const AttachmentCardFragment = graphql(/* GraphQL */ `
  fragment AttachmentCard on Attachment {
    id
    version
    name
    note
    format
    classification
    sizeBytes
    addedAt
    addedBy {
      id
      name
    }
    removedAt
    removalReason
    removedBy {
      id
      name
    }
  }
`)

export const RemoveAttachment = graphql(/* GraphQL */ `
  mutation RemoveAttachment($input: RemoveAttachmentInput!) {
    removeAttachment(input: $input) {
      ... on Attachment {
        id
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
