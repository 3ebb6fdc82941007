import { PAYMENT_ACTION_LABELS, PAYMENT_INPUTS } from '@steward/domain'
import { useAct, messages, useCheckInput, useMessages, useMoneyText, useSay } from '@steward/portal'
import { Button, ConfirmDialog, Field, Form, Input, useNotify } from '@steward/ui'
import { useState } from 'react'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import { AllocatePayment, ReversePayment } from './payment-documents.ts'

const texts = messages({
  reason: { zh: '冲销原因', en: 'Reason' },
  hint: {
    zh: '这笔款核销过的应收恢复为未结；收款记录保留。',
    en: 'What it settled is open again; the payment stays on record.',
  },
  reversed: { zh: '已冲销', en: 'Reversed' },
  allocated: { zh: '已核销', en: 'Allocated' },
  allocate: {
    zh: '用预收余额 {{credit}} 核销最早到期的应收。',
    en: 'Settle what is due first with the credit of {{credit}}.',
  },
})

interface PaymentHead {
  readonly id: string
  readonly version: number
  readonly number: string
  readonly creditMinor: number
}

export function ReversePaymentForm({
  payment: { id, version },
  ...surroundings
}: ArchiveSurroundings & { readonly payment: PaymentHead }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const act = useArchiveAct(ReversePayment, say('reversed'), surroundings)
  const verb = sayWord(PAYMENT_ACTION_LABELS.reverse)
  return (
    <Form<{ readonly reason?: string }>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      check={({ reason = '' }) => check(PAYMENT_INPUTS.reverse, { expectedVersion: version, reason })}
      onSubmit={({ reason = '' }) => act({ paymentId: id, expectedVersion: version, reason })}
    >
      <Field name="reason" label={say('reason')} hint={say('hint')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
      </Field>
    </Form>
  )
}

/** Credit settles what is due first. */
export function AllocateCredit(props: {
  readonly payment: PaymentHead
  readonly onReload: () => Promise<unknown>
}) {
  const { payment, onReload } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const notify = useNotify()
  const act = useAct(AllocatePayment)
  const [asking, setAsking] = useState(false)
  const verb = sayWord(PAYMENT_ACTION_LABELS.allocate)
  const allocate = async () => {
    const { refused } = await act({ paymentId: payment.id, expectedVersion: payment.version })
    setAsking(false)
    await onReload()
    if (refused) notify.failed([...Object.values(refused.fields ?? {}), refused.message][0] ?? '')
    else notify.done(say('allocated'))
  }
  return (
    <>
      <Button size="small" aria-label={`${verb} ${payment.number}`} onClick={() => setAsking(true)}>
        {verb}
      </Button>
      <ConfirmDialog
        open={asking}
        title={verb}
        verb={verb}
        onConfirm={allocate}
        onCancel={() => setAsking(false)}
      >
        {say('allocate', { credit: money(payment.creditMinor) })}
      </ConfirmDialog>
    </>
  )
}
