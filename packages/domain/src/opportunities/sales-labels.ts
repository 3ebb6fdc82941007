/** Words for what one may do with opportunities, and for what the audit tells of it. */
import { text, type Text } from '../text.ts'
import {
  SALES_PROPOSAL_ACTION_LABELS,
  SALES_PROPOSAL_ACTIONS,
  SALES_PROPOSAL_EVENT_LABELS,
  type SalesProposalAction,
} from './papers/sales-proposal.ts'
import {
  SERVICE_AGREEMENT_ACTION_LABELS,
  SERVICE_AGREEMENT_ACTIONS,
  SERVICE_AGREEMENT_EVENT_LABELS,
  type ServiceAgreementAction,
} from './papers/service-agreement.ts'
import {
  PRICE_FORM_ACTION_LABELS,
  PRICE_FORM_ACTIONS,
  PRICE_FORM_EVENT_LABELS,
  type PriceFormAction,
} from './price-form.ts'
import {
  OPPORTUNITY_ACTION_LABELS,
  OPPORTUNITY_ACTIONS,
  OPPORTUNITY_EVENT_LABELS,
  type OpportunityAction,
} from './vocabulary.ts'

const prefixed = <A extends string, P extends string>(
  prefix: P,
  actions: readonly A[],
  labels: Readonly<Record<A, Text>>,
  noun?: Text,
): Record<`${P}:${A}`, Text> =>
  Object.fromEntries(
    actions.map((action) => {
      const { zh, en } = labels[action]
      return [`${prefix}:${action}`, noun ? text(`${noun.zh}：${zh}`, `${noun.en}: ${en}`) : text(zh, en)]
    }),
  ) as Record<`${P}:${A}`, Text>

export const SALES_PERMISSION_LABELS = {
  ...prefixed('opportunity', OPPORTUNITY_ACTIONS, OPPORTUNITY_ACTION_LABELS, text('商机', 'Opportunities')),
  ...prefixed(
    'priceForm',
    PRICE_FORM_ACTIONS,
    PRICE_FORM_ACTION_LABELS,
    text('价格核定表', 'Price approvals'),
  ),
  ...prefixed(
    'salesProposal',
    SALES_PROPOSAL_ACTIONS,
    SALES_PROPOSAL_ACTION_LABELS,
    text('方案书', 'Proposals'),
  ),
  'salesProposal:read': text('方案书：查看', 'Proposals: read'),
  'salesProposal:readWords': text('方案书：查看内容', 'Proposals: read what they say'),
  ...prefixed(
    'serviceAgreement',
    SERVICE_AGREEMENT_ACTIONS,
    SERVICE_AGREEMENT_ACTION_LABELS,
    text('服务协议', 'Service agreements'),
  ),
  'serviceAgreement:read': text('服务协议：查看', 'Service agreements: read'),
  'serviceAgreement:readWords': text('服务协议：查看内容', 'Service agreements: read what they say'),
  'priceForm:read': text('价格核定表：查看', 'Price approvals: read'),
  'pricePolicy:read': text('价格核定权限：查看', 'Limits of price approval: read'),
  'pricePolicy:set': text('价格核定权限：设定', 'Limits of price approval: set'),
  'opportunity:read': text('商机：查看', 'Opportunities: read'),
  'opportunity:readWords': text('商机：查看内容', 'Opportunities: read what is said'),
  'opportunity:readFunnel': text('商机：查看漏斗', 'Opportunities: read the funnel'),
  'opportunityPolicy:read': text('商机规则：查看', 'Rules for opportunities: read'),
  'opportunityPolicy:set': text('商机规则：设定', 'Rules for opportunities: set'),
} as const

export const SALES_EVENT_LABELS = {
  ...prefixed<OpportunityAction, 'opportunity'>('opportunity', OPPORTUNITY_ACTIONS, OPPORTUNITY_EVENT_LABELS),
  ...prefixed<PriceFormAction, 'priceForm'>('priceForm', PRICE_FORM_ACTIONS, PRICE_FORM_EVENT_LABELS),
  ...prefixed<SalesProposalAction, 'salesProposal'>(
    'salesProposal',
    SALES_PROPOSAL_ACTIONS,
    SALES_PROPOSAL_EVENT_LABELS,
  ),
  ...prefixed<ServiceAgreementAction, 'serviceAgreement'>(
    'serviceAgreement',
    SERVICE_AGREEMENT_ACTIONS,
    SERVICE_AGREEMENT_EVENT_LABELS,
  ),
  'pricePolicy:set': text('设定了价格核定权限', 'set the limits of price approval'),
  'opportunityPolicy:set': text('设定了商机规则', 'set the rules for opportunities'),
} as const

export const SALES_SUBJECTS = ['opportunity', 'price_form', 'sales_proposal', 'service_agreement'] as const
export const SALES_CONFIGURATION_SUBJECTS = ['opportunity_policy', 'price_policy'] as const
export const SALES_SUBJECT_LABELS = {
  opportunity: text('商机', 'Opportunity'),
  price_form: text('价格核定表', 'Price approval'),
  sales_proposal: text('方案书', 'Proposal'),
  service_agreement: text('服务协议', 'Service agreement'),
  price_policy: text('价格核定权限', 'Limits of price approval'),
  opportunity_policy: text('商机规则', 'Rules for opportunities'),
} as const
