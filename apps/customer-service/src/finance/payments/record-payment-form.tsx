import { useApolloClient, useQuery } from '@apollo/client/react'
import {
  allocateOldestFirst,
  PAYMENT_ACTION_LABELS,
  PAYMENT_INPUTS,
  PAYMENT_METHOD_LABELS,
  PAYMENT_METHODS,
  RECEIVABLE_KIND_LABELS,
  type PaymentMethod,
} from '@steward/domain'
import {
  Amount,
  messages,
  useCheckInput,
  useMessages,
  useMoneyText,
  useSay,
  useToday,
  useViewer,
} from '@steward/portal'
import { Field, Fields, Form, Inline, Input, MoneyInput, Select, Stack, useFieldValue } from '@steward/ui'
import { optionsOf, stated } from '../../clients/page/options.ts'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import { ClientSelect } from '../../clients/client-select.tsx'
import { OpenOfClient, RecordPayment } from './payment-documents.ts'

const texts = messages({
  client: { zh: '客户', en: 'Client' },
  amount: { zh: '金额', en: 'Amount' },
  receivedOn: { zh: '收款日期', en: 'Received on' },
  method: { zh: '方式', en: 'Method' },
  payer: { zh: '付款人', en: 'Payer' },
  payerHint: { zh: '不是客户本人时填写', en: 'Where it is not the client' },
  reference: { zh: '流水号', en: 'Reference' },
  chosen: { zh: '核销到', en: 'Settles' },
  chosenHint: {
    zh: '不选则从最早到期的开始；多出的留作预收余额。',
    en: 'Without a choice, the oldest first; what is left over stays credit.',
  },
  settles: { zh: '将这样核销', en: 'It will settle' },
  credit: { zh: '留作预收余额', en: 'Stays credit' },
  done: { zh: '收款已登记', en: 'The payment is recorded' },
})

interface Values {
  readonly clientId?: string
  readonly amountMinor?: number
  readonly receivedOn: string
  readonly method: PaymentMethod
  readonly payer?: string
  readonly reference?: string
  readonly chosen?: readonly string[]
}

interface Open {
  readonly id: string
  readonly number: string
  readonly kind: keyof typeof RECEIVABLE_KIND_LABELS
  readonly period: string | null
  readonly dueOn: string
  readonly openMinor: number | null
  readonly unit: { readonly label: string } | null
}

const useOpen = (clientId: string | undefined): readonly Open[] => {
  const { data } = useQuery(OpenOfClient, {
    variables: { client: clientId ?? '' },
    skip: !clientId,
    fetchPolicy: 'cache-and-network',
  })
  return data?.receivables.edges.map(({ node }) => node) ?? []
}

const partsOf = (open: readonly Open[], chosen: readonly string[] | undefined, minor: number) => {
  const these = chosen?.length ? open.filter(({ id }) => chosen.includes(id)) : open
  const owed = these.map(({ id, number, dueOn, openMinor }) => ({
    id,
    number,
    dueOn,
    amountMinor: openMinor ?? 0,
    settledMinor: 0,
  }))
  return allocateOldestFirst(minor, owed)
}

/** Money that came in: what it will settle is shown before it is written. */
export function RecordPaymentForm({
  client,
  ...surroundings
}: ArchiveSurroundings & { readonly client: string | undefined }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const { currency } = useViewer().organization
  const record = useArchiveAct(RecordPayment, say('done'), surroundings)
  const today = useToday()
  const apollo = useApolloClient()
  const openOf = async (id: string) => {
    const { data } = await apollo.query({ query: OpenOfClient, variables: { client: id } })
    return data?.receivables.edges.map(({ node }) => node) ?? []
  }
  const verb = sayWord(PAYMENT_ACTION_LABELS.record)
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ method: 'BANK_TRANSFER', receivedOn: today, ...(client ? { clientId: client } : {}) }}
      onCancel={surroundings.onClose}
      check={({ amountMinor, receivedOn, method }) =>
        check(PAYMENT_INPUTS.record.pick({ amountMinor: true, receivedOn: true, method: true }), {
          amountMinor: amountMinor ?? 0,
          receivedOn,
          method,
        })
      }
      onSubmit={async ({ chosen, amountMinor = 0, clientId = '', receivedOn, method, payer, reference }) =>
        record({
          clientId,
          amountMinor,
          receivedOn,
          method,
          ...stated({ payer, reference }),
          ...(chosen?.length
            ? { allocations: [...partsOf(await openOf(clientId), chosen, amountMinor)] }
            : {}),
        })
      }
    >
      <Field name="clientId" label={say('client')} required>
        <ClientSelect />
      </Field>
      <Fields>
        <Field name="amountMinor" label={say('amount')} required>
          <MoneyInput currency={currency} />
        </Field>
        <Field name="receivedOn" label={say('receivedOn')} required>
          <Input type="date" max={today} />
        </Field>
        <Field name="method" label={say('method')} required>
          <Select options={optionsOf(PAYMENT_METHODS, PAYMENT_METHOD_LABELS, sayWord)} />
        </Field>
        <Field name="reference" label={say('reference')}>
          <Input maxLength={100} />
        </Field>
      </Fields>
      <Field name="payer" label={say('payer')} hint={say('payerHint')}>
        <Input maxLength={100} />
      </Field>
      <ChosenField />
      <Settles />
    </Form>
  )
}

function ChosenField() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const open = useOpen(useFieldValue<string>('clientId'))
  const label = ({ kind, period, unit, openMinor }: Open) =>
    [sayWord(RECEIVABLE_KIND_LABELS[kind]), period, unit?.label, money(openMinor ?? 0)]
      .filter(Boolean)
      .join(' · ')
  return (
    <Field name="chosen" label={say('chosen')} hint={say('chosenHint')}>
      <Select
        mode="multiple"
        allowClear
        popupMatchSelectWidth={false}
        options={open.map((it) => ({ value: it.id, label: label(it) }))}
      />
    </Field>
  )
}

/** What the money will settle, as it would be written now. */
function Settles() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const minor = useFieldValue<number>('amountMinor') ?? 0
  const chosen = useFieldValue<readonly string[]>('chosen')
  const open = useOpen(useFieldValue<string>('clientId'))
  const parts = partsOf(open, chosen, minor)
  const left = minor - parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  if (minor === 0 || open.length === 0) return null
  return (
    <Stack gap={1}>
      <span className="st-quiet st-small">{say('settles')}</span>
      {parts.map(({ receivableId, amountMinor }) => {
        const it = open.find(({ id }) => id === receivableId)!
        return (
          <Inline key={receivableId} justify="space-between">
            <span>
              {[sayWord(RECEIVABLE_KIND_LABELS[it.kind]), it.period, it.unit?.label]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Amount minor={amountMinor} />
          </Inline>
        )
      })}
      {left > 0 && (
        <Inline justify="space-between">
          <span>{say('credit')}</span>
          <Amount minor={left} />
        </Inline>
      )}
    </Stack>
  )
}
