import { graphql, type NoticesQuery } from '@steward/graphql-client'

/** What the live feed is asked for: it tells of one's own alone. */
export const OWN_NOTICES = ['Notice'] as const

/** The list of the bell, and how many are unread. */
export const NoticeBellQuery = graphql(/* GraphQL */ `
  query NoticeBell {
    latest: notices(first: 8) {
      edges {
        node {
          id
          kind
          severity
          subjectType
          subjectId
          titleZh
          titleEn
          at
          readAt
          complaint {
            id
            number
            summary
          }
          signing {
            id
            documentRevision {
              id
              document {
                id
              }
            }
            exportRequest {
              id
            }
            priceForm {
              id
              opportunity {
                id
              }
            }
            serviceAgreement {
              id
              opportunityId
            }
            clientMerge {
              id
            }
            keyAccountNomination {
              id
            }
            planRevision {
              id
              planId
            }
            planSummary {
              id
              planId
            }
          }
        }
      }
    }
    unread: notices(first: 1, filter: { unread: true }) {
      totalCount
      totalCountIsCapped
    }
  }
`)

export const NoticesDocument = graphql(/* GraphQL */ `
  query Notices($first: Int!, $after: String, $filter: NoticeFilter) {
    notices(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          id
          kind
          severity
          subjectType
          subjectId
          titleZh
          titleEn
          at
          readAt
          complaint {
            id
            number
            summary
          }
          signing {
            id
            documentRevision {
              id
              document {
                id
              }
            }
            exportRequest {
              id
            }
            priceForm {
              id
              opportunity {
                id
              }
            }
            serviceAgreement {
              id
              opportunityId
            }
            clientMerge {
              id
            }
            keyAccountNomination {
              id
            }
            planRevision {
              id
              planId
            }
            planSummary {
              id
              planId
            }
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

export type Told = NoticesQuery['notices']['edges'][number]['node']

export const MarkNoticeRead = graphql(/* GraphQL */ `
  mutation MarkNoticeRead($input: MarkNoticeReadInput!) {
    markNoticeRead(input: $input) {
      ... on Notice {
        id
        readAt
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const MarkAllNoticesRead = graphql(/* GraphQL */ `
  mutation MarkAllNoticesRead($input: MarkAllNoticesReadInput!) {
    markAllNoticesRead(input: $input) {
      ... on NoticesRead {
        marked
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

export const NoticePreferenceQuery = graphql(/* GraphQL */ `
  query NoticePreference {
    noticePreference {
      id
      locale
      mailAddress
      mailOn
      mailOff
      quietFrom
      quietTo
      digestAt
      version
    }
  }
`)

export const ChangeNoticePreferences = graphql(/* GraphQL */ `
  mutation ChangeNoticePreferences($input: ChangeNoticePreferencesInput!) {
    changeNoticePreferences(input: $input) {
      ... on NoticePreference {
        id
        locale
        mailAddress
        mailOn
        mailOff
        quietFrom
        quietTo
        digestAt
        version
      }
      ... on UserError {
        code
        message
      }
      ... on NotEligibleError {
        reason
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
