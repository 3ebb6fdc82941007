/** What goes over the line: ids, number, status. Whoever is told reads the rest through the API, by their own rights. */
import { randomBytes } from 'node:crypto'
import { WEBHOOK_TEST_EVENT, type Status, type WebhookEvent } from '@steward/domain'
import { toGlobalId } from '../graphql/global-id.ts'

export interface ToldCase {
  readonly id: string
  readonly number: string
  /** What the step led to, whatever has come since. */
  readonly status: Status
  /** Of the case after the step: a receiver drops what is older than what it knows. */
  readonly version: number | null
}

export const caseBody = (type: WebhookEvent, at: Date, { id, number, status, version }: ToldCase): string =>
  JSON.stringify({
    type,
    timestamp: at.toISOString(),
    data: { id: toGlobalId('Complaint', id), number, status, version },
  })

export const testBody = (at: Date, endpointId: string): string =>
  JSON.stringify({
    type: WEBHOOK_TEST_EVENT,
    timestamp: at.toISOString(),
    data: { id: toGlobalId('WebhookEndpoint', endpointId) },
  })

/** 256 random bits, in the form that libraries of Standard Webhooks take. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** The place for which the vault seals a secret. */
export const secretPlace = ({ orgId, id }: { readonly orgId: string; readonly id: string }): string =>
  `${orgId}|webhook_secret|${id}`
