import type { DunningAction } from '../money/dunning.ts'
import type { ReconciliationAction } from '../money/reconciliation.ts'
import type { PaymentAction, ReceivableAction } from '../money/vocabulary.ts'
import { ACCOUNTS, AUDIT, everywhere, SITE, type Grants } from './grants.ts'

/** Those who decide with money in view, everywhere; on site and for accounts as far as they answer. */
const SEEING_AMOUNTS = {
  ...everywhere(
    'FINANCE',
    'GENERAL_MANAGER',
    'GM_OFFICE',
    'CS_DIRECTOR',
    'CS_MANAGER',
    'CR_SUPERVISOR',
    'CR_SPECIALIST',
  ),
  ...SITE,
  ...ACCOUNTS,
} as const
const FINANCE = everywhere('FINANCE')
/** Those to whom a client talks about money. */
const HEARERS = { ...everywhere('CR_SPECIALIST'), ...SITE, ...ACCOUNTS } as const

/** What clients owe and pay. Agents see that something is open and since when; amounts are for those above. Technicians, clerks and administrators see nothing of it. */
export const MONEY = {
  'receivable:read': { ...SEEING_AMOUNTS, ...everywhere('SERVICE_AGENT'), ...AUDIT },
  'receivable:readAmounts': { ...SEEING_AMOUNTS, ...AUDIT },
  /** Free text beside an amount, and who paid: it may name people. */
  'receivable:readNotes': SEEING_AMOUNTS,
  'payment:read': { ...SEEING_AMOUNTS, ...AUDIT },
  'receivable:register': FINANCE,
  'receivable:registerMany': FINANCE,
  'receivable:void': FINANCE,
  'payment:record': FINANCE,
  'payment:allocate': FINANCE,
  'payment:reverse': FINANCE,
  'reconciliation:read': { ...SEEING_AMOUNTS, ...AUDIT },
  'reconciliation:issue': FINANCE,
  'reconciliation:send': FINANCE,
  'reconciliation:markTold': FINANCE,
  'reconciliation:resend': FINANCE,
  /** What the client says of a statement is taken down by whoever hears it. */
  'reconciliation:confirm': { ...FINANCE, ...HEARERS },
  'reconciliation:dispute': { ...FINANCE, ...HEARERS },
  'reconciliation:answer': FINANCE,
  'dunning:read': { ...SEEING_AMOUNTS, ...AUDIT },
  'dunning:readRules': everywhere(
    'FINANCE',
    'GENERAL_MANAGER',
    'CS_DIRECTOR',
    'CS_MANAGER',
    'CR_SUPERVISOR',
    'AUDITOR',
  ),
  'dunning:take': { ...FINANCE, ...HEARERS },
  'dunning:hold': { ...FINANCE, ...everywhere('CS_MANAGER', 'CR_SUPERVISOR') },
  'dunning:lift': { ...FINANCE, ...everywhere('CS_MANAGER', 'CR_SUPERVISOR') },
  'dunning:setStep': FINANCE,
} as const satisfies Record<`receivable:${ReceivableAction}`, Grants> &
  Record<`reconciliation:${ReconciliationAction}`, Grants> &
  Record<`dunning:${DunningAction}`, Grants> &
  Record<`payment:${PaymentAction}`, Grants> &
  Record<string, Grants>
