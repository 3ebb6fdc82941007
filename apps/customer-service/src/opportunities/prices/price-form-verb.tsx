import { PRICE_FORM_ACTION_LABELS, PRICE_FORM_INPUTS } from '@steward/domain'
import {
  messages,
  SignedVerbForm,
  useCheckInput,
  useFreshAct,
  useMessages,
  useSay,
  type OpenedVerb,
} from '@steward/portal'
import { useNotify } from '@steward/ui'
import {
  ApprovePriceForm,
  RejectPriceForm,
  ReviewPriceForm,
  SubmitPriceForm,
  WithdrawPriceForm,
} from './price-form-documents.ts'

const texts = messages({
  submit: {
    zh: '您签署：明细与成本属实，按此价格报给客户。',
    en: 'You sign that lines and costs are true, and that these are the prices for the client.',
  },
  review: {
    zh: '您签署：明细、数量与价格已复核。',
    en: 'You sign that lines, quantities and prices were looked over.',
  },
  approve: {
    zh: '核定即签署：只此明细、只此价格可以签约。',
    en: 'You sign that exactly these lines may be agreed at exactly these prices.',
  },
  reject: {
    zh: '驳回也要签署；由提交人修改后重新提交。',
    en: 'A rejection is signed too; it is changed and submitted anew.',
  },
  withdraw: { zh: '撤回后这张表不再使用。', en: 'This form is not used any more.' },
  done: { zh: '已办理', en: 'Done' },
})

export type Asked = 'submit' | 'review' | 'approve' | 'reject' | 'withdraw'

interface Values {
  readonly note?: string | null
  readonly reason?: string | null
}

export function PriceFormVerb({
  verb,
  form,
  opened,
  onReload,
}: {
  readonly verb: Asked
  readonly form: { readonly id: string; readonly version: number }
  readonly opened: OpenedVerb
  readonly onReload: () => Promise<unknown>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const acts = {
    submit: useFreshAct(SubmitPriceForm, onReload),
    review: useFreshAct(ReviewPriceForm, onReload),
    approve: useFreshAct(ApprovePriceForm, onReload),
    reject: useFreshAct(RejectPriceForm, onReload),
    withdraw: useFreshAct(WithdrawPriceForm, onReload),
  }
  const step = { priceFormId: form.id, expectedVersion: form.version }
  const send = ({ note, reason }: Values) => {
    if (verb === 'reject') return acts.reject({ ...step, reason: reason ?? '' })
    if (verb === 'withdraw') return acts.withdraw({ ...step, reason: reason ?? '' })
    if (verb === 'submit') return acts.submit(step)
    return acts[verb]({ ...step, ...(note ? { note } : {}) })
  }
  const explains = verb === 'reject' || verb === 'withdraw'
  return (
    <SignedVerbForm<Values>
      label={sayWord(PRICE_FORM_ACTION_LABELS[verb])}
      meaning={say(verb)}
      asks={explains ? 'reason' : verb === 'submit' ? undefined : 'note'}
      required={explains}
      check={(values) => check(PRICE_FORM_INPUTS[verb], { ...values, expectedVersion: form.version })}
      send={send}
      onCancel={opened.onCancel}
      onDone={() => {
        notify.done(say('done'))
        return opened.onDone()
      }}
    />
  )
}
