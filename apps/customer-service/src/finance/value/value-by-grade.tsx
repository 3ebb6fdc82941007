import { useQuery } from '@apollo/client/react'
import type { ValueByGradeQuery as Answer } from '@steward/graphql-client'
import { messages, useMay, useMessages, useMoneyText, usePortalPath } from '@steward/portal'
import { BarList, Columns, DataTable, MatrixTable, Panel, Stack } from '@steward/ui'
import { ValueByGradeQuery } from './value-documents.ts'

const texts = messages({
  title: {
    zh: '等级值不值：按等级和建档年份',
    en: 'Does the grade earn what it costs? By grade and opening year',
  },
  means: {
    zh: '终身价值是已发生的利润加预期；服务成本含维系、服务和交易。每花 1 元服务成本带来的终身价值越低，越要看看该等级给得值不值。',
    en: 'Lifetime value is profit so far and expected; cost to serve is retention, service and transaction. The less value a unit of cost brings, the more there is to look at in what the grade is given.',
  },
  lifetime: { zh: '每户终身价值', en: 'Lifetime value of a client' },
  serve: { zh: '每户服务成本', en: 'Cost to serve of a client' },
  table: { zh: '各等级', en: 'Grades' },
  grade: { zh: '等级', en: 'Grade' },
  none: { zh: '不评级', en: 'Not graded' },
  clients: { zh: '客户', en: 'Clients' },
  loss: { zh: '亏损', en: 'At a loss' },
  each: { zh: '每元成本的价值', en: 'Value a unit of cost' },
  earns: { zh: '该等级每户每年可得', en: 'What the grade earns a client a year' },
  earned: { zh: '{{minutes}} 分钟 + {{money}}', en: '{{minutes}} min + {{money}}' },
  cohorts: { zh: '每户终身价值 / 服务成本', en: 'Lifetime value / cost to serve of a client' },
  corner: { zh: '等级 ＼ 建档年份', en: 'Grade \\ opened in' },
})

type Row = NonNullable<Answer['valueByGrade']>[number]
interface Sum {
  readonly grade: string | null
  readonly clients: number
  readonly atALoss: number
  readonly toServeMinor: number
  readonly lifetimeMinor: number
  readonly earnsMinutes: number | null
  readonly earnsMinor: number | null
}

/** Years beyond these are too many to read at once. */
const MOST_YEARS = 6
const NONE = ''
const each = (minor: number, clients: number): number => (clients === 0 ? 0 : Math.round(minor / clients))

const summed = (rows: readonly Row[]): readonly Sum[] =>
  [...new Set(rows.map(({ grade }) => grade))].map((grade) => {
    const theirs = rows.filter((row) => row.grade === grade)
    const sum = (key: 'clients' | 'atALoss' | 'toServeMinor' | 'lifetimeMinor') =>
      theirs.reduce((all, row) => all + row[key], 0)
    return {
      grade,
      clients: sum('clients'),
      atALoss: sum('atALoss'),
      toServeMinor: sum('toServeMinor'),
      lifetimeMinor: sum('lifetimeMinor'),
      earnsMinutes: theirs[0]!.earnsMinutes,
      earnsMinor: theirs[0]!.earnsMinor,
    }
  })

/** What each grade brings and costs, drawn; for whoever reads value and grades. */
export function ValueByGrade() {
  const may = useMay()
  const { data } = useQuery(ValueByGradeQuery, {
    skip: !may('client:readGrade'),
    fetchPolicy: 'cache-and-network',
  })
  const rows = data?.valueByGrade ?? []
  return rows.some(({ grade }) => grade !== null) ? <Grades rows={rows} /> : null
}

function Grades({ rows }: { readonly rows: readonly Row[] }) {
  const say = useMessages(texts)
  const money = useMoneyText()
  const path = usePortalPath()
  const grades = summed(rows)
  const named = (grade: string | null) => grade ?? say('none')
  const to = (grade: string | null) => (grade === null ? {} : { to: path(`clients?grade=${grade}`) })
  const years = [...new Set(rows.map(({ cohort }) => cohort))].sort((p, q) => p - q).slice(-MOST_YEARS)
  const cell = (grade: string, year: string) => {
    const row = rows.find((it) => (it.grade ?? NONE) === grade && String(it.cohort) === year)
    if (!row) return <span className="st-quiet">—</span>
    return (
      <Stack gap={0}>
        <span>{money(each(row.lifetimeMinor, row.clients))}</span>
        <span className="st-quiet st-small">{money(each(row.toServeMinor, row.clients))}</span>
      </Stack>
    )
  }
  return (
    <Panel title={say('title')}>
      <Stack gap={4}>
        <p className="st-quiet st-small">{say('means')}</p>
        <Columns min={320} gap={4} fill>
          <Stack gap={1}>
            <span className="st-strong">{say('lifetime')}</span>
            <BarList
              label={say('lifetime')}
              format={money}
              items={grades.map(({ grade, clients, lifetimeMinor }) => ({
                key: grade ?? NONE,
                label: named(grade),
                value: each(lifetimeMinor, clients),
                ...to(grade),
              }))}
            />
          </Stack>
          <Stack gap={1}>
            <span className="st-strong">{say('serve')}</span>
            <BarList
              label={say('serve')}
              format={money}
              items={grades.map(({ grade, clients, toServeMinor }) => ({
                key: grade ?? NONE,
                label: named(grade),
                value: each(toServeMinor, clients),
                tone: 'warn',
                ...to(grade),
              }))}
            />
          </Stack>
        </Columns>
        <GradeTable grades={grades} named={named} />
        <MatrixTable
          label={say('cohorts')}
          corner={say('corner')}
          columns={years.map((year) => ({ key: String(year), label: String(year) }))}
          rows={grades.map(({ grade }) => ({ key: grade ?? NONE, label: named(grade) }))}
          cell={cell}
        />
        <span className="st-quiet st-small">{say('cohorts')}</span>
      </Stack>
    </Panel>
  )
}

function GradeTable(props: {
  readonly grades: readonly Sum[]
  readonly named: (grade: string | null) => string
}) {
  const say = useMessages(texts)
  const money = useMoneyText()
  return (
    <DataTable
      label={say('table')}
      rows={props.grades}
      rowKey={({ grade }) => grade ?? NONE}
      columns={[
        { key: 'grade', title: say('grade'), card: 'lead', render: ({ grade }) => props.named(grade) },
        { key: 'clients', title: say('clients'), align: 'end', render: ({ clients }) => clients },
        { key: 'loss', title: say('loss'), align: 'end', minor: true, render: ({ atALoss }) => atALoss },
        {
          key: 'each',
          title: say('each'),
          align: 'end',
          render: ({ lifetimeMinor, toServeMinor }) =>
            toServeMinor > 0 ? (lifetimeMinor / toServeMinor).toFixed(1) : '—',
        },
        {
          key: 'earns',
          title: say('earns'),
          align: 'end',
          render: ({ earnsMinutes, earnsMinor }) =>
            earnsMinutes === null || earnsMinor === null
              ? '—'
              : say('earned', { minutes: earnsMinutes, money: money(earnsMinor) }),
        },
      ]}
    />
  )
}
