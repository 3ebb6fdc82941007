/** Who answers for clients, for several at once: each by itself may be left as it is, and each that changes is on record. */
import {
  ASSIGN_MANAGER_INPUT,
  can,
  errorText,
  parseInput,
  UNASSIGNED,
  type NotEligible,
} from '@steward/domain'
import { In, IsNull } from 'typeorm'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withTenant } from '../database/with-tenant.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { withUuids } from '../graphql/id-field.ts'
import { UserError } from '../graphql/user-error.ts'
import { answersForClients } from './answers-for-clients.service.ts'
import { ManagerAssignment } from './assign-manager.type.ts'
import { Client } from './client.entity.ts'
import { clientFacts, mergedAmong } from './kept-client.ts'

interface Left {
  readonly id: string
  readonly why: NotEligible
}

const whyLeft = (
  tx: Transaction,
  client: Client | undefined,
  managerId: string | null,
  merged: ReadonlyMap<string, NotEligible>,
) => {
  if (!client || !can(tx.actor, 'client:read', clientFacts(client))) return UNASSIGNED.absent
  if (!can(tx.actor, 'client:assignManager', clientFacts(client))) return UNASSIGNED.elsewhere
  const away = merged.get(client.id)
  if (away) return away
  if (client.archivedAt) return UNASSIGNED.archived
  return client.keyAccountManagerId === managerId ? UNASSIGNED.unchanged : undefined
}

/** Refused as a whole where no client of the list would change. */
export const assignManager = async (
  context: RequestContext,
  input: object,
): Promise<ManagerAssignment | UserError> => {
  const stated = withUuids(input)
  let left: readonly Left[] | undefined
  const done = await transaction(context, 'client:assignManager', async (tx) => {
    const { clientIds, managerId } = orRefuse(parseInput(ASSIGN_MANAGER_INPUT, stated))
    if (managerId !== null) await answersForClients(tx, managerId, 'managerId')
    const { organizationId: orgId } = tx.actor
    // In one order for everybody: two lists that overlap do not wait for each other for ever.
    const clients = await tx.manager.find(Client, {
      where: { orgId, id: In(clientIds) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    })
    const known = new Map(clients.map((client) => [client.id, client]))
    const merged = await mergedAmong(tx, clients)
    const looked = [...new Set(clientIds)].map((id) => ({
      id,
      why: whyLeft(tx, known.get(id), managerId, merged),
    }))
    left = looked.flatMap(({ id, why }) => (why ? [{ id, why }] : []))
    const [first] = clients.filter(({ id }) => !left!.some((it) => it.id === id))
    if (!first) throw new Refused(left[0]!.why)
    for (const client of clients)
      if (!left.some(({ id }) => id === client.id))
        await tx.patch(Client, client, { keyAccountManagerId: managerId })
    if (managerId !== null) tx.emit('accountsAssigned', { type: 'Client', id: first.id })
    return tx.get(Client, first.id)
  })
  if (done instanceof UserError) return done
  return outcomeOf(context, stated as { clientIds: string[]; managerId?: string | null }, left)
}

/** What came of each; of a key that is sent again, as it stands now. */
const outcomeOf = async (
  { dataSource, signedIn, locale }: RequestContext,
  { clientIds, managerId = null }: { clientIds: string[]; managerId?: string | null },
  left: readonly Left[] | undefined,
): Promise<ManagerAssignment> => {
  const orgId = signedIn!.actor.organizationId
  const refused =
    left ??
    (await withTenant(dataSource, orgId, async (manager) => {
      const theirs = await manager.findBy(Client, {
        orgId,
        id: In(clientIds),
        keyAccountManagerId: managerId ?? IsNull(),
      })
      return clientIds
        .filter((id) => !theirs.some((client) => client.id === id))
        .map((id) => ({ id, why: UNASSIGNED.elsewhere }))
    }))
  const say = ({ why }: Left) => errorText(why)[locale === 'en' ? 'en' : 'zh']
  return Object.assign(new ManagerAssignment(), {
    assignedIds: clientIds
      .filter((id) => !refused.some((it) => it.id === id))
      .map((id) => toGlobalId('Client', id)),
    left: refused.map((it) => ({ clientId: toGlobalId('Client', it.id), message: say(it) })),
  })
}
