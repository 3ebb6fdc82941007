import { CONFIRMATION_MODE_LABELS, CONFIRMATION_MODES, MIN_CONTACT_ATTEMPTS } from '@steward/domain'
import { BehalfField, initialBehalf, messages, sentBehalf, useMessages, useSay } from '@steward/portal'
import { Choice, Field } from '@steward/ui'
import { CauseField, ChannelField, FaultShareField, WordsField } from './fields.tsx'
import { OptionInBrief } from './option-in-brief.tsx'
import { OptionsField } from './options-field.tsx'
import {
  ApproveComplaint,
  ConfirmComplaint,
  LogContactAttemptOfComplaint,
  OfferComplaint,
  ProposeComplaint,
  RefuseOptionOfComplaint,
  RejectComplaint,
  ReviewComplaint,
} from './remedy-documents.ts'
import { verbForm } from './verb-form.tsx'
import { waysOf } from './ways-to-sign.ts'

const texts = messages({
  comment: { zh: '审批意见', en: 'Comment' },
  verdict: { zh: '审核结论', en: 'Verdict' },
  agrees: { zh: '同意，送批准', en: 'Agree; on to approval' },
  disagrees: { zh: '不同意，退回重拟', en: 'Disagree; back to be prepared anew' },
  reviewComment: { zh: '审核意见', en: 'Comment' },
  reviewHint: { zh: '退回时必须写明理由。', en: 'Required when it goes back.' },
  rejectReason: { zh: '驳回理由', en: 'Why it is rejected' },
  offerNote: { zh: '怎么说的、客户怎么答的', en: 'What was said, and what the client answered' },
  attemptNote: { zh: '备注', en: 'Note' },
  attempts: {
    zh: '已登记 {{count}} 次；满 {{needed}} 次后可按“联系不上”处理。',
    en: '{{count}} logged so far; after {{needed}} the client counts as unreachable.',
  },
  mode: { zh: '确认方式', en: 'How it was confirmed' },
  word: { zh: '客户原话或答复出处', en: "The client's words, or where the reply was made" },
  refusal: { zh: '客户拒绝的理由', en: 'Why the client refuses' },
  refusalHint: {
    zh: '记录后，下一个备选方案自动进入审批。',
    en: 'Once recorded, the next option comes up for approval.',
  },
})

export const ProposeForm = verbForm({
  action: 'propose',
  mutation: ProposeComplaint,
  initial: ({ cause, faultShare }) => ({ cause, faultShare, options: [{ amountMinor: 0 }] }),
  // The first is the one that is recommended and offered first: the order says it all.
  send: ({ options, ...judged }) => ({
    ...judged,
    options: options.map((option, at) => ({ ...option, recommended: at === 0 })),
  }),
  Fields: ({ complaint }) => (
    <>
      <OptionsField name="options" currency={complaint.currency ?? 'CNY'} />
      <CauseField required />
      <FaultShareField required />
    </>
  ),
})

export const ReviewForm = verbForm({
  action: 'review',
  mutation: ReviewComplaint,
  initial: (complaint) => ({ agrees: true, ...initialBehalf(waysOf(complaint)) }),
  send: sentBehalf,
  Fields: function ReviewFields({ complaint }) {
    const say = useMessages(texts)
    const verdicts = [
      { value: true, label: say('agrees') },
      { value: false, label: say('disagrees') },
    ]
    return (
      <>
        <OptionInBrief complaint={complaint} />
        <Field name="agrees" label={say('verdict')} required wide>
          <Choice options={verdicts} />
        </Field>
        <BehalfField ways={waysOf(complaint)} />
        <WordsField name="comment" label={say('reviewComment')} hint={say('reviewHint')} rows={2} />
      </>
    )
  },
})

export const ApproveForm = verbForm({
  action: 'approve',
  mutation: ApproveComplaint,
  initial: (complaint) => initialBehalf(waysOf(complaint)),
  send: sentBehalf,
  Fields: function ApproveFields({ complaint }) {
    const say = useMessages(texts)
    return (
      <>
        <OptionInBrief complaint={complaint} />
        <BehalfField ways={waysOf(complaint)} />
        <WordsField name="comment" label={say('comment')} rows={2} />
      </>
    )
  },
})

export const RejectForm = verbForm({
  action: 'reject',
  mutation: RejectComplaint,
  initial: (complaint) => initialBehalf(waysOf(complaint)),
  send: sentBehalf,
  Fields: function RejectFields({ complaint }) {
    const say = useMessages(texts)
    return (
      <>
        <OptionInBrief complaint={complaint} />
        <BehalfField ways={waysOf(complaint)} />
        <WordsField name="reason" label={say('rejectReason')} required autoFocus />
      </>
    )
  },
})

export const OfferForm = verbForm({
  action: 'offer',
  mutation: OfferComplaint,
  Fields: function OfferFields({ complaint }) {
    const say = useMessages(texts)
    return (
      <>
        <OptionInBrief complaint={complaint} />
        <WordsField name="note" label={say('offerNote')} />
      </>
    )
  },
})

export const LogContactAttemptForm = verbForm({
  action: 'logContactAttempt',
  mutation: LogContactAttemptOfComplaint,
  initial: () => ({ channel: 'PHONE' }),
  Fields: function LogContactAttemptFields({ complaint }) {
    const say = useMessages(texts)
    const hint = say('attempts', { count: complaint.contactAttempts ?? 0, needed: MIN_CONTACT_ATTEMPTS })
    return (
      <>
        <ChannelField />
        <WordsField name="note" label={say('attemptNote')} hint={hint} />
      </>
    )
  },
})

export const ConfirmForm = verbForm({
  action: 'confirm',
  mutation: ConfirmComplaint,
  initial: () => ({ mode: 'CLIENT' }),
  Fields: function ConfirmFields({ complaint }) {
    const say = useMessages(texts)
    const sayWord = useSay()
    const modes = CONFIRMATION_MODES.map((value) => ({
      value,
      label: sayWord(CONFIRMATION_MODE_LABELS[value]),
    }))
    return (
      <>
        <OptionInBrief complaint={complaint} />
        <Field name="mode" label={say('mode')} required wide>
          <Choice options={modes} />
        </Field>
        <WordsField name="note" label={say('word')} required />
      </>
    )
  },
})

export const RefuseOptionForm = verbForm({
  action: 'refuseOption',
  mutation: RefuseOptionOfComplaint,
  Fields: function RefuseOptionFields({ complaint }) {
    const say = useMessages(texts)
    return (
      <>
        <OptionInBrief complaint={complaint} />
        <WordsField name="reason" label={say('refusal')} hint={say('refusalHint')} required autoFocus />
      </>
    )
  },
})
