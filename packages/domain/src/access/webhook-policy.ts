import type { WebhookAction } from '../webhooks/webhook.ts'
import { ADMINISTRATION, everywhere, type Grants } from './grants.ts'

/** What partners' systems are told, and whether it arrives: ids and states of their own cases, so no more than their program reads. */
export const WEBHOOKS = {
  'webhook:read': everywhere('ADMIN', 'AUDITOR'),
  'webhook:add': ADMINISTRATION,
  'webhook:change': ADMINISTRATION,
  'webhook:pause': ADMINISTRATION,
  'webhook:resume': ADMINISTRATION,
  'webhook:rotateSecret': ADMINISTRATION,
  'webhook:test': ADMINISTRATION,
  'webhook:replay': ADMINISTRATION,
  'webhook:replayFailed': ADMINISTRATION,
  'webhook:archive': ADMINISTRATION,
} as const satisfies Record<`webhook:${WebhookAction}`, Grants> & Record<string, Grants>
