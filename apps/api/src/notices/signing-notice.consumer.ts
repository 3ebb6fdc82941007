/** What the clock of a signature tells: whoever can sign, then whoever prepared and those who oversee. */
import { rolesAboveAll, SIGNING_ESCALATIONS, text, type NoticeKind, type Role } from '@steward/domain'
import { MoreThanOrEqual, type EntityManager } from 'typeorm'
import { readActor } from '../access/session.ts'
import { StaffRole } from '../organization/organization.entity.ts'
import { mayActFor, maySign } from '../sign-off/may-sign.ts'
import type { SigningStepEntity } from '../sign-off/signing.entity.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { Notice } from './notice.entity.ts'
import { loadSubject, type Happening, type Subject } from './notice-subject.ts'
import { mayBeTold, tellStaff, type NoticePlace } from './tell-staff.ts'

const PERSON = { staffId: 't.id', personId: 't.person_id' }
const ABLE = `
select t.id, ${maySign('s', PERSON)} as own,
       array(select r.role from staff_role r
              where r.org_id = t.org_id and r.staff_id = t.id and r.role = any(s.roles)) as roles
  from signing_step s
  join staff t on t.org_id = s.org_id and t.disabled_at is null
 where s.org_id = $1 and s.id = $2 and (${maySign('s', PERSON)} or ${mayActFor('s', PERSON)})
 order by t.id`

interface Able {
  readonly id: string
  /** By their own right; else for somebody who gave them a delegation. */
  readonly own: boolean
  readonly roles: readonly Role[]
}

const ableToSign = (manager: EntityManager, { orgId, id }: SigningStepEntity): Promise<readonly Able[]> =>
  manager.query<Able[]>(ABLE, [orgId, id])

const lineAbove = ({ roles }: Able): number => rolesAboveAll(roles).length

/** Of those who may approve a sum, the lowest in the line: nobody above is troubled without need. Whoever has a delegation is told too. */
const firstAsked = (
  able: readonly Able[],
  { meaning, amountMinor }: Pick<SigningStepEntity, 'meaning' | 'amountMinor'>,
): readonly Able[] => {
  if (meaning !== 'APPROVED' || amountMinor === null) return able
  const lowest = Math.max(...able.filter(({ own }) => own).map(lineAbove))
  return able.filter((it) => !it.own || lineAbove(it) === lowest)
}

/** Nobody is told of the same signature twice on its way up. */
const toldBefore = async (
  manager: EntityManager,
  { orgId, signingId, openedAt }: SigningStepEntity,
): Promise<ReadonlySet<string>> => {
  const rows = await manager.findBy(Notice, {
    orgId,
    subjectId: signingId,
    kind: 'SIGNATURE_ESCALATED',
    ...(openedAt ? { at: MoreThanOrEqual(openedAt) } : {}),
  })
  return new Set(rows.map(({ staffId }) => staffId))
}

/** Whoever prepared, at the first level; of the roles from this level on, the first that somebody holds who may read it. */
const overseers = async (
  manager: EntityManager,
  subject: Subject,
  step: SigningStepEntity,
  level: number,
): Promise<readonly string[]> => {
  const { orgId } = step
  const told = await toldBefore(manager, step)
  const named = SIGNING_ESCALATIONS.some((row) => row.level === level && row.preparer)
    ? [subject.signing!.signing.openedById]
    : []
  for (const { role } of SIGNING_ESCALATIONS.filter((row) => row.level >= level)) {
    const held = await manager.findBy(StaffRole, { orgId, role })
    const able: string[] = []
    for (const { staffId } of held) {
      const actor = await readActor(manager, orgId, staffId)
      if (actor && mayBeTold(actor, subject)) able.push(staffId)
    }
    named.push(...able)
    if (able.length > 0) break
  }
  return named.filter((id) => !told.has(id))
}

/** What the clock says, and of which step or level. */
export interface SigningTick {
  readonly kind: 'signatureAwaited' | 'signatureOverdue' | 'signatureEscalated'
  /** Of `signatureAwaited` the step's position, of `signatureEscalated` the level. */
  readonly level: number
}

export const tellOfSigning = async (
  manager: EntityManager,
  place: NoticePlace,
  happening: Happening,
  { kind, level }: SigningTick,
): Promise<void> => {
  const subject = await loadSubject(manager, happening)
  const step = subject?.signing?.step
  // Signed meanwhile: there is nothing left to tell.
  if (!subject || !step) return
  const tell = (notice: NoticeKind, named: readonly string[]) => {
    const values = { level: text(String(level), String(level)) }
    return tellStaff(manager, place, happening, { kind: notice, named, values }, subject)
  }
  if (kind === 'signatureAwaited') {
    if (step.position !== level) return
    const asked = firstAsked(await ableToSign(manager, step), step)
    await tell(
      'SIGNATURE_AWAITED',
      asked.map(({ id }) => id),
    )
    return
  }
  if (step.dueAt === null || step.dueAt > happening.at) return
  if (kind === 'signatureOverdue') {
    const able = await ableToSign(manager, step)
    await tell(
      'SIGNATURE_OVERDUE',
      able.map(({ id }) => id),
    )
  } else await tell('SIGNATURE_ESCALATED', await overseers(manager, subject, step, level))
}

/** Made in the transaction that marks the outbox row; the row itself is written once a step and level: each is told exactly once. */
export const signingNoticeConsumer: RowsConsumer = {
  name: 'signing-notices',
  effect: 'rows',
  kinds: ['signatureAwaited', 'signatureOverdue', 'signatureEscalated'],
  apply: (manager, row, { config }) =>
    tellOfSigning(
      manager,
      config,
      { ...row, subjectType: 'Signing' },
      { kind: row.kind as SigningTick['kind'], level: row.level ?? 0 },
    ),
}
