import type { ClientKind, OccupancyRelation } from '@steward/domain'
import { graphql, type OpenClientInput, type RecordOccupancyInput } from '@steward/graphql-client'

/** Stands among the clients found for: nobody of them. */
export const NEW = 'new'

export interface MoveInValues {
  /** A client on file, or NEW. */
  readonly clientId?: string
  readonly kind?: ClientKind
  readonly name?: string
  readonly phone?: string
  /** Of a company: with whom one speaks. */
  readonly contactName?: string
  readonly explained?: boolean
  readonly relation: OccupancyRelation
  readonly fromOn: string
  readonly sharePercent?: number
}

const stayOf = (unitId: string, { relation, fromOn, sharePercent }: MoveInValues) => ({
  unitId,
  relation,
  fromOn,
  ...(relation === 'OWNER' && sharePercent ? { sharePercent } : {}),
})

/** Of somebody on file. */
export const recordingOf = (
  unitId: string,
  values: MoveInValues,
  clientId: string = values.clientId ?? '',
): RecordOccupancyInput => ({ clientId, ...stayOf(unitId, values) })

/** Of somebody who is not on file yet: the archive is opened with the stay. */
export const openingOf = (
  unitId: string,
  values: MoveInValues,
  knownNotToBeThem: readonly string[] = [],
): OpenClientInput => {
  const { kind = 'HOUSEHOLD', name = '', phone, contactName, explained = false, relation } = values
  const contacts =
    kind === 'COMPANY' && contactName
      ? [{ name: contactName, ...(phone ? { phone } : {}), decisionRoles: [], channels: [] }]
      : []
  return {
    kind,
    relation,
    name,
    ...(phone ? { phone } : {}),
    explained,
    contacts,
    occupancies: [stayOf(unitId, values)],
    knownNotToBeThem: [...knownNotToBeThem],
  } as OpenClientInput
}

export const SiteRecordOccupancy = graphql(/* GraphQL */ `
  mutation SiteRecordOccupancy($input: RecordOccupancyInput!) {
    recordOccupancy(input: $input) {
      ... on Client {
        id
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

export const SiteOpenClient = graphql(/* GraphQL */ `
  mutation SiteOpenClient($input: OpenClientInput!) {
    openClient(input: $input) {
      ... on Client {
        id
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
      ... on DuplicateError {
        existingId
      }
    }
  }
`)

export const SiteMovingClients = graphql(/* GraphQL */ `
  query SiteMovingClients($search: String!) {
    clients(first: 8, filter: { search: $search }) {
      edges {
        node {
          id
          code
          name
          phoneMasked
        }
      }
    }
  }
`)

export const SiteKnownClient = graphql(/* GraphQL */ `
  query SiteKnownClient($id: ID!) {
    client(id: $id) {
      id
      code
      name
      phoneMasked
    }
  }
`)
