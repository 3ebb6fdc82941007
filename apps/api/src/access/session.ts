/** From the token of a cookie or a credential to who acts. */
import { approvalLimits, type Actor, type AuthorityLimit, type Permission, type Role } from '@steward/domain'
import { LRUCache } from 'lru-cache'
import type { DataSource, EntityManager } from 'typeorm'
import type { ProgramCredential, SignedIn } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { Session } from './session.entity.ts'

/** Roles that work with a phone in a stairwell keep a session for a shift; a desk is left alone for half an hour (decision 27). */
const FIELD_ROLES: readonly Role[] = ['SITE_MANAGER', 'TECHNICIAN', 'INFORMATION_CLERK']
const IDLE_AT_DESK_SECONDS = 30 * 60
const IDLE_IN_FIELD_SECONDS = 8 * 3600
export const SESSION_SECONDS = 12 * 3600
const TOUCH_EVERY_MS = 60_000

export const idleSecondsFor = (roles: readonly Role[]): number =>
  roles.some((role) => FIELD_ROLES.includes(role)) ? IDLE_IN_FIELD_SECONDS : IDLE_AT_DESK_SECONDS

interface ActorRow {
  person_id: string
  department_id: string | null
  roles: Role[]
  project_ids: string[]
  building_ids: string[]
  limits: AuthorityLimit[]
  delegated_roles: Role[]
}

const ACTOR_SQL = `
select s.person_id, s.department_id,
  array(select role from staff_role r where r.org_id = s.org_id and r.staff_id = s.id order by role) as roles,
  array(select project_id from staff_territory t
         where t.org_id = s.org_id and t.staff_id = s.id and t.building_id is null) as project_ids,
  array(select building_id from staff_territory t
         where t.org_id = s.org_id and t.staff_id = s.id and t.building_id is not null) as building_ids,
  coalesce((select json_agg(json_build_object('role', l.role, 'cause', l.cause, 'limitMinor', l.limit_minor))
              from authority_limit l
              join staff_role r on r.org_id = l.org_id and r.role = l.role and r.staff_id = s.id
             where l.org_id = s.org_id), '[]') as limits,
  array(select distinct r.role from delegation d
          join staff g on g.org_id = d.org_id and g.id = d.giver_id and g.disabled_at is null
          join staff_role r on r.org_id = g.org_id and r.staff_id = g.id
         where d.org_id = s.org_id and d.receiver_id = s.id and d.revoked_at is null
           and d.starts_at <= clock_timestamp() and d.ends_at > clock_timestamp()
         order by r.role) as delegated_roles
from staff s
where s.org_id = $1 and s.id = $2 and s.disabled_at is null`

/** Who a member of staff is to the rules, or undefined when disabled or gone. */
export const loadActor = (
  dataSource: DataSource,
  orgId: string,
  staffId: string,
): Promise<Actor | undefined> =>
  withTenant(dataSource, orgId, (manager) => readActor(manager, orgId, staffId))

/** The same within an open transaction of the organization. */
export const readActor = async (
  manager: EntityManager,
  orgId: string,
  staffId: string,
): Promise<Actor | undefined> => {
  const [row] = await manager.query<ActorRow[]>(ACTOR_SQL, [orgId, staffId])
  if (!row) return undefined
  return {
    staffId,
    personId: row.person_id,
    organizationId: orgId,
    roles: row.roles,
    departmentId: row.department_id,
    projectIds: row.project_ids,
    buildingIds: row.building_ids,
    ...approvalLimits(row.limits, row.roles),
    ...(row.delegated_roles.length > 0 ? { delegatedRoles: row.delegated_roles } : {}),
  }
}

interface LoadedCredential extends ProgramCredential {
  readonly scopes: readonly Permission[]
}

const CREDENTIAL_SQL = `
select id, scopes, allowed_from as "allowedFrom", points_per_minute as "pointsPerMinute"
  from partner_credential where org_id = $1 and id = $2 and revoked_at is null`

/**
 * Narrows a partner's actor to the scopes of the credential behind the session. Without one nobody is a partner: a browser's
 * session of such an account, however it came to be, holds no right.
 */
const narrowed = async (
  dataSource: DataSource,
  { orgId, id, owesFactor }: Session,
  actor: Actor,
): Promise<Pick<SignedIn, 'actor' | 'credential'>> => {
  // Whoever still owes a second factor may set it up and do nothing else: rights come from roles, and there are none.
  if (owesFactor)
    return { actor: { ...actor, roles: [], approvalLimitMinor: 0, approvalLimitMinorByCause: {} } }
  if (!actor.roles.includes('PARTNER')) return { actor }
  const [found] = await withTenant(dataSource, orgId, (manager) =>
    manager.query<LoadedCredential[]>(CREDENTIAL_SQL, [orgId, id]),
  )
  if (!found) return { actor: { ...actor, roles: actor.roles.filter((role) => role !== 'PARTNER') } }
  const { scopes, ...credential } = found
  return { actor: { ...actor, roles: ['PARTNER'], scopes }, credential }
}

/**
 * Sessions of one process, and the credentials of partners' programs, which are sessions that no browser opened. Actors are cached by token hash; whoever uses a cached one must have the statement or the
 * transaction re-check session id, version and expiry, and ask again with `fresh` when that fails (decision 4).
 */
export class Sessions {
  readonly #dataSource: DataSource
  readonly #cache = new LRUCache<string, SignedIn>({ max: 10_000, ttl: 10 * 60_000 })
  readonly #touched = new LRUCache<string, number>({ max: 50_000 })

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource
  }

  /** The signed-in actor of a token, or undefined when the session is unknown, revoked, expired or idle for too long. */
  async resolve(tokenHash: Buffer, fresh = false): Promise<SignedIn | undefined> {
    const key = tokenHash.toString('hex')
    const cached = fresh ? undefined : this.#cache.get(key)
    if (cached) return cached
    const session = await this.#dataSource
      .createQueryBuilder(Session, 's')
      .where('s.tokenHash = :tokenHash', { tokenHash })
      .andWhere('s.revokedAt is null and s.expiresAt > clock_timestamp()')
      .andWhere('s.lastSeenAt + make_interval(secs => s.idleSeconds) > clock_timestamp()')
      .getOne()
    const actor = session && (await loadActor(this.#dataSource, session.orgId, session.staffId))
    if (!session || !actor) {
      this.#cache.delete(key)
      return undefined
    }
    const { id: sessionId, version, expiresAt } = session
    const who = await narrowed(this.#dataSource, session, actor)
    const signedIn: SignedIn = { tokenHash, sessionId, version, expiresAt, ...who }
    this.#cache.set(key, signedIn)
    return signedIn
  }

  /** Notes that the session is in use, at most once a minute and never in the way of a request. */
  async touch({ tokenHash }: SignedIn): Promise<void> {
    const key = tokenHash.toString('hex')
    const now = Date.now()
    if (now - (this.#touched.get(key) ?? 0) < TOUCH_EVERY_MS) return
    this.#touched.set(key, now)
    await this.#dataSource.query(
      'update session set last_seen_at = clock_timestamp() where token_hash = $1 and revoked_at is null',
      [tokenHash],
    )
  }
}
