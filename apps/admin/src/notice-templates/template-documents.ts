import { graphql, type NoticeTemplatesQuery } from '@steward/graphql-client'

export const NoticeTemplates = graphql(/* GraphQL */ `
  query NoticeTemplates {
    noticeTemplates {
      id
      key
      subjectZh
      subjectEn
      bodyZh
      bodyEn
      updatedAt
      updatedBy {
        id
        name
      }
      version
    }
  }
`)

export const ChangeNoticeTemplate = graphql(/* GraphQL */ `
  mutation ChangeNoticeTemplate($input: ChangeNoticeTemplateInput!) {
    changeNoticeTemplate(input: $input) {
      ... on NoticeTemplate {
        id
        key
        version
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

/** The organization's own words for a kind. */
export type OwnTemplate = NoticeTemplatesQuery['noticeTemplates'][number]
