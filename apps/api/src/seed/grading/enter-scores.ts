/** What staff entered of clients for grading: how they cooperate, and what may still come of them. */
import { transaction } from '../../database/transaction.ts'
import { MetricEntry } from '../../grading/entries/metric-entry.entity.ts'
import * as entries from '../../grading/entries/metric-entry.service.ts'
import { DAY, localDay } from '../calendar.ts'
import { agreed, by, type Stage } from '../cases/stage.ts'
import type { Chance } from '../chance.ts'
import { holding } from '../organizations/world.ts'

interface Judged {
  readonly from: number
  readonly to: number
  readonly evidence: string
}

const COOPERATION = {
  ready: { from: 85, to: 96, evidence: '主动配合入户检查，回访及时应答，无违规装修。' },
  willing: { from: 70, to: 84, evidence: '能按约配合，个别通知需电话提醒。' },
  slow: { from: 45, to: 69, evidence: '两次预约未到场，整改通知超期后完成。' },
} as const satisfies Record<string, Judged>
const SHARES = { ready: 45, willing: 38, slow: 17 }
const POTENTIAL: readonly Judged[] = [
  { from: 80, to: 95, evidence: '走访得知明年拟增租一层，已在谈增值服务。' },
  { from: 50, to: 75, evidence: '租约还有两年，近期没有扩租计划。' },
]
/** Of three clients somebody has judged two. */
const JUDGED = 0.66

/** In the organization whose standard asks for it. */
export const enterScores = async (stage: Stage, chance: Chance): Promise<void> => {
  const [specialist] = holding(stage.world, 'CR_SPECIALIST')
  if (!specialist) return
  const when = new Date(stage.now.getTime() - DAY / 8)
  const score = ({ from, to }: Judged): number => 100 * chance.between(from, to)
  const entry = (clientId: string, metricKey: string, name: string, judged: Judged) => ({
    clientId,
    metricKey,
    name,
    score: score(judged),
    evidence: judged.evidence,
    enteredOn: localDay(new Date(when.getTime() - chance.between(3, 100) * DAY)),
  })
  const companies = stage.world.clients.filter(({ kind }) => kind === 'COMPANY').slice(0, 12)
  agreed(
    await transaction(by(stage, specialist, when), 'metricEntry:record', async (tx) => {
      let last: MetricEntry | undefined
      const add = async (values: ReturnType<typeof entry>): Promise<void> => {
        const made = { recordedById: tx.actor.staffId, recordedAt: tx.now }
        const fresh = { voidedAt: null, voidReason: null, version: 1 }
        last = await tx.append(MetricEntry, { ...values, ...made, ...fresh })
      }
      for (const { id } of stage.world.clients)
        if (chance.happens(JUDGED)) {
          await add(entry(id, 'cooperation', '配合程度', COOPERATION[chance.weighted(SHARES)]))
        }
      for (const { id } of companies)
        await add(entry(id, 'POTENTIAL', '发展潜力', POTENTIAL[chance.happens(0.4) ? 0 : 1]!))
      return last!
    }),
    'recordMetricEntry',
  )
  const [wrong] = stage.world.clients
  const mistaken = agreed(
    await entries.record(by(stage, specialist, when), {
      clientId: wrong!.id,
      metricKey: 'cooperation',
      score: 1_000,
      evidence: '拒绝入户检查。',
      enteredOn: localDay(when),
    }),
    'recordMetricEntry',
  )
  const reason = '记到了同名客户名下。'
  const taken = { metricEntryId: mistaken.id, expectedVersion: mistaken.version, reason }
  agreed(await entries.voidEntry(by(stage, specialist, when), taken), 'voidMetricEntry')
}
