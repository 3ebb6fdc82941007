import { useQuery } from '@apollo/client/react'
import { recordTable, type RecordKind, type RecordTable } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { useMay } from '@steward/portal'

const FieldsToImport = graphql(/* GraphQL */ `
  query FieldsToImport {
    customFields {
      id
      key
      labelZh
      labelEn
      type
      class
      choices {
        key
        zh
        en
      }
      least
      most
      retiredAt
    }
  }
`)

/** The fields that columns can tell, with those that the organization has added to its clients; undefined until they are known. */
export function useRecordTable(kind: RecordKind): RecordTable | undefined {
  const may = useMay()
  const asks = kind === 'CLIENTS' && may('customField:read')
  const { data, error } = useQuery(FieldsToImport, { skip: !asks, fetchPolicy: 'cache-and-network' })
  if (!asks || error) return recordTable(kind)
  return (
    data &&
    recordTable(
      kind,
      data.customFields.filter(({ retiredAt }) => retiredAt === null),
    )
  )
}
