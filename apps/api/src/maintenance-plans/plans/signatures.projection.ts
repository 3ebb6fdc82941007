/** The signatures on whatever of a plan is signed, with its rounds and what their content hashes to. */
import { expression, many, values } from '../../reads/projection.ts'

const internal = { class: 'internal' } as const
const iso = (at: unknown): string | null => (at instanceof Date ? at.toISOString() : null)

export const SIGNATURES_OF_SUBJECT = {
  signatures: values('PlanSignature', {
    ...internal,
    sql: (alias) => `select o.meaning, s.name as "signerName",
        (select b.name from staff b where b.org_id = o.org_id and b.id = o.behalf_staff_id) as "onBehalfOf", o.role,
        to_char(o.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
        o.content_hash as "contentHash", o.proof_method as "proofMethod"
      from sign_off o join staff s on s.org_id = o.org_id and s.id = o.signer_id
     where o.org_id = ${alias}.org_id and o.subject_id = ${alias}.id order by o.at, o.id`,
    reference: (row, { rows }) => {
      const nameOf = (staffId: unknown) => rows('staff').find(({ id: its }) => its === staffId)?.name ?? null
      return rows('sign_off')
        .filter(({ subject_id }) => subject_id === row.id)
        .toSorted(
          (one_, other) =>
            Number(one_.at) - Number(other.at) || (String(one_.id) < String(other.id) ? -1 : 1),
        )
        .map((it) => ({
          meaning: it.meaning,
          signerName: nameOf(it.signer_id),
          onBehalfOf: nameOf(it.behalf_staff_id),
          role: it.role,
          at: iso(it.at),
          contentHash: it.content_hash,
          proofMethod: it.proof_method,
        }))
    },
  }),
  signings: many('Signing', {
    ...internal,
    foreign: 'subject_id',
    order: [['openedAt', 'desc']],
    typically: 1,
  }),
  contentHash: expression({
    ...internal,
    sql: (alias) => `(select g.content_hash from signing g where g.org_id = ${alias}.org_id
      and g.subject_id = ${alias}.id order by g.opened_at desc, g.id desc limit 1)`,
    reference: (row, { rows }) =>
      rows('signing')
        .filter(({ subject_id }) => subject_id === row.id)
        .toSorted(
          (one_, other) =>
            Number(other.opened_at) - Number(one_.opened_at) || (String(one_.id) > String(other.id) ? -1 : 1),
        )[0]?.content_hash ?? null,
  }),
}
