import { PLAN_ACTION_LABELS, PLAN_INPUTS, type PlanAction } from '@steward/domain'
import type { PlanAction as PublishedAction } from '@steward/graphql-client'
import { Button, useNotify, useUi } from '@steward/ui'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { SignedVerbForm, SignedVerbs, type OpenedVerb } from '../signings/signed-verbs.tsx'
import type { PlanInFull } from './plan-documents.ts'
import {
  AmendPlan,
  ApprovePlan,
  CancelPlan,
  CompletePlan,
  EvaluatePlan,
  ReturnPlan,
  ReviewPlan,
  SubmitPlan,
  WithdrawPlan,
} from './plan-mutations.ts'

const texts = messages({
  submit: {
    zh: '提交即签署（编制）：内容从此固定，由他人审核、批准。',
    en: 'You sign as preparer: from now on its content is fixed; others review and approve it.',
  },
  review: {
    zh: '您签署：措施可行、费用合理，与您看到的内容一字不差。',
    en: 'You sign that its measures are feasible and its costs reasonable: exactly what you see.',
  },
  approve: {
    zh: '批准即签署，立即生效；之前的版次同时被替代，任务按新版安排。',
    en: 'You sign, and it is in force at once; the revision before is superseded, and tasks follow the new one.',
  },
  return: {
    zh: '退回也要签署：这一版原样保留，同时打开下一版草稿。',
    en: 'Signed too: this revision is kept as it is, and its next draft is opened.',
  },
  withdraw: {
    zh: '撤回后不再签核；已提交的内容保留，并打开新的草稿。修订草稿撤回即放弃修订。',
    en: 'It is not signed any more; what was submitted is kept and goes on as a draft. The draft of an amendment is given up.',
  },
  amend: {
    zh: '打开一版修订草稿；现行版次继续有效，直到修订获批。',
    en: 'Opens a draft of what is in force, which stays so until the amendment is approved.',
  },
  evaluate: {
    zh: '实施结束，开始对照目标评估；此后不再修订，今天以后的任务随之取消。',
    en: 'It has been carried out and is held against its objectives; it is not amended any more, and tasks of later days are cancelled.',
  },
  complete: {
    zh: '总结已批准，方案归档：经验教训留存，未完成的任务取消，此后可以续期。',
    en: 'Its summary is approved: the plan is filed, its lessons kept and open tasks cancelled; it may be renewed.',
  },
  cancel: {
    zh: '取消后不再实施；正在修订的草稿一并撤回。',
    en: 'It is not carried out any more; an amendment on its way goes with it.',
  },
  done: { zh: '已完成', en: 'Done' },
})

const NAMES: Readonly<Record<PublishedAction, PlanAction>> = {
  DRAFT: 'draft',
  CHANGE: 'change',
  SUBMIT: 'submit',
  REVIEW: 'review',
  APPROVE: 'approve',
  RETURN: 'return',
  WITHDRAW: 'withdraw',
  AMEND: 'amend',
  EVALUATE: 'evaluate',
  COMPLETE: 'complete',
  CANCEL: 'cancel',
}

/** Opens the editor of the draft on the page of its plan. */
export const DRAFT_PARAMETER = 'draft'

const SIGNED = ['submit', 'review', 'approve'] as const
const STEPS = [...SIGNED, 'return'] as const
const REST = ['amend', 'evaluate', 'complete', 'withdraw', 'cancel'] as const
type Asked = (typeof STEPS)[number] | (typeof REST)[number]

interface PlanVerbsProps {
  readonly plan: PlanInFull
  readonly open:
    | { readonly awaitsMe: boolean; readonly availableActions: readonly PublishedAction[] }
    | undefined
  readonly onReload: () => Promise<unknown>
}

/** What the viewer can do with a plan, and with the revision that is on its way. */
export function PlanVerbs({ plan, open, onReload }: PlanVerbsProps) {
  const sayWord = useSay()
  const path = usePortalPath()
  const { routing } = useUi()
  const ofRevision = (open?.availableActions ?? []).map((it) => NAMES[it])
  const can = [...ofRevision, ...plan.availableActions.map((it) => NAMES[it])]
  const isFirst = plan.effectiveRevision === null
  const steps = STEPS.filter((step) => {
    if (!can.includes(step)) return false
    return step === 'submit' || step === 'return' || open?.awaitsMe === true
  })
  // A first draft that is withdrawn ends its plan: that verb is called by its name.
  const rest = REST.filter(
    (verb) => can.includes(verb) && !(verb === 'withdraw' && isFirst && can.includes('change')),
  )
  return (
    <SignedVerbs<Asked>
      labels={PLAN_ACTION_LABELS}
      number={plan.number}
      signing={SIGNED}
      steps={steps}
      rest={rest}
      onReload={onReload}
      before={
        can.includes('change') && (
          <Button onClick={() => routing.go(path(`plans/${plan.id}?${DRAFT_PARAMETER}`))}>
            {sayWord(PLAN_ACTION_LABELS.change)}
          </Button>
        )
      }
      renderForm={(verb, opened) => <VerbForm verb={verb} plan={plan} onReload={onReload} opened={opened} />}
    />
  )
}

interface Values {
  readonly note?: string | null
  readonly reason?: string | null
}

const ASKS: Readonly<Record<Asked, 'note' | 'reason' | undefined>> = {
  submit: undefined,
  review: 'note',
  approve: 'note',
  return: 'reason',
  withdraw: 'reason',
  amend: 'reason',
  evaluate: undefined,
  complete: undefined,
  cancel: 'reason',
}

function VerbForm({
  verb,
  plan,
  onReload,
  opened,
}: Omit<PlanVerbsProps, 'open'> & { readonly verb: Asked; readonly opened: OpenedVerb }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const plain = {
    submit: useFreshAct(SubmitPlan, onReload),
    evaluate: useFreshAct(EvaluatePlan, onReload),
    complete: useFreshAct(CompletePlan, onReload),
  }
  const noted = {
    review: useFreshAct(ReviewPlan, onReload),
    approve: useFreshAct(ApprovePlan, onReload),
  }
  const reasoned = {
    return: useFreshAct(ReturnPlan, onReload),
    withdraw: useFreshAct(WithdrawPlan, onReload),
    amend: useFreshAct(AmendPlan, onReload),
    cancel: useFreshAct(CancelPlan, onReload),
  }
  const step = { planId: plan.id, expectedVersion: plan.version }
  const send = ({ note, reason }: Values) => {
    if (verb === 'submit' || verb === 'evaluate' || verb === 'complete') return plain[verb](step)
    if (verb === 'review' || verb === 'approve') return noted[verb]({ ...step, ...(note ? { note } : {}) })
    return reasoned[verb]({ ...step, reason: reason ?? '' })
  }
  return (
    <SignedVerbForm<Values>
      label={sayWord(PLAN_ACTION_LABELS[verb])}
      meaning={say(verb)}
      asks={ASKS[verb]}
      required={ASKS[verb] === 'reason'}
      check={(values) => check(PLAN_INPUTS[verb], { ...values, expectedVersion: plan.version })}
      send={send}
      onCancel={opened.onCancel}
      onDone={() => {
        notify.done(say('done'))
        return opened.onDone()
      }}
    />
  )
}
