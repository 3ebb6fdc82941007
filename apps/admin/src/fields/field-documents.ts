import { graphql, type CustomFieldsQuery } from '@steward/graphql-client'

export const CustomFields = graphql(/* GraphQL */ `
  query CustomFields {
    customFields {
      id
      key
      labelZh
      labelEn
      type
      class
      kinds
      choices {
        key
        zh
        en
      }
      isRequired
      unit
      least
      most
      position
      retiredAt
      version
    }
  }
`)

export type FieldRow = CustomFieldsQuery['customFields'][number]

export const DefineCustomField = graphql(/* GraphQL */ `
  mutation DefineCustomField($input: DefineCustomFieldInput!) {
    defineCustomField(input: $input) {
      ... on CustomField {
        id
        labelZh
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const AmendCustomField = graphql(/* GraphQL */ `
  mutation AmendCustomField($input: AmendCustomFieldInput!) {
    amendCustomField(input: $input) {
      ... on CustomField {
        id
        labelZh
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

export const RetireCustomField = graphql(/* GraphQL */ `
  mutation RetireCustomField($input: RetireCustomFieldInput!) {
    retireCustomField(input: $input) {
      ... on CustomField {
        id
        retiredAt
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

export const RestoreCustomField = graphql(/* GraphQL */ `
  mutation RestoreCustomField($input: RestoreCustomFieldInput!) {
    restoreCustomField(input: $input) {
      ... on CustomField {
        id
        retiredAt
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
