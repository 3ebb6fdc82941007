import {
  PRICE_FORM_ACTION_LABELS,
  PRICE_FORM_STATUS_LABELS,
  type PriceFormAction,
  type PriceFormStatus,
} from '@steward/domain'
import {
  graphql,
  readFragment,
  type FragmentType,
  type OpportunityPricesFragment,
} from '@steward/graphql-client'
import { messages, SignedVerbs, useMay, useMessages, useMoneyText, useSay } from '@steward/portal'
import { Button, DataTable, Inline, Panel, Sheet, Stack, StatusTag, type Tone } from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { AGREEMENT_PARAMETER } from '../papers/agreement-parameter.ts'
import { PriceFormLines, usePriceWords } from './price-form-lines.tsx'
import { PriceFormVerb, type Asked } from './price-form-verb.tsx'

export const OpportunityPrices = graphql(/* GraphQL */ `
  fragment OpportunityPrices on Opportunity {
    id
    status
    priceForms {
      id
      version
      number
      status
      listMinor
      offeredMinor
      costMinor
      note
      reason
      awaitsMe
      availableActions
      lines {
        service
        unit
        quantityHundredths
        listMinor
        offeredMinor
        costMinor
      }
      preparedBy {
        id
        name
      }
      decidedBy {
        id
        name
      }
    }
  }
`)

const texts = messages({
  title: { zh: '价格核定', en: 'Price approval' },
  none: {
    zh: '还没有价格核定表；进入签约之前须先核定。',
    en: 'No prices were put up for approval yet; they must be before this goes to signing.',
  },
  lines: { zh: '报价明细', en: 'What is offered' },
  service: { zh: '服务内容', en: 'Service' },
  quantity: { zh: '数量', en: 'Quantity' },
  list: { zh: '标准单价', en: 'List price' },
  offered: { zh: '报价单价', en: 'Offered' },
  cost: { zh: '单位成本', en: 'Cost' },
  prepared: { zh: '提交：{{name}}', en: 'Submitted by {{name}}' },
  decided: { zh: '核定：{{name}}', en: 'Decided by {{name}}' },
  rejected: { zh: '退回原因：{{reason}}', en: 'Sent back: {{reason}}' },
})

const TONES: Readonly<Record<PriceFormStatus, Tone>> = {
  DRAFT: 'info',
  IN_SIGNING: 'warn',
  APPROVED: 'good',
  WITHDRAWN: 'neutral',
}
const STEPS = ['submit', 'review', 'approve'] as const
const REST = ['reject', 'withdraw'] as const
type PriceForm = OpportunityPricesFragment['priceForms'][number]

interface PriceFormsPanelProps {
  readonly opportunity: FragmentType<typeof OpportunityPrices>
  readonly onReload: () => Promise<unknown>
}

/** 价格核定表: what is offered, what it comes to, who said that it may be. */
export function PriceFormsPanel({ opportunity, onReload }: PriceFormsPanelProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const [editing, setEditing] = useState<'new' | PriceForm>()
  const { id, status, priceForms } = readFragment(OpportunityPrices, opportunity)
  if (!may('priceForm:read')) return null
  const standing = priceForms.some((form) => form.status !== 'WITHDRAWN')
  const canDraft = may('priceForm:draft') && !standing && status !== 'WON' && status !== 'LOST'
  const close = () => setEditing(undefined)
  return (
    <Panel
      title={say('title')}
      actions={
        canDraft && (
          <Button onClick={() => setEditing('new')}>{sayWord(PRICE_FORM_ACTION_LABELS.draft)}</Button>
        )
      }
    >
      <Stack gap={4}>
        {priceForms.length === 0 && <p className="st-quiet">{say('none')}</p>}
        {priceForms.map((form) => (
          <OneForm key={form.id} form={form} onReload={onReload} onChange={() => setEditing(form)} />
        ))}
      </Stack>
      <Sheet
        open={editing !== undefined}
        title={sayWord(PRICE_FORM_ACTION_LABELS[editing === 'new' ? 'draft' : 'change'])}
        onClose={close}
      >
        {editing !== undefined && (
          <PriceFormLines
            opportunityId={id}
            {...(editing === 'new'
              ? {}
              : {
                  form: {
                    ...editing,
                    note: editing.note ?? null,
                    lines: editing.lines.map(({ quantityHundredths, ...line }) => ({
                      ...line,
                      quantity: quantityHundredths / 100,
                    })),
                  },
                })}
            onReload={onReload}
            onClose={close}
          />
        )}
      </Sheet>
    </Panel>
  )
}

interface OneFormProps {
  readonly form: PriceForm
  readonly onReload: () => Promise<unknown>
  readonly onChange: () => void
}

function OneForm({ form, onReload, onChange }: OneFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  const words = usePriceWords()
  const [params] = useSearchParams()
  const isMeant = form.status !== 'WITHDRAWN' && !params.has(AGREEMENT_PARAMETER)
  const can = (action: PriceFormAction) =>
    (form.availableActions as readonly string[]).includes(action.toUpperCase())
  const steps = STEPS.filter((step) => can(step) && (step === 'submit' || form.awaitsMe))
  return (
    <Stack gap={2}>
      <Inline gap={2}>
        <strong>{form.number}</strong>
        <StatusTag tone={TONES[form.status]}>{sayWord(PRICE_FORM_STATUS_LABELS[form.status])}</StatusTag>
        {can('change') && <Button onClick={onChange}>{sayWord(PRICE_FORM_ACTION_LABELS.change)}</Button>}
        <SignedVerbs<Asked>
          labels={PRICE_FORM_ACTION_LABELS}
          number={form.number}
          signing={isMeant ? STEPS : []}
          steps={steps}
          rest={REST.filter(can)}
          onReload={onReload}
          renderForm={(verb, opened) => (
            <PriceFormVerb verb={verb} form={form} opened={opened} onReload={onReload} />
          )}
        />
      </Inline>
      <DataTable
        label={`${say('lines')} ${form.number}`}
        rows={form.lines}
        rowKey={({ service, unit, quantityHundredths }) => `${service}/${unit}/${quantityHundredths}`}
        columns={[
          { key: 'service', title: say('service'), render: ({ service }) => service },
          {
            key: 'quantity',
            title: say('quantity'),
            align: 'end',
            render: ({ quantityHundredths, unit }) => `${quantityHundredths / 100} ${unit}`,
          },
          { key: 'list', title: say('list'), align: 'end', render: ({ listMinor }) => money(listMinor) },
          {
            key: 'offered',
            title: say('offered'),
            align: 'end',
            render: ({ offeredMinor }) => money(offeredMinor),
          },
          {
            key: 'cost',
            title: say('cost'),
            align: 'end',
            minor: true,
            render: ({ costMinor }) => (typeof costMinor === 'number' ? money(costMinor) : '—'),
          },
        ]}
        empty={null}
      />
      <p>{words({ ...form, costMinor: form.costMinor ?? null })}</p>
      <p className="st-quiet st-small">
        {[
          form.preparedBy && say('prepared', { name: form.preparedBy.name }),
          form.decidedBy && say('decided', { name: form.decidedBy.name }),
          form.reason && say('rejected', { reason: form.reason }),
          form.note,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Stack>
  )
}
