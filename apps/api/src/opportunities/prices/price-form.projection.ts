import { PRICE_FORM_FIELDS, PRICE_FORM_TRANSITIONS, type PriceLine } from '@steward/domain'
import { actions, column, expression, id, instant, one, projection, values } from '../../reads/projection.ts'
import { objectRoot } from '../../reads/roots.ts'
import { awaitsMe } from '../../sign-off/awaits-me.ts'
import { FACTS_OF_OPPORTUNITY } from '../opportunity.projection.ts'
import { PriceForm, PricePolicyEntity } from './price-form.entity.ts'

const F = PRICE_FORM_FIELDS
const internal = { class: 'internal' } as const

export const priceFormProjection = projection('PriceForm', {
  table: 'price_form',
  entity: PriceForm,
  permission: 'priceForm:read',
  facts: {
    ...FACTS_OF_OPPORTUNITY,
    status: 'status',
    preparedById: 'prepared_by_id',
    writerIds: 'writer_ids',
    reviewsOwed: 'reviews_owed',
    reviewerId: 'reviewer_id',
  },
  fields: {
    id: id(),
    number: column('number', F.number),
    opportunity: one('Opportunity', { ...internal, by: 'opportunity_id' }),
    status: column('status', F.status),
    revision: column('revision', F.revision),
    lines: values('PriceLine', {
      class: 'personal',
      sql: (alias) => `select l.line ->> 'service' as service, l.line ->> 'unit' as unit,
        (l.line ->> 'quantityHundredths')::bigint as "quantityHundredths", (l.line ->> 'listMinor')::bigint as "listMinor",
        (l.line ->> 'offeredMinor')::bigint as "offeredMinor", (l.line ->> 'costMinor')::bigint as "costMinor"
        from jsonb_array_elements(${alias}.lines) with ordinality l(line, nth) order by l.nth`,
      reference: ({ lines }) =>
        (lines as readonly PriceLine[]).map((line) => ({
          service: line.service,
          unit: line.unit,
          quantityHundredths: line.quantityHundredths,
          listMinor: line.listMinor,
          offeredMinor: line.offeredMinor,
          costMinor: line.costMinor,
        })),
    }),
    listMinor: column('list_minor', F.listMinor),
    offeredMinor: column('offered_minor', F.offeredMinor),
    costMinor: column('cost_minor', F.costMinor),
    note: column('note', F.note),
    draftedBy: one('Staff', { ...internal, by: 'drafted_by_id' }),
    draftedAt: instant('drafted_at', F.draftedAt),
    preparedBy: one('Staff', { ...internal, by: 'prepared_by_id' }),
    submittedAt: instant('submitted_at', F.submittedAt),
    decidedBy: one('Staff', { ...internal, by: 'decided_by_id' }),
    decidedAt: instant('decided_at', F.decidedAt),
    reason: column('reason', F.reason),
    awaitsMe: expression({ ...internal, ...awaitsMe }),
    availableActions: actions(PRICE_FORM_TRANSITIONS),
    version: column('version', internal),
  },
})

export const pricePolicyProjection = projection('PricePolicy', {
  table: 'price_policy',
  entity: PricePolicyEntity,
  permission: 'pricePolicy:read',
  fields: {
    supervisorDiscount: column('supervisor_discount', internal),
    supervisorMinor: column('supervisor_minor', internal),
    managerDiscount: column('manager_discount', internal),
    managerMinor: column('manager_minor', internal),
    directorDiscount: column('director_discount', internal),
    directorMinor: column('director_minor', internal),
    version: column('version', internal),
  },
})

export const priceFormRoots = {
  priceForm: objectRoot('PriceForm'),
  pricePolicy: objectRoot('PricePolicy', { filters: {} }),
}
