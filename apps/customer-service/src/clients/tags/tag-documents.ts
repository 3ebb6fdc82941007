import { useQuery } from '@apollo/client/react'
import type { ClientKind, TagTone } from '@steward/domain'
import { graphql, type TagsOfClientsQuery } from '@steward/graphql-client'
import { useUi, type Tone } from '@steward/ui'

const Tags = graphql(/* GraphQL */ `
  query TagsOfClients {
    tags {
      id
      nameZh
      nameEn
      tone
      kinds
      retiredAt
    }
  }
`)

export const TagClients = graphql(/* GraphQL */ `
  mutation TagClients($input: TagClientsInput!) {
    tagClients(input: $input) {
      ... on ClientTagging {
        changedIds
        left {
          clientId
          message
        }
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

export const UntagClients = graphql(/* GraphQL */ `
  mutation UntagClients($input: UntagClientsInput!) {
    untagClients(input: $input) {
      ... on ClientTagging {
        changedIds
        left {
          clientId
          message
        }
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

export type TagWord = TagsOfClientsQuery['tags'][number]

/** The organization's words. Those that are retired are given to nobody, and still looked for. */
export const useTags = (): readonly TagWord[] =>
  useQuery(Tags, { fetchPolicy: 'cache-and-network' }).data?.tags ?? []

export const isGiven = ({ kinds, retiredAt }: TagWord, kind?: ClientKind): boolean =>
  retiredAt === null && (kind === undefined || kinds.includes(kind))

export const toneOf = (tone: TagTone): Tone => tone.toLowerCase() as Tone

/** A tag's name in the person's language. */
export const useTagName = (): ((tag: { readonly nameZh: string; readonly nameEn: string }) => string) => {
  const { locale } = useUi()
  return ({ nameZh, nameEn }) => (locale === 'en' ? nameEn : nameZh)
}
