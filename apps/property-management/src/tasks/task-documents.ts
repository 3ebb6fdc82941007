import { graphql } from '@steward/graphql-client'

// The verbs of an order. Each answers all that it may have changed, so that every page that shows the order follows.
// Names of documents are one list for all portals: those of this one begin with Site.

/** What the buttons go by. */
export const SiteTaskVerbsFragment = graphql(/* GraphQL */ `
  fragment SiteTaskVerbs on ComplaintTask {
    id
    version
    status
    availableActions
    assignee {
      id
      name
    }
    department {
      id
      name
    }
  }
`)

export const SiteAcceptTask = graphql(/* GraphQL */ `
  mutation SiteAcceptTask($input: AcceptTaskInput!) {
    acceptTask(input: $input) {
      ... on ComplaintTask {
        id
        ...SiteTaskVerbs
        ...SiteTaskMatter
        ...SiteTaskCourse
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
      ... on StaleRecordError {
        changedAt
        changedBy
      }
    }
  }
`)

export const SiteCompleteTask = graphql(/* GraphQL */ `
  mutation SiteCompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) {
      ... on ComplaintTask {
        id
        ...SiteTaskVerbs
        ...SiteTaskMatter
        ...SiteTaskCourse
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
      ... on StaleRecordError {
        changedAt
        changedBy
      }
    }
  }
`)

export const SiteReturnTask = graphql(/* GraphQL */ `
  mutation SiteReturnTask($input: ReturnTaskInput!) {
    returnTask(input: $input) {
      ... on ComplaintTask {
        id
        ...SiteTaskVerbs
        ...SiteTaskMatter
        ...SiteTaskCourse
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
      ... on StaleRecordError {
        changedAt
        changedBy
      }
    }
  }
`)

export const SiteAssignTask = graphql(/* GraphQL */ `
  mutation SiteAssignTask($input: AssignTaskInput!) {
    assignTask(input: $input) {
      ... on ComplaintTask {
        id
        ...SiteTaskVerbs
        ...SiteTaskMatter
        ...SiteTaskCourse
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
      ... on StaleRecordError {
        changedAt
        changedBy
      }
    }
  }
`)

export const SiteCancelTask = graphql(/* GraphQL */ `
  mutation SiteCancelTask($input: CancelTaskInput!) {
    cancelTask(input: $input) {
      ... on ComplaintTask {
        id
        ...SiteTaskVerbs
        ...SiteTaskMatter
        ...SiteTaskCourse
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
      ... on StaleRecordError {
        changedAt
        changedBy
      }
    }
  }
`)
