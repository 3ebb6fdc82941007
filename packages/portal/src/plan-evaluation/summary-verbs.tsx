import { PLAN_SUMMARY_ACTION_LABELS, PLAN_SUMMARY_INPUTS, type PlanSummaryAction } from '@steward/domain'
import type { PlanSummaryAction as PublishedAction } from '@steward/graphql-client'
import { useNotify } from '@steward/ui'
import type { ReactNode } from 'react'
import { useCheckInput } from '../acts/use-check-input.ts'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { SignedVerbForm, SignedVerbs, type OpenedVerb } from '../signings/signed-verbs.tsx'
import {
  ApprovePlanSummary,
  ReturnPlanSummary,
  ReviewPlanSummary,
  SubmitPlanSummary,
  type EvaluatedPlan,
  type Summary,
} from './evaluation-documents.ts'

const texts = messages({
  submit: {
    zh: '提交即签署（编制）：文字和数据从此固定，由他人审核、批准。',
    en: 'You sign as preparer: words and figures are fixed from now on; others review and approve them.',
  },
  review: {
    zh: '您签署：总结属实，与看到的数据一致。',
    en: 'You sign that the summary is true to the figures that you see.',
  },
  approve: {
    zh: '批准即签署；方案随后可以归档，经验教训供下一份方案参考。',
    en: 'You sign it; the plan may then be completed, and its lessons are there for the next.',
  },
  return: {
    zh: '退回也要签署；修改后重新提交时，数据重新计算。',
    en: 'Signed too; when it is submitted again its figures are measured anew.',
  },
  done: { zh: '已办理', en: 'Done' },
})

const NAMES: Readonly<Record<PublishedAction, PlanSummaryAction>> = {
  DRAFT: 'draft',
  CHANGE: 'change',
  SUBMIT: 'submit',
  REVIEW: 'review',
  APPROVE: 'approve',
  RETURN: 'return',
}

const SIGNED = ['submit', 'review', 'approve'] as const
const STEPS = [...SIGNED, 'return'] as const
type Asked = (typeof STEPS)[number]

interface Values {
  readonly note?: string | null
  readonly reason?: string | null
}

interface SummaryVerbsProps {
  readonly plan: EvaluatedPlan
  readonly summary: Summary
  readonly before: ReactNode
  readonly onReload: () => Promise<unknown>
}

/** What the viewer can do with the summary of a plan. */
export function SummaryVerbs({ plan, summary, before, onReload }: SummaryVerbsProps) {
  const can = summary.availableActions.map((it) => NAMES[it])
  return (
    <SignedVerbs<Asked>
      labels={PLAN_SUMMARY_ACTION_LABELS}
      number={plan.number}
      signing={SIGNED}
      steps={STEPS.filter(
        (step) => can.includes(step) && (step === 'submit' || step === 'return' || summary.awaitsMe),
      )}
      rest={[]}
      before={before}
      onReload={onReload}
      renderForm={(verb, opened) => (
        <VerbForm verb={verb} summary={summary} onReload={onReload} opened={opened} />
      )}
    />
  )
}

interface VerbFormProps extends Pick<SummaryVerbsProps, 'summary' | 'onReload'> {
  readonly verb: Asked
  readonly opened: OpenedVerb
}

function VerbForm({ verb, summary, onReload, opened }: VerbFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const submit = useFreshAct(SubmitPlanSummary, onReload)
  const noted = {
    review: useFreshAct(ReviewPlanSummary, onReload),
    approve: useFreshAct(ApprovePlanSummary, onReload),
  }
  const giveBack = useFreshAct(ReturnPlanSummary, onReload)
  const step = { summaryId: summary.id, expectedVersion: summary.version }
  const send = ({ note, reason }: Values) => {
    if (verb === 'submit') return submit(step)
    if (verb === 'return') return giveBack({ ...step, reason: reason ?? '' })
    return noted[verb]({ ...step, ...(note ? { note } : {}) })
  }
  return (
    <SignedVerbForm<Values>
      label={sayWord(PLAN_SUMMARY_ACTION_LABELS[verb])}
      meaning={say(verb)}
      asks={verb === 'return' ? 'reason' : verb === 'submit' ? undefined : 'note'}
      required={verb === 'return'}
      check={(values) => check(PLAN_SUMMARY_INPUTS[verb], { ...values, expectedVersion: summary.version })}
      send={send}
      onCancel={opened.onCancel}
      onDone={() => {
        notify.done(say('done'))
        return opened.onDone()
      }}
    />
  )
}
