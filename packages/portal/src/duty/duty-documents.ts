import { graphql } from '@steward/graphql-client'

/** How many archives the viewer owes something. */
export const DutyCount = graphql(/* GraphQL */ `
  query DutyCount {
    clients(first: 1, filter: { owedByMe: true }) {
      totalCount
    }
  }
`)

/** What one archive lacks, and when it was last gone through with the client. */
export const ArchiveDuty = graphql(/* GraphQL */ `
  fragment ArchiveDuty on Client {
    id
    archiveGaps {
      requirementId
      part
      fieldLabelZh
      fieldLabelEn
      state
      since
      note
    }
    archiveConfirmation {
      id
      confirmedAt
      confirmedBy {
        id
        name
      }
    }
  }
`)

export const DutyRow = graphql(/* GraphQL */ `
  fragment DutyRow on Client {
    id
    code
    name
    version
    keyAccountManager {
      id
      name
    }
    project {
      id
      name
    }
    occupancies {
      id
      toOn
      unit {
        id
        label
      }
    }
    ...ArchiveDuty
  }
`)

export const DutyList = graphql(/* GraphQL */ `
  query DutyList($filter: ClientFilter!, $first: Int!, $after: String) {
    clients(filter: $filter, first: $first, after: $after, orderBy: CODE) {
      totalCount
      totalCountIsCapped
      edges {
        node {
          id
          ...DutyRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export const DutyChoices = graphql(/* GraphQL */ `
  query DutyChoices {
    projects {
      id
      name
    }
    archiveRequirements {
      id
      part
      retiredAt
      field {
        id
        labelZh
        labelEn
      }
    }
  }
`)

export const ConfirmArchiveOfClient = graphql(/* GraphQL */ `
  mutation ConfirmArchiveOfClient($input: ConfirmArchiveOfClientInput!) {
    confirmArchiveOfClient(input: $input) {
      ... on ArchiveConfirmation {
        id
        confirmedAt
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)
