import { useQuery } from '@apollo/client/react'
import {
  budgetMinor,
  PLAN_COST_KIND_LABELS,
  PLAN_MEANS_LABELS,
  PLAN_MEASURE_LABELS,
  PLAN_TEMPLATE_ACTION_LABELS,
  planTargetWords,
  recurrenceInWords,
  type PlanContent,
} from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import {
  BarList,
  Columns,
  ConfirmDialog,
  DataTable,
  Day,
  EmptyState,
  FilterField,
  HeaderActions,
  Inline,
  Input,
  Loading,
  PageHeader,
  Panel,
  Prose,
  Stack,
  Stat,
  Timeline,
  useNotify,
  useUi,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useMoneyText } from '../money/money-words.tsx'
import { lazyPage, usePortalPath } from '../routing/routes.tsx'
import { useToday } from '../session/use-today.ts'
import { useMay } from '../session/viewer.tsx'
import { useWorkTab } from '../tabs/work-context.tsx'
import {
  OnePlanTemplate,
  PlanTemplateLine,
  PlanTemplateText,
  RetirePlanTemplate,
} from './template-documents.ts'
import { exampleStart, planOf } from './template-content.ts'
import { TemplateState, useForWhom } from './templates-page.tsx'

const texts = messages({
  list: { zh: '方案模板', en: 'Plan templates' },
  gone: { zh: '没有这个模板', en: 'There is no such template' },
  goneHint: { zh: '可能不存在，或您无权查看。', en: 'It does not exist, or is not for you to read.' },
  example: { zh: '若从这一天开始', en: 'If it began on' },
  summary: { zh: '概述', en: 'Summary' },
  objectives: { zh: '目标', en: 'Objectives' },
  measures: { zh: '措施', en: 'Measures' },
  measure: { zh: '措施', en: 'Measure' },
  schedule: { zh: '日程', en: 'When' },
  first: { zh: '首次', en: 'First' },
  effect: { zh: '预期效果', en: 'Effect' },
  cost: { zh: '每次费用', en: 'Cost each time' },
  budget: { zh: '预算 {{sum}}', en: 'Budget: {{sum}}' },
  period: { zh: '期限', en: 'Period' },
  editions: { zh: '历次版次', en: 'Editions' },
  edition: { zh: '第 {{edition}} 版 · {{title}}', en: 'Edition {{edition}} · {{title}}' },
  retireAsk: {
    zh: '停用后不再据此起草方案、提出建议；已起草的方案不受影响。',
    en: 'Nothing begins with it any more and nothing is proposed by it; plans that began with it stay.',
  },
  retired: { zh: '模板已停用', en: 'The template is retired' },
})

/** Opens the editor on the page of the template. */
const EDIT_PARAMETER = 'edit'
/** Fetched by those who write. */
const ReviseTemplate = lazyPage(
  async () => (await import('./template-editor-page.tsx')).RevisePlanTemplatePage,
)

/** One template, or its editor where the address says so. */
export function PlanTemplatePage() {
  const [params] = useSearchParams()
  return params.has(EDIT_PARAMETER) ? <ReviseTemplate /> : <OneTemplate />
}

/** What a template says, as the plan that would begin on a day of one's choice. */
function OneTemplate() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const notify = useNotify()
  const { routing } = useUi()
  const today = useToday()
  const forWhom = useForWhom()
  const { id = '' } = useParams()
  const [asked, setAsked] = useState(false)
  const [startsOn, setStartsOn] = useState(() => exampleStart(today))
  const { data, error, refetch } = useQuery(OnePlanTemplate, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const retire = useFreshAct(RetirePlanTemplate, refetch)
  const template = data?.planTemplate
  const line = template && readFragment(PlanTemplateLine, template)
  useWorkTab(line?.title)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  if (!template || !line) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const plan = planOf(readFragment(PlanTemplateText, template), startsOn)
  const verb = (key: 'revise' | 'retire', onChoose: () => void) => ({
    key,
    label: sayWord(PLAN_TEMPLATE_ACTION_LABELS[key]),
    onChoose,
  })
  const isKept = may('planTemplate:revise') && line.retiredAt === null
  return (
    <>
      <PageHeader
        title={line.title}
        subtitle={
          <Inline gap={2}>
            <TemplateState retiredAt={line.retiredAt} />
            {forWhom(line)}
          </Inline>
        }
        back={{ to: path(`plan-templates?kind=${line.kind}`), label: say('list') }}
        actions={
          isKept && (
            <HeaderActions
              first={verb('revise', () => routing.go(path(`plan-templates/${id}?${EDIT_PARAMETER}`)))}
              seldom={[verb('retire', () => setAsked(true))]}
            />
          )
        }
      />
      <Stack gap={4}>
        <Columns min={220}>
          <FilterField label={say('example')}>
            <Input
              type="date"
              aria-label={say('example')}
              value={startsOn}
              onChange={({ target }) => target.value && setStartsOn(target.value)}
            />
          </FilterField>
        </Columns>
        <PlanOfTemplate plan={plan} />
        <Panel title={say('editions')}>
          <Timeline
            label={say('editions')}
            entries={template.editions.map((it) => ({
              key: it.id,
              at: it.statedAt,
              title: say('edition', { edition: it.edition, title: it.title }),
              by: it.statedBy?.name,
            }))}
          />
        </Panel>
      </Stack>
      <ConfirmDialog
        open={asked}
        title={sayWord(PLAN_TEMPLATE_ACTION_LABELS.retire)}
        verb={sayWord(PLAN_TEMPLATE_ACTION_LABELS.retire)}
        onCancel={() => setAsked(false)}
        onConfirm={async () => {
          const { refused } = await retire({ templateId: id, expectedVersion: template.version })
          if (refused) return notify.failed(refused.message ?? '')
          notify.done(say('retired'))
          setAsked(false)
          await refetch()
        }}
      >
        {say('retireAsk')}
      </ConfirmDialog>
    </>
  )
}

type Measure = PlanContent['measures'][number]

function PlanOfTemplate({ plan }: { readonly plan: PlanContent }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const columns: readonly Column<Measure>[] = [
    {
      key: 'measure',
      title: say('measure'),
      card: 'lead',
      render: ({ title, means, instruction }) => (
        <>
          <span className="st-strong">{title}</span>{' '}
          <span className="st-quiet">{sayWord(PLAN_MEANS_LABELS[means])}</span>
          {instruction && (
            <>
              <br />
              <span className="st-quiet st-small">{instruction}</span>
            </>
          )}
        </>
      ),
    },
    {
      key: 'schedule',
      title: say('schedule'),
      width: '240px',
      render: ({ recurrence }) => sayWord(recurrenceInWords(recurrence)),
    },
    {
      key: 'first',
      title: say('first'),
      width: '150px',
      render: ({ recurrence }) => <Day on={recurrence.from} />,
    },
    { key: 'effect', title: say('effect'), minor: true, render: ({ effect }) => effect ?? '—' },
    {
      key: 'cost',
      title: say('cost'),
      width: '120px',
      align: 'end',
      render: ({ estimatedMinor }) => (estimatedMinor > 0 ? money(estimatedMinor) : '—'),
    },
  ]
  return (
    <>
      <p>
        <span className="st-quiet">{say('period')}</span> <Day on={plan.startsOn} /> –{' '}
        <Day on={plan.endsOn} />
      </p>
      {plan.summary && (
        <Panel title={say('summary')}>
          <Prose>{plan.summary}</Prose>
        </Panel>
      )}
      <Panel title={say('objectives')}>
        <Columns min={180} gap={3}>
          {plan.objectives.map(({ key, measure, target, note }) => (
            <Stat
              key={key}
              label={sayWord(PLAN_MEASURE_LABELS[measure])}
              value={sayWord(planTargetWords(measure, target))}
              tone="primary"
              {...(note ? { note } : {})}
            />
          ))}
        </Columns>
      </Panel>
      <Panel title={say('measures')} flush>
        <DataTable label={say('measures')} columns={columns} rows={plan.measures} rowKey={({ key }) => key} />
      </Panel>
      {plan.budget.length > 0 && (
        <Panel title={say('budget', { sum: money(budgetMinor(plan)) })}>
          <BarList
            label={say('budget', { sum: money(budgetMinor(plan)) })}
            format={money}
            items={plan.budget.map(({ key, kind, title, amountMinor }) => ({
              key,
              label: `${title} · ${sayWord(PLAN_COST_KIND_LABELS[kind])}`,
              value: amountMinor,
            }))}
          />
        </Panel>
      )}
    </>
  )
}
