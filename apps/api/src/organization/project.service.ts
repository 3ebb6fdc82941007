/** Places: projects, their buildings, their units. Whoever answers for a project on site adds to it; only ADMIN adds projects. */
import { invalidInput, numberedUnits, parseInput, PROJECT_INPUTS, text } from '@steward/domain'
import { In } from 'typeorm'
import { v7 as newId } from 'uuid'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { Building, Project, Unit } from './organization.entity.ts'

/** Refuses DUPLICATE where the code is taken. */
export const add = (context: RequestContext, input: object): Promise<Project | UserError> =>
  transaction(context, 'project:add', async (tx) => {
    const { tier = 'MEDIUM', ...project } = orRefuse(parseInput(PROJECT_INPUTS.add, withUuids(input)))
    return tx.insert(Project, { ...project, tier, archivedAt: null, version: 1 })
  })

export const change = (
  context: RequestContext,
  input: { readonly projectId: string },
): Promise<Project | UserError> =>
  transaction(context, 'project:change', async (tx) => {
    const { projectId, ...stated } = withUuids(input)
    const { expectedVersion, ...parsed } = orRefuse(parseInput(PROJECT_INPUTS.change, stated))
    const project = await tx.lock(Project, projectId as string, expectedVersion)
    return tx.patch(Project, project, { ...parsed, tier: parsed.tier ?? project.tier })
  })

/** Adds a building to a project of one's territory. Refuses DUPLICATE where the project has one of that name. */
export const addBuilding = (
  context: RequestContext,
  input: { readonly projectId: string },
): Promise<Building | UserError> =>
  transaction(context, 'project:addBuilding', async (tx) => {
    const { projectId, ...stated } = withUuids(input)
    const { name } = orRefuse(parseInput(PROJECT_INPUTS.addBuilding, stated))
    const project = await tx.get(Project, projectId as string)
    tx.admit('project:read', { projectId: project.id })
    return tx.insert(Building, { projectId: project.id, name, withdrawnAt: null, version: 1 })
  })

/** What is known of a unit beside its door number. */
export const changeUnit = (
  context: RequestContext,
  input: { readonly unitId: string },
): Promise<Unit | UserError> =>
  transaction(context, 'project:changeUnit', async (tx) => {
    const { unitId, ...stated } = withUuids(input)
    const { expectedVersion, areaHundredths, ...parsed } = orRefuse(
      parseInput(PROJECT_INPUTS.changeUnit, stated),
    )
    const unit = await tx.lock(Unit, unitId as string, expectedVersion)
    tx.admit('project:read', { projectId: unit.projectId, buildingId: unit.buildingId })
    const area = areaHundredths === undefined ? {} : { areaHundredths }
    return tx.patch(Unit, unit, { ...parsed, ...area })
  })

/** Adds the units of a range of door numbers to a building; all of them, or none where one is there already. */
export const addUnits = (
  context: RequestContext,
  input: { readonly buildingId: string },
): Promise<Building | UserError> =>
  transaction(context, 'project:addUnits', async (tx) => {
    const { buildingId, ...stated } = withUuids(input)
    const { expectedVersion, ...range } = orRefuse(parseInput(PROJECT_INPUTS.addUnits, stated))
    const building = await tx.lock(Building, buildingId as string, expectedVersion)
    const { orgId, id, projectId } = building
    tx.admit('project:read', { projectId, buildingId: id })
    const units = numberedUnits(range)
    const labels = units.map(({ label }) => label)
    await refuseExisting(tx, building, labels)
    await tx.manager.insert(
      Unit,
      units.map((unit) => ({ orgId, id: newId(), projectId, buildingId: id, ...unit })),
    )
    const changed = await tx.patch(Building, building, {})
    tx.tell(Building, changed, 'units', null, `${labels[0]} … ${labels.at(-1)} (${labels.length})`)
    return changed
  })

const refuseExisting = async (tx: Transaction, { orgId, id: buildingId }: Building, labels: string[]) => {
  const message =
    labels.length === 0
      ? text('这个范围里没有房号。', 'There is no unit in this range.')
      : await existing(tx, { orgId, buildingId, label: In(labels) })
  if (message) throw new Refused(invalidInput({ path: 'fromFloor', message }))
}

const existing = async (tx: Transaction, where: object) => {
  const [found, count] = await tx.manager.findAndCount(Unit, { where, order: { label: 'ASC' }, take: 1 })
  if (!found[0]) return undefined
  const { label } = found[0]
  return text(`${label} 等 ${count} 个房号已存在。`, `${count} of these units exist already, e.g. ${label}.`)
}
