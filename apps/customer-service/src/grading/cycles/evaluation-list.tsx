import { useQuery } from '@apollo/client/react'
import { GRADE_MOVEMENT_LABELS, GRADE_MOVEMENTS } from '@steward/domain'
import type { EvaluationFilter, EvaluationsQuery, GradeMovement } from '@steward/graphql-client'
import { FailureState, messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import {
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  Panel,
  Select,
  StatusTag,
  useIsPhone,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { Evaluations } from './evaluation-documents.ts'
import { toneOfGrade, MovementTag, useNoGradeText, usePoints } from './grading-words.tsx'

const PAGE = 50
/** No grade is called so: it would be too long. */
const NOBODYS = 'not-graded-at-all'

const texts = messages({
  title: { zh: '评估表', en: 'Evaluations' },
  client: { zh: '客户', en: 'Client' },
  project: { zh: '项目', en: 'Community' },
  total: { zh: '总分', en: 'Total' },
  grade: { zh: '等级', en: 'Grade' },
  grades: { zh: '全部等级', en: 'All grades' },
  ungraded: { zh: '未评出', en: 'Not graded' },
  movement: { zh: '与上次相比', en: 'Since last time' },
  movements: { zh: '全部变化', en: 'All changes' },
  byStandard: { zh: '按标准为 {{grade}}', en: 'by the standard {{grade}}' },
  none: { zh: '没有符合条件的客户', en: 'No client fits' },
  left: { zh: '计分后档案已不在的客户', en: 'Archives that are gone since' },
})
type Row = EvaluationsQuery['evaluations']['edges'][number]['node']

interface EvaluationListProps {
  readonly cycleId: string
  readonly grades: readonly { readonly grade: string }[]
  readonly project: string | undefined
}

/** Everybody whom a cycle has graded, the best first. */
export function EvaluationList({ cycleId, grades, project }: EvaluationListProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const phone = useIsPhone()
  const [grade, setGrade] = useState<string | undefined>()
  const [movement, setMovement] = useState<GradeMovement | undefined>()
  const filter: EvaluationFilter = {
    cycle: cycleId,
    ...(project ? { project: [project] } : {}),
    // Whoever could not be graded has no place in the order: they are asked for by themselves.
    ...(grade === NOBODYS ? { graded: false } : grade ? { grade: [grade] } : { graded: true }),
    ...(movement ? { movement: [movement] } : {}),
  }
  const { data, error, loading, refetch, fetchMore } = useQuery(Evaluations, {
    variables: { filter, first: PAGE },
    fetchPolicy: 'cache-and-network',
  })
  const page = data?.evaluations.pageInfo
  const table = (
    <DataTable
      label={say('title')}
      columns={useColumns(grades)}
      rows={data?.evaluations.edges.map(({ node }) => node)}
      rowKey={({ id }) => id}
      rowTo={({ id }) => path(`grading/evaluations/${id}`)}
      empty={<EmptyState title={say('none')} />}
      more={
        page?.hasNextPage
          ? { loading, onLoad: () => void fetchMore({ variables: { after: page.endCursor } }) }
          : undefined
      }
    />
  )
  return (
    <>
      <FilterBar
        label={say('title')}
        active={Number(grade !== undefined) + Number(movement !== undefined)}
        onClear={() => {
          setGrade(undefined)
          setMovement(undefined)
        }}
      >
        <FilterField label={say('grade')}>
          <Select
            allowClear
            aria-label={say('grade')}
            placeholder={say('grades')}
            value={grade ?? null}
            options={[
              ...grades.map((it) => ({ value: it.grade, label: it.grade })),
              { value: NOBODYS, label: say('ungraded') },
            ]}
            onChange={(chosen: string | null | undefined) => setGrade(chosen ?? undefined)}
          />
        </FilterField>
        <FilterField label={say('movement')}>
          <Select<GradeMovement | null>
            allowClear
            aria-label={say('movement')}
            placeholder={say('movements')}
            value={movement ?? null}
            options={GRADE_MOVEMENTS.map((it) => ({ value: it, label: sayWord(GRADE_MOVEMENT_LABELS[it]) }))}
            onChange={(chosen?: GradeMovement | null) => setMovement(chosen ?? undefined)}
          />
        </FilterField>
      </FilterBar>
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : phone ? (
        table
      ) : (
        <Panel title={say('title')} flush>
          {table}
        </Panel>
      )}
    </>
  )
}

function useColumns(grades: EvaluationListProps['grades']): readonly Column<Row>[] {
  const say = useMessages(texts)
  const points = usePoints()
  const noGrade = useNoGradeText()
  return [
    {
      key: 'client',
      title: say('client'),
      render: ({ client }) => (
        <>
          {client?.name ?? client?.code} {client?.name && <span className="st-quiet">{client.code}</span>}
        </>
      ),
    },
    { key: 'project', title: say('project'), minor: true, render: ({ project }) => project?.name ?? '—' },
    { key: 'total', title: say('total'), width: '90px', align: 'end', render: ({ total }) => points(total) },
    {
      key: 'grade',
      title: say('grade'),
      width: '220px',
      card: 'tag',
      render: (row) => {
        const { finalGrade, proposedGrade } = row
        const why = noGrade(row)
        return (
          <>
            {finalGrade && !row.leftOut && (
              <StatusTag tone={toneOfGrade(grades, finalGrade)}>{finalGrade}</StatusTag>
            )}{' '}
            <span className="st-quiet st-small">
              {why ??
                (finalGrade === proposedGrade ? '' : say('byStandard', { grade: proposedGrade ?? '—' }))}
            </span>
          </>
        )
      },
    },
    {
      key: 'movement',
      title: say('movement'),
      width: '170px',
      render: ({ movement, previousGrade }) =>
        movement ? <MovementTag movement={movement} before={previousGrade} /> : '—',
    },
  ]
}
