import { RECEPTION_FIELDS, type EarlierReception } from '@steward/domain'
import { before, flag, from, is, isIn } from '../../reads/filters.ts'
import { column, day, id, instant, one, projection, values } from '../../reads/projection.ts'
import { connectionRoot, objectRoot } from '../../reads/roots.ts'
import { OF_CLIENT } from '../contacts/contact.projection.ts'
import { Reception } from './reception.entity.ts'

const F = RECEPTION_FIELDS

export const receptionProjection = projection('Reception', {
  table: 'reception',
  entity: Reception,
  permission: 'reception:read',
  facts: { ...OF_CLIENT, registeredById: 'recorded_by_id' },
  fields: {
    id: id(),
    client: one('Client', { ...F.clientId, by: 'client_id' }),
    channel: column('channel', F.channel),
    direction: column('direction', F.direction),
    purpose: column('purpose', F.purpose),
    words: column('words', F.words),
    contact: one('ClientContact', { ...F.contactId, by: 'contact_id' }),
    member: one('ClientMember', { ...F.memberId, by: 'member_id' }),
    result: column('result', F.result),
    nextStep: column('next_step', F.nextStep),
    nextOn: day('next_on', F.nextOn),
    nextDoneAt: instant('next_done_at', F.nextDoneAt),
    nextDoneBy: one('Staff', { ...F.nextDoneById, by: 'next_done_by_id' }),
    nextOutcome: column('next_outcome', F.nextOutcome),
    at: instant('at', F.at),
    recordedBy: one('Staff', { ...F.recordedById, by: 'recorded_by_id' }),
    recordedAt: instant('recorded_at', F.recordedAt),
    complaint: one('Complaint', { ...F.complaintId, by: 'complaint_id' }),
    earlier: values('EarlierReception', {
      ...F.earlier,
      sql: (alias) =>
        `select r.* from jsonb_to_recordset(${alias}.earlier) as r("until" text, "words" text, "result" text, "nextStep" text)`,
      reference: (row) => row.earlier as readonly EarlierReception[],
    }),
    version: column('version', F.version),
  },
})

/** Their own, and those that colleagues have noted of clients whom they answer for. */
const concernsMe = flag({
  discloses: [],
  sql: (alias, actor) =>
    `(${alias}.recorded_by_id = ${actor.staffId} or exists (select from client m$ where m$.org_id = ${alias}.org_id
      and m$.id = ${alias}.client_id and m$.key_account_manager_id = ${actor.staffId}))`,
  reference: (row, { rows, actor }) =>
    actor !== undefined &&
    (row.recorded_by_id === actor.staffId ||
      rows('client').some(
        ({ id: client, key_account_manager_id: manager }) =>
          client === row.client_id && manager === actor.staffId,
      )),
})

export const receptionRoots = {
  reception: objectRoot('Reception'),
  receptions: connectionRoot('Reception', {
    filters: {
      client: is('client'),
      recordedBy: is('recordedBy'),
      concernsMe,
      channel: isIn('channel'),
      purpose: isIn('purpose'),
      from: from('at'),
      before: before('at'),
      nextOpen: flag({
        discloses: ['nextOn', 'nextDoneAt'],
        sql: (alias) => `${alias}.next_on is not null and ${alias}.next_done_at is null`,
        reference: (row) => row.next_on !== null && row.next_done_at === null,
      }),
      nextBefore: before('nextOn'),
    },
    orders: { NEWEST: [['at', 'desc']], DUE: [['nextOn', 'asc']] },
  }),
}
