import {
  discountBasisPoints,
  marginBasisPoints,
  priceSums,
  PRICE_FORM_INPUTS,
  PRICE_FORM_ACTION_LABELS,
} from '@steward/domain'
import {
  messages,
  useCheckInput,
  useDraft,
  useMessages,
  useMoneyText,
  usePercent,
  useSay,
  useViewer,
} from '@steward/portal'
import {
  Button,
  DeleteIcon,
  Field,
  FieldList,
  Fields,
  Form,
  Input,
  InputNumber,
  MoneyInput,
  useFieldValue,
} from '@steward/ui'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import { ChangePriceForm, DraftPriceForm } from './price-form-documents.ts'

const texts = messages({
  service: { zh: '服务内容', en: 'Service' },
  unit: { zh: '单位', en: 'Unit' },
  quantity: { zh: '数量', en: 'Quantity' },
  list: { zh: '标准单价', en: 'List price' },
  offered: { zh: '报价单价', en: 'Offered price' },
  cost: { zh: '单位成本（如已知）', en: 'Cost of one, if known' },
  add: { zh: '增加一行', en: 'Add a line' },
  remove: { zh: '删除第 {{nth}} 行', en: 'Remove line {{nth}}' },
  note: { zh: '说明', en: 'Note' },
  noteHint: { zh: '为什么给这个价', en: 'Why this price' },
  sums: {
    zh: '标准价合计 {{list}}，报价合计 {{offered}}，折让 {{discount}}',
    en: 'At list prices {{list}}, offered {{offered}}, discount {{discount}}',
  },
  margin: { zh: '毛利率 {{margin}}', en: 'margin {{margin}}' },
  unknown: { zh: '成本未填全，毛利率未知', en: 'margin unknown: not every cost is given' },
  done: { zh: '价格核定表已保存', en: 'The price approval is saved' },
  resets: {
    zh: '已核定的价格修改后须重新核定；已进入签约的商机会退回报价。',
    en: 'Once changed, approved prices are approved anew; an opportunity at signing goes back to the quotation.',
  },
})

export interface LineValues {
  readonly service?: string
  readonly unit?: string
  /** As it is typed: 12.5. */
  readonly quantity?: number | null
  readonly listMinor?: number | null
  readonly offeredMinor?: number | null
  readonly costMinor?: number | null
}

interface Values {
  readonly lines: readonly LineValues[]
  readonly note?: string
}

const HUNDRED = 100
const linesOf = (lines: readonly LineValues[]) =>
  lines.map(({ service, unit, quantity, listMinor, offeredMinor, costMinor }) => ({
    service: service ?? '',
    unit: unit ?? '',
    quantityHundredths: Math.round((quantity ?? 0) * HUNDRED),
    listMinor: listMinor ?? (undefined as unknown as number),
    offeredMinor: offeredMinor ?? (undefined as unknown as number),
    ...(typeof costMinor === 'number' ? { costMinor } : {}),
  }))

interface PriceFormLinesProps extends ArchiveSurroundings {
  readonly opportunityId: string
  /** The form that is changed; absent: a new one. */
  readonly form?:
    | {
        readonly id: string
        readonly version: number
        readonly status: string
        readonly note: string | null
        readonly lines: readonly LineValues[]
      }
    | undefined
}

/** What is offered, line by line, with what it comes to while it is typed. */
export function PriceFormLines({ opportunityId, form, ...surroundings }: PriceFormLinesProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const draft = useDraft<Values>(`prices.${form?.id ?? opportunityId}`)
  const begin = useArchiveAct(DraftPriceForm, say('done'), surroundings)
  const change = useArchiveAct(ChangePriceForm, say('done'), surroundings)
  const verb = sayWord(PRICE_FORM_ACTION_LABELS[form ? 'change' : 'draft'])
  const stated = ({ lines, note }: Values) => ({
    lines: linesOf(lines),
    ...(note?.trim() ? { note } : {}),
  })
  const step = form && { priceFormId: form.id, expectedVersion: form.version }
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      wide
      initial={{ lines: form?.lines ?? [{}], note: form?.note ?? '', ...draft.found }}
      onChange={draft.keep}
      onCancel={surroundings.onClose}
      check={(values) =>
        step
          ? check(PRICE_FORM_INPUTS.change, { ...step, ...stated(values) })
          : check(PRICE_FORM_INPUTS.draft, { opportunityId, ...stated(values) })
      }
      onSubmit={async (values) => {
        const refused = step
          ? await change({ ...step, ...stated(values) })
          : await begin({ opportunityId, ...stated(values) })
        if (!refused) draft.drop()
        return refused
      }}
    >
      <div className="st-field-wide">
        {form?.status === 'APPROVED' && <p className="st-quiet">{say('resets')}</p>}
        <FieldList name="lines" most={50} column addLabel={say('add')}>
          {({ at, count, remove }) => <LineFields at={at} onRemove={count > 1 ? remove : undefined} />}
        </FieldList>
        <Sums />
        <Field name="note" label={say('note')} hint={say('noteHint')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Field>
      </div>
    </Form>
  )
}

function LineFields({ at, onRemove }: { readonly at: number; readonly onRemove: (() => void) | undefined }) {
  const say = useMessages(texts)
  const { currency } = useViewer().organization
  return (
    <>
      <Fields>
        <Field name={`${at}.service`} label={say('service')} required>
          <Input maxLength={100} />
        </Field>
        <Field name={`${at}.unit`} label={say('unit')} required>
          <Input maxLength={20} />
        </Field>
        <Field name={`${at}.quantity`} label={say('quantity')} required>
          <InputNumber<number> min={0.01} precision={2} inputMode="decimal" />
        </Field>
        <Field name={`${at}.listMinor`} label={say('list')} required>
          <MoneyInput currency={currency} />
        </Field>
        <Field name={`${at}.offeredMinor`} label={say('offered')} required>
          <MoneyInput currency={currency} />
        </Field>
        <Field name={`${at}.costMinor`} label={say('cost')}>
          <MoneyInput currency={currency} />
        </Field>
      </Fields>
      {onRemove && (
        <Button type="text" icon={<DeleteIcon aria-hidden />} onClick={onRemove}>
          {say('remove', { nth: at + 1 })}
        </Button>
      )}
    </>
  )
}

const isWhole = (line: LineValues): boolean =>
  typeof line.quantity === 'number' &&
  typeof line.listMinor === 'number' &&
  typeof line.offeredMinor === 'number'

/** As the server will compute it. */
function Sums() {
  const lines = (useFieldValue<readonly (LineValues | undefined)[]>('lines') ?? []).filter(
    (line): line is LineValues => line !== undefined && isWhole(line),
  )
  const words = usePriceWords()
  if (lines.length === 0) return null
  const sums = priceSums(
    linesOf(lines).map(({ costMinor = null, ...line }) => ({
      ...line,
      costMinor: costMinor as number | null,
    })),
  )
  return <p aria-live="polite">{words(sums)}</p>
}

/** What the lines come to, in one sentence. */
export function usePriceWords() {
  const say = useMessages(texts)
  const money = useMoneyText()
  const percent = usePercent()
  return (sums: { listMinor: number; offeredMinor: number; costMinor: number | null }): string => {
    const margin = marginBasisPoints(sums)
    return [
      say('sums', {
        list: money(sums.listMinor),
        offered: money(sums.offeredMinor),
        discount: percent(discountBasisPoints(sums)),
      }),
      margin === null ? say('unknown') : say('margin', { margin: percent(margin) }),
    ].join(' · ')
  }
}
