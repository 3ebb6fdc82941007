import type { EvaluationAction, GradingCycleAction } from '../grading/cycles/vocabulary.ts'
import { ACCOUNTS, AUDIT, everywhere, HEADQUARTERS, SITE, type Grants } from './grants.ts'

const SUPERVISOR = everywhere('CR_SUPERVISOR')
const MANAGERS = everywhere('CS_MANAGER', 'CS_DIRECTOR')
/** Those who answer for a client, and so may have to say why. */
const ANSWERING = { ...HEADQUARTERS, ...SITE, ...ACCOUNTS } as const

/**
 * Cycles, evaluations and directories. The grade is shown to those who decide what a client is given; never to technicians, clerks or
 * programs, and so on no way out.
 */
export const GRADING_CYCLES = {
  'gradingCycle:read': { ...HEADQUARTERS, ...AUDIT },
  'gradingCycle:open': SUPERVISOR,
  'gradingCycle:score': SUPERVISOR,
  'gradingCycle:prepare': everywhere('CR_SPECIALIST', 'CR_SUPERVISOR'),
  'gradingCycle:review': everywhere('QUALITY', 'GM_OFFICE'),
  'gradingCycle:approve': MANAGERS,
  'gradingCycle:reject': { ...MANAGERS, ...everywhere('QUALITY') },
  'gradingCycle:publish': SUPERVISOR,
  'gradingCycle:cancel': { ...SUPERVISOR, ...everywhere('CS_MANAGER') },
  'evaluation:read': { ...ANSWERING, ...AUDIT },
  'evaluation:print': ANSWERING,
  'evaluation:override': SUPERVISOR,
  'evaluation:decideOverride': MANAGERS,
  /** For the client, by who speaks with them. */
  'evaluation:appeal': { ...everywhere('CR_SPECIALIST', 'CR_SUPERVISOR'), ...SITE, ...ACCOUNTS },
  'evaluation:decideAppeal': MANAGERS,
  'client:readGrade': {
    ...ANSWERING,
    ...everywhere('SERVICE_AGENT'),
    ...AUDIT,
    SALES: ['accounts'],
  },
  'gradingDue:read': { ...HEADQUARTERS, ...AUDIT },
  'gradingPolicy:read': { ...HEADQUARTERS, ...AUDIT },
  'gradingPolicy:set': everywhere('CS_MANAGER'),
} as const satisfies Record<`gradingCycle:${GradingCycleAction}` | `evaluation:${EvaluationAction}`, Grants> &
  Record<string, Grants>
