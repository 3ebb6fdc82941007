/** What every verb on an archive begins with: the client, locked, and the desk. */
import {
  can,
  CLIENT_INPUTS,
  mergedAway,
  notEligible,
  parseInput,
  text,
  type ClientAction,
  type ClientInput,
  type FactBag,
  type NotEligible,
} from '@steward/domain'
import type { VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { Client } from './client.entity.ts'

/** What scopes ask of an archive, and of each of its parts. */
export const clientFacts = ({
  keyAccountManagerId,
  projectId,
  buildingId,
}: Pick<Client, 'keyAccountManagerId' | 'projectId' | 'buildingId'>): FactBag => ({
  keyAccountManagerId,
  projectId,
  buildingId,
})

/** Locks the client for a verb. NOT_FOUND where the actor may not read them; refused where they were merged into another. */
export const keptClient = async (tx: Transaction, id: string, expectedVersion?: number): Promise<Client> => {
  const client = await tx.lock(Client, id, expectedVersion)
  tx.admit('client:read', clientFacts(client))
  await refuseMerged(tx, client)
  return client
}

type MaybeMerged = Pick<Client, 'id' | 'mergedIntoId'>
type Survivor = Pick<Client, 'id' | 'code' | 'keyAccountManagerId' | 'projectId' | 'buildingId'>

const SURVIVORS = `
select id, code, key_account_manager_id as "keyAccountManagerId", project_id as "projectId", building_id as "buildingId"
  from client where org_id = $1 and id = any($2)`

/** Why nothing is begun with those of them whose archive was merged: the survivor is named to whoever may read them. */
export const mergedAmong = async (
  tx: Transaction,
  clients: readonly MaybeMerged[],
): Promise<ReadonlyMap<string, NotEligible>> => {
  const merged = clients.flatMap(({ id, mergedIntoId }) =>
    mergedIntoId === null ? [] : [{ id, mergedIntoId }],
  )
  if (merged.length === 0) return new Map()
  const survivors = await tx.manager.query<Survivor[]>(SURVIVORS, [
    tx.actor.organizationId,
    merged.map(({ mergedIntoId }) => mergedIntoId),
  ])
  const codes = new Map(
    survivors
      .filter((survivor) => can(tx.actor, 'client:read', clientFacts(survivor)))
      .map(({ id, code }) => [id, code]),
  )
  return new Map(merged.map(({ id, mergedIntoId }) => [id, mergedAway(codes.get(mergedIntoId) ?? null)]))
}

const ERASED = notEligible(
  'isNotErased',
  text('这份档案已按本人请求删除。', 'This archive was erased at the request of the person.'),
)

const BEING_ERASED = notEligible(
  'noErasureIsSigned',
  text(
    '这份档案已签批按本人请求删除，不能再办理。',
    'Two have signed that this archive is erased at the request of the person.',
  ),
)

/** Nothing is begun with a client whose archive was merged into another, or of whom nothing is kept any more or in a moment. */
export const refuseMerged = async (
  tx: Transaction,
  client: MaybeMerged & Pick<Client, 'erasedAt' | 'erasureRevisionId'>,
): Promise<void> => {
  if (client.erasedAt !== null) throw new Refused(ERASED)
  if (client.erasureRevisionId !== null) throw new Refused(BEING_ERASED)
  const why = (await mergedAmong(tx, [client])).get(client.id)
  if (why) throw new Refused(why)
}

/** Nothing is written to an archive that is out of use. */
export const inUse = (client: Client, action: ClientAction): Client => {
  if (client.archivedAt)
    throw new Refused({ code: 'WRONG_STATUS', status: 'ARCHIVED', action, allowed: ['ACTIVE'] })
  return client
}

/** One verb whose input names the client, or a part of them under `key`: parsed, without that id. */
export const clientVerb =
  <A extends ClientAction, K extends string>(
    action: A,
    key: K,
    work: (tx: Transaction, id: string, input: ClientInput<A>) => Promise<Client>,
  ) =>
  (context: VerbContext, input: Readonly<Record<K, string>>): Promise<Client | UserError> =>
    transaction(context, `client:${action}`, (tx) => {
      const { [key]: id, ...stated } = withUuids(input)
      return work(tx, id as string, orRefuse(parseInput(CLIENT_INPUTS[action], stated)) as ClientInput<A>)
    })
