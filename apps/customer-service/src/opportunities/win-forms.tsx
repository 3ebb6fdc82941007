import { OPPORTUNITY_ACTION_LABELS, OPPORTUNITY_INPUTS } from '@steward/domain'
import type { OpportunityActionsFragment } from '@steward/graphql-client'
import {
  messages,
  useCheckInput,
  useMessages,
  useMoneyText,
  useSay,
  useToday,
  useViewer,
} from '@steward/portal'
import { Field, Form, Input, MoneyInput } from '@steward/ui'
import { stated } from '../clients/page/options.ts'
import { useArchiveAct } from '../clients/page/use-archive-act.ts'
import { WinOpportunity } from './opportunity-documents.ts'
import { stepOf, type OpportunityFormProps } from './opportunity-form.ts'

const texts = messages({
  wonMinor: { zh: '成交金额', en: 'What was agreed' },
  contractOn: { zh: '合同日期', en: 'Day of the contract' },
  contractNumber: { zh: '合同编号', en: 'Number of the contract' },
  won: { zh: '已登记成交', en: 'Won' },
  byAgreement: {
    zh: '以已签署的服务协议 {{number}} 成交，金额 {{sum}}。',
    en: 'Won by the signed agreement {{number}}, {{sum}}.',
  },
  note: { zh: '说明', en: 'Note' },
})

interface WinValues {
  readonly wonMinor?: number | null
  readonly contractOn: string
  readonly contractNumber?: string
  readonly note?: string
}

/** Won by what both have signed, where there is such a paper: its sum, day and number are its own. */
export function WinForm(props: OpportunityFormProps) {
  const signed = props.opportunity.serviceAgreements.find(({ status }) => status === 'SIGNED')
  return signed ? <WinByAgreementForm {...props} agreement={signed} /> : <WinByPaperForm {...props} />
}

function WinByAgreementForm({
  opportunity,
  agreement,
  ...surroundings
}: OpportunityFormProps & { readonly agreement: OpportunityActionsFragment['serviceAgreements'][number] }) {
  const say = useMessages(texts)
  const money = useMoneyText()
  const act = useArchiveAct(WinOpportunity, say('won'), surroundings)
  const verb = useSay()(OPPORTUNITY_ACTION_LABELS.win)
  const { id: agreementId, number, totalMinor } = agreement
  return (
    <Form<{ note?: string }>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      onSubmit={({ note }) => act({ ...stepOf(opportunity), agreementId, ...stated({ note }) })}
    >
      <p>{say('byAgreement', { number, sum: money(totalMinor) })}</p>
      <Field name="note" label={say('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
    </Form>
  )
}

function WinByPaperForm({ opportunity, ...surroundings }: OpportunityFormProps) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const { currency } = useViewer().organization
  const today = useToday()
  const act = useArchiveAct(WinOpportunity, say('won'), surroundings)
  const verb = useSay()(OPPORTUNITY_ACTION_LABELS.win)
  const inputOf = ({ wonMinor, contractOn, contractNumber, note }: WinValues) => ({
    ...stepOf(opportunity),
    wonMinor: wonMinor as number,
    contractOn,
    contractNumber: contractNumber ?? '',
    ...stated({ note }),
  })
  return (
    <Form<WinValues>
      label={verb}
      verb={verb}
      initial={{ wonMinor: opportunity.expectedMinor ?? null, contractOn: today }}
      onCancel={surroundings.onClose}
      check={(values) => check(OPPORTUNITY_INPUTS.win, inputOf(values))}
      onSubmit={(values) => act(inputOf(values))}
    >
      <Field name="wonMinor" label={say('wonMinor')} required>
        <MoneyInput currency={currency} />
      </Field>
      <Field name="contractNumber" label={say('contractNumber')} required>
        <Input maxLength={60} />
      </Field>
      <Field name="contractOn" label={say('contractOn')} required>
        <Input type="date" />
      </Field>
      <Field name="note" label={say('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
    </Form>
  )
}
