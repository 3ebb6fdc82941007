/** A year of fees: charged a quarter at a time by area, paid as people pay. Told through the services' own functions, a quarter in one transaction. */
import { type PaymentMethod, type ProjectType } from '@steward/domain'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { nextNumbers, todayOf } from '../../money/day-of-organization.service.ts'
import { Payment, PaymentAllocation } from '../../money/payments/payment.entity.ts'
import { projectBatch } from '../../money/receivables/fee-batch.service.ts'
import { Receivable } from '../../money/receivables/receivable.entity.ts'
import { addMany } from '../../money/receivables/receivable.service.ts'
import { Project } from '../../organization/organization.entity.ts'
import { DAY, localDay } from '../calendar.ts'
import { agreed, by, type Stage } from '../cases/stage.ts'
import type { Chance } from '../chance.ts'
import { holding } from '../organizations/world.ts'

/** Fen a square metre and month. */
const RATES: Readonly<Record<ProjectType, number>> = {
  RESIDENTIAL: 280,
  OFFICE: 1_800,
  INDUSTRIAL: 600,
  COMMERCIAL: 2_200,
}
const MONTHS_CHARGED = 3
/** Months before the present one in which a quarter began. */
const QUARTERS = [9, 6, 3, 0]

type Habit = 'PUNCTUAL' | 'LATE' | 'STOPPED' | 'NEVER'
const HABITS: Readonly<Record<Habit, number>> = { PUNCTUAL: 74, LATE: 17, STOPPED: 6, NEVER: 3 }
const METHODS: Readonly<Partial<Record<PaymentMethod, number>>> = {
  WECHAT_PAY: 45,
  BANK_TRANSFER: 25,
  ALIPAY: 18,
  DIRECT_DEBIT: 8,
  CASH: 4,
}

interface Paid {
  readonly receivableId: string
  readonly clientId: string
  readonly amountMinor: number
  readonly on: string
}

/** Nothing where nobody keeps the accounts. */
export const playMoney = async (stage: Stage, chance: Chance): Promise<void> => {
  const [keeper] = holding(stage.world, 'FINANCE')
  if (!keeper) return
  const habits = new Map(stage.world.clients.map(({ id }) => [id, chance.weighted(HABITS)]))
  for (const [at, monthsAgo] of QUARTERS.entries()) {
    const period = monthBefore(localDay(stage.now), monthsAgo)
    const charged = new Date(`${period}-01T01:00:00Z`)
    const when = charged < stage.now ? charged : new Date(stage.now.getTime() - DAY / 24)
    agreed(
      await transaction(by(stage, keeper, when), 'receivable:registerMany', (tx) =>
        playQuarter(
          tx,
          stage,
          period,
          (clientId, dueOn) => paidOn(habits.get(clientId) ?? 'PUNCTUAL', at, dueOn, chance),
          chance,
        ),
      ),
      'registerManyReceivables',
    )
  }
}

/** `2026-02` some months before a day of `2026-11`. */
const monthBefore = (day: string, months: number): string => {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 7)
}

const playQuarter = async (
  tx: Transaction,
  { world, now }: Stage,
  period: string,
  paying: (clientId: string, dueOn: string) => string | null,
  chance: Chance,
): Promise<Project> => {
  const today = localDay(now)
  const dueOn = `${period}-25`
  const paid: Paid[] = []
  for (const { id: projectId, draft } of world.projects) {
    const rateMinor = RATES[draft.type] * MONTHS_CHARGED
    const asked = { projectId, buildingId: null, kind: 'MANAGEMENT_FEE', period, rateMinor } as const
    const { batch, units } = await projectBatch(tx.manager, world.orgId, asked)
    await addMany(tx, { kind: 'MANAGEMENT_FEE', period, dueOn }, batch, units, async (row) => {
      const on = paying(row.clientId, dueOn)
      const isPaid = on !== null && on < today
      const id = tx.newId()
      if (isPaid) paid.push({ receivableId: id, clientId: row.clientId, amountMinor: row.amountMinor, on })
      await tx.append(Receivable, {
        ...row,
        id,
        ...(isPaid ? { settledMinor: row.amountMinor, state: 'SETTLED' as const, settledOn: on } : {}),
      })
    })
  }
  await record(tx, paid, chance)
  return tx.get(Project, world.projects[0]!.id)
}

const record = async (tx: Transaction, paid: readonly Paid[], chance: Chance): Promise<void> => {
  const numbers = await nextNumbers(tx, 'payment', await todayOf(tx), paid.length)
  for (const [at, { receivableId, clientId, amountMinor, on }] of paid.entries()) {
    const recordedAt = new Date(`${on}T04:00:00Z`)
    // Now and then somebody rounds up, and what is too much stays theirs.
    const over = chance.happens(0.02) ? 10_000 - (amountMinor % 10_000) : 0
    const payment = await tx.append(Payment, {
      number: numbers[at]!,
      clientId,
      amountMinor: amountMinor + over,
      creditMinor: over,
      receivedOn: on,
      method: chance.weighted(METHODS),
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
      paymentId: payment.id,
      receivableId,
      amountMinor,
      at: recordedAt,
      withdrawnAt: null,
    })
  }
}

/** When somebody of that habit pays what is due; null: not at all. `at`: which quarter. */
const paidOn = (habit: Habit, at: number, dueOn: string, chance: Chance): string | null => {
  const due = Date.parse(`${dueOn}T04:00:00Z`)
  const days = (from: number, to: number) => localDay(new Date(due + chance.between(from, to) * DAY))
  switch (habit) {
    case 'PUNCTUAL':
      return chance.happens(0.93) ? days(-22, 0) : days(1, 12)
    case 'LATE':
      return days(4, 75)
    case 'STOPPED':
      return at < 2 ? days(-10, 20) : null
    case 'NEVER':
      return null
  }
}
