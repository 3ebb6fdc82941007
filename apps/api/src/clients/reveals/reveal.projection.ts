import { before, from, is, isIn, where } from '../../reads/filters.ts'
import { column, id, instant, one, projection } from '../../reads/projection.ts'
import { connectionRoot, objectRoot, plainRoot } from '../../reads/roots.ts'
import { ClientReveal, RevealPolicyEntity } from './reveal.entity.ts'

const internal = { class: 'internal' } as const

export const clientRevealProjection = projection('ClientReveal', {
  table: 'client_reveal',
  entity: ClientReveal,
  permission: 'reveal:read',
  fields: {
    id: id(),
    at: instant('at', internal),
    staff: one('Staff', { ...internal, by: 'staff_id' }),
    kind: column('kind', internal),
    client: one('Client', { ...internal, by: 'client_id' }),
    complaint: one('Complaint', { ...internal, by: 'complaint_id' }),
    lead: one('Lead', { ...internal, by: 'lead_id' }),
    fields: column('fields', internal),
    reason: column('reason', { class: 'personal' }),
    isBeyond: column('is_beyond', internal),
  },
})

export const revealPolicyProjection = projection('RevealPolicy', {
  table: 'reveal_policy',
  entity: RevealPolicyEntity,
  permission: 'revealPolicy:read',
  fields: {
    tellAbove: column('tell_above', internal),
    refuseAbove: column('refuse_above', internal),
    version: column('version', internal),
  },
})

const text = (value: unknown): string | null => String(value).trim() || null

export const revealRoots = {
  clientReveals: connectionRoot('ClientReveal', {
    filters: {
      staff: is('staff'),
      client: is('client'),
      kind: isIn('kind'),
      from: from('at'),
      before: before('at'),
      text: where({
        discloses: ['reason', 'client', 'complaint'],
        bind: text,
        sql: (alias, value) => `(
          position(${value}::text in ${alias}.reason) > 0
          or exists (select from client c$ where c$.org_id = ${alias}.org_id and c$.id = ${alias}.client_id and c$.code = ${value}::text)
          or exists (select from complaint m$ where m$.org_id = ${alias}.org_id and m$.id = ${alias}.complaint_id and m$.number = ${value}::text))`,
        reference: (row, given, { rows }) => {
          const wanted = text(given)
          return (
            wanted !== null &&
            (String(row.reason).includes(wanted) ||
              rows('client').some((it) => it.id === row.client_id && it.code === wanted) ||
              rows('complaint').some((it) => it.id === row.complaint_id && it.number === wanted))
          )
        },
      }),
    },
    orders: { NEWEST: [['at', 'desc']] },
  }),
  revealTallies: plainRoot(),
  revealPolicy: objectRoot('RevealPolicy', { filters: {} }),
}
