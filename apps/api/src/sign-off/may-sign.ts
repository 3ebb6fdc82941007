/** Who can give the signature that a step waits for: told in SQL, and again over plain rows for the readers' oracle. */
import { UNDELEGATED_KINDS } from '@steward/domain'
import type { Reference, Row } from '../reads/projection.ts'

/** A person as the statement knows them: expressions of a staff id and of their natural person's. */
interface Person {
  readonly staffId: string
  readonly personId: string
}

const rolesOf = (step: string, staffId: string): string =>
  `array(select r.role from staff_role r where r.org_id = ${step}.org_id and r.staff_id = ${staffId})`

/** The highest limit of authority of a member of staff for the cause of the case that the step is about: the domain's `limitFor`. */
const limitOf = (step: string, staffId: string): string => `
coalesce((select max(m.limit_minor) from staff_role r
  join lateral (select l.limit_minor from authority_limit l
    where l.org_id = r.org_id and l.role = r.role and (l.cause is null or l.cause =
      (select c.cause from complaint c where c.org_id = ${step}.org_id and c.id = ${step}.subject_id))
    order by l.cause nulls last limit 1) m on true
  where r.org_id = ${step}.org_id and r.staff_id = ${staffId}), 0)`

/** The role is asked and the amount within authority. */
const hasRight = (step: string, staffId: string): string =>
  `(${step}.roles && ${rolesOf(step, staffId)} and coalesce(${step}.asked_staff_id = ${staffId}, true)
    and (${step}.amount_minor is null or ${step}.meaning <> 'APPROVED' or ${step}.amount_minor <= ${limitOf(step, staffId)}))`

/** No hand in another step of the part. */
const isFree = (step: string, personId: string): string =>
  `not exists (select from sign_off_person p where p.org_id = ${step}.org_id and p.signing_id = ${step}.signing_id
    and p.part in (0, ${step}.part) and p.person_id = ${personId})`

/** A member of staff can sign the step themselves. */
export const maySign = (step: string, { staffId, personId }: Person): string =>
  `(${hasRight(step, staffId)} and ${isFree(step, personId)})`

/** Delegations `d` to a member of staff that hold now, and by which they can sign the step; `g` is who gave each. */
export const delegationsFor = (step: string, { staffId, personId }: Person): string => `
  from delegation d
  join staff g on g.org_id = d.org_id and g.id = d.giver_id and g.disabled_at is null
  join signing n on n.org_id = d.org_id and n.id = ${step}.signing_id
 where d.org_id = ${step}.org_id and d.receiver_id = ${staffId} and d.revoked_at is null
   and d.starts_at <= clock_timestamp() and d.ends_at > clock_timestamp() and n.kind = any(d.kinds)
   and n.kind not in (${UNDELEGATED_KINDS.map((kind) => `'${kind}'`).join(', ')})
   and (d.most_minor is null or ${step}.amount_minor is null or ${step}.amount_minor <= d.most_minor)
   and ${isFree(step, personId)} and ${hasRight(step, 'd.giver_id')} and ${isFree(step, 'd.giver_person_id')}`

/** …or for somebody who gave them a delegation that holds now. */
export const mayActFor = (step: string, person: Person): string => `
exists (select ${delegationsFor(step, person)})`

const held = (step: Row, staffId: unknown, { rows }: Reference): readonly unknown[] =>
  rows('staff_role')
    .filter((it) => it.staff_id === staffId)
    .map(({ role }) => role)

const limit = (step: Row, staffId: unknown, reference: Reference): number => {
  const cause = reference.rows('complaint').find(({ id }) => id === step.subject_id)?.cause ?? null
  const limits = held(step, staffId, reference).map((role) => {
    const ofRole = reference.rows('authority_limit').filter((it) => it.role === role)
    const row =
      ofRole.find((it) => cause !== null && it.cause === cause) ?? ofRole.find((it) => it.cause === null)
    return Number(row?.limit_minor ?? 0)
  })
  return Math.max(0, ...limits)
}

const right = (step: Row, staffId: unknown, reference: Reference): boolean =>
  (step.asked_staff_id === null || step.asked_staff_id === staffId) &&
  (step.roles as unknown[]).some((role) => held(step, staffId, reference).includes(role)) &&
  (step.amount_minor === null ||
    step.meaning !== 'APPROVED' ||
    Number(step.amount_minor) <= limit(step, staffId, reference))

const free = (step: Row, personId: unknown, { rows }: Reference): boolean =>
  !rows('sign_off_person').some(
    (it) =>
      it.signing_id === step.signing_id &&
      it.person_id === personId &&
      (it.part === 0 || it.part === step.part),
  )

/** The same over rows. */
export const maySignRow = (step: Row, staffId: unknown, personId: unknown, reference: Reference): boolean =>
  right(step, staffId, reference) && free(step, personId, reference)

/** The same delegations over rows. */
export const delegationRowsFor = (
  step: Row,
  staffId: unknown,
  personId: unknown,
  reference: Reference,
): readonly Row[] => {
  const { now, rows } = reference
  const kind = rows('signing').find(({ id }) => id === step.signing_id)?.kind
  const stands = (it: Row) =>
    it.receiver_id === staffId &&
    it.revoked_at === null &&
    (it.starts_at as Date) <= now &&
    (it.ends_at as Date) > now &&
    (it.kinds as unknown[]).includes(kind) &&
    !(UNDELEGATED_KINDS as readonly unknown[]).includes(kind) &&
    (it.most_minor === null ||
      step.amount_minor === null ||
      Number(step.amount_minor) <= Number(it.most_minor)) &&
    rows('staff').some((giver) => giver.id === it.giver_id && giver.disabled_at === null) &&
    maySignRow(step, it.giver_id, it.giver_person_id, reference)
  return free(step, personId, reference) ? rows('delegation').filter(stands) : []
}

export const mayActForRow = (step: Row, staffId: unknown, personId: unknown, reference: Reference): boolean =>
  delegationRowsFor(step, staffId, personId, reference).length > 0

export const byText = (one: unknown, other: unknown): number =>
  Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)))

/** Of a step `s` and a member of staff `t`: they can sign it themselves. */
export const ABLE = `t.disabled_at is null and ${maySign('s', { staffId: 't.id', personId: 't.person_id' })}`

/** Those who can sign an open step, by name; nobody there is what an overseer must see. */
export const able = (step: Row, reference: Reference): readonly Row[] =>
  step.state === 'OPEN'
    ? reference
        .rows('staff')
        .filter((it) => it.disabled_at === null && maySignRow(step, it.id, it.person_id, reference))
        .toSorted((one, other) => byText(one.name, other.name) || byText(one.id, other.id))
    : []

/** The steps of a signing that wait. */
export const openSteps = ({ rows }: Reference, row: Row): readonly Row[] =>
  rows('signing_step')
    .filter((it) => it.signing_id === row.id && it.state === 'OPEN')
    .toSorted((one, other) => Number(one.position) - Number(other.position))
