import {
  PLAN_COST_KIND_LABELS,
  PLAN_MEANS_LABELS,
  PLAN_MEASURE_LABELS,
  PLAN_PARTS,
  planTargetWords,
  recurrenceInWords,
} from '@steward/domain'
import { BarList, Columns, DataTable, Panel, Prose, Stack, Stat, type Column } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useMoneyText } from '../money/money-words.tsx'
import { ruleOf } from './plan-content-of.ts'
import type { PlanTextOf } from './plan-documents.ts'
import { PlanMachines } from './plan-machines.tsx'
import { CommentButton, PlacedThreads, RemarkMark, RemarksAt, type Remarks } from './plan-remarks.tsx'

const texts = messages({
  summary: { zh: '概述', en: 'Summary' },
  objectives: { zh: '目标', en: 'Objectives' },
  course: { zh: '{{was}} → {{aim}}', en: '{{was}} → {{aim}}' },
  atMost: { zh: '不超过 {{aim}}', en: 'at most {{aim}}' },
  unknown: { zh: '未知', en: 'not known' },
  measures: { zh: '客户关系强化表', en: 'Strengthening form' },
  upkeep: { zh: '维保措施', en: 'Measures' },
  gap: { zh: '差距', en: 'Gap' },
  measure: { zh: '措施', en: 'Measure' },
  owner: { zh: '执行人', en: 'Owner' },
  schedule: { zh: '日程', en: 'When' },
  effect: { zh: '预期效果', en: 'Effect' },
  cost: { zh: '每次', en: 'Each time' },
  comment: { zh: '批注', en: 'Comment' },
  upkeepGap: { zh: '日常维护', en: 'Plain upkeep' },
  later: { zh: '分解时指定', en: 'Named later' },
  due: { zh: '{{count}} 天内完成', en: { one: 'within {{count}} day', other: 'within {{count}} days' } },
  after: { zh: '在“{{title}}”之后', en: 'after “{{title}}”' },
  evidence: { zh: '须附凭证', en: 'with evidence' },
  minutes: { zh: '{{minutes}} 分钟', en: '{{minutes}} min' },
  budget: { zh: '预算 {{sum}}', en: 'Budget: {{sum}}' },
  line: { zh: '{{title}}（{{kind}}）', en: '{{title}} ({{kind}})' },
  noBudget: { zh: '没有预算', en: 'No budget' },
  hidden: {
    zh: '您可查看金额；内容不在您的查看范围内。',
    en: 'You may read amounts; what it says is not for you.',
  },
})

type Measure = NonNullable<PlanTextOf['measures']>[number]

interface TextProps {
  readonly text: PlanTextOf
  readonly isFacility: boolean
  readonly remarks: Remarks
}

/** What a plan says, in the order in which it is read, with the comments beside what they are about. */
export function PlanTextView({ text, isFacility, remarks }: TextProps) {
  const say = useMessages(texts)
  return (
    <Stack gap={4}>
      {text.objectives === null && <p className="st-quiet">{say('hidden')}</p>}
      {(text.summary || remarks.all.some(({ anchor }) => anchor === 'summary')) && (
        <Panel title={say('summary')} actions={<CommentButton places={['summary']} remarks={remarks} />}>
          <Prose>{text.summary}</Prose>
          <RemarksAt at="summary" remarks={remarks} />
        </Panel>
      )}
      {text.machines && text.machines.length > 0 && <PlanMachines text={text} remarks={remarks} />}
      {text.objectives && <Objectives text={text} remarks={remarks} />}
      {text.measures && (
        <Panel flush title={say(isFacility ? 'upkeep' : 'measures')}>
          <Measures text={text} remarks={remarks} />
        </Panel>
      )}
      {text.budget && <Budget text={text} remarks={remarks} />}
    </Stack>
  )
}

const placesOf = (part: keyof typeof PLAN_PARTS, keys: readonly string[]): string[] =>
  keys.flatMap((key) => [`${part}.${key}`, ...PLAN_PARTS[part].map((field) => `${part}.${key}.${field}`)])

/** A figure stays on one line with its unit. */
const whole = (words: string): string => words.replaceAll(' ', '\u00a0')

function Objectives({ text, remarks }: Pick<TextProps, 'text' | 'remarks'>) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const objectives = text.objectives ?? []
  const places = placesOf(
    'objectives',
    objectives.map(({ key }) => key),
  )
  return (
    <Panel title={say('objectives')} actions={<CommentButton places={places} remarks={remarks} />}>
      <Columns min={200} gap={3}>
        {objectives.map(({ key, measure, target, baseline, note }) => {
          const aim = sayWord(planTargetWords(measure, target))
          const was = baseline === null ? say('unknown') : sayWord(planTargetWords(measure, baseline))
          return (
            <Stack key={key} gap={2}>
              <Stat
                label={sayWord(PLAN_MEASURE_LABELS[measure])}
                value={say('course', {
                  was: whole(was),
                  aim: whole(measure === 'COMPLAINTS' ? say('atMost', { aim }) : aim),
                })}
                tone="primary"
                {...(note ? { note } : {})}
              />
              <PlacedThreads places={placesOf('objectives', [key])} remarks={remarks} />
            </Stack>
          )
        })}
      </Columns>
    </Panel>
  )
}

function Measures({ text, remarks }: Pick<TextProps, 'text' | 'remarks'>) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const measures = text.measures ?? []
  const mark = ({ key }: Measure, ...fields: readonly string[]) => (
    <RemarkMark
      places={fields.map((field) => (field === '' ? `measures.${key}` : `measures.${key}.${field}`))}
      remarks={remarks}
    />
  )
  const columns: readonly Column<Measure>[] = [
    {
      key: 'measure',
      title: say('measure'),
      width: '26%',
      render: (line) => {
        const before = measures.find(({ key }) => key === line.dependsOn)
        const notes = [
          sayWord(PLAN_MEANS_LABELS[line.means]),
          before && say('after', { title: before.title }),
          line.needsEvidence && say('evidence'),
        ]
        return (
          <>
            <span className="st-strong">{line.title}</span>{' '}
            {mark(line, '', 'title', 'means', 'instruction', 'dependsOn', 'needsEvidence')}
            <br />
            <span className="st-quiet st-small">{notes.filter(Boolean).join(' · ')}</span>
            {line.instruction && (
              <>
                <br />
                <span className="st-small">{line.instruction}</span>
              </>
            )}
          </>
        )
      },
    },
    {
      key: 'gap',
      title: say('gap'),
      render: (line) => (
        <>
          <span className={line.gap ? '' : 'st-quiet'}>{line.gap ?? say('upkeepGap')}</span>{' '}
          {mark(line, 'gap')}
        </>
      ),
    },
    {
      key: 'owner',
      title: say('owner'),
      width: '96px',
      render: (line) => (
        <>
          <span className={line.assigneeName ? '' : 'st-quiet'}>{line.assigneeName ?? say('later')}</span>{' '}
          {mark(line, 'assigneeId')}
        </>
      ),
    },
    {
      key: 'schedule',
      title: say('schedule'),
      width: '180px',
      render: (line) => (
        <>
          {sayWord(recurrenceInWords(ruleOf(line)))} {mark(line, 'recurrence', 'dueAfterDays')}
          {line.dueAfterDays > 0 && (
            <>
              <br />
              <span className="st-quiet st-small">{say('due', { count: line.dueAfterDays })}</span>
            </>
          )}
        </>
      ),
    },
    {
      key: 'effect',
      title: say('effect'),
      render: (line) => (
        <>
          {line.effect ?? '—'} {mark(line, 'effect')}
        </>
      ),
    },
    {
      key: 'cost',
      title: say('cost'),
      width: '100px',
      align: 'end',
      minor: true,
      render: (line) => (
        <>
          {money(line.estimatedMinor)} {mark(line, 'estimatedMinor', 'estimatedMinutes', 'budgetLine')}
          <br />
          <span className="st-quiet st-small">{say('minutes', { minutes: line.estimatedMinutes })}</span>
        </>
      ),
    },
    {
      key: 'comment',
      title: say('comment'),
      width: '112px',
      render: ({ key }) => <CommentButton places={placesOf('measures', [key])} remarks={remarks} />,
    },
  ]
  const shown = remarks.isLiving ? columns : columns.filter(({ key }) => key !== 'comment')
  const places = placesOf(
    'measures',
    measures.map(({ key }) => key),
  )
  return (
    <>
      <DataTable label={say('measures')} columns={shown} rows={measures} rowKey={({ key }) => key} />
      <PlacedThreads places={places} remarks={remarks} />
    </>
  )
}

function Budget({ text, remarks }: Pick<TextProps, 'text' | 'remarks'>) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const lines = text.budget ?? []
  const sum = lines.reduce((total, { amountMinor }) => total + amountMinor, 0)
  const places = placesOf(
    'budget',
    lines.map(({ key }) => key),
  )
  const title = say('budget', { sum: money(sum) })
  if (lines.length === 0) return <p className="st-quiet">{say('noBudget')}</p>
  return (
    <Panel title={title} actions={<CommentButton places={places} remarks={remarks} />}>
      <BarList
        label={title}
        format={money}
        items={lines.map(({ key, kind, title: name, amountMinor }) => ({
          key,
          label: say('line', { title: name, kind: sayWord(PLAN_COST_KIND_LABELS[kind]) }),
          value: amountMinor,
        }))}
      />
      <PlacedThreads places={places} remarks={remarks} />
    </Panel>
  )
}
