/** An organization of its own for each story: departments, a project, one person for each role, limits, a client. */
import {
  CREDENTIAL_POINTS,
  PARTNER_SCOPES,
  PROOF_SUBJECTS,
  ROLES,
  type Permission,
  type Role,
} from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { Session } from '../src/access/session.entity.ts'
import { hashToken, newCredentialToken, newToken } from '../src/access/token.ts'
import { Client, ClientOccupancy } from '../src/clients/client.entity.ts'
import { searchGramsOf } from '../src/clients/search/search-grams.ts'
import { ComplaintCategory } from '../src/complaints/complaint-category.entity.ts'
import { foundMatrix, foundSignaturePolicy } from '../src/documents/found-documents.service.ts'
import { withTenant } from '../src/database/with-tenant.ts'
import { toGlobalId } from '../src/graphql/global-id.ts'
import {
  Building,
  Department,
  Organization,
  OrganizationProfile,
  Project,
  Staff,
  StaffRole,
  StaffTerritory,
  Unit,
} from '../src/organization/organization.entity.ts'
import { Partner, PartnerCredential } from '../src/partners/partner.entity.ts'
import { writeProofRules } from '../src/sign-off/signature-rule.service.ts'
import { foundCalendars } from '../src/working-time/found-calendars.service.ts'
import type { TestDatabase } from './database.ts'
import { Person } from './as.ts'

/** Departments of the story; who belongs where follows from the role. */
const DEPARTMENT_OF: Partial<Record<Role, 'service' | 'site' | 'headquarters'>> = {
  SERVICE_AGENT: 'service',
  CR_SPECIALIST: 'service',
  SITE_MANAGER: 'site',
  TECHNICIAN: 'site',
}

export interface Story {
  readonly orgId: string
  readonly code: string
  readonly ids: {
    readonly departments: Readonly<Record<'service' | 'site' | 'headquarters', string>>
    readonly project: string
    readonly building: string
    readonly unit: string
    readonly client: string
    readonly category: string
    readonly staff: Readonly<Record<Role, string>>
  }
  /** The story's person of that role, signed in. */
  as(role: Role): Person
  /** One more person, with these roles, or none. */
  colleague(roles: readonly Role[], department?: 'service' | 'site' | 'headquarters'): Promise<Person>
  /** A program of the story's partner, whose credential has these scopes and what else is given. */
  program(scopes: readonly Permission[], more?: Partial<PartnerCredential>): Promise<Person>
  /** Nobody. */
  stranger(): Person
}

/** Arranges an organization straight in the tables, under row security; everything after that goes through GraphQL. */
export const given = async (database: TestDatabase, server: FastifyInstance): Promise<Story> => {
  const orgId = newId()
  const code = `org-${orgId.slice(-12)}`
  const createdAt = new Date('2026-01-01T00:00:00Z')
  const departments = { service: newId(), site: newId(), headquarters: newId() }
  const [project, building, unit, client, category] = [newId(), newId(), newId(), newId(), newId()]
  const people = new Map<Role, Person>()
  const row = (id = newId()) => ({ orgId, id })

  await database.app.manager.insert(Organization, { id: orgId, code, demonstration: true, createdAt })

  const openSession = async (manager: EntityManager, staffId: string, id: string, token: string) => {
    const now = new Date()
    const expiresAt = new Date(now.getTime() + 3_600_000)
    // A minute ago: a test's own clock may stand a little behind this one.
    const provedAt = new Date(now.getTime() - 60_000)
    const seen = { createdAt: now, lastSeenAt: now, idleSeconds: 3600, expiresAt, provedAt }
    await manager.insert(Session, {
      tokenHash: hashToken(token),
      id,
      orgId,
      staffId,
      provedBy: 'PASSWORD',
      ...seen,
    })
  }
  const program = async (
    staffId: string,
    scopes: readonly Permission[],
    more: Partial<PartnerCredential> = {},
  ): Promise<Person> => {
    const credential = row()
    const token = newCredentialToken(credential.id)
    await withTenant(database.app, orgId, async (manager) => {
      const partner = await manager.findOneByOrFail(Partner, { orgId, staffId })
      await manager.insert(PartnerCredential, {
        ...credential,
        partnerId: partner.id,
        label: 'story',
        scopes: [...scopes],
        allowedFrom: [],
        pointsPerMinute: CREDENTIAL_POINTS.most,
        createdAt,
        createdById: staffId,
        expiresAt: new Date(Date.now() + 3_600_000),
        ...more,
      })
      await openSession(manager, staffId, credential.id, token)
    })
    return new Person(server, staffId, token)
  }
  const hire = async (roles: readonly Role[], department: keyof typeof departments): Promise<Person> => {
    const staff = row()
    // A partner is a program: it comes with a credential that has every scope, and without a cookie.
    const isPartner = roles.length === 1 && roles[0] === 'PARTNER'
    const token = newToken()
    await withTenant(database.app, orgId, async (manager) => {
      await manager.insert(Staff, {
        ...staff,
        personId: newId(),
        signInName: `${(roles[0] ?? 'nobody').toLowerCase()}-${staff.id.slice(-12)}`,
        name: roles[0] ?? 'NOBODY',
        departmentId: departments[department],
        createdAt,
      })
      for (const role of roles) await manager.insert(StaffRole, { ...row(), staffId: staff.id, role })
      if (
        roles.some((role) => role === 'SITE_MANAGER' || role === 'TECHNICIAN' || role === 'INFORMATION_CLERK')
      ) {
        await manager.insert(StaffTerritory, { ...row(), staffId: staff.id, projectId: project })
      }
      if (isPartner) {
        await manager.insert(Partner, { ...row(), name: 'Partner', staffId: staff.id, createdAt })
      } else await openSession(manager, staff.id, newId(), token)
    })
    return isPartner ? program(staff.id, PARTNER_SCOPES) : new Person(server, staff.id, token)
  }

  await withTenant(database.app, orgId, async (manager) => {
    await manager.insert(OrganizationProfile, { ...row(), name: code })
    for (const [name, id] of Object.entries(departments))
      await manager.insert(Department, { ...row(id), code: name, name })
    await manager.insert(Project, { ...row(project), code: 'P1', name: '翠湖花园', type: 'RESIDENTIAL' })
    await manager.insert(Building, { ...row(building), projectId: project, name: '1栋' })
    await manager.insert(Unit, {
      ...row(unit),
      projectId: project,
      buildingId: building,
      label: '1-0101',
      floor: 1,
    })
    await manager.insert(ComplaintCategory, {
      ...row(category),
      code: 'LEAK',
      nameZh: '渗漏',
      nameEn: 'Leakage',
    })
    await foundMatrix(manager, { orgId, foundedAt: createdAt })
    await foundSignaturePolicy(manager, { orgId, foundedAt: createdAt })
    // Stories about other things sign with the session; those about proof set their own rules.
    const rules = PROOF_SUBJECTS.map((subject) => ({ subject, level: 'SESSION', fromMinor: null }) as const)
    await writeProofRules(manager, orgId, rules)
    await foundCalendars(manager, { orgId, timeZone: 'Asia/Shanghai', foundedAt: createdAt })
  })
  for (const role of ROLES) people.set(role, await hire([role], DEPARTMENT_OF[role] ?? 'headquarters'))
  const staff = Object.fromEntries([...people].map(([role, { staffId }]) => [role, staffId])) as Record<
    Role,
    string
  >
  await withTenant(database.app, orgId, async (manager) => {
    await manager.insert(Client, {
      ...row(client),
      code: 'C0001',
      kind: 'HOUSEHOLD',
      relation: 'OWNER',
      name: '王小明',
      phone: '13800001234',
      phoneMasked: '138****1234',
      phoneTail: '1234',
      searchGrams: searchGramsOf('王小明'),
      keyAccountManagerId: staff.KEY_ACCOUNT_MANAGER,
      projectId: project,
      buildingId: building,
      createdAt,
    })
    await manager.insert(ClientOccupancy, {
      ...row(),
      clientId: client,
      unitId: unit,
      relation: 'OWNER',
      fromOn: '2020-05-01',
    })
  })
  const published = (type: Parameters<typeof toGlobalId>[0], id: string) => toGlobalId(type, id)
  return {
    orgId,
    code,
    ids: {
      departments: {
        service: published('Department', departments.service),
        site: published('Department', departments.site),
        headquarters: published('Department', departments.headquarters),
      },
      project: published('Project', project),
      building: published('Building', building),
      unit: published('Unit', unit),
      client: published('Client', client),
      category: published('ComplaintCategory', category),
      staff: Object.fromEntries(
        Object.entries(staff).map(([role, id]) => [role, published('Staff', id)]),
      ) as Record<Role, string>,
    },
    as: (role) => people.get(role)!,
    colleague: (roles, department = 'headquarters') => hire(roles, department),
    program: (scopes, more) => program(people.get('PARTNER')!.staffId, scopes, more),
    stranger: () => new Person(server, '', undefined),
  }
}
