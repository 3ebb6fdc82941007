import {
  maskPhone,
  OCCUPANCY_RELATIONS,
  type ClientRelation,
  type ClientSource,
  type SiteTier,
  type ProjectType,
} from '@steward/domain'
import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm'
import { v7 as newId } from 'uuid'
import { StaffCredential } from '../../access/session.entity.ts'
import { loadActor } from '../../access/session.ts'
import { Client, ClientOccupancy } from '../../clients/client.entity.ts'
import { searchGramsOf } from '../../clients/search/search-grams.ts'
import { withTenant } from '../../database/with-tenant.ts'
import type { CategoryCode } from '../../founding/categories.ts'
import { layFoundations } from '../../founding/lay-foundations.service.ts'
import {
  Building,
  Department,
  Project,
  Staff,
  StaffRole,
  StaffTerritory,
  Unit,
} from '../../organization/organization.entity.ts'
import { DAY, localDay } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import type { Blueprint } from './blueprint.ts'
import { planClients, type PlannedClient } from './clients.ts'
import { planProject, type PlannedProject } from './places.ts'
import { idOf, type World } from './world.ts'

const TIME_ZONE = 'Asia/Shanghai'

export interface Founding {
  readonly dataSource: DataSource
  readonly blueprint: Blueprint
  /** What the person signs in with, hashed: the same for everybody. */
  readonly secretHash: string
  readonly foundedAt: Date
  readonly now: Date
  readonly chance: Chance
}

/**
 * Writes all that an organization has before its first case: departments, people, places, clients, categories, limits.
 * Everything but the row of `organization` itself, which makes it findable: the caller writes that last.
 */
export const foundOrganization = async (founding: Founding): Promise<World> => {
  const { dataSource, blueprint, now, chance } = founding
  const orgId = newId()
  const departments = new Map(Object.keys(blueprint.departments).map((code) => [code, newId()]))
  const projects = blueprint.projects.map(planProject)
  const staff = blueprint.people.map((draft) => ({ id: newId(), draft }))
  const idsOf = (role: string) =>
    staff.filter(({ draft }) => draft.roles.some((held) => held === role)).map(({ id }) => id)
  const managers = {
    keyAccounts: blueprint.keyAccounts,
    keyAccountManagerIds: idsOf('KEY_ACCOUNT_MANAGER'),
    salesId: idsOf('SALES')[0],
  }
  const clients = planClients(blueprint.clients, projects, managers, now, chance)

  const categories = await withTenant(dataSource, orgId, async (manager) => {
    const insert = inserter(manager, orgId)
    await insert(
      Department,
      Object.entries(blueprint.departments).map(([code, name]) => ({
        id: idOf(departments, code),
        code,
        name,
      })),
    )
    await insertPlaces(insert, projects, now)
    await insertStaff(insert, founding, staff, departments, projects)
    await insertClients(insert, clients, founding.foundedAt, idsOf('CR_SPECIALIST')[0] ?? null)
    const { name } = blueprint
    const { foundedAt } = founding
    return layFoundations(manager, { orgId, name, timeZone: TIME_ZONE, currency: 'CNY', foundedAt })
  })

  const people = await Promise.all(
    staff.map(async ({ id, draft: { name } }) => ({
      id,
      name,
      actor: (await loadActor(dataSource, orgId, id))!,
    })),
  )
  return {
    orgId,
    departments,
    categories: categories as ReadonlyMap<CategoryCode, string>,
    people,
    projects,
    clients,
  }
}

type Insert = <T extends ObjectLiteral>(
  entity: new () => T,
  rows: readonly Partial<Omit<T, 'orgId'>>[],
) => Promise<void>

/** Inserts rows of the organization, each with an id of its own unless it brings one. */
const inserter =
  (manager: EntityManager, orgId: string): Insert =>
  async (entity, rows) => {
    // A statement takes 65,535 parameters at most.
    for (let at = 0; at < rows.length; at += 500) {
      const some = rows.slice(at, at + 500).map((row) => ({ id: newId(), ...row, orgId }))
      await manager.insert(entity, some as never)
    }
  }

/** Many doors take a large office, few a small one. */
const tierOf = (doors: number): SiteTier => (doors >= 200 ? 'LARGE' : doors >= 80 ? 'MEDIUM' : 'SMALL')

const insertPlaces = async (
  insert: Insert,
  projects: readonly PlannedProject[],
  now: Date,
): Promise<void> => {
  await insert(
    Project,
    projects.map(({ id, draft: { code, name, type, address }, units }) => ({
      id,
      code,
      name,
      type,
      address,
      tier: tierOf(units.length),
    })),
  )
  await insert(
    Building,
    projects.flatMap(({ buildings }) =>
      buildings.map(({ id, name, project }) => ({ id, name, projectId: project.id })),
    ),
  )
  await insert(
    Unit,
    projects.flatMap(({ units }) =>
      units.map(({ id, label, floor, building }) => ({
        id,
        label,
        floor,
        ...warrantyOf(building.project, now),
        areaHundredths: areaOf(building.project.draft.type, floor, label),
        buildingId: building.id,
        projectId: building.project.id,
      })),
    ),
  )
}

/** Plans repeat from floor to floor: the door says how large it is. In hundredths of a square metre. */
const areaOf = (type: ProjectType, floor: number, label: string): number => {
  const door = Number(label.slice(-2))
  const [least, step] = AREAS[type]
  return least + (door % 5) * step + (floor % 2) * 53
}
const AREAS: Readonly<Record<ProjectType, readonly [least: number, step: number]>> = {
  RESIDENTIAL: [7_862, 1_480],
  OFFICE: [16_450, 6_220],
  INDUSTRIAL: [62_000, 31_500],
  COMMERCIAL: [4_830, 2_615],
}

/** Homes were handed over by a developer who still answers for some of them. */
const warrantyOf = ({ draft: { type, name } }: PlannedProject, now: Date): Partial<Unit> =>
  type === 'RESIDENTIAL'
    ? {
        developer: `${name.slice(0, 2)}置业有限公司`,
        warrantyEndsOn: localDay(new Date(now.getTime() + 400 * DAY)),
      }
    : {}

const insertStaff = async (
  insert: Insert,
  { secretHash, foundedAt }: Founding,
  staff: readonly { readonly id: string; readonly draft: Blueprint['people'][number] }[],
  departments: ReadonlyMap<string, string>,
  projects: readonly PlannedProject[],
): Promise<void> => {
  await insert(
    Staff,
    staff.map(({ id, draft: { signInName, name, position, department } }, at) => ({
      id,
      personId: newId(),
      signInName,
      name,
      position,
      departmentId: idOf(departments, department),
      // The sign-in page lists people in the order of their coming.
      createdAt: new Date(foundedAt.getTime() + at),
    })),
  )
  await insert(
    StaffRole,
    staff.flatMap(({ id: staffId, draft: { roles } }) => roles.map((role) => ({ staffId, role }))),
  )
  await insert(
    StaffTerritory,
    staff.flatMap(({ id: staffId, draft: { territory = [] } }) =>
      projects
        .filter(({ draft: { code } }) => territory.includes(code))
        .map(({ id: projectId }) => ({ staffId, projectId })),
    ),
  )
  await insert(
    StaffCredential,
    staff.map(({ id: staffId }) => ({ staffId, kind: 'PASSWORD', secretHash, changedAt: foundedAt })),
  )
}

/** How such clients usually came. */
const SOURCES: Readonly<Record<ClientRelation, ClientSource>> = {
  OWNER: 'PURCHASE',
  OCCUPANT: 'WALK_IN',
  COMMERCIAL: 'CALL',
  INDIRECT: 'REFERRAL',
  PROSPECT: 'CAMPAIGN',
}

const insertClients = async (
  insert: Insert,
  clients: readonly PlannedClient[],
  createdAt: Date,
  openedById: string | null,
): Promise<void> => {
  await insert(
    Client,
    clients.map(({ id, code, kind, relation, name, phone, units: [home], keyAccountManagerId }) => ({
      id,
      code,
      kind,
      relation,
      name,
      phone,
      phoneMasked: maskPhone(phone),
      phoneTail: phone.slice(-4),
      searchGrams: searchGramsOf(name),
      keyAccountManagerId,
      projectId: home?.building.project.id ?? null,
      buildingId: home?.building.id ?? null,
      source: SOURCES[relation],
      createdAt,
      openedById,
      explainedAt: openedById === null ? null : createdAt,
    })),
  )
  await insert(
    ClientOccupancy,
    clients.flatMap(({ id: clientId, units, relation: held, fromOn }) =>
      OCCUPANCY_RELATIONS.filter((relation) => relation === held).flatMap((relation) =>
        units.map(({ id: unitId }) => ({ clientId, unitId, relation, fromOn })),
      ),
    ),
  )
}
