import { useQuery } from '@apollo/client/react'
import {
  EVALUATION_ACTION_LABELS,
  GRADE_CHANGE_KIND_LABELS,
  GRADE_CHANGE_STATUS_LABELS,
} from '@steward/domain'
import { readFragment, type GradeChangeFilter, type GradeChangeRowFragment } from '@steward/graphql-client'
import { messages, useLiveTypes, useMessages, usePortalPath, useSay } from '@steward/portal'
import {
  AppLink,
  Button,
  Card,
  Cards,
  EmptyState,
  Inline,
  Instant,
  Panel,
  Sheet,
  Stack,
  StatusTag,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'
import { DecideForm } from './grade-change-forms.tsx'
import { GradeChangeRow, GradeChanges } from './evaluation-documents.ts'

const texts = messages({
  title: { zh: '调整与申诉', en: 'Overrides and appeals' },
  none: { zh: '没有调整或申诉', en: 'No overrides or appeals' },
  noneHint: {
    zh: '计分后可在评估表上提请调整，发布后可为客户申诉。',
    en: 'They are raised on an evaluation: an override once it is scored, an appeal once it is published.',
  },
  reason: { zh: '理由', en: 'Reason' },
  evidence: { zh: '依据', en: 'Evidence' },
  decision: { zh: '决定', en: 'Decision' },
  more: { zh: '加载更多', en: 'Load more' },
  carriedOut: { zh: '已编入修订 {{number}}', en: 'Carried out by {{number}}' },
  awaits: {
    zh: '尚未执行：待修订目录，或由下一周期重新评定',
    en: 'Not carried out yet: by an amendment, or judged anew by the next cycle',
  },
})

const TONES: Readonly<Record<GradeChangeRowFragment['status'], Tone>> = {
  OVERRIDE_PROPOSED: 'warn',
  APPEALED: 'warn',
  GRANTED: 'good',
  REFUSED: 'neutral',
}

interface GradeChangeListProps {
  readonly filter: GradeChangeFilter
  readonly onReload: () => Promise<unknown>
  /** Beside other things: nothing where there is nothing. */
  readonly isBeside?: boolean
}

/** Who asked for another grade, why, and what became of it; whoever may decides on the spot. */
export function GradeChangeList({ filter, onReload, isBeside = false }: GradeChangeListProps) {
  const say = useMessages(texts)
  const { data, refetch, fetchMore } = useQuery(GradeChanges, {
    variables: { filter, first: 20 },
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['GradeChange'], () => void refetch())
  const rows = data?.gradeChanges.edges.map(({ node }) => readFragment(GradeChangeRow, node))
  if (rows?.length === 0) return isBeside ? null : <EmptyState title={say('none')} hint={say('noneHint')} />
  const page = data?.gradeChanges.pageInfo
  const reload = async () => {
    await refetch()
    await onReload()
  }
  return (
    <Panel title={say('title')}>
      <Stack gap={3}>
        <Cards label={say('title')}>
          {rows?.map((change) => (
            <GradeChangeCard key={change.id} change={change} onReload={reload} />
          ))}
        </Cards>
        {page?.hasNextPage && (
          <Button onClick={() => void fetchMore({ variables: { after: page.endCursor } })}>
            {say('more')}
          </Button>
        )}
      </Stack>
    </Panel>
  )
}

export function GradeChangeCard({
  change,
  onReload,
}: {
  readonly change: GradeChangeRowFragment
  readonly onReload: () => Promise<unknown>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const [deciding, setDeciding] = useState(false)
  const { client, kind, status, carriedOutBy } = change
  const canDecide = change.availableActions.length > 0
  const verb = sayWord(EVALUATION_ACTION_LABELS[kind === 'OVERRIDE' ? 'decideOverride' : 'decideAppeal'])
  return (
    <Card
      lead={
        <Inline gap={2}>
          <AppLink to={path(`grading/evaluations/${change.evaluationId}`)}>
            {client?.name ?? client?.code}
          </AppLink>
          <span>
            {change.fromGrade ?? '—'} → <b>{change.toGrade}</b>
          </span>
        </Inline>
      }
      tag={<StatusTag tone={TONES[status]}>{sayWord(GRADE_CHANGE_STATUS_LABELS[status])}</StatusTag>}
    >
      <Stack gap={1}>
        <span className="st-quiet st-small">
          {sayWord(GRADE_CHANGE_KIND_LABELS[kind])} · {change.raisedBy?.name} ·{' '}
          <Instant at={change.raisedAt} />
        </span>
        <span>
          <span className="st-quiet">{say('reason')}</span> {change.reason}
        </span>
        <span>
          <span className="st-quiet">{say('evidence')}</span> {change.evidence}
        </span>
        {change.decidedAt && (
          <span>
            <span className="st-quiet">{say('decision')}</span> {change.decisionNote} ·{' '}
            {change.decidedBy?.name} · <Instant at={change.decidedAt} />
          </span>
        )}
        {kind === 'APPEAL' && status === 'GRANTED' && (
          <span className="st-quiet st-small">
            {carriedOutBy ? say('carriedOut', { number: carriedOutBy.number }) : say('awaits')}
          </span>
        )}
        {canDecide && (
          <div>
            <Button onClick={() => setDeciding(true)}>{verb}</Button>
          </div>
        )}
      </Stack>
      <Sheet open={deciding} title={verb} onClose={() => setDeciding(false)}>
        {deciding && (
          <DecideForm
            change={change}
            onReload={onReload}
            onCancel={() => setDeciding(false)}
            onDone={async () => {
              await onReload()
              setDeciding(false)
            }}
          />
        )}
      </Sheet>
    </Card>
  )
}
