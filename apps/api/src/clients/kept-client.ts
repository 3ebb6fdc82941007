/** What every verb on an archive begins with: the client, locked, and the desk. */
import { CLIENT_INPUTS, parseInput, type ClientAction, type ClientInput, type FactBag } from '@steward/domain'
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

/** Locks the client for a verb. NOT_FOUND where the actor may not read them; refused where the archive is out of use. */
export const keptClient = async (tx: Transaction, id: string, expectedVersion?: number): Promise<Client> => {
  const client = await tx.lock(Client, id, expectedVersion)
  tx.admit('client:read', clientFacts(client))
  return client
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
