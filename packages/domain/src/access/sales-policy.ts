import type { SalesProposalAction } from '../opportunities/papers/sales-proposal.ts'
import type { ServiceAgreementAction } from '../opportunities/papers/service-agreement.ts'
import type { PriceFormAction } from '../opportunities/price-form.ts'
import type { OpportunityAction } from '../opportunities/vocabulary.ts'
import { AUDIT, everywhere, type Grants } from './grants.ts'

/** Those who lead what is sold: they see and assign all of it. */
const LEADERS = everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER')
const SUPERVISORS = everywhere('CR_SUPERVISOR', 'CS_MANAGER')
/** Sales their own; key account managers theirs, and whatever concerns their accounts. */
const SELLERS = { SALES: ['assigned'], KEY_ACCOUNT_MANAGER: ['assigned', 'accounts'] } as const
/** Whoever hears of it in a service contact writes it down, and sees what became of it. */
const HEARERS = { SERVICE_AGENT: ['own'], CR_SPECIALIST: ['own'] } as const
const READERS = {
  ...LEADERS,
  ...HEARERS,
  SALES: ['assigned', 'own'],
  KEY_ACCOUNT_MANAGER: ['assigned', 'accounts', 'own'],
} as const

const WORKING = { ...SUPERVISORS, ...SELLERS } as const

const OPPORTUNITY_VERBS = {
  'opportunity:open': {
    ...SUPERVISORS,
    ...HEARERS,
    SALES: ['assigned', 'own'],
    KEY_ACCOUNT_MANAGER: ['assigned', 'accounts', 'own'],
  },
  'opportunity:amend': WORKING,
  'opportunity:assign': everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR'),
  'opportunity:contact': SELLERS,
  'opportunity:propose': WORKING,
  'opportunity:quote': WORKING,
  'opportunity:agree': WORKING,
  'opportunity:win': WORKING,
  'opportunity:stepBack': WORKING,
  'opportunity:lose': WORKING,
  'opportunity:reopen': WORKING,
} as const satisfies Record<`opportunity:${OpportunityAction}`, Grants>

const DECIDERS = everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER')

/** 价格核定表. Up to which discount and sum each of the deciders may, the organization's own limits say. */
const PRICE_FORM_VERBS = {
  'priceForm:draft': WORKING,
  'priceForm:change': WORKING,
  'priceForm:submit': WORKING,
  'priceForm:review': everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR'),
  'priceForm:approve': DECIDERS,
  'priceForm:reject': DECIDERS,
  'priceForm:withdraw': WORKING,
} as const satisfies Record<`priceForm:${PriceFormAction}`, Grants>

/** 方案书: recorded by whoever works on the opportunity. */
const PROPOSAL_VERBS = {
  'salesProposal:make': WORKING,
  'salesProposal:change': WORKING,
  'salesProposal:send': WORKING,
  'salesProposal:accept': WORKING,
  'salesProposal:decline': WORKING,
  'salesProposal:withdraw': WORKING,
} as const satisfies Record<`salesProposal:${SalesProposalAction}`, Grants>

const APPROVERS = everywhere('CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER')

/** 服务协议. Who of these reviews and approves which, the signature policy says. */
const AGREEMENT_VERBS = {
  'serviceAgreement:make': WORKING,
  'serviceAgreement:change': WORKING,
  'serviceAgreement:submit': WORKING,
  'serviceAgreement:review': everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR'),
  'serviceAgreement:approve': APPROVERS,
  'serviceAgreement:reject': DECIDERS,
  'serviceAgreement:withdraw': WORKING,
  'serviceAgreement:sign': WORKING,
  'serviceAgreement:end': APPROVERS,
} as const satisfies Record<`serviceAgreement:${ServiceAgreementAction}`, Grants>

/** Opportunities 商机, and the rules by which they are weighed. */
export const OPPORTUNITIES = {
  'opportunity:read': { ...READERS, ...AUDIT },
  'opportunity:readWords': READERS,
  /** What all of them together came to. */
  'opportunity:readFunnel': { ...LEADERS, ...AUDIT },
  ...OPPORTUNITY_VERBS,
  /** Costs stand in it: those who only heard of the opportunity do not see it. */
  'priceForm:read': { ...LEADERS, ...AUDIT, ...SELLERS },
  ...PRICE_FORM_VERBS,
  'salesProposal:read': { ...LEADERS, ...AUDIT, ...SELLERS },
  /** An auditor sees that something was offered and what it comes to, not what it says. */
  'salesProposal:readWords': { ...LEADERS, ...SELLERS },
  ...PROPOSAL_VERBS,
  'serviceAgreement:read': { ...LEADERS, ...AUDIT, ...SELLERS },
  'serviceAgreement:readWords': { ...LEADERS, ...SELLERS },
  ...AGREEMENT_VERBS,
  'pricePolicy:read': { ...LEADERS, ...AUDIT, ...everywhere('ADMIN', 'SALES', 'KEY_ACCOUNT_MANAGER') },
  /** Nobody widens their own limit. */
  'pricePolicy:set': everywhere('GENERAL_MANAGER'),
  'opportunityPolicy:read': {
    ...LEADERS,
    ...AUDIT,
    ...everywhere('ADMIN', 'SALES', 'KEY_ACCOUNT_MANAGER', 'SERVICE_AGENT', 'CR_SPECIALIST'),
  },
  'opportunityPolicy:set': everywhere('ADMIN', 'CS_MANAGER'),
} as const satisfies Record<string, Grants>
