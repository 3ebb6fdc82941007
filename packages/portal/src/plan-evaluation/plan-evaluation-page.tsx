import { useQuery } from '@apollo/client/react'
import {
  PLAN_LESSON_KIND_LABELS,
  PLAN_RECOMMENDATION_LABELS,
  PLAN_SUMMARY_ACTION_LABELS,
  PLAN_SUMMARY_STATUS_LABELS,
} from '@steward/domain'
import {
  Alert,
  Button,
  DescriptionList,
  EmptyState,
  Inline,
  Loading,
  PageHeader,
  Panel,
  Prose,
  Stack,
  StatusTag,
  WithAside,
} from '@steward/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { PlanSignatures } from '../maintenance-plans/plan-aside.tsx'
import { PlanTag } from '../maintenance-plans/plan-tags.tsx'
import { usePortalPath } from '../routing/routes.tsx'
import { useMay } from '../session/viewer.tsx'
import {
  PlanEvaluationPage as PlanEvaluationDocument,
  PlanEvaluationSheet,
  type Summary,
} from './evaluation-documents.ts'
import { EvaluationSheet } from './evaluation-sheet.tsx'
import { SummaryForm } from './summary-form.tsx'
import { SummaryVerbs } from './summary-verbs.tsx'

const texts = messages({
  title: { zh: '评估与总结', en: 'Evaluation and summary' },
  gone: { zh: '没有可评估的内容', en: 'There is nothing to evaluate' },
  goneHint: {
    zh: '方案尚未生效，或您无权查看。',
    en: 'The plan was never in force, or is not for you to read.',
  },
  summary: { zh: '方案总结', en: 'Summary' },
  none: { zh: '还没有人撰写总结', en: 'Nobody has written a summary yet' },
  noneActive: {
    zh: '方案实施中，数据为预览；开始评估后撰写总结。',
    en: 'The plan is being carried out: these figures are a preview. Its summary is written once it is evaluated.',
  },
  returned: { zh: '已退回：{{reason}}', en: 'Returned: {{reason}}' },
  worked: { zh: '做得好的', en: 'What worked' },
  wanting: { zh: '不足之处', en: 'What did not work' },
  improvement: { zh: '改进措施', en: 'Improvement proposed' },
  recommendation: { zh: '后续建议', en: 'Recommended' },
  lessons: { zh: '经验教训', en: 'Lessons' },
  noLessons: { zh: '没有记录经验教训', en: 'No lessons are stated' },
})

/** What a plan came to, and what is said of it: a state of the page of the plan. */
export function PlanEvaluationPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const { id = '' } = useParams()
  const [isWriting, setWriting] = useState(false)
  const asked = { variables: { id }, fetchPolicy: 'cache-and-network' } as const
  const read = useQuery(PlanEvaluationDocument, asked)
  const measured = useQuery(PlanEvaluationSheet, asked)
  const refetch = () => Promise.all([read.refetch(), measured.refetch()])
  useLiveTypes(['MaintenancePlan', 'PlanSummary'], () => void refetch())
  if (!read.data || !measured.data) {
    const error = read.error ?? measured.error
    return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  }
  const { maintenancePlan: plan } = read.data
  const { planEvaluation: evaluation } = measured.data
  if (!plan || !evaluation) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const { summary } = plan
  const canWrite = summary
    ? summary.availableActions.includes('CHANGE')
    : plan.status === 'EVALUATING' && may('planSummary:draft')
  const write = canWrite && !isWriting && (
    <Button type={summary ? 'default' : 'primary'} onClick={() => setWriting(true)}>
      {sayWord(PLAN_SUMMARY_ACTION_LABELS[summary ? 'change' : 'draft'])}
    </Button>
  )
  const parts = (
    <>
      {summary?.status === 'DRAFT' && summary.reason && (
        <Alert type="warning" showIcon title={say('returned', { reason: summary.reason })} />
      )}
      {isWriting && canWrite ? (
        <Panel title={say('summary')}>
          <SummaryForm
            key={summary?.id ?? 'new'}
            plan={plan}
            onReload={refetch}
            onClose={() => setWriting(false)}
          />
        </Panel>
      ) : summary ? (
        <SummaryText summary={summary} />
      ) : (
        <Panel title={say('summary')}>
          <p className="st-quiet">{say(plan.status === 'ACTIVE' ? 'noneActive' : 'none')}</p>
        </Panel>
      )}
      <EvaluationSheet evaluation={evaluation} />
    </>
  )
  return (
    <>
      <PageHeader
        title={say('title')}
        back={{ to: path(`plans/${plan.id}`), label: plan.title ?? plan.number }}
        subtitle={
          <Inline gap={2}>
            <code>{plan.number}</code>
            <PlanTag status={plan.status} />
          </Inline>
        }
        actions={
          summary ? <SummaryVerbs plan={plan} summary={summary} before={write} onReload={refetch} /> : write
        }
      />
      {summary ? (
        <WithAside aside={<PlanSignatures course={summary} />}>{parts}</WithAside>
      ) : (
        <Stack gap={4}>{parts}</Stack>
      )}
    </>
  )
}

function SummaryText({ summary }: { readonly summary: Summary }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Panel
      title={say('summary')}
      actions={
        <StatusTag tone={summary.status === 'APPROVED' ? 'good' : 'info'}>
          {sayWord(PLAN_SUMMARY_STATUS_LABELS[summary.status])}
        </StatusTag>
      }
    >
      <Stack gap={3}>
        <DescriptionList
          items={[
            { label: say('worked'), value: <Prose>{summary.worked}</Prose>, wide: true },
            { label: say('wanting'), value: <Prose>{summary.wanting}</Prose>, wide: true },
            ...(summary.improvement
              ? [{ label: say('improvement'), value: <Prose>{summary.improvement}</Prose>, wide: true }]
              : []),
            {
              label: say('recommendation'),
              value: sayWord(PLAN_RECOMMENDATION_LABELS[summary.recommendation]),
              wide: true,
            },
          ]}
        />
        <h3>{say('lessons')}</h3>
        {summary.lessons.length === 0 ? (
          <p className="st-quiet">{say('noLessons')}</p>
        ) : (
          <ul>
            {summary.lessons.map(({ kind, words }) => (
              <li key={`${kind}/${words}`}>
                <span className="st-quiet">{sayWord(PLAN_LESSON_KIND_LABELS[kind])}</span> {words}
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Panel>
  )
}
