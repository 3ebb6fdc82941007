/** How plans are asked for: one, or a list with its filters. */
import { fromGlobalId } from '../../graphql/global-id.ts'
import { before, flag, from, is, isIn, where } from '../../reads/filters.ts'
import { connectionRoot, objectRoot, plainRoot } from '../../reads/roots.ts'
import { maySign, maySignRow } from '../../sign-off/may-sign.ts'

const words = (value: unknown): string => String(value).normalize('NFC').trim()

export const planRoots = {
  maintenancePlan: objectRoot('MaintenancePlan'),
  planRevision: objectRoot('PlanRevision'),
  // Compared by the domain, which reads both as a whole: no row is published.
  planDifference: plainRoot(),
  maintenancePlans: connectionRoot('MaintenancePlan', {
    filters: {
      search: where({
        discloses: ['title', 'number'],
        bind: words,
        sql: (alias, value) => `(${value}::text <> '' and (position(${value}::text in ${alias}.title) > 0
          or ${alias}.number = upper(${value}::text)))`,
        reference: (row, value) => {
          const wanted = words(value)
          return wanted !== '' && (String(row.title).includes(wanted) || row.number === wanted.toUpperCase())
        },
      }),
      kind: is('kind'),
      status: isIn('status'),
      owner: is('owner'),
      client: is('client'),
      project: isIn('project'),
      equipment: where({
        discloses: ['project'],
        bind: (value) => fromGlobalId('Equipment', String(value)) ?? null,
        sql: (alias, value) => `(${value}::uuid = any (${alias}.equipment_ids)) is true`,
        reference: (row, value) =>
          (row.equipment_ids as readonly unknown[]).includes(fromGlobalId('Equipment', String(value))),
      }),
      endsFrom: from('endsOn'),
      endsBefore: before('endsOn'),
      mine: flag({
        discloses: ['owner', 'draftedBy'],
        sql: (alias, actor) =>
          `(${alias}.owner_id = ${actor.staffId} or ${alias}.drafted_by_id = ${actor.staffId}) is true`,
        reference: (row, { actor }) =>
          actor !== undefined && (row.owner_id === actor.staffId || row.drafted_by_id === actor.staffId),
      }),
      /** An amendment, or a first revision, is on its way. */
      underway: flag({
        discloses: ['openRevision'],
        sql: (alias) => `(${alias}.open_revision_id is not null)`,
        reference: (row) => row.open_revision_id !== null,
      }),
      awaitsMe: flag({
        discloses: ['awaitsMe'],
        sql: (alias, actor) => `exists (select from signing_step s$ where s$.org_id = ${alias}.org_id
          and s$.subject_id = ${alias}.open_revision_id and s$.state = 'OPEN' and ${maySign('s$', actor)})`,
        reference: (row, reference) =>
          reference.actor !== undefined &&
          reference
            .rows('signing_step')
            .some(
              (step) =>
                step.subject_id === row.open_revision_id &&
                step.state === 'OPEN' &&
                maySignRow(step, reference.actor!.staffId, reference.actor!.personId, reference),
            ),
      }),
    },
    orders: {
      RECENTLY_CHANGED: [['updatedAt', 'desc']],
      ENDING_SOON: [['endsOn', 'asc']],
    },
  }),
}
