import type { PlanSummaryAction } from '../maintenance-plans/summary-vocabulary.ts'
import { ACCOUNTS, AUDIT, everywhere, HEADQUARTERS, SITE, type Grants } from './grants.ts'

const READERS = { ...HEADQUARTERS, ...SITE, ...ACCOUNTS, ...AUDIT } as const
/** The specialist writes what became of clients, whoever answers for a project what became of its facilities. */
const WRITERS = { ...everywhere('CR_SPECIALIST', 'CR_SUPERVISOR'), ...SITE } as const
const DECIDERS = everywhere('CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER')

/** What became of plans. Who prepares, reviews and approves, the signature policy names among these. */
export const PLAN_EVALUATION = {
  'planSummary:read': READERS,
  'planSummary:draft': WRITERS,
  'planSummary:change': WRITERS,
  'planSummary:submit': WRITERS,
  'planSummary:review': everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR'),
  'planSummary:approve': DECIDERS,
  'planSummary:return': { ...DECIDERS, ...everywhere('CR_SUPERVISOR') },
  'planLesson:read': READERS,
} as const satisfies Record<`planSummary:${PlanSummaryAction}`, Grants> & Record<string, Grants>
