import { useQuery } from '@apollo/client/react'
import {
  ASSUMED_INPUT,
  LABOUR_ROLES,
  ROLE_LABELS,
  VALUE_ASSUMPTION_ACTION_LABELS,
  VALUE_ASSUMPTION_INPUTS,
  VALUE_METRIC_DEFINITIONS,
  type LabourRates,
} from '@steward/domain'
import type { AssumedOfValueFragment } from '@steward/graphql-client'
import { Amount, messages, useCheckInput, useMessages, useSay, useViewer } from '@steward/portal'
import {
  ChangeTable,
  Field,
  Fields,
  Form,
  Input,
  InputNumber,
  MoneyInput,
  useFieldValue,
  useSettled,
} from '@steward/ui'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import { PreviewValue, SetValueAssumption } from './value-documents.ts'

const texts = messages({
  margin: { zh: '服务毛利率（%）', en: 'Service margin (%)' },
  years: { zh: '客户还会留几年', en: 'More years that a client stays' },
  discount: { zh: '折现率（每年 %）', en: 'Discount (% a year)' },
  rate: { zh: '{{role}}每小时', en: '{{role}}, an hour' },
  reason: { zh: '为什么改', en: 'Why' },
  preview: { zh: '按今天的数字，会变成', en: 'What it would make of today’s figures' },
  figure: { zh: '数字', en: 'Figure' },
  before: { zh: '现在', en: 'Now' },
  after: { zh: '改后', en: 'After' },
  loss: { zh: '亏损客户', en: 'Clients at a loss' },
  saved: { zh: '已保存，立即生效', en: 'Saved; it holds from now on' },
})

interface Values extends Readonly<Record<`rate_${string}`, number | null>> {
  readonly margin: number | null
  readonly years: number | null
  readonly discount: number | null
  readonly reason?: string
}

const percentOf = (basisPoints: number): number => basisPoints / 100
const basisPointsOf = (percent: number | null | undefined): number => Math.round((percent ?? 0) * 100)

const assumedOf = (values: Partial<Values>) => ({
  rates: Object.fromEntries(
    LABOUR_ROLES.map((role) => [role, values[`rate_${role}`] ?? 0]),
  ) as unknown as LabourRates,
  serviceMarginBasisPoints: basisPointsOf(values.margin),
  expectedYears: values.years ?? 0,
  discountBasisPoints: basisPointsOf(values.discount),
})

/** As the API takes it: a list of rates. */
const sentOf = (values: Partial<Values>) => {
  const { rates, ...rest } = assumedOf(values)
  return { ...rest, rates: LABOUR_ROLES.map((role) => ({ role, perHourMinor: rates[role] })) }
}

/** Changes what is assumed. What that makes of today's figures stands beside the fields, before it is saved. */
export function AssumptionForm({
  assumed,
  ...surroundings
}: ArchiveSurroundings & { readonly assumed: AssumedOfValueFragment }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const { currency } = useViewer().organization
  const act = useArchiveAct(SetValueAssumption, say('saved'), surroundings)
  const verb = sayWord(VALUE_ASSUMPTION_ACTION_LABELS.set)
  const rate = new Map(assumed.rates.map(({ role, perHourMinor }) => [role, perHourMinor]))
  const stated = ({ reason = '' }: Values) => ({ reason, expectedRevision: assumed.revision })
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{
        margin: percentOf(assumed.serviceMarginBasisPoints),
        years: assumed.expectedYears,
        discount: percentOf(assumed.discountBasisPoints),
        ...Object.fromEntries(LABOUR_ROLES.map((role) => [`rate_${role}`, rate.get(role) ?? 0])),
      }}
      onCancel={surroundings.onClose}
      check={(values) => {
        const wrong = check(VALUE_ASSUMPTION_INPUTS.set, { ...assumedOf(values), ...stated(values) })
        const { serviceMarginBasisPoints, expectedYears, discountBasisPoints, ...rest } = wrong
        return {
          ...rest,
          ...(serviceMarginBasisPoints ? { margin: serviceMarginBasisPoints } : {}),
          ...(expectedYears ? { years: expectedYears } : {}),
          ...(discountBasisPoints ? { discount: discountBasisPoints } : {}),
        }
      }}
      onSubmit={(values) => act({ ...sentOf(values), ...stated(values) })}
    >
      <Fields>
        <Field name="margin" label={say('margin')} required>
          <InputNumber<number> min={0} max={100} precision={2} />
        </Field>
        <Field name="years" label={say('years')} required>
          <InputNumber<number> min={0} max={30} precision={0} />
        </Field>
        <Field name="discount" label={say('discount')} required>
          <InputNumber<number> min={0} max={50} precision={2} />
        </Field>
        {LABOUR_ROLES.map((role) => (
          <Field key={role} name={`rate_${role}`} label={say('rate', { role: sayWord(ROLE_LABELS[role]) })}>
            <MoneyInput currency={currency} />
          </Field>
        ))}
      </Fields>
      <Preview />
      <Field name="reason" label={say('reason')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={500} />
      </Field>
    </Form>
  )
}

function Preview() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [margin, years, discount] = [
    useFieldValue<number>('margin'),
    useFieldValue<number>('years'),
    useFieldValue<number>('discount'),
  ]
  const rates = useRates()
  const typed = sentOf({
    margin: margin ?? null,
    years: years ?? null,
    discount: discount ?? null,
    ...rates,
  })
  const text = useSettled(JSON.stringify(typed))
  const input = JSON.parse(text) as typeof typed
  const isWhole = ASSUMED_INPUT.omit({ rates: true }).safeParse(input).success
  const { data, previousData } = useQuery(PreviewValue, { variables: { input }, skip: !isWhole })
  const shown = (data ?? previousData)?.valuePreview
  if (!shown) return null
  const { before, after } = shown
  const sum = (key: 'toServeMinor' | 'profitMinor' | 'expectedMinor' | 'lifetimeMinor', label: string) => ({
    key,
    label,
    before: <Amount minor={before[key]} />,
    after: <Amount minor={after[key]} />,
  })
  const named = (metric: keyof typeof VALUE_METRIC_DEFINITIONS) =>
    sayWord(VALUE_METRIC_DEFINITIONS[metric].label)
  return (
    <ChangeTable
      label={say('preview')}
      heads={{ what: say('preview'), before: say('before'), after: say('after') }}
      rows={[
        sum('toServeMinor', named('COST_TO_SERVE')),
        sum('profitMinor', named('PROFIT')),
        sum('expectedMinor', named('EXPECTED')),
        sum('lifetimeMinor', named('LIFETIME_VALUE')),
        { key: 'loss', label: say('loss'), before: before.atALoss, after: after.atALoss },
      ]}
    />
  )
}

/** One field each: the roles are a list of the domain's own. */
function useRates(): Partial<Values> {
  const values = LABOUR_ROLES.map(
    // The list never changes, so the hooks are always called in the same order.
    // oxlint-disable-next-line react-hooks/rules-of-hooks
    (role) => [`rate_${role}`, useFieldValue<number>(`rate_${role}`) ?? null] as const,
  )
  return Object.fromEntries(values)
}
