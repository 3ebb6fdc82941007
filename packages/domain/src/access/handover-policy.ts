import type { HandoverAction } from '../handovers/vocabulary.ts'
import { everywhere, type Grants } from './grants.ts'

/** Those who can answer for a case, and so give and take. Of a hand-over, `own` is what I gave, `department` what is offered to mine. */
const HANDS = [
  'GENERAL_MANAGER',
  'GM_OFFICE',
  'CS_DIRECTOR',
  'CS_MANAGER',
  'CR_SUPERVISOR',
  'CR_SPECIALIST',
  'SERVICE_AGENT',
  'QUALITY',
  'KEY_ACCOUNT_MANAGER',
  'SITE_MANAGER',
  'TECHNICIAN',
] as const

const each = <const S extends Grants[keyof Grants]>(scopes: S) =>
  Object.fromEntries(HANDS.map((role) => [role, scopes])) as unknown as Record<(typeof HANDS)[number], S>

const GIVER = each(['own'])
const RECEIVER = each(['mine', 'department'])
const PARTIES = each(['own', 'mine', 'department'])
/** Those who see to it that nothing stays between two shifts. */
const OVERSEERS = everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GM_OFFICE', 'GENERAL_MANAGER')

export const HANDOVERS = {
  'handover:read': { ...PARTIES, ...OVERSEERS, ...everywhere('AUDITOR') },
  /** What people wrote, and what the case is about. */
  'handover:readRemarks': { ...PARTIES, ...OVERSEERS },
  'handover:offer': everywhere(...HANDS),
  'handover:accept': RECEIVER,
  'handover:decline': RECEIVER,
  'handover:takeBack': GIVER,
  'handover:ask': RECEIVER,
  'handover:reply': GIVER,
} as const satisfies Record<`handover:${HandoverAction}` | 'handover:read' | 'handover:readRemarks', Grants>
