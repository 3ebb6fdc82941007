import { PLAN_PROPOSAL_ACTION_LABELS, PLAN_PROPOSAL_INPUTS } from '@steward/domain'
import type { PlanProposalRowFragment } from '@steward/graphql-client'
import { Field, Form, Input, Stack, useNotify } from '@steward/ui'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { PersonSelect } from '../people/person-select.tsx'
import { useToday } from '../session/use-today.ts'
import { useViewer } from '../session/viewer.tsx'
import { exampleStart } from './template-content.ts'
import { DismissPlanProposal, TakeAllPlanProposals, TakePlanProposal } from './proposal-documents.ts'

const texts = messages({
  starts: { zh: '开始日期', en: 'Begins' },
  startsHint: { zh: '措施的日期从这一天推算', en: 'Days of its measures are counted from here' },
  owner: { zh: '责任人', en: 'Owner' },
  drafted: {
    zh: '草稿 {{number}} 已生成，核对后提交',
    en: '{{number}} is drafted: look it over, then submit it',
  },
  reason: { zh: '为何不制定', en: 'Why there is to be no plan' },
  dismissed: { zh: '已记录', en: 'Noted' },
})

interface Begun {
  readonly startsOn: string
  readonly ownerId: string
}

function BegunFields() {
  const say = useMessages(texts)
  return (
    <Stack gap={3}>
      <Field name="startsOn" label={say('starts')} hint={say('startsHint')} required>
        <Input type="date" />
      </Field>
      <Field name="ownerId" label={say('owner')} required>
        <PersonSelect />
      </Field>
    </Stack>
  )
}

interface ProposalFormProps {
  readonly proposal: PlanProposalRowFragment
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

const useBegun = (): Begun => {
  const { staff } = useViewer()
  return { startsOn: exampleStart(useToday()), ownerId: staff.id }
}

/** Drafts the plan for one client; one stands before it afterwards. */
export function TakeForm({ proposal, onReload, onClose }: ProposalFormProps) {
  const say = useMessages(texts)
  const title = useSay()(PLAN_PROPOSAL_ACTION_LABELS.take)
  const notify = useNotify()
  const check = useCheckInput()
  const take = useFreshAct(TakePlanProposal, onReload)
  const step = { expectedVersion: proposal.version }
  return (
    <Form<Begun>
      label={title}
      verb={title}
      initial={useBegun()}
      onCancel={onClose}
      check={(values) => check(PLAN_PROPOSAL_INPUTS.take, { ...step, ...values })}
      onSubmit={async ({ startsOn, ownerId }) => {
        const { done, refused } = await take({ proposalId: proposal.id, ...step, startsOn, ownerId })
        if (!done) return refused
        notify.done(say('drafted', { number: done.plan?.number ?? '' }))
        onClose()
        await onReload()
        return undefined
      }}
    >
      <BegunFields />
    </Form>
  )
}

interface TakeAllFormProps {
  readonly templateId: string
  readonly projectId: string
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** One plan for all of a grade in a project. */
export function TakeAllForm({ templateId, projectId, onReload, onClose }: TakeAllFormProps) {
  const say = useMessages(texts)
  const title = useSay()(PLAN_PROPOSAL_ACTION_LABELS.takeAll)
  const notify = useNotify()
  const check = useCheckInput()
  const takeAll = useAct(TakeAllPlanProposals)
  return (
    <Form<Begun>
      label={title}
      verb={title}
      initial={useBegun()}
      onCancel={onClose}
      check={(values) => check(PLAN_PROPOSAL_INPUTS.takeAll, { templateId, projectId, ...values })}
      onSubmit={async ({ startsOn, ownerId }) => {
        const { done, refused } = await takeAll({ templateId, projectId, startsOn, ownerId })
        if (!done) return refused
        notify.done(say('drafted', { number: done.number }))
        onClose()
        await onReload()
        return undefined
      }}
    >
      <BegunFields />
    </Form>
  )
}

export function DismissForm({ proposal, onReload, onClose }: ProposalFormProps) {
  const say = useMessages(texts)
  const title = useSay()(PLAN_PROPOSAL_ACTION_LABELS.dismiss)
  const notify = useNotify()
  const check = useCheckInput()
  const dismiss = useFreshAct(DismissPlanProposal, onReload)
  const step = { expectedVersion: proposal.version }
  return (
    <Form<{ readonly reason?: string }>
      label={title}
      verb={title}
      initial={{}}
      onCancel={onClose}
      check={(values) => check(PLAN_PROPOSAL_INPUTS.dismiss, { ...step, ...values })}
      onSubmit={async ({ reason = '' }) => {
        const { refused } = await dismiss({ proposalId: proposal.id, ...step, reason })
        if (refused) return refused
        notify.done(say('dismissed'))
        onClose()
        await onReload()
        return undefined
      }}
    >
      <Field name="reason" label={say('reason')} required>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Field>
    </Form>
  )
}
