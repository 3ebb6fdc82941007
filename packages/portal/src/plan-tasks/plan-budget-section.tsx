import { useQuery } from '@apollo/client/react'
import { PLAN_COST_KIND_LABELS, PLAN_OVERRUN_STATUS_LABELS, type PlanOverrunStatus } from '@steward/domain'
import type { PlanBudgetQuery } from '@steward/graphql-client'
import {
  Button,
  EmptyState,
  Inline,
  Instant,
  Loading,
  Money,
  Panel,
  Sheet,
  SpanBar,
  Stack,
  StatusTag,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { useMoneyText } from '../money/money-words.tsx'
import { useMay, useViewer } from '../session/viewer.tsx'
import { AskOverrunForm, DecideOverrunForm, SpendForm } from './plan-budget-forms.tsx'
import { PlanBudget } from './plan-section-documents.ts'

const texts = messages({
  title: { zh: '预算执行', en: 'Budget' },
  none: { zh: '这份方案没有预算', en: 'This plan has no budget' },
  spend: { zh: '登记支出', en: 'Record an expense' },
  askOverrun: { zh: '申请超支', en: 'Ask for an overrun' },
  decide: { zh: '审批', en: 'Decide' },
  spent: { zh: '已支出', en: 'Spent' },
  committed: { zh: '已占用', en: 'Committed' },
  left: { zh: '可用', en: 'Left' },
  over: { zh: '超出 {{sum}}', en: '{{sum}} over' },
  approved: { zh: '批准 {{approved}}，上限 {{limit}}', en: 'Approved {{approved}}, at most {{limit}}' },
  raised: { zh: '含追加 {{sum}}', en: 'with {{sum}} added' },
  overruns: { zh: '超支申请', en: 'Overruns' },
  note: { zh: '{{name}}：{{note}}', en: '{{name}}: {{note}}' },
})

export type BudgetLine = PlanBudgetQuery['planBudget'][number]
export type Overrun = PlanBudgetQuery['planOverruns']['edges'][number]['node']

const TONES: Readonly<Record<PlanOverrunStatus, Tone>> = {
  ASKED: 'warn',
  APPROVED: 'good',
  REJECTED: 'neutral',
}

type Open = { readonly kind: 'spend' | 'ask' } | { readonly kind: 'decide'; readonly overrun: Overrun }

interface PlanBudgetSectionProps {
  /** The published id of the plan. */
  readonly plan: string
  /** Its budget is spent from now. */
  readonly isActive: boolean
}

/** On the page of a plan: of each line what is spent, held and left, as it changes; and what was asked beyond it. */
export function PlanBudgetSection({ plan, isActive }: PlanBudgetSectionProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { organization } = useViewer()
  const [open, setOpen] = useState<Open>()
  const skip = !may('plan:readBudget')
  const { data, error, refetch } = useQuery(PlanBudget, {
    variables: { plan },
    skip,
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(skip ? [] : ['PlanBudgetAccount', 'PlanOverrun'], () => void refetch())
  if (skip) return null
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const lines = data.planBudget
  const overruns = data.planOverruns.edges.map(({ node }) => node)
  const surroundings = { plan, lines, onReload: refetch, onClose: () => setOpen(undefined) }
  const can = isActive && lines.length > 0
  return (
    <Panel
      title={say('title')}
      actions={
        <Inline gap={2}>
          {can && may('plan:spend') && (
            <Button onClick={() => setOpen({ kind: 'spend' })}>{say('spend')}</Button>
          )}
          {can && may('plan:askOverrun') && (
            <Button onClick={() => setOpen({ kind: 'ask' })}>{say('askOverrun')}</Button>
          )}
        </Inline>
      }
    >
      <Stack gap={4}>
        {lines.length === 0 && <EmptyState title={say('none')} />}
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
        {overruns.length > 0 && (
          <section aria-label={say('overruns')}>
            <h3 className="st-group-title">{say('overruns')}</h3>
            <Stack gap={3}>
              {overruns.map((overrun) => (
                <div key={overrun.id}>
                  <Inline gap={2}>
                    <StatusTag tone={TONES[overrun.status]}>
                      {sayWord(PLAN_OVERRUN_STATUS_LABELS[overrun.status])}
                    </StatusTag>
                    <span className="st-strong">{overrun.line?.title}</span>
                    <Money minor={overrun.amountMinor} currency={organization.currency} />
                    <span className="st-quiet">{overrun.askedBy?.name}</span>
                    <Instant at={overrun.askedAt} />
                    {overrun.availableActions.length > 0 && (
                      <Button type="primary" onClick={() => setOpen({ kind: 'decide', overrun })}>
                        {say('decide')}
                      </Button>
                    )}
                  </Inline>
                  <div>{overrun.reason}</div>
                  {overrun.note && (
                    <div className="st-quiet">
                      {say('note', { name: overrun.decidedBy?.name ?? '', note: overrun.note })}
                    </div>
                  )}
                </div>
              ))}
            </Stack>
          </section>
        )}
      </Stack>
      <Sheet
        open={open !== undefined}
        title={
          open ? say(open.kind === 'spend' ? 'spend' : open.kind === 'ask' ? 'askOverrun' : 'decide') : ''
        }
        onClose={() => setOpen(undefined)}
      >
        {open?.kind === 'spend' && <SpendForm {...surroundings} />}
        {open?.kind === 'ask' && <AskOverrunForm {...surroundings} />}
        {open?.kind === 'decide' && <DecideOverrunForm {...surroundings} overrun={open.overrun} />}
      </Sheet>
    </Panel>
  )
}

function Line({ line }: { readonly line: BudgetLine }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const whole = Math.max(1, line.limitMinor, line.spentMinor + line.committedMinor)
  const part = (key: string, label: string, tone: Tone, minor: number) =>
    minor > 0 ? [{ key, label, tone, share: minor / whole, minor }] : []
  const parts = [
    ...part('spent', say('spent'), 'info', line.spentMinor),
    ...part('committed', say('committed'), 'warn', line.committedMinor),
    ...part('left', say('left'), 'good', line.leftMinor),
  ]
  return (
    <section aria-label={line.title ?? ''}>
      <Inline gap={2} justify="space-between">
        <span>
          <span className="st-strong">{line.title}</span>{' '}
          <span className="st-quiet">{sayWord(PLAN_COST_KIND_LABELS[line.kind])}</span>
        </span>
        <span className="st-quiet">
          {say('approved', {
            approved: money(line.approvedMinor + line.raisedMinor),
            limit: money(line.limitMinor),
          })}
          {line.raisedMinor > 0 && ` · ${say('raised', { sum: money(line.raisedMinor) })}`}
        </span>
      </Inline>
      <SpanBar label={line.title ?? ''} parts={parts.map((it) => ({ ...it, note: '' }))} />
      {/* Below the bar and not under its parts: a narrow part has no room for a sum. */}
      <Inline gap={3}>
        {parts.map(({ key, label, minor }) => (
          <span key={key} className="st-quiet st-small">
            {label} {money(minor)}
          </span>
        ))}
      </Inline>
      {line.leftMinor < 0 && <StatusTag tone="bad">{say('over', { sum: money(-line.leftMinor) })}</StatusTag>}
    </section>
  )
}
