import { column, projection } from '../../reads/projection.ts'
import { objectRoot } from '../../reads/roots.ts'
import { AgreementPolicyEntity } from './agreement-policy.entity.ts'

const internal = { class: 'internal' } as const

export const agreementPolicyProjection = projection('AgreementPolicy', {
  table: 'agreement_policy',
  entity: AgreementPolicyEntity,
  permission: 'agreementPolicy:read',
  fields: {
    moneyFromMinor: column('money_from_minor', internal),
    worksFromMinor: column('works_from_minor', internal),
    version: column('version', internal),
  },
})

export const agreementPolicyRoots = {
  /** The one row of the organization; null: the defaults of the house. */
  agreementPolicy: objectRoot('AgreementPolicy', { filters: {} }),
}
