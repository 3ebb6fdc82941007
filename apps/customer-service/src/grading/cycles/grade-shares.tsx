import { useQuery } from '@apollo/client/react'
import type { GradeSharesQuery } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { Columns, Loading, Panel, StackedBars, Stat, useUi } from '@steward/ui'
import { GradeShares } from './grading-documents.ts'
import { toneOfGrade } from './grading-words.tsx'

const texts = messages({
  title: { zh: '等级分布', en: 'Grades by community' },
  all: { zh: '全部', en: 'All' },
  none: { zh: '未评出', en: 'Not graded' },
  nowhere: { zh: '无项目', en: 'No community' },
  up: { zh: '上升', en: 'Up' },
  down: { zh: '下降', en: 'Down' },
  fresh: { zh: '首次评级', en: 'New' },
  overridden: { zh: '经调整', en: 'Overridden' },
  only: { zh: '只看该项目', en: 'show only this community' },
  every: { zh: '看全部', en: 'show all' },
})
type Share = GradeSharesQuery['gradeShares'][number]

interface GradeSharesProps {
  readonly cycleId: string
  readonly grades: readonly { readonly grade: string }[]
  /** Counted anew when it changes. */
  readonly version: number
  readonly project: string | undefined
  readonly onProject: (id: string | undefined) => void
}

/** How the grades are spread, community by community, and how they moved; pressing a bar narrows the list below. */
export function GradeSharesPanel({ cycleId, grades, project, onProject }: GradeSharesProps) {
  const say = useMessages(texts)
  const { locale } = useUi()
  const format = new Intl.NumberFormat(locale)
  const { data } = useQuery(GradeShares, { variables: { cycle: cycleId }, fetchPolicy: 'cache-and-network' })
  if (!data) return <Loading />
  const shares = data.gradeShares
  const kinds = [...grades.map(({ grade }) => grade), null]
  const sum = (rows: readonly Share[], of: (row: Share) => number) =>
    rows.reduce((all, row) => all + of(row), 0)
  const valuesOf = (rows: readonly Share[]) =>
    kinds.map((grade) =>
      sum(
        rows.filter((row) => row.grade === grade),
        ({ count }) => count,
      ),
    )
  const places = [...new Set(shares.map(({ projectId }) => projectId))]
  const rowOf = (key: string, label: string, rows: readonly Share[], id: string | undefined) => ({
    key,
    label,
    values: valuesOf(rows),
    figure: format.format(sum(rows, ({ count }) => count)),
    pressed: project === id && (id !== undefined || key === 'all'),
    action: say(project === id ? 'every' : 'only'),
    onPress: () => onProject(project === id ? undefined : id),
  })
  const rows = [
    rowOf('all', say('all'), shares, undefined),
    ...places.map((id) =>
      rowOf(
        id ?? 'nowhere',
        shares.find((it) => it.projectId === id)?.project ?? say('nowhere'),
        shares.filter((it) => it.projectId === id),
        id ?? undefined,
      ),
    ),
  ]
  return (
    <Panel title={say('title')}>
      <Columns min={110} gap={3} fill>
        <Stat label={say('up')} value={format.format(sum(shares, ({ up }) => up))} tone="good" />
        <Stat label={say('down')} value={format.format(sum(shares, ({ down }) => down))} tone="warn" />
        <Stat label={say('fresh')} value={format.format(sum(shares, ({ fresh }) => fresh))} tone="info" />
        <Stat label={say('overridden')} value={format.format(sum(shares, (it) => it.overridden))} />
      </Columns>
      <StackedBars
        label={say('title')}
        kinds={kinds.map((grade) => ({
          key: grade ?? 'none',
          label: grade ?? say('none'),
          tone: toneOfGrade(grades, grade),
        }))}
        rows={rows}
      />
    </Panel>
  )
}
