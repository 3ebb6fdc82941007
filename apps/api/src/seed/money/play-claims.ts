/** Asking for what is overdue, and statements of account: a few of each, taken down by those whose work it is. */
import { DUNNING_STEPS, type DunningStep } from '@steward/domain'
import type { UserError } from '../../graphql/user-error.ts'
import { withTenant } from '../../database/with-tenant.ts'
import * as dunning from '../../money/dunning/dunning.service.ts'
import { ReconciliationLine } from '../../money/reconciliation/reconciliation.entity.ts'
import * as statements from '../../money/reconciliation/reconciliation.service.ts'
import { DAY, localDay } from '../calendar.ts'
import { agreed, by, type Stage } from '../cases/stage.ts'
import { holding } from '../organizations/world.ts'

const OUTCOMES: Readonly<Record<DunningStep, string>> = {
  REMINDER: '微信已读，未回复',
  CALL: '本人接听，说下周发工资后付',
  LETTER: '催款函已当面签收',
  VISIT: '家中无人，已留条',
  LEGAL_LETTER: '已寄出，挂号回执在档',
}

const DEBTORS = `
select r.client_id as "clientId", min(r.id::text) as "receivableId", min(r.due_on)::text as "dueOn"
  from receivable r where r.org_id = $1 and r.state = 'OPEN' and r.due_on < $2
 group by r.client_id order by min(r.due_on), r.client_id limit 9`

interface Debtor {
  readonly clientId: string
  readonly receivableId: string
}

/** Nothing where nobody keeps the accounts. */
export const playClaims = async (stage: Stage): Promise<void> => {
  const { orgId } = stage.world
  const [keeper] = holding(stage.world, 'FINANCE')
  if (!keeper) return
  const when = (daysAgo: number) => new Date(stage.now.getTime() - daysAgo * DAY)
  const at = (daysAgo: number) => by(stage, keeper, when(daysAgo))
  const debtors = await withTenant(stage.dataSource, orgId, (manager) =>
    manager.query<Debtor[]>(DEBTORS, [orgId, localDay(stage.now)]),
  )
  for (const { receivableId } of debtors.slice(0, 5))
    for (const step of DUNNING_STEPS) {
      const taken = { receivableId, step, outcome: OUTCOMES[step] }
      const done = await dunning.take(at(1), taken)
      if (isDone(done)) break
    }
  for (const [nth, { clientId }] of debtors.slice(5).entries()) {
    const statement = agreed(
      await statements.issue(at(9), { clientId, asOfOn: localDay(when(9)) }),
      'issueReconciliation',
    )
    const head = (expectedVersion: number) => ({ reconciliationId: statement.id, expectedVersion })
    if (nth === 3) continue
    agreed(await statements.send(at(8), saying(head(1), { channel: 'WECHAT' })), 'sendReconciliation')
    if (nth === 0) continue
    const lines = await withTenant(stage.dataSource, orgId, (manager) =>
      manager.findBy(ReconciliationLine, { orgId, reconciliationId: statement.id }),
    )
    const lineId = lines[0]!.id
    agreed(
      await statements.dispute(
        at(6),
        saying(head(2), { lines: [{ lineId, reason: '电梯停运半个月，应减免这一季的费用' }] }),
      ),
      'disputeReconciliation',
    )
    if (nth === 1)
      agreed(
        await statements.markTold(at(5), saying(head(3), { note: '微信已读，说电梯费要扣' })),
        'markToldReconciliation',
      )
    if (nth === 2)
      agreed(
        await statements.answer(
          at(3),
          saying(head(3), {
            lines: [{ lineId, verdict: 'UPHELD', answer: '停运三天，已在上季减免，附维保记录' }],
          }),
        ),
        'answerReconciliation',
      )
  }
}

/** What a verb is told beside the record that it is about. */
const saying = <H extends object>(head: H, said: object): H => ({ ...head, ...said })

const isDone = (answer: object | UserError): boolean => !('code' in answer)
