import {
  RECEIVABLE_ACTION_LABELS,
  RECEIVABLE_INPUTS,
  RECEIVABLE_KIND_LABELS,
  RECEIVABLE_KINDS,
  type ReceivableKind,
} from '@steward/domain'
import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import { messages, useCheckInput, useMessages, useSay, useToday, useViewer } from '@steward/portal'
import { Field, Fields, Form, Input, MoneyInput, Select, useFieldValue } from '@steward/ui'
import { optionsOf, stated } from '../../clients/page/options.ts'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import { ClientSelect } from '../../clients/client-select.tsx'
import { RegisterReceivable } from './receivable-documents.ts'

const UnitsOfClient = graphql(/* GraphQL */ `
  query UnitsOfClient($id: ID!) {
    client(id: $id) {
      id
      occupancies {
        id
        unit {
          id
          label
        }
      }
    }
  }
`)

const texts = messages({
  client: { zh: '客户', en: 'Client' },
  unit: { zh: '房号', en: 'Unit' },
  kind: { zh: '种类', en: 'Kind' },
  amount: { zh: '金额', en: 'Amount' },
  period: { zh: '所属月份', en: 'Month' },
  dueOn: { zh: '到期日', en: 'Due on' },
  note: { zh: '备注', en: 'Note' },
  done: { zh: '已登记', en: 'Registered' },
})

interface Values {
  readonly clientId?: string
  readonly unitId?: string
  readonly kind: ReceivableKind
  readonly amountMinor?: number
  readonly period?: string
  readonly dueOn: string
  readonly note?: string
}

const TYPED = { kind: true, amountMinor: true, dueOn: true, period: true, note: true } as const

export function RegisterReceivableForm({
  client,
  ...surroundings
}: ArchiveSurroundings & { readonly client: string | undefined }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const { currency } = useViewer().organization
  const register = useArchiveAct(RegisterReceivable, say('done'), surroundings)
  const today = useToday()
  const verb = sayWord(RECEIVABLE_ACTION_LABELS.register)
  const inputOf = ({ clientId, amountMinor, kind, dueOn, unitId, period, note }: Values) => ({
    clientId: clientId ?? '',
    amountMinor: amountMinor ?? 0,
    kind,
    dueOn,
    ...stated({ unitId, period, note }),
  })
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ kind: 'MANAGEMENT_FEE', dueOn: today, ...(client ? { clientId: client } : {}) }}
      onCancel={surroundings.onClose}
      check={({ amountMinor, kind, dueOn, period, note }) =>
        check(RECEIVABLE_INPUTS.register.pick(TYPED), {
          kind,
          dueOn,
          amountMinor: amountMinor ?? 0,
          ...stated({ period, note }),
        })
      }
      onSubmit={(values) => register(inputOf(values))}
    >
      <Field name="clientId" label={say('client')} required>
        <ClientSelect />
      </Field>
      <UnitField />
      <Fields>
        <Field name="kind" label={say('kind')} required>
          <Select options={optionsOf(RECEIVABLE_KINDS, RECEIVABLE_KIND_LABELS, sayWord)} />
        </Field>
        <Field name="amountMinor" label={say('amount')} required>
          <MoneyInput currency={currency} />
        </Field>
        <Field name="period" label={say('period')}>
          <Input type="month" />
        </Field>
        <Field name="dueOn" label={say('dueOn')} required>
          <Input type="date" />
        </Field>
      </Fields>
      <Field name="note" label={say('note')}>
        <Input maxLength={200} />
      </Field>
    </Form>
  )
}

/** The units that the chosen client has or had. */
function UnitField() {
  const say = useMessages(texts)
  const clientId = useFieldValue<string>('clientId')
  const { data } = useQuery(UnitsOfClient, { variables: { id: clientId ?? '' }, skip: !clientId })
  const units = new Map(
    data?.client?.occupancies.flatMap(({ unit }) => (unit ? [[unit.id, unit.label] as const] : [])),
  )
  return (
    <Field name="unitId" label={say('unit')}>
      <Select allowClear options={[...units].map(([value, label]) => ({ value, label }))} />
    </Field>
  )
}
