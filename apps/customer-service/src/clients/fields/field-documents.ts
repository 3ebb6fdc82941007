import { useQuery } from '@apollo/client/react'
import type { ClientKind, CustomField } from '@steward/domain'
import { graphql, type FieldsOfClientsQuery } from '@steward/graphql-client'
import { useMay } from '@steward/portal'
import { useUi } from '@steward/ui'

const Fields = graphql(/* GraphQL */ `
  query FieldsOfClients {
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

export const SetFieldsOfClient = graphql(/* GraphQL */ `
  mutation SetFieldsOfClient($input: SetFieldsOfClientInput!) {
    setFieldsOfClient(input: $input) {
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

export const RevealFieldsOfClient = graphql(/* GraphQL */ `
  mutation RevealFieldsOfClient($input: RevealFieldsOfClientInput!) {
    revealFieldsOfClient(input: $input) {
      ... on RevealedFields {
        values {
          key
          value
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

export type FieldRow = FieldsOfClientsQuery['customFields'][number]

/** The lines that the organization has added to its archive, in their order; none for who may not read them. */
export const useFields = (): readonly FieldRow[] => {
  const mayRead = useMay()('customField:read')
  return useQuery(Fields, { fetchPolicy: 'cache-and-network', skip: !mayRead }).data?.customFields ?? []
}

export const isAsked = ({ kinds, retiredAt }: FieldRow, kind: ClientKind): boolean =>
  retiredAt === null && kinds.includes(kind)

/** As the domain checks it. */
export const factsOf = (field: FieldRow): CustomField => ({
  ...field,
  retiredAt: field.retiredAt === null ? null : new Date(field.retiredAt),
})

export const useInLanguage = (): ((zh: string, en: string) => string) => {
  const { locale } = useUi()
  return (zh, en) => (locale === 'en' ? en : zh)
}
