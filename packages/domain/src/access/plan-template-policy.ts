import type { PlanProposalAction, PlanTemplateAction } from '../maintenance-plans/template-vocabulary.ts'
import { ACCOUNTS, AUDIT, everywhere, HEADQUARTERS, type Grants } from './grants.ts'

/** A template is the company's, not a project's: the office that writes plans keeps those for clients, the one that passes rules those for machines. */
const KEEPERS = everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'GM_OFFICE')

/** Templates of plans name no client; whoever writes plans reads them, on site too. */
export const PLAN_TEMPLATES = {
  'planTemplate:read': { ...HEADQUARTERS, ...everywhere('SITE_MANAGER', 'KEY_ACCOUNT_MANAGER'), ...AUDIT },
  'planTemplate:add': KEEPERS,
  'planTemplate:revise': KEEPERS,
  'planTemplate:retire': KEEPERS,
} as const satisfies Record<'planTemplate:read' | `planTemplate:${PlanTemplateAction}`, Grants>

/** A proposal tells a client's grade: who may read grades. Taking one drafts a plan, so it is for who writes plans. */
export const PLAN_PROPOSALS = {
  'planProposal:read': {
    ...everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER'),
    ...ACCOUNTS,
    ...AUDIT,
  },
  'planProposal:take': everywhere('CR_SUPERVISOR'),
  'planProposal:takeAll': everywhere('CR_SUPERVISOR'),
  'planProposal:dismiss': everywhere('CR_SUPERVISOR', 'CS_MANAGER'),
} as const satisfies Record<'planProposal:read' | `planProposal:${PlanProposalAction}`, Grants>
