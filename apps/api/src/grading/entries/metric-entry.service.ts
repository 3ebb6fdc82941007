/** Scores that somebody states of a client: entered with evidence and date, voided with a reason, never edited. */
import {
  enterableBy,
  invalidInput,
  METRIC_ENTRY_INPUTS,
  parseInput,
  say,
  text,
  type Enterable,
} from '@steward/domain'
import { IsNull, Not } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { clientFacts, keptClient, refuseMerged } from '../../clients/kept-client.ts'
import type { RequestContext, VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction } from '../../database/transaction.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { ControlledDocumentEntity, DocumentRevisionEntity } from '../../documents/document.entity.ts'
import { accessError } from '../../graphql/access-error.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { todayOf } from '../../money/day-of-organization.service.ts'
import type { Measuring } from '../measuring/measuring.service.ts'
import { standardInForce, standardOf } from '../standard/standard-in-force.service.ts'
import { MetricEntry } from './metric-entry.entity.ts'

const NOT_ENTERED = invalidInput({
  path: 'metricKey',
  message: text(
    '现行标准和在拟标准都没有这个录入指标。',
    'No standard, in force or on its way, enters this.',
  ),
})
const IN_FUTURE = invalidInput({
  path: 'enteredOn',
  message: text('不能在今天之后。', 'Must not lie in the future.'),
})

/** By the standard in force, and by one on its way: what it asks for is entered before it holds. */
const enterable = async (
  around: Measuring,
  locale: RequestContext['locale'],
): Promise<readonly Enterable[]> => {
  const { manager, actor } = around
  const orgId = actor.organizationId
  const inForce = await standardInForce(around)
  const open = await manager.findOneBy(ControlledDocumentEntity, {
    orgId,
    kind: 'GRADING_STANDARD',
    openRevisionId: Not(IsNull()),
  })
  const id = open?.openRevisionId
  const coming = id ? standardOf(await manager.findOneByOrFail(DocumentRevisionEntity, { orgId, id })) : null
  const standards = [inForce, coming].flatMap((it) => (it ? [it.content] : []))
  return enterableBy(standards, (words) => say(words, locale))
}

export const enterableMetrics = ({
  signedIn,
  dataSource,
  locale,
}: RequestContext): Promise<readonly Enterable[]> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  return withTenant(dataSource, actor.organizationId, (manager) => enterable({ manager, actor }, locale))
}

export const record = (context: VerbContext, input: object): Promise<MetricEntry | UserError> =>
  transaction(context, 'metricEntry:record', async (tx) => {
    const { clientId, ...entered } = orRefuse(parseInput(METRIC_ENTRY_INPUTS.record, withUuids(input)))
    const client = await keptClient(tx, clientId)
    tx.admit('client:read', clientFacts(client))
    const known = await enterable(tx, context.locale)
    const metric = known.find(({ metricKey }) => metricKey === entered.metricKey)
    if (!metric) throw new Refused(NOT_ENTERED)
    if (entered.enteredOn > (await todayOf(tx))) throw new Refused(IN_FUTURE)
    return tx.insert(MetricEntry, {
      ...entered,
      name: metric.name,
      clientId,
      recordedById: tx.actor.staffId,
      recordedAt: tx.now,
      voidedAt: null,
      voidReason: null,
      version: 1,
    })
  })

export const voidEntry = (
  context: VerbContext,
  input: { readonly metricEntryId: string },
): Promise<MetricEntry | UserError> =>
  transaction(context, 'metricEntry:void', async (tx) => {
    const { metricEntryId, ...stated } = withUuids(input)
    const { expectedVersion, reason } = orRefuse(parseInput(METRIC_ENTRY_INPUTS.void, stated))
    const entry = await tx.lock(MetricEntry, metricEntryId as string, expectedVersion)
    const client = await tx.hold(Client, entry.clientId)
    const { keyAccountManagerId } = client
    tx.admit('metricEntry:read', { keyAccountManagerId, registeredById: entry.recordedById })
    await refuseMerged(tx, client)
    if (entry.voidedAt)
      throw new Refused({ code: 'WRONG_STATUS', status: 'VOID', action: 'void', allowed: ['OPEN'] })
    return tx.patch(MetricEntry, entry, { voidedAt: tx.now, voidReason: reason })
  })
