/** Who went silent: a year of monthly parking, which some gave up one day; then what the worker would have found, and what people did about it. */
import type { SilenceOutcome } from '@steward/domain'
import { asSystem } from '../database/as-system.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withTenant } from '../database/with-tenant.ts'
import { nextNumbers, todayOf } from '../money/day-of-organization.service.ts'
import { Payment, PaymentAllocation } from '../money/payments/payment.entity.ts'
import { Receivable } from '../money/receivables/receivable.entity.ts'
import { addMany } from '../money/receivables/receivable.service.ts'
import { fitModel, nextClients, raiseAlerts } from '../silence/raise-alerts.service.ts'
import * as service from '../silence/silence-alert.service.ts'
import { parametersOf, silencePolicyOf } from '../silence/silence-policy.service.ts'
import { nextNight } from '../silence/silence-sweep.service.ts'
import { run as beginBacktest } from '../silence/backtest/backtest.service.ts'
import { runBacktest } from '../silence/backtest/run-backtest.service.ts'
import { SilenceDue, type SilenceAlertEntity } from '../silence/silence.entity.ts'
import { DAY, localDay } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import type { Chance } from './chance.ts'
import { holding, type Member } from './organizations/world.ts'

const TIME_ZONE = 'Asia/Shanghai'
const MONTHS = 13
const FEN_A_MONTH = 30_000
/** Every so many clients rents a place by the month. */
const EVERY = 5
/** Of those who rent, every so many gave it up: some time ago, others lately. */
const STOPPED_EVERY = 4

export const playSilence = async (stage: Stage, chance: Chance): Promise<void> => {
  const [keeper] = holding(stage.world, 'FINANCE')
  if (keeper) await playParking(stage, chance)
  await playAlerts(stage)
}

/** `2026-02` some months before a day of `2026-11`. */
const monthBefore = (day: string, months: number): string => {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 7)
}

const playParking = async (stage: Stage, chance: Chance): Promise<void> => {
  const { world, now } = stage
  const [keeper] = holding(world, 'FINANCE')
  const renting = world.clients
    .filter(({ units, relation }) => units.length > 0 && relation !== 'PROSPECT')
    .filter((_, at) => at % EVERY === 2)
    // One place a unit: several live in some.
    .filter(({ units }, at, all) => all.findIndex((it) => it.units[0]!.id === units[0]!.id) === at)
    .map(({ id, units }, at) => ({
      clientId: id,
      unit: {
        id: units[0]!.id,
        projectId: units[0]!.building.project.id,
        buildingId: units[0]!.building.id,
      },
      // Months for which they have paid no more.
      stoppedFor: at % STOPPED_EVERY === 1 ? 2 + (at % 5) : 0,
    }))
  const today = localDay(now)
  for (let months = MONTHS; months >= 0; months -= 1) {
    const period = monthBefore(today, months)
    const dueOn = `${period}-10`
    const lines = renting
      .filter(({ stoppedFor }) => stoppedFor < months + 1)
      .map((it) => ({ ...it, on: `${period}-${String(chance.between(4, 9)).padStart(2, '0')}` }))
      .filter(({ on, stoppedFor }) => on < today && (stoppedFor === 0 || months >= stoppedFor))
    if (lines.length === 0) continue
    const charged = new Date(`${period}-01T02:00:00Z`)
    agreed(
      await transaction(by(stage, keeper!, charged), 'receivable:registerMany', (tx) =>
        playMonth(tx, period, dueOn, lines),
      ),
      'registerManyReceivables',
    )
  }
}

interface Parking {
  readonly clientId: string
  readonly unit: { readonly id: string; readonly projectId: string; readonly buildingId: string }
  readonly on: string
}

const playMonth = async (
  tx: Transaction,
  period: string,
  dueOn: string,
  lines: readonly Parking[],
): Promise<Payment> => {
  const numbers = await nextNumbers(tx, 'payment', await todayOf(tx), lines.length)
  const units = new Map(lines.map(({ unit }) => [unit.id, unit]))
  const charges = lines.map(({ clientId, unit }) => ({ unitId: unit.id, clientId, amountMinor: FEN_A_MONTH }))
  let last: Payment | undefined
  let at = 0
  await addMany(tx, { kind: 'PARKING', period, dueOn }, { lines: charges } as never, units, async (row) => {
    const { on } = lines[at]!
    const recordedAt = new Date(`${on}T04:00:00Z`)
    const receivable = await tx.append(Receivable, {
      ...row,
      settledMinor: row.amountMinor,
      state: 'SETTLED',
      settledOn: on,
    })
    last = await tx.append(Payment, {
      number: numbers[at]!,
      clientId: row.clientId,
      amountMinor: row.amountMinor,
      creditMinor: 0,
      receivedOn: on,
      method: 'WECHAT_PAY',
      payer: null,
      reference: null,
      note: null,
      recordedById: tx.actor.staffId,
      recordedAt,
      reversedAt: null,
      reversalReason: null,
      version: 1,
    })
    await tx.append(PaymentAllocation, {
      paymentId: last.id,
      receivableId: receivable.id,
      amountMinor: row.amountMinor,
      at: recordedAt,
      withdrawnAt: null,
    })
    at += 1
  })
  return last!
}

/** What the worker finds on that day. */
const look = ({ dataSource, world: { orgId } }: Stage, now: Date): Promise<readonly SilenceAlertEntity[]> =>
  withTenant(dataSource, orgId, (manager) =>
    asSystem(manager, { orgId, now, requestId: 'seed-silence', history: true }, async (tx) => {
      const around = { orgId, timeZone: TIME_ZONE, today: localDay(now) }
      const model = await fitModel(tx, around)
      const policy = await silencePolicyOf(manager, orgId)
      const found = { policy, parameters: parametersOf(model), modelId: model.id }
      return raiseAlerts(tx, around, found, await nextClients(manager, orgId, null, 5_000))
    }),
  )

interface Ending {
  readonly outcome: SilenceOutcome
  readonly words: string
  readonly result?: string
  readonly note?: string
}

const ENDINGS: readonly Ending[] = [
  {
    outcome: 'RETURNED',
    words: '上门看望，客户出差三个月刚回来，车位想继续租。',
    result: '当场续租车位。',
  },
  {
    outcome: 'LEAVING',
    words: '房子已挂牌出售，车位不再需要。',
    note: '中介已带看，业主说年前搬走。',
  },
  {
    outcome: 'CAPTIVE',
    words: '客户说意见提了没用，懒得再说，又不想搬。',
    note: '物业费拖欠两季，业主大会投了反对票。',
  },
  { outcome: 'FALSE_ALARM', words: '家里换了车位，由爱人名义缴费。' },
]
const SEEN = '上门两次，第二次见到本人，答应想一想再答复。'
/** The first look lies so many days back. */
const FIRST_LOOK = 24

const playAlerts = async (stage: Stage): Promise<void> => {
  const { world, now, dataSource } = stage
  const [keeper] = holding(world, 'CR_SPECIALIST')
  if (keeper) {
    const first = new Date(now.getTime() - FIRST_LOOK * DAY)
    const raised = await look(stage, first)
    const at = (days: number) => by(stage, keeper, new Date(first.getTime() + days * DAY))
    for (const [nth, alert] of raised.entries()) {
      if (nth > ENDINGS.length + 2) break
      const step = { alertId: alert.id, expectedVersion: 1 }
      agreed(await service.acknowledge(at(1), step), 'acknowledge')
      if (nth > ENDINGS.length) continue
      const ending = ENDINGS[nth]
      const visit = { words: ending?.words ?? SEEN, ...(ending?.result ? { result: ending.result } : {}) }
      agreed(await service.recordVisit(at(4 + nth), { ...step, expectedVersion: 2, ...visit }), 'recordVisit')
      if (!ending) continue
      const { outcome, note } = ending
      agreed(
        await service.close(at(9 + nth), { ...step, expectedVersion: 3, outcome, ...(note ? { note } : {}) }),
        'close',
      )
    }
    const [lately] = await look(stage, now)
    if (lately) await proposeVisit(stage, lately)
    await holdAgainstHistory(stage, keeper)
  }
  const { orgId } = world
  await withTenant(dataSource, orgId, (manager) =>
    manager.update(SilenceDue, { orgId, id: orgId }, { dueAt: nextNight(now, TIME_ZONE) }),
  )
}

/** The supervisor sends a specialist to one who has gone silent lately. */
const proposeVisit = async (stage: Stage, alert: SilenceAlertEntity): Promise<void> => {
  const { world, now } = stage
  const [[supervisor], [specialist]] = [holding(world, 'CR_SUPERVISOR'), holding(world, 'CR_SPECIALIST')]
  if (!supervisor || !specialist) return
  agreed(
    await service.proposeVisit(by(stage, supervisor, now), {
      alertId: alert.id,
      expectedVersion: 1,
      visitorId: specialist.id,
      visitOn: localDay(new Date(now.getTime() + 3 * DAY)),
    }),
    'proposeVisit',
  )
}

/** The rhythm against the last months: how many of those whom it named stayed away. */
const holdAgainstHistory = async (stage: Stage, keeper: Member): Promise<void> => {
  const { dataSource, world, now } = stage
  const until = localDay(new Date(now.getTime() - 120 * DAY))
  const begun = agreed(
    await beginBacktest(by(stage, keeper, new Date(now.getTime() - DAY)), { measure: 'RHYTHM', until }),
    'runSilenceBacktest',
  )
  await runBacktest({ dataSource, clock: () => now }, { orgId: world.orgId, id: begun.id })
}
