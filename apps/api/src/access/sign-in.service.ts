/** Signing in and out. An unknown name and a wrong password get the same answer in the same time (threat T12). */
import { notEligible, text } from '@steward/domain'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { userError, type UserError } from '../graphql/user-error.ts'
import { Organization, Staff, StaffRole } from '../organization/organization.entity.ts'
import { CREDENTIALS_DO_NOT_FIT, openSession } from './open-session.service.ts'
import { passwordFits } from './password.ts'
import { askSecondStep } from './second-step.service.ts'
import { Session, StaffCredential } from './session.entity.ts'
import type { SignedInViewer } from './signed-in-viewer.ts'

const ONLY_IN_DEMONSTRATION = notEligible(
  'demonstrationMode',
  text('仅演示模式可以点名登录。', 'Signing in by a click exists in demonstration mode only.'),
)

/** The two parts of `name@organization-code`, as they are compared. */
export const parseSignInName = (signInName: string): { name: string; code: string } => {
  const [name = '', code = ''] = signInName.normalize('NFC').trim().toLowerCase().split('@')
  return { name, code }
}

const findStaff = async (context: RequestContext, signInName: string) => {
  const { name, code } = parseSignInName(signInName)
  const organization = await context.dataSource.manager.findOneBy(Organization, { code })
  if (!organization) return undefined
  return withTenant(context.dataSource, organization.id, async (manager) => {
    const staff = await manager.findOneBy(Staff, { orgId: organization.id, signInName: name })
    if (!staff || staff.disabledAt) return undefined
    const owner = { orgId: organization.id, staffId: staff.id }
    // A program comes in by its credential and by nothing else.
    if (await manager.existsBy(StaffRole, { ...owner, role: 'PARTNER' })) return undefined
    const credential = await manager.findOneBy(StaffCredential, { ...owner, kind: 'PASSWORD' })
    return { organization, staff, secretHash: credential?.secretHash }
  })
}

/**
 * Signs in by password; whoever has a second factor is asked for it next. Refuses wrong credentials; RATE_LIMITED after too many
 * failures.
 */
export const signIn = async (
  context: RequestContext,
  input: { signInName: string; password: string },
): Promise<SignedInViewer | UserError> => {
  const account = input.signInName.trim().toLowerCase()
  const wait = await context.throttle.waitSeconds(account, context.remoteAddress)
  if (wait > 0) throw accessError('RATE_LIMITED', context.locale, { retryAfterSeconds: wait })
  const found = await findStaff(context, input.signInName)
  if (!(await passwordFits(found?.secretHash, input.password)) || !found) {
    await context.throttle.failed(account, context.remoteAddress)
    return userError(CREDENTIALS_DO_NOT_FIT, context.locale)
  }
  await context.throttle.succeeded(account, context.remoteAddress)
  return (await askSecondStep(context, found.staff)) ?? openSession(context, found.staff, 'PASSWORD')
}

/** Signs in as a seeded person by name alone: demonstration mode and a demonstration organization, both. */
export const signInAs = async (
  context: RequestContext,
  input: { signInName: string },
): Promise<SignedInViewer | UserError> => {
  if (context.config.mode !== 'demonstration') return userError(ONLY_IN_DEMONSTRATION, context.locale)
  const found = await findStaff(context, input.signInName)
  if (!found) return userError(CREDENTIALS_DO_NOT_FIT, context.locale)
  if (!found.organization.demonstration) return userError(ONLY_IN_DEMONSTRATION, context.locale)
  return openSession(context, found.staff, 'DEMONSTRATION')
}

/** Ends this session, or with `everywhere` all sessions of the person's account. Answers how many were ended. */
export const signOut = async (
  context: RequestContext,
  everywhere: boolean,
): Promise<{ signedOut: number }> => {
  const { signedIn } = context
  if (!signedIn) return { signedOut: 0 }
  const { organizationId: orgId, staffId } = signedIn.actor
  const query = context.dataSource
    .createQueryBuilder()
    .update(Session)
    .set({ revokedAt: context.now })
    .where('org_id = :orgId and staff_id = :staffId and revoked_at is null', { orgId, staffId })
  if (!everywhere) query.andWhere('token_hash = :tokenHash', { tokenHash: signedIn.tokenHash })
  const { affected } = await query.execute()
  context.setSessionCookie(undefined)
  return { signedOut: affected ?? 0 }
}

/** The people that a demonstration offers to click on. */
export interface DemonstrationPerson {
  readonly signInName: string
  readonly name: string
  readonly position: string | null
  readonly organization: string
  readonly roles: string[]
}

/** Everybody of the demonstration organizations; empty outside demonstration mode. */
export const demonstrationSignIns = async (context: RequestContext): Promise<DemonstrationPerson[]> => {
  if (context.config.mode !== 'demonstration') return []
  const organizations = await context.dataSource.manager.find(Organization, {
    where: { demonstration: true },
    order: { createdAt: 'ASC', id: 'ASC' },
  })
  const people: DemonstrationPerson[] = []
  for (const { id: orgId, code } of organizations) {
    people.push(
      ...(await withTenant(context.dataSource, orgId, (manager) =>
        manager.query<DemonstrationPerson[]>(DEMONSTRATION_SQL, [orgId, code]),
      )),
    )
  }
  return people
}

const DEMONSTRATION_SQL = `
select s.sign_in_name || '@' || $2 as "signInName", s.name, s.position,
  (select p.name from organization_profile p where p.org_id = s.org_id) as organization,
  array(select r.role from staff_role r where r.org_id = s.org_id and r.staff_id = s.id order by r.role) as roles
from staff s where s.org_id = $1 and s.disabled_at is null
  and not exists (select 1 from staff_role r where r.org_id = s.org_id and r.staff_id = s.id and r.role = 'PARTNER')
order by s.created_at, s.id`
