import { graphql, type TagsQuery } from '@steward/graphql-client'

export const Tags = graphql(/* GraphQL */ `
  query Tags {
    tags {
      id
      nameZh
      nameEn
      tone
      kinds
      retiredAt
      version
    }
  }
`)

export type TagRow = TagsQuery['tags'][number]

export const DefineTag = graphql(/* GraphQL */ `
  mutation DefineTag($input: DefineTagInput!) {
    defineTag(input: $input) {
      ... on Tag {
        id
        nameZh
      }
      ... on UserError {
        code
        message
        ...RefusalDetails
      }
    }
  }
`)

export const AmendTag = graphql(/* GraphQL */ `
  mutation AmendTag($input: AmendTagInput!) {
    amendTag(input: $input) {
      ... on Tag {
        id
        nameZh
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

export const RetireTag = graphql(/* GraphQL */ `
  mutation RetireTag($input: RetireTagInput!) {
    retireTag(input: $input) {
      ... on Tag {
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

export const RestoreTag = graphql(/* GraphQL */ `
  mutation RestoreTag($input: RestoreTagInput!) {
    restoreTag(input: $input) {
      ... on Tag {
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
