import type { Role } from '../access/roles.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import { HELD_LEAD_STATUSES, OPEN_LEAD_STATUSES, type LeadAction, type LeadStatus } from './vocabulary.ts'

type Row = Transition<LeadStatus, LeadAction>

const row = (
  action: LeadAction,
  from: readonly LeadStatus[],
  to: LeadStatus | 'SAME',
  accountable: Role,
): Row => ({ action, from, to, accountable, requires: [], permission: `lead:${action}` })

/** From where to where a lead goes, by which verb. What the clock does (back to the pool) is no verb. */
export const LEAD_TRANSITIONS: readonly Row[] = [
  row('open', [], 'NEW', 'SALES'),
  row('claim', ['NEW'], 'ASSIGNED', 'SALES'),
  row('assign', ['NEW'], 'ASSIGNED', 'CR_SUPERVISOR'),
  row('assign', HELD_LEAD_STATUSES, 'SAME', 'CR_SUPERVISOR'),
  row('contact', ['ASSIGNED'], 'CONTACTED', 'SALES'),
  row('contact', ['CONTACTED', 'QUALIFIED'], 'SAME', 'SALES'),
  row('qualify', ['CONTACTED'], 'QUALIFIED', 'SALES'),
  row('convert', ['QUALIFIED'], 'CONVERTED', 'SALES'),
  row('amend', OPEN_LEAD_STATUSES, 'SAME', 'SALES'),
  row('release', HELD_LEAD_STATUSES, 'NEW', 'SALES'),
  row('lose', OPEN_LEAD_STATUSES, 'LOST', 'SALES'),
]
