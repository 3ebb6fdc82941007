import { graphql } from '@steward/graphql-client'

/** The verbs of an archive. Whoever did one sees the page anew; what comes back is only what it says of itself. */

export const AmendClient = graphql(/* GraphQL */ `
  mutation AmendClient($input: AmendClientInput!) {
    amendClient(input: $input) {
      ... on Client {
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

export const ArchiveClient = graphql(/* GraphQL */ `
  mutation ArchiveClient($input: ArchiveClientInput!) {
    archiveClient(input: $input) {
      ... on Client {
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

export const RestoreClient = graphql(/* GraphQL */ `
  mutation RestoreClient($input: RestoreClientInput!) {
    restoreClient(input: $input) {
      ... on Client {
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

export const AddContact = graphql(/* GraphQL */ `
  mutation AddContact($input: AddContactInput!) {
    addContact(input: $input) {
      ... on Client {
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

export const AmendContact = graphql(/* GraphQL */ `
  mutation AmendContact($input: AmendContactInput!) {
    amendContact(input: $input) {
      ... on Client {
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

export const RemoveContact = graphql(/* GraphQL */ `
  mutation RemoveContact($input: RemoveContactInput!) {
    removeContact(input: $input) {
      ... on Client {
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

export const AddMember = graphql(/* GraphQL */ `
  mutation AddMember($input: AddMemberInput!) {
    addMember(input: $input) {
      ... on Client {
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

export const AmendMember = graphql(/* GraphQL */ `
  mutation AmendMember($input: AmendMemberInput!) {
    amendMember(input: $input) {
      ... on Client {
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

export const RemoveMember = graphql(/* GraphQL */ `
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      ... on Client {
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

export const RecordOccupancy = graphql(/* GraphQL */ `
  mutation RecordOccupancy($input: RecordOccupancyInput!) {
    recordOccupancy(input: $input) {
      ... on Client {
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

export const EndOccupancy = graphql(/* GraphQL */ `
  mutation EndOccupancy($input: EndOccupancyInput!) {
    endOccupancy(input: $input) {
      ... on Client {
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

export const RecordConsent = graphql(/* GraphQL */ `
  mutation RecordConsent($input: RecordConsentInput!) {
    recordConsent(input: $input) {
      ... on Client {
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

export const WithdrawConsent = graphql(/* GraphQL */ `
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      ... on Client {
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
