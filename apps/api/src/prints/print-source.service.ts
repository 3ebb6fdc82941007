/** What every printed form needs to know of its subject: the newest signing that stands, who signed, the names of ids. */
import type { Meaning, Role, SignatureProof } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { CommitmentSalt } from '../sign-off/sign-off.entity.ts'
import { SigningEntity } from '../sign-off/signing.entity.ts'
import type { PrintedSignature } from './printed-form.ts'
import { openSigned, type OpenedLeaf } from './signed-values.ts'

const SIGNED = `
select o.meaning, o.role, o.at, o.proof_method as proof, o.comment, s.name, b.name as behalf
  from sign_off o
  join staff s on s.org_id = o.org_id and s.id = o.signer_id
  left join staff b on b.org_id = o.org_id and b.id = o.behalf_staff_id
 where o.org_id = $1 and o.subject_id = $2 and (o.signing_id = $3 or ($4 and o.signing_id is null))
 order by o.at, o.step nulls last`

interface SignedRow {
  readonly meaning: Meaning
  readonly role: Role
  readonly at: Date
  readonly proof: SignatureProof
  readonly comment: string | null
  readonly name: string
  readonly behalf: string | null
}

export interface Subject {
  readonly orgId: string
  readonly subjectId: string
}

/** The newest round over a subject that is open or complete. */
export const standingSigning = async (
  manager: EntityManager,
  { orgId, subjectId }: Subject,
): Promise<SigningEntity | undefined> => {
  const [newest] = await manager.find(SigningEntity, {
    where: { orgId, subjectId },
    order: { openedAt: 'DESC', id: 'DESC' },
    take: 1,
  })
  return newest?.state === 'OPEN' || newest?.state === 'COMPLETED' ? newest : undefined
}

/** The signatures of a round. @param alone also those that stand by themselves, such as that it is obsolete */
export const signaturesOf = async (
  manager: EntityManager,
  { orgId, subjectId }: Subject,
  signing: SigningEntity | undefined,
  clock: Clock,
  alone = false,
): Promise<readonly PrintedSignature[]> => {
  const rows = await manager.query<SignedRow[]>(SIGNED, [orgId, subjectId, signing?.id ?? null, alone])
  return rows.map(({ at, ...row }) => ({ ...row, at: clock.minute(at) }))
}

/** What was signed in a round, opened by the record as it is now. */
export const openedContent = async (
  manager: EntityManager,
  signing: SigningEntity,
  current: object,
): Promise<readonly OpenedLeaf[]> => {
  const { orgId, id: ownerId } = signing
  const salts = await manager.findBy(CommitmentSalt, { orgId, ownerId })
  return openSigned(signing.content, new Map(salts.map(({ path, salt }) => [path, salt])), current)
}

/** Times as the organization's clocks show them. */
export interface Clock {
  /** `2026-11-23`. */
  day(at: Date): string
  /** `2026-11-23 14:05`. */
  minute(at: Date): string
}

const clockIn = (timeZone: string): Clock => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return { day: (at) => format.format(at).slice(0, 10), minute: (at) => format.format(at) }
}

export interface House {
  readonly name: string
  readonly currency: string
  readonly clock: Clock
}

export const houseOf = async (manager: EntityManager, orgId: string): Promise<House> => {
  const { name, currency, timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  return { name, currency, clock: clockIn(timeZone) }
}
