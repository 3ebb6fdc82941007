import { PLAN_KIND_LABELS } from '@steward/domain'
import type { MaintenancePlansQuery } from '@steward/graphql-client'
import { Day, Inline, type Column } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { Amount } from '../money/money-words.tsx'
import { AmendmentTag, PlanTag, usePlannedFor } from './plan-tags.tsx'

const texts = messages({
  awaits: { zh: '待我签核', en: 'Awaiting my signature' },
  status: { zh: '状态', en: 'Status' },
  owner: { zh: '责任人', en: 'Owner' },
  plan: { zh: '方案', en: 'Plan' },
  for: { zh: '对象', en: 'For' },
  period: { zh: '期间', en: 'Period' },
  budget: { zh: '预算', en: 'Budget' },
})

type Line = MaintenancePlansQuery['maintenancePlans']['edges'][number]['node']

/** A plan as lists show it. */
export function usePlanColumns(): readonly Column<Line>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const plannedFor = usePlannedFor()
  return [
    {
      key: 'plan',
      title: say('plan'),
      render: ({ title, number, kind }) => (
        <>
          {title ?? number}
          <br />
          <span className="st-quiet st-small">
            <code>{number}</code> {sayWord(PLAN_KIND_LABELS[kind])}
          </span>
        </>
      ),
    },
    { key: 'for', title: say('for'), render: (plan) => plannedFor(plan) },
    { key: 'owner', title: say('owner'), width: '110px', render: ({ owner }) => owner?.name },
    {
      key: 'period',
      title: say('period'),
      width: '150px',
      minor: true,
      render: ({ startsOn, endsOn }) => (
        <>
          <Day on={startsOn} /> – <br />
          <Day on={endsOn} />
        </>
      ),
    },
    {
      key: 'budget',
      title: say('budget'),
      width: '140px',
      align: 'end',
      render: ({ budgetMinor }) => <Amount minor={budgetMinor} />,
    },
    {
      key: 'status',
      title: say('status'),
      width: '190px',
      card: 'tag',
      render: ({ status, effectiveRevision, openRevision, awaitsMe }) => (
        <Inline gap={1}>
          <PlanTag status={status} />
          {effectiveRevision && openRevision && <AmendmentTag status={openRevision.status} />}
          {awaitsMe && <span className="st-small st-strong">{say('awaits')}</span>}
        </Inline>
      ),
    },
  ]
}
