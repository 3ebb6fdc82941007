/** Who has gone silent: batch by batch, one alert a client, raised once for each silence. */
import {
  canTell,
  dayNumber,
  dayText,
  fitBgNbd,
  recencyOf,
  rhythmOf,
  unansweredOf,
  VISIT_WITHIN_DAYS,
  type BgNbd,
  type SilencePolicy,
} from '@steward/domain'
import { In, type EntityManager } from 'typeorm'
import type { Transaction } from '../database/transaction.ts'
import { historiesOf, sampledHistories, type ClientHistory } from './histories.service.ts'
import { SilenceAlertEntity, SilenceModelEntity } from './silence.entity.ts'

export interface Surroundings {
  readonly orgId: string
  readonly timeZone: string
  readonly today: string
}

/** Fits the model anew to what is known up to today. */
export const fitModel = async (tx: Transaction, around: Surroundings): Promise<SilenceModelEntity> => {
  const today = dayNumber(around.today)!
  const histories = await sampledHistories(tx.manager, around)
  const fit = fitBgNbd(
    histories.flatMap(({ days }) => {
      const known = days.filter((day) => day <= today)
      return known.length === 0 ? [] : [recencyOf(known, today)]
    }),
  )
  return tx.insert(SilenceModelEntity, {
    asOf: around.today,
    r: fit.r.toFixed(6),
    alpha: fit.alpha.toFixed(6),
    a: fit.a.toFixed(6),
    b: fit.b.toFixed(6),
    logLikelihood: fit.logLikelihood.toFixed(4),
    clients: fit.clients,
    repeating: fit.repeating,
    isUsed: canTell(fit),
    fittedAt: tx.now,
  })
}

/** Who is looked at: clients in use, of whom we may expect a sign. */
const NEXT = `
select id from client
 where org_id = $1 and ($2::uuid is null or id > $2) and archived_at is null and merged_into_id is null and erased_at is null
   and relation <> 'PROSPECT'
 order by id limit $3`

export const nextClients = async (
  manager: EntityManager,
  orgId: string,
  after: string | null,
  most: number,
): Promise<readonly string[]> =>
  (await manager.query<{ id: string }[]>(NEXT, [orgId, after, most])).map(({ id }) => id)

interface Found {
  readonly policy: SilencePolicy
  readonly parameters: BgNbd | null
  readonly modelId: string | null
}

type NewAlert = Pick<
  SilenceAlertEntity,
  'basis' | 'lastEventOn' | 'silentOn' | 'usualGapDays' | 'score' | 'threshold' | 'modelId' | 'complaintIds'
>

/** The alert that is due about a client; complaints in vain say more than a rhythm does. */
const alertOf = (
  { days, inVain, lastContact }: ClientHistory,
  today: number,
  { policy, parameters, modelId }: Found,
  earlier: readonly SilenceAlertEntity[],
): NewAlert | null => {
  // While one goes on there is no second; what was told of once is not told of again.
  if (earlier.some(({ status }) => status !== 'CLOSED')) return null
  const told = new Set(earlier.flatMap(({ complaintIds }) => complaintIds))
  const known = days.filter((day) => day <= today)
  const unanswered = unansweredOf(inVain, lastContact, today, policy)
  const rhythm = known.length === 0 ? null : rhythmOf(known, today, policy, parameters)
  const usualGapDays = rhythm?.usualGapDays ?? null
  if (unanswered && !told.has(unanswered.complaintIds.at(-1)!))
    return {
      basis: 'UNANSWERED',
      lastEventOn: unanswered.lastOn,
      silentOn: unanswered.silentOn,
      usualGapDays,
      score: null,
      threshold: null,
      modelId: null,
      complaintIds: [...unanswered.complaintIds],
    }
  if (!rhythm?.isSilent || rhythm.measure === null) return null
  if (earlier.some(({ lastEventOn }) => lastEventOn >= rhythm.lastOn)) return null
  return {
    basis: rhythm.measure,
    lastEventOn: rhythm.lastOn,
    silentOn: rhythm.silentOn!,
    usualGapDays,
    score: rhythm.score,
    threshold: rhythm.threshold,
    modelId: rhythm.measure === 'MODEL' ? modelId : null,
    complaintIds: [],
  }
}

/** Their row is held until the alert stands: nobody is erased or merged meanwhile, and of whoever was there is none. */
const KEPT = `
select true from client where org_id = $1 and id = $2 and merged_into_id is null and erased_at is null and archived_at is null for share`

const isKept = async (tx: Transaction, clientId: string): Promise<boolean> =>
  (await tx.manager.query<unknown[]>(KEPT, [tx.actor.organizationId, clientId])).length > 0

/** Raises what is due about these clients. */
export const raiseAlerts = async (
  tx: Transaction,
  around: Surroundings,
  found: Found,
  clientIds: readonly string[],
): Promise<readonly SilenceAlertEntity[]> => {
  const today = dayNumber(around.today)!
  const histories = await historiesOf(tx.manager, around, clientIds)
  const alerts = await tx.manager.findBy(SilenceAlertEntity, {
    orgId: around.orgId,
    clientId: In([...clientIds]),
  })
  const raised: SilenceAlertEntity[] = []
  for (const history of histories) {
    const earlier = alerts.filter(({ clientId }) => clientId === history.id)
    const due = alertOf(history, today, found, earlier)
    if (!due || !(await isKept(tx, history.id))) continue
    const alert = await tx.insert(SilenceAlertEntity, {
      ...due,
      clientId: history.id,
      status: 'OPEN',
      raisedOn: around.today,
      visitBy: dayText(today + VISIT_WITHIN_DAYS),
      visitorId: null,
      visitProposedById: null,
      acknowledgedById: null,
      acknowledgedAt: null,
      visitId: null,
      visitedAt: null,
      outcome: null,
      note: null,
      closedById: null,
      closedAt: null,
      version: 1,
    })
    tx.emit('silenceAlertRaised', { type: 'SilenceAlert', id: alert.id })
    raised.push(alert)
  }
  return raised
}
