import { SERVICE_AGREEMENT_ACTION_LABELS, SERVICE_AGREEMENT_INPUTS } from '@steward/domain'
import {
  messages,
  SignedVerbForm,
  useCheckInput,
  useFreshAct,
  useMessages,
  useSay,
  useToday,
  type OpenedVerb,
} from '@steward/portal'
import { Field, Input, useNotify } from '@steward/ui'
import {
  ApproveServiceAgreement,
  EndServiceAgreement,
  RejectServiceAgreement,
  ReviewServiceAgreement,
  SignServiceAgreement,
  SubmitServiceAgreement,
  WithdrawServiceAgreement,
} from './agreement-documents.ts'

const texts = messages({
  submit: {
    zh: '您签署：条款、价格与期限与客户谈定的一致，提交合同评审。',
    en: 'You sign that clauses, prices and term are what was agreed on with the client; contract review begins.',
  },
  review: { zh: '您签署：条款与价格已评审。', en: 'You sign that clauses and prices were looked over.' },
  approve: {
    zh: '批准即签署：可以把这份协议交客户签署。',
    en: 'You sign that this agreement may go to the client for signature.',
  },
  reject: { zh: '驳回也要签署；退回编制人。', en: 'A rejection is signed too; it goes back to who made it.' },
  withdraw: { zh: '撤回后这份协议不再使用。', en: 'This agreement is not used any more.' },
  sign: {
    zh: '登记客户已在批准的文本上签署。登记后价格不再变更，商机可凭它成交。',
    en: 'Record that the client signed the approved text. Its prices change no more, and the opportunity can be won by it.',
  },
  end: { zh: '终止后协议不再有效。', en: 'The agreement does not hold any more.' },
  signedOn: { zh: '签署日期', en: 'Signed on' },
  clientSigner: { zh: '客户签署人', en: 'Who signed for the client' },
  endedOn: { zh: '终止日期', en: 'Ended on' },
  done: { zh: '已办理', en: 'Done' },
})

export type AgreementAsked = 'submit' | 'review' | 'approve' | 'sign' | 'reject' | 'withdraw' | 'end'

interface Values {
  readonly note?: string | null
  readonly reason?: string | null
  readonly signedOn?: string
  readonly clientSigner?: string
  readonly endedOn?: string
}

export function AgreementVerb({
  verb,
  agreement,
  opened,
  onReload,
}: {
  readonly verb: AgreementAsked
  readonly agreement: { readonly id: string; readonly version: number }
  readonly opened: OpenedVerb
  readonly onReload: () => Promise<unknown>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const today = useToday()
  const acts = {
    submit: useFreshAct(SubmitServiceAgreement, onReload),
    review: useFreshAct(ReviewServiceAgreement, onReload),
    approve: useFreshAct(ApproveServiceAgreement, onReload),
    reject: useFreshAct(RejectServiceAgreement, onReload),
    withdraw: useFreshAct(WithdrawServiceAgreement, onReload),
    sign: useFreshAct(SignServiceAgreement, onReload),
    end: useFreshAct(EndServiceAgreement, onReload),
  }
  const step = { agreementId: agreement.id, expectedVersion: agreement.version }
  const send = ({ note, reason, signedOn, clientSigner, endedOn }: Values) => {
    if (verb === 'reject') return acts.reject({ ...step, reason: reason ?? '' })
    if (verb === 'withdraw') return acts.withdraw({ ...step, reason: reason ?? '' })
    if (verb === 'end') return acts.end({ ...step, reason: reason ?? '', endedOn: endedOn ?? '' })
    if (verb === 'sign')
      return acts.sign({ ...step, signedOn: signedOn ?? '', clientSigner: clientSigner ?? '' })
    if (verb === 'submit') return acts.submit(step)
    return acts[verb]({ ...step, ...(note ? { note } : {}) })
  }
  const explains = verb === 'reject' || verb === 'withdraw' || verb === 'end'
  return (
    <SignedVerbForm<Values>
      label={sayWord(SERVICE_AGREEMENT_ACTION_LABELS[verb])}
      meaning={say(verb)}
      asks={explains ? 'reason' : verb === 'review' || verb === 'approve' ? 'note' : undefined}
      required={explains}
      {...(verb === 'sign' || verb === 'end' ? { initial: { signedOn: today, endedOn: today } } : {})}
      check={(values) =>
        check(SERVICE_AGREEMENT_INPUTS[verb], { ...values, expectedVersion: agreement.version })
      }
      send={send}
      onCancel={opened.onCancel}
      onDone={() => {
        notify.done(say('done'))
        return opened.onDone()
      }}
    >
      {verb === 'sign' && (
        <>
          <Field name="signedOn" label={say('signedOn')} required>
            <Input type="date" />
          </Field>
          <Field name="clientSigner" label={say('clientSigner')} required>
            <Input maxLength={100} />
          </Field>
        </>
      )}
      {verb === 'end' && (
        <Field name="endedOn" label={say('endedOn')} required>
          <Input type="date" />
        </Field>
      )}
    </SignedVerbForm>
  )
}
