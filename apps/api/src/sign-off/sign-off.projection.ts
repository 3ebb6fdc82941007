import { column, id, instant, one, projection, type Fact } from '../reads/projection.ts'
import { plainRoot } from '../reads/roots.ts'
import { SignOff } from './sign-off.entity.ts'
import { FACTS_OF_CASE } from './signing.projection.ts'

const internal = { class: 'internal' } as const
/** Of the case that was signed, else of the hand-over. */
const ofEither = (ofTheCase: string, ofHandover: string): Fact => ({
  sql: (alias) => `coalesce(
    (select c$.${ofTheCase} from complaint c$ where c$.org_id = ${alias}.org_id and c$.id = ${alias}.subject_id),
    (select h$.${ofHandover} from handover h$ where h$.org_id = ${alias}.org_id and h$.id = ${alias}.subject_id))`,
  reference: ({ subject_id }, { rows }) =>
    rows('complaint').find(({ id: its }) => its === subject_id)?.[ofTheCase] ??
    rows('handover').find(({ id: its }) => its === subject_id)?.[ofHandover] ??
    null,
})

/** A sign-off is read by those who read the case it stands on, or who gave or took over what was handed over. */
export const signOffProjection = projection('SignOff', {
  table: 'sign_off',
  prefix: 'sgn',
  entity: SignOff,
  permission: 'signOff:read',
  facts: {
    ...FACTS_OF_CASE,
    registeredById: ofEither('registered_by_id', 'giver_id'),
    assigneeId: ofEither('assignee_id', 'answered_by_id'),
  },
  fields: {
    id: id(),
    meaning: column('meaning', internal),
    signer: one('Staff', { ...internal, by: 'signer_id' }),
    role: column('role', internal),
    at: instant('at', internal),
    revision: column('revision', internal),
    contentHash: column('content_hash', internal),
    amountMinor: column('amount_minor', { class: 'internal', permission: 'complaint:readAmounts' }),
    proofMethod: column('proof_method', internal),
    provedAt: instant('proof_at', internal),
    part: column('part', internal),
    step: column('step', internal),
    onBehalfOf: one('Staff', { ...internal, by: 'behalf_staff_id' }),
    signing: one('Signing', { ...internal, by: 'signing_id' }),
    comment: column('comment', { class: 'personal', permission: 'complaint:readInvestigation' }),
  },
})

export const signatureRoots = { signatureRequests: plainRoot(), signatureProofRules: plainRoot() }
