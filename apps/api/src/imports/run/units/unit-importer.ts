/** Units of a file, with the buildings that they lie in. What is known of a unit here is filled up, not overwritten. */
import { importIssue, type RecordReader, type RecordRow, type RecordValues } from '@steward/domain'
import { Building } from '../../../organization/organization.entity.ts'
import type { ReadRow } from '../../file/row-batches.ts'
import {
  contentHash,
  earlierRows,
  identityOf,
  insertImportedRows,
  type EarlierRow,
} from '../imported-rows.ts'
import { type Importer, type Judgement, type Verdict } from '../importer.ts'
import type { KnownPlaces, KnownProject } from '../known-places.ts'
import type { RecordRun } from '../record-run.ts'
import {
  insertUnits,
  UNIT_COLUMNS,
  unitsNamed,
  updateUnits,
  type PresentUnit,
  type UnitValues,
} from './unit-table.ts'

type Read = ReadRow<RecordRow> & { readonly row: RecordRow }

interface Plan {
  readonly verdict: Verdict
  readonly key: string
  readonly unitId: string
  readonly buildingId: string
  readonly projectId: string
  readonly seen: PresentUnit | undefined
  /** Only what is empty is taken over. */
  readonly fills: boolean
}

interface NewBuilding {
  readonly projectId: string
  readonly name: string
  readonly withdrawn: Building | undefined
}

export class UnitImporter implements Importer<RecordRow> {
  readonly read: Importer<RecordRow>['read']
  readonly created = { categories: 0, departments: 0 }
  readonly #run: RecordRun
  readonly #places: KnownPlaces
  readonly #headerOf: RecordReader['headerOf']
  readonly #keys = new Set<string>()
  readonly #doors = new Set<string>()
  readonly #plans = new Map<number, Plan>()
  readonly #newBuildings = new Map<string, NewBuilding>()
  readonly #withdrawn: readonly Building[]

  /** `withdrawn`: buildings that went with an import, and come back under their name. */
  constructor(run: RecordRun, reader: RecordReader, places: KnownPlaces, withdrawn: readonly Building[]) {
    this.#run = run
    this.#places = places
    this.#withdrawn = withdrawn
    this.read = reader.read
    this.#headerOf = reader.headerOf
  }

  async judge(batch: readonly Read[]): Promise<readonly Judgement[]> {
    const { tx, orgId, source } = this.#run
    const keys = batch.map(({ row }) => keyOf(row.values))
    const earlier = await earlierRows(tx.manager, orgId, 'UNITS', source, keys)
    const byKey = new Map(earlier.map((row) => [row.key, row]))
    const doors = batch.flatMap(({ row: { values } }) => {
      const project = this.#places.project(wordsOf(values, 'project'))
      const building = project && this.#places.building(project.id, wordsOf(values, 'building'))
      return building === undefined ? [] : [{ building_id: building, label: wordsOf(values, 'unit') }]
    })
    const ids = earlier.map(({ recordId }) => recordId)
    const present = await unitsNamed(tx.manager, orgId, doors, ids)
    return batch.map((read, at) => this.#judge(read, keys[at]!, byKey.get(keys[at]!), present))
  }

  async prepare(): Promise<void> {
    const { tx } = this.#run
    for (const [id, { projectId, name, withdrawn }] of this.#newBuildings)
      if (withdrawn) await tx.patch(Building, withdrawn, { withdrawnAt: null })
      else await tx.insert(Building, { id, projectId, name, withdrawnAt: null, version: 1 })
    await tx.flush()
  }

  async write(batch: Parameters<Importer<RecordRow>['write']>[0]): Promise<void> {
    const { tx, orgId, id, source } = this.#run
    const rows = batch.map(({ read, verdict }) => ({ read, verdict, plan: this.#plans.get(read.place)! }))
    const fresh = rows.filter(({ verdict }) => verdict === 'NEW')
    await insertUnits(
      tx.manager,
      orgId,
      fresh.map(({ read, plan }) => ({
        id: plan.unitId,
        project_id: plan.projectId,
        building_id: plan.buildingId,
        label: wordsOf(read.row.values, 'unit'),
        ...unitValues(read.row.values),
      })),
    )
    const changed = rows
      .filter(({ verdict }) => verdict === 'CHANGED')
      .map(({ read, plan }) => ({
        id: plan.unitId,
        seen: plan.seen!.version,
        ...becoming(plan, read.row.values),
      }))
    await updateUnits(tx.manager, orgId, changed)
    await insertImportedRows(
      tx.manager,
      { orgId, id, kind: 'UNITS', source },
      rows.map(({ read, verdict, plan }) => ({
        line: read.table.line,
        identity: plan.key,
        key: plan.key,
        hash: contentHash(read.row.values),
        record_id: plan.unitId,
        made: verdict === 'NEW',
        record_version: (plan.seen?.version ?? 0) + 1,
        before: verdict === 'CHANGED' ? beforeOf(plan, read.row.values) : null,
        part_ids: this.#newBuildings.has(plan.buildingId) ? [plan.buildingId] : [],
      })),
    )
  }

  #judge(
    read: Read,
    key: string,
    earlier: EarlierRow | undefined,
    present: ReadonlyMap<string, PresentUnit>,
  ): Judgement {
    const { values } = read.row
    const { line } = read.table
    const refused = (...issues: Judgement['issues']): Judgement => ({
      verdict: 'REFUSED',
      issues,
      counts: [],
    })
    const project = this.#places.project(wordsOf(values, 'project'))
    if (!project)
      return refused(
        importIssue(line, 'NO_SUCH_RECORD', this.#headerOf('project'), wordsOf(values, 'project')),
      )
    const buildingId = this.#buildingOf(project, wordsOf(values, 'building'))
    const door = `${buildingId} ${wordsOf(values, 'unit')}`
    if (this.#keys.has(key) || this.#doors.has(door))
      return refused(importIssue(line, 'DUPLICATE_KEY', this.#headerOf('unit'), wordsOf(values, 'unit')))
    this.#keys.add(key)
    this.#doors.add(door)
    const plan = this.#planOf(values, key, earlier, present, { project, buildingId })
    if (plan.verdict === 'NEW' || plan.verdict === 'CHANGED') this.#plans.set(read.place, plan)
    const count = {
      dimension: 'PROJECT' as const,
      key: project.id,
      value: null,
      nameZh: project.name,
      nameEn: project.name,
    }
    return { verdict: plan.verdict, issues: [], counts: [count] }
  }

  #planOf(
    values: RecordValues,
    key: string,
    earlier: EarlierRow | undefined,
    present: ReadonlyMap<string, PresentUnit>,
    { project, buildingId }: { readonly project: KnownProject; readonly buildingId: string },
  ): Plan {
    const door = present.get(`${buildingId} ${wordsOf(values, 'unit')}`)
    const known = earlier && !earlier.undone ? present.get(earlier.recordId) : undefined
    const seen = known ?? door
    const at = { key, buildingId, projectId: project.id }
    if (!seen || seen.withdrawn)
      return { ...at, verdict: 'NEW', unitId: seen?.id ?? this.#run.tx.newId(), seen, fills: false }
    const plan = { ...at, unitId: seen.id, seen }
    if (known && earlier!.hash === contentHash(values)) return { ...plan, verdict: 'UNCHANGED', fills: false }
    if (known && known.version !== earlier!.recordVersion)
      return { ...plan, verdict: 'HANDLED', fills: false }
    const wanted: Plan = { ...plan, verdict: 'CHANGED', fills: !known }
    return Object.keys(beforeOf(wanted, values)).length > 0 ? wanted : { ...wanted, verdict: 'UNCHANGED' }
  }

  #buildingOf(project: KnownProject, name: string): string {
    const found = this.#places.building(project.id, name)
    if (found !== undefined) return found
    const withdrawn = this.#withdrawn.find((it) => it.projectId === project.id && it.name === name)
    const id = withdrawn?.id ?? this.#run.tx.newId()
    this.#newBuildings.set(id, { projectId: project.id, name, withdrawn })
    this.#places.addBuilding(project.id, name, id)
    return id
  }
}

const wordsOf = (values: RecordValues, field: 'project' | 'building' | 'unit'): string =>
  values[field] as string

const keyOf = (values: RecordValues): string =>
  values['sourceKey'] === undefined
    ? identityOf(wordsOf(values, 'project'), wordsOf(values, 'building'), wordsOf(values, 'unit'))
    : identityOf('key', values['sourceKey'] as string)

const unitValues = (values: RecordValues): UnitValues => ({
  floor: (values['floor'] as number | undefined) ?? null,
  area_hundredths: values['area'] === undefined ? null : Math.round((values['area'] as number) * 100),
  developer: (values['developer'] as string | undefined) ?? null,
  warranty_ends_on: (values['warrantyEndsOn'] as string | undefined) ?? null,
})

/** What the unit becomes: all that is stated, or only what was empty. */
const becoming = ({ seen, fills }: Plan, values: RecordValues): UnitValues => {
  const stated = unitValues(values)
  return Object.fromEntries(
    UNIT_COLUMNS.map((column) => {
      const was = seen?.[column] ?? null
      return [column, stated[column] === null || (fills && was !== null) ? was : stated[column]]
    }),
  ) as unknown as UnitValues
}

const beforeOf = (plan: Plan, values: RecordValues): Readonly<Record<string, unknown>> => {
  const after = becoming(plan, values)
  const changed = UNIT_COLUMNS.filter((column) => after[column] !== (plan.seen?.[column] ?? null))
  return Object.fromEntries(changed.map((column) => [column, plan.seen?.[column] ?? null]))
}
