import type { PlanTaskAction } from '../maintenance-plans/task-vocabulary.ts'
import type { PlanAction } from '../maintenance-plans/vocabulary.ts'
import { ACCOUNTS, AUDIT, everywhere, HEADQUARTERS, SITE, type Grants } from './grants.ts'

const READERS = { ...HEADQUARTERS, ...SITE, ...ACCOUNTS } as const
/** The supervisor writes plans for clients, whoever answers for a project those for its facilities. */
const WRITERS = { ...everywhere('CR_SUPERVISOR'), ...SITE } as const
const MANAGERS = everywhere('CS_MANAGER', 'CS_DIRECTOR')
const DECIDERS = everywhere('CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER')
/** Whoever is to do it; a technician sees their own and nothing around them. */
const DOERS = {
  ...everywhere('CR_SUPERVISOR', 'CS_MANAGER'),
  ...SITE,
  CR_SPECIALIST: ['assigned'],
  SERVICE_AGENT: ['assigned'],
  KEY_ACCOUNT_MANAGER: ['assigned'],
  TECHNICIAN: ['assigned'],
} as const
const LEADERS = { ...everywhere('CR_SUPERVISOR', 'CS_MANAGER'), ...SITE } as const

/** Maintenance plans 维护方案 and their tasks. Who prepares, reviews and approves, the signature policy names among these. */
export const PLANS = {
  'plan:read': { ...READERS, ...everywhere('FINANCE'), ...AUDIT },
  'plan:readBudget': { ...READERS, ...everywhere('FINANCE'), ...AUDIT },
  /** What is said of clients: gaps, measures, comments, reasons. Finance reads what it costs. */
  'plan:readWords': { ...READERS, ...AUDIT },
  'plan:comment': READERS,
  'plan:resolveComment': READERS,
  'plan:draft': WRITERS,
  'plan:change': WRITERS,
  'plan:submit': WRITERS,
  'plan:review': MANAGERS,
  'plan:approve': DECIDERS,
  'plan:return': DECIDERS,
  'plan:withdraw': WRITERS,
  'plan:amend': WRITERS,
  'plan:evaluate': WRITERS,
  'plan:complete': MANAGERS,
  'plan:cancel': WRITERS,
  'plan:spend': { ...everywhere('CR_SUPERVISOR', 'FINANCE'), ...SITE },
  'plan:askOverrun': WRITERS,
  'plan:decompose': WRITERS,
  'plan:stopDecomposition': WRITERS,
  'plan:approveOverrun': everywhere('CS_DIRECTOR', 'GENERAL_MANAGER'),
  /** How much more than approved may be spent: whoever reads a budget reads it. */
  'planPolicy:read': {
    ...HEADQUARTERS,
    ...everywhere('SITE_MANAGER', 'KEY_ACCOUNT_MANAGER', 'FINANCE'),
    ...AUDIT,
  },
  'planPolicy:set': everywhere('CS_DIRECTOR', 'GENERAL_MANAGER'),
  'planTask:read': {
    ...HEADQUARTERS,
    ...SITE,
    KEY_ACCOUNT_MANAGER: ['assigned', 'accounts'],
    SERVICE_AGENT: ['assigned'],
    TECHNICIAN: ['assigned'],
    ...AUDIT,
  },
  'planTask:assign': LEADERS,
  'planTask:reschedule': DOERS,
  'planTask:start': DOERS,
  'planTask:complete': DOERS,
  'planTask:confirm': LEADERS,
  'planTask:return': LEADERS,
  'planTask:cancel': LEADERS,
  'planTask:addEvidence': DOERS,
  'planTask:removeEvidence': DOERS,
} as const satisfies Record<`plan:${PlanAction}` | `planTask:${PlanTaskAction}`, Grants> &
  Record<string, Grants>
