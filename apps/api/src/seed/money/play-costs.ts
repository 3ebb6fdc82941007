/** What clients cost in half a year: visits, repairs, dealings, and what whole communities shared. */
import type { CostClass, LabourRole } from '@steward/domain'
import { transaction } from '../../database/transaction.ts'
import { CostEvent } from '../../money/costs/cost-event.entity.ts'
import * as costs from '../../money/costs/cost-event.service.ts'
import { nextNumbers, todayOf } from '../../money/day-of-organization.service.ts'
import { DAY, localDay } from '../calendar.ts'
import { agreed, by, type Stage } from '../cases/stage.ts'
import type { Chance } from '../chance.ts'
import { holding } from '../organizations/world.ts'

interface Kind {
  readonly costClass: CostClass
  readonly purpose: string
  readonly role: LabourRole
  readonly minutes: readonly [number, number]
  /** Most of material, in yuan. */
  readonly material: number
  readonly weight: number
}

const KINDS: Readonly<Record<string, Kind>> = {
  visit: { costClass: 'RETENTION', purpose: '季度走访', role: 'CR_SPECIALIST', minutes: [30, 90], material: 60, weight: 30 },
  care: { costClass: 'RETENTION', purpose: '节日慰问', role: 'KEY_ACCOUNT_MANAGER', minutes: [20, 60], material: 280, weight: 12 },
  check: { costClass: 'SERVICE', purpose: '上门检查水电', role: 'TECHNICIAN', minutes: [25, 120], material: 90, weight: 34 },
  leak: { costClass: 'SERVICE', purpose: '渗漏维修', role: 'TECHNICIAN', minutes: [90, 480], material: 900, weight: 10 },
  dunning: { costClass: 'TRANSACTION', purpose: '电话催收与对账', role: 'SERVICE_AGENT', minutes: [10, 60], material: 0, weight: 14 },
} // prettier-ignore
const WEIGHTS = Object.fromEntries(Object.entries(KINDS).map(([key, { weight }]) => [key, weight]))
const HALF_A_YEAR = 180
const MANY = 140

/** Nothing where nobody keeps the accounts. */
export const playCosts = async (stage: Stage, chance: Chance): Promise<void> => {
  const [keeper] = holding(stage.world, 'FINANCE')
  if (!keeper) return
  const when = new Date(stage.now.getTime() - DAY / 12)
  const today = localDay(stage.now)
  agreed(
    await transaction(by(stage, keeper, when), 'costEvent:recordMany', async (tx) => {
      const numbers = await nextNumbers(tx, 'cost', await todayOf(tx), MANY)
      let last: CostEvent | undefined
      for (const number of numbers) {
        const client = chance.pick(stage.world.clients)
        const { costClass, purpose, role, minutes, material } = KINDS[chance.weighted(WEIGHTS)]!
        const occurredOn = localDay(new Date(stage.now.getTime() - chance.between(1, HALF_A_YEAR) * DAY))
        last = await tx.append(CostEvent, {
          number,
          costClass,
          clientId: client.id,
          projectId: null,
          buildingId: null,
          shareRule: null,
          shareWeight: null,
          occurredOn: occurredOn < today ? occurredOn : today,
          labourMinutes: 5 * Math.ceil(chance.between(...minutes) / 5),
          labourRole: role,
          materialMinor: material > 0 && chance.happens(0.6) ? 500 * chance.between(1, material / 5) : 0,
          outsideMinor: costClass === 'SERVICE' && chance.happens(0.06) ? 10_000 * chance.between(2, 20) : 0,
          purpose,
          complaintId: null,
          recordedById: tx.actor.staffId,
          recordedAt: tx.now,
          voidedAt: null,
          voidReason: null,
          version: 1,
        })
      }
      return last!
    }),
    'recordManyCostEvents',
  )
  for (const { id: projectId } of stage.world.projects.slice(0, 2)) {
    const shared = {
      projectId,
      shareRule: 'BY_AREA',
      costClass: 'SERVICE',
      occurredOn: localDay(new Date(stage.now.getTime() - 40 * DAY)),
      outsideMinor: 1_860_000,
      purpose: '外墙清洗',
    }
    agreed(await costs.record(by(stage, keeper, when), shared), 'recordCostEvent')
  }
}
