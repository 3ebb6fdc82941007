import { useQuery } from '@apollo/client/react'
import { PLAN_ACTION_LABELS, PLAN_INPUTS, planPlaceWords } from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import {
  Alert,
  EmptyState,
  Form,
  Loading,
  PageHeader,
  Panel,
  Stack,
  useNotify,
  useUi,
  WithAside,
} from '@steward/ui'
import { useParams } from 'react-router'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useDraft } from '../acts/use-draft.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useMoneyText } from '../money/money-words.tsx'
import { usePortalPath } from '../routing/routes.tsx'
import { planContentOf } from './plan-content-of.ts'
import { MaintenancePlanPage, PlanCourse, PlanRemark, PlanText, type PlanInFull } from './plan-documents.ts'
import { PlanFields } from './plan-fields.tsx'
import { ChangePlan } from './plan-mutations.ts'
import { remarksOn, Thread } from './plan-remarks.tsx'
import { atFields, contentInput, valuesOf, type PlanValues } from './plan-values.ts'
import { usePlanSurroundings } from './use-plan-surroundings.ts'

const texts = messages({
  title: { zh: '修改草稿 {{number}}', en: 'Change the draft of {{number}}' },
  ordinal: { zh: '第 {{ordinal}} 版草稿', en: 'Draft of revision {{ordinal}}' },
  none: { zh: '现在没有可修改的草稿', en: 'No draft of it can be changed now' },
  noneHint: {
    zh: '已提交的版次不能修改；退回或撤回后会有新的草稿。',
    en: 'What was submitted does not change; a returned or withdrawn one goes on as a draft.',
  },
  save: { zh: '保存草稿', en: 'Save the draft' },
  saved: { zh: '草稿已保存', en: 'The draft is saved' },
  found: { zh: '已找回您上次没有保存的内容', en: 'What you typed and did not save is here again' },
  raised: {
    zh: '这份草稿写成后批准了超支 {{sum}}。保存即以这里写的预算为准，请把它计入预算行；不保存则照原额另计。',
    en: 'An overrun of {{sum}} was approved after this was written. Saved, the budget is what stands here: put it into its line. Left as it is, the overrun goes on beside it.',
  },
  remarks: { zh: '未处理的批注', en: 'Comments that are not resolved' },
  noRemarks: { zh: '没有未处理的批注', en: 'Nothing is left to be resolved' },
  whole: { zh: '整份方案', en: 'The plan as a whole' },
})

/** The draft of a plan, with what was said of it beside. */
export function ChangePlanPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(MaintenancePlanPage, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const plan = data.maintenancePlan
  const open = plan?.revisions.find((it) => it.id === plan.openRevision?.id)
  const course = open && readFragment(PlanCourse, open)
  if (!plan || !open || !course?.availableActions.includes('CHANGE'))
    return <EmptyState title={say('none')} hint={say('noneHint')} />
  return (
    <>
      <PageHeader
        title={say('title', { number: plan.number })}
        subtitle={say('ordinal', { ordinal: course.ordinal })}
        back={{ to: path(`plans/${plan.id}`), label: plan.title ?? plan.number }}
      />
      <WithAside aside={<OpenRemarks plan={plan} onReload={refetch} />}>
        <Panel>
          <ChangeForm key={open.id} plan={plan} open={open} onReload={refetch} />
        </Panel>
      </WithAside>
    </>
  )
}

interface ChangeFormProps {
  readonly plan: PlanInFull
  readonly open: PlanInFull['revisions'][number]
  readonly onReload: () => Promise<unknown>
}

function ChangeForm({ plan, open, onReload }: ChangeFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { routing } = useUi()
  const notify = useNotify()
  const check = useCheckInput()
  const change = useFreshAct(ChangePlan, onReload)
  const { calendar } = usePlanSurroundings()
  const draft = useDraft<PlanValues>(`plan.${open.id}`)
  const inputOf = (values: PlanValues) => ({
    planId: plan.id,
    expectedVersion: plan.version,
    ...(plan.kind === 'FACILITY' ? { equipmentIds: [...(values.equipmentIds ?? [])] } : {}),
    content: contentInput(values),
  })
  const back = path(`plans/${plan.id}?revision=${open.id}`)
  const money = useMoneyText()
  const raised = readFragment(PlanText, open).raisedSinceMinor ?? 0
  return (
    <Stack gap={3}>
      {raised > 0 && <Alert type="warning" showIcon title={say('raised', { sum: money(raised) })} />}
      {draft.found && <Alert type="info" showIcon title={say('found')} />}
      <Form<PlanValues>
        label={sayWord(PLAN_ACTION_LABELS.change)}
        verb={say('save')}
        stays
        wide
        initial={{ ...valuesOf(readFragment(PlanText, open)), ...draft.found }}
        onChange={draft.keep}
        onCancel={() => routing.go(back)}
        check={(values) => {
          const { planId: _, ...stated } = inputOf(values)
          return atFields(check(PLAN_INPUTS.change, stated), values)
        }}
        onSubmit={async (values) => {
          const { refused } = await change(inputOf(values))
          if (refused)
            return refused.fields ? { ...refused, fields: atFields(refused.fields, values) } : refused
          draft.drop()
          notify.done(say('saved'))
          routing.go(back)
          return undefined
        }}
      >
        <PlanFields kind={plan.kind} calendar={calendar} projectId={plan.project?.id} />
      </Form>
    </Stack>
  )
}

/** What has to be looked after before it is submitted again. */
function OpenRemarks({ plan, onReload }: Pick<ChangeFormProps, 'plan' | 'onReload'>) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const open = plan.revisions.find((it) => it.id === plan.openRevision?.id)
  const course = open && readFragment(PlanCourse, open)
  if (!open || !course) return null
  const all = remarksOn(
    plan.comments.map((it) => readFragment(PlanRemark, it)),
    course,
  )
  const contents = [open, ...plan.revisions].map((it) => planContentOf(readFragment(PlanText, it)))
  const threads = all.filter(({ answersId, resolvedAt }) => answersId === null && resolvedAt === null)
  const remarks = { all, ordinal: course.ordinal, revisionId: open.id, isLiving: true, contents, onReload }
  return (
    <Panel title={say('remarks')}>
      <Stack gap={3}>
        {threads.length === 0 && <p className="st-quiet">{say('noRemarks')}</p>}
        {threads.map((thread) => (
          <div key={thread.id}>
            <p className="st-small st-quiet">
              {thread.anchor === null ? say('whole') : sayWord(planPlaceWords(thread.anchor, contents))}
            </p>
            <Thread thread={thread} remarks={remarks} />
          </div>
        ))}
      </Stack>
    </Panel>
  )
}
