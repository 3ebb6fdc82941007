/** Signing in and out. An unknown name and a wrong password get the same answer in the same time (threat T12). */
import { notEligible, text } from '@steward/domain'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { userError, type UserError } from '../graphql/user-error.ts'
import { Organization } from '../organization/organization.entity.ts'
import { accountOf, CREDENTIALS_DO_NOT_FIT, openSession } from './open-session.service.ts'
import { passwordFits } from './password.ts'
import { askSecondStep } from './second-step.service.ts'
import { Session } from './session.entity.ts'
import type { SignedInViewer } from './signed-in-viewer.ts'

const ONLY_IN_DEMONSTRATION = notEligible(
  'demonstrationMode',
  text('仅演示模式可以点名登录。', 'Signing in by a click exists in demonstration mode only.'),
)

/** The two parts of `name@organization-code`, as they are compared. With a NUL it is nobody's, as with any other stray character. */
export const parseSignInName = (signInName: string): { name: string; code: string } => {
  const written = signInName.replaceAll('\u0000', '\ufffd').normalize('NFC')
  const [name = '', code = ''] = written.trim().toLowerCase().split('@')
  return { name, code }
}

interface Found {
  readonly orgId: string
  readonly id: string
  readonly demonstration: boolean
  readonly secretHash: string | null
}

/** A program comes in by its credential and by nothing else. */
const STAFF_BY_NAME = `
select s.id, c.secret_hash as "secretHash" from staff s
  left join staff_credential c on c.org_id = s.org_id and c.staff_id = s.id and c.kind = 'PASSWORD'
 where s.org_id = $1 and s.sign_in_name = $2 and s.disabled_at is null
   and not exists (select from staff_role r where r.org_id = s.org_id and r.staff_id = s.id and r.role = 'PARTNER')`
/** Stands for an organization that there is not, so that a name is looked for in any case. */
const NO_ORGANIZATION = '00000000-0000-0000-0000-000000000000'

/** The same two questions to the database whoever is looked for: what they cost tells nobody who works here. */
const findStaff = async (
  { dataSource }: RequestContext,
  { name, code }: ReturnType<typeof parseSignInName>,
): Promise<Found | undefined> => {
  const organization = await dataSource.manager.findOneBy(Organization, { code })
  const orgId = organization?.id ?? NO_ORGANIZATION
  const [found] = await withTenant(dataSource, orgId, (manager) =>
    manager.query<{ id: string; secretHash: string | null }[]>(STAFF_BY_NAME, [orgId, name]),
  )
  if (!organization || !found) return undefined
  return { orgId, demonstration: organization.demonstration, ...found }
}

/**
 * Signs in by password; whoever has a second factor is asked for it next. Refuses wrong credentials; RATE_LIMITED after too many
 * failures, and while too many strangers try at once.
 */
export const signIn = async (
  context: RequestContext,
  input: { signInName: string; password: string },
): Promise<SignedInViewer | UserError> => {
  const { throttle, remoteAddress, deviceToken, locale } = context
  const named = parseSignInName(input.signInName)
  const account = accountOf(named)
  const limited = (retryAfterSeconds: number) => accessError('RATE_LIMITED', locale, { retryAfterSeconds })
  // Before anything is asked of the database: refusing is all that a flood of strangers costs.
  if (deviceToken === undefined && throttle.strangersWaitSeconds > 0)
    throw limited(throttle.strangersWaitSeconds)
  const { waitSeconds, isKnown } = await throttle.look(account, remoteAddress, deviceToken)
  const wait = waitSeconds || (isKnown ? 0 : throttle.strangersWaitSeconds)
  if (wait > 0) throw limited(wait)
  if (!isKnown) await throttle.strangersTurn()
  const found = await findStaff(context, named)
  if (!(await passwordFits(found?.secretHash ?? undefined, input.password)) || !found) {
    await throttle.failed(account, remoteAddress, isKnown ? deviceToken : undefined)
    return userError(CREDENTIALS_DO_NOT_FIT, locale)
  }
  await throttle.succeeded(account, remoteAddress, deviceToken)
  return (await askSecondStep(context, found)) ?? openSession(context, found, 'PASSWORD')
}

/** Signs in as a seeded person by name alone: demonstration mode and a demonstration organization, both. */
export const signInAs = async (
  context: RequestContext,
  input: { signInName: string },
): Promise<SignedInViewer | UserError> => {
  if (context.config.mode !== 'demonstration') return userError(ONLY_IN_DEMONSTRATION, context.locale)
  const found = await findStaff(context, parseSignInName(input.signInName))
  if (!found) return userError(CREDENTIALS_DO_NOT_FIT, context.locale)
  if (!found.demonstration) return userError(ONLY_IN_DEMONSTRATION, context.locale)
  return openSession(context, found, 'DEMONSTRATION')
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
