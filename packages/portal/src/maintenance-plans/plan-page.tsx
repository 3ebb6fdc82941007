import { useQuery } from '@apollo/client/react'
import {
  hasPlace,
  PLAN_KIND_LABELS,
  PLAN_REVISION_STATUS_LABELS,
  PLAN_SUMMARY_STATUS_LABELS,
  planPlaceWords,
} from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import {
  Alert,
  AppLink,
  EmptyState,
  Inline,
  Loading,
  PageHeader,
  Panel,
  Stack,
  ViewTabs,
  WithAside,
} from '@steward/ui'
import { useParams, useSearchParams } from 'react-router'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useLiveTypes } from '../live/use-live.ts'
import { useMoneyText } from '../money/money-words.tsx'
import { lazyPage, usePortalPath } from '../routing/routes.tsx'
import { useMay } from '../session/viewer.tsx'
import { PlanBudgetSection } from '../plan-tasks/plan-budget-section.tsx'
import { PlanTasksSection } from '../plan-tasks/plan-tasks-section.tsx'
import { useWorkTab } from '../tabs/work-context.tsx'
import { PlanFacts, PlanSignatures, PlanTimeline } from './plan-aside.tsx'
import { planContentOf } from './plan-content-of.ts'
import { PlanDifference } from './plan-difference.tsx'
import { MaintenancePlanPage, PlanCourse, PlanRemark, PlanText, type PlanInFull } from './plan-documents.ts'
import { CommentButton, RemarksAt, remarksOn, Thread, type Remarks } from './plan-remarks.tsx'
import { PlanTag, usePlannedFor } from './plan-tags.tsx'
import { PlanTextView } from './plan-text.tsx'
import { EVALUATION_PARAMETER } from '../signings/signing-words.tsx'
import { DRAFT_PARAMETER, PlanVerbs } from './plan-verbs.tsx'

const texts = messages({
  back: { zh: '维护方案', en: 'Maintenance plans' },
  gone: { zh: '没有这份方案', en: 'There is no such plan' },
  goneHint: { zh: '可能不存在，或您无权查看。', en: 'It does not exist, or is not for you to read.' },
  revisions: { zh: '版次', en: 'Revisions' },
  revision: { zh: '第 {{ordinal}} 版 · {{status}}', en: 'Revision {{ordinal}} · {{status}}' },
  returned: { zh: '上一版被{{name}}退回', en: 'Returned by {{name}}' },
  why: { zh: '修订原因：{{reason}}', en: 'Amended because: {{reason}}' },
  notInForce: { zh: '您看到的不是生效的版次。', en: 'This is not the revision that is in force.' },
  raised: {
    zh: '这一版写成后批准了超支 {{sum}}，生效后在其预算之外另计。',
    en: 'An overrun of {{sum}} was approved after this was written: it goes on beside its budget.',
  },
  whole: { zh: '对整份方案的批注', en: 'Comments on the plan as a whole' },
  none: { zh: '没有批注', en: 'No comments' },
  evaluation: { zh: '评估与总结', en: 'Evaluation and summary' },
  toEvaluation: { zh: '查看目标与结果', en: 'Objectives and outcomes' },
  awaitsYou: { zh: '总结待您签核', en: 'Its summary awaits your signature' },
  summaryIs: { zh: '总结：{{status}}', en: 'Summary: {{status}}' },
  noSummary: { zh: '还没有总结', en: 'No summary yet' },
  lost: { zh: '所在位置已不在这一版中', en: 'Their place is not in this revision any more' },
})

/** Fetched by those who write. */
const ChangePlan = lazyPage(async () => (await import('./change-plan-page.tsx')).ChangePlanPage)

/** Fetched by those who look at what came of it. */
const EvaluatedPlan = lazyPage(
  async () => (await import('../plan-evaluation/plan-evaluation-page.tsx')).PlanEvaluationPage,
)

/** One plan, or the editor of its draft, or what came of it, where the address says so. */
export function PlanPage() {
  const [params] = useSearchParams()
  if (params.has(DRAFT_PARAMETER)) return <ChangePlan />
  return params.has(EVALUATION_PARAMETER) ? <EvaluatedPlan /> : <OnePlan />
}

/** One plan, by one of its revisions: what is in force, or what waits for somebody. */
function OnePlan() {
  const say = useMessages(texts)
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(MaintenancePlanPage, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['MaintenancePlan', 'PlanComment'], () => void refetch())
  const plan = data?.maintenancePlan
  useWorkTab(plan?.number, plan?.title ?? undefined)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  if (!plan) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  return <Plan plan={plan} onReload={refetch} />
}

interface PlanProps {
  readonly plan: PlanInFull
  readonly onReload: () => Promise<unknown>
}

/** What is on its way before anything is in force, or where the address says so; else what is in force, else the newest. */
const shownOf = (plan: PlanInFull, asked: string | null): string | undefined =>
  plan.revisions.find(({ id }) => id === asked)?.id ??
  plan.effectiveRevision?.id ??
  plan.openRevision?.id ??
  plan.revisions[0]?.id

function Plan({ plan, onReload }: PlanProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const plannedFor = usePlannedFor()
  const [params] = useSearchParams()
  const money = useMoneyText()
  const courses = plan.revisions.map((it) => readFragment(PlanCourse, it))
  const contents = plan.revisions.map((it) => readFragment(PlanText, it))
  const open = courses.find(({ id }) => id === plan.openRevision?.id)
  // Whoever is asked for a signature is shown what they sign.
  const asked = params.get('revision') ?? (open?.awaitsMe ? open.id : null)
  const shown = shownOf(plan, asked)
  const course = courses.find(({ id }) => id === shown)
  const text = contents.find(({ id }) => id === shown)
  if (!course || !text) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const remarks: Remarks = {
    all: remarksOn(
      plan.comments.map((it) => readFragment(PlanRemark, it)),
      course,
    ),
    ordinal: course.ordinal,
    revisionId: course.id,
    isLiving: ['DRAFT', 'IN_REVIEW', 'PENDING_APPROVAL', 'IN_FORCE'].includes(course.status),
    contents: [text, ...contents].map(planContentOf),
    onReload,
  }
  const base = courses.find(({ id }) => id === course.base?.id)
  return (
    <>
      <PageHeader
        title={text.title ?? plan.number}
        back={{ to: path('plans'), label: say('back') }}
        subtitle={
          <Inline gap={2}>
            <code>{plan.number}</code>
            <PlanTag status={plan.status} />
            <span>{sayWord(PLAN_KIND_LABELS[plan.kind])}</span>
            <span>{plannedFor(plan)}</span>
          </Inline>
        }
        actions={<PlanVerbs plan={plan} open={open} onReload={onReload} />}
      />
      {courses.length > 1 && (
        <ViewTabs
          label={say('revisions')}
          current={course.id}
          views={courses.map((it) => ({
            key: it.id,
            label: say('revision', {
              ordinal: it.ordinal,
              status: sayWord(PLAN_REVISION_STATUS_LABELS[it.status]),
            }),
            to: path(`plans/${plan.id}?revision=${it.id}`),
          }))}
        />
      )}
      <WithAside
        aside={
          <Stack gap={4}>
            <PlanFacts plan={plan} text={text} />
            <PlanSignatures course={course} />
            <PlanTimeline plan={plan} courses={courses} />
          </Stack>
        }
      >
        {course.status === 'DRAFT' && base?.status === 'RETURNED' && (
          <Alert
            type="warning"
            showIcon
            title={say('returned', { name: base.endedBy?.name ?? '' })}
            description={base.endReason}
          />
        )}
        {course.changeReason && (
          <Alert type="info" showIcon title={say('why', { reason: course.changeReason })} />
        )}
        {(text.raisedSinceMinor ?? 0) > 0 && (
          <Alert type="warning" showIcon title={say('raised', { sum: money(text.raisedSinceMinor ?? 0) })} />
        )}
        {plan.effectiveRevision && course.id !== plan.effectiveRevision.id && (
          <p className="st-quiet">{say('notInForce')}</p>
        )}
        {base && text.objectives && (
          <PlanDifference
            key={course.id}
            shown={course}
            baseId={base.id}
            others={courses.filter(({ id }) => id !== course.id)}
          />
        )}
        {plan.effectiveRevision && may('planSummary:read') && <EvaluationLine plan={plan} />}
        {plan.effectiveRevision && may('planTask:read') && <PlanTasksSection plan={plan.id} />}
        {plan.effectiveRevision && <PlanBudgetSection plan={plan.id} isActive={plan.status === 'ACTIVE'} />}
        <PlanTextView text={text} isFacility={plan.kind === 'FACILITY'} remarks={remarks} />
        {text.objectives && <WholeRemarks remarks={remarks} />}
      </WithAside>
    </>
  )
}

/** Leads to what the plan came to; says where its summary stands, and whose signature it awaits. */
function EvaluationLine({ plan }: { readonly plan: PlanInFull }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { summary } = plan
  return (
    <Panel
      title={say('evaluation')}
      actions={
        <AppLink to={`${path(`plans/${plan.id}`)}?${EVALUATION_PARAMETER}`}>{say('toEvaluation')}</AppLink>
      }
    >
      <p className={summary?.awaitsMe ? 'st-strong' : 'st-quiet'}>
        {summary?.awaitsMe
          ? say('awaitsYou')
          : summary
            ? say('summaryIs', { status: sayWord(PLAN_SUMMARY_STATUS_LABELS[summary.status]) })
            : say('noSummary')}
      </p>
    </Panel>
  )
}

/** What was said of no field, and of fields that this revision has no more. */
function WholeRemarks({ remarks }: { readonly remarks: Remarks }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [content] = remarks.contents
  const threads = remarks.all.filter(({ answersId }) => answersId === null)
  const lost = threads.filter(({ anchor }) => anchor !== null && content && !hasPlace(content, anchor))
  const elsewhere = threads.filter(({ anchor }) => anchor && HEAD.includes(anchor))
  return (
    <Panel title={say('whole')} actions={<CommentButton places={[null, ...HEAD]} remarks={remarks} />}>
      <Stack gap={3}>
        {threads.every(({ anchor }) => anchor !== null) && lost.length + elsewhere.length === 0 && (
          <p className="st-quiet">{say('none')}</p>
        )}
        <RemarksAt at={null} remarks={remarks} />
        {[...elsewhere, ...lost].map((thread) => (
          <div key={thread.id}>
            <p className="st-small st-quiet">
              {sayWord(planPlaceWords(thread.anchor!, remarks.contents))}
              {lost.includes(thread) && ` · ${say('lost')}`}
            </p>
            <Thread thread={thread} remarks={remarks} />
          </div>
        ))}
      </Stack>
    </Panel>
  )
}

const HEAD = ['title', 'ownerId', 'startsOn', 'endsOn']
