/** Names in a file → records of the organization: those that are there, and those that the file brings along. */
import {
  comparableName,
  importRefusal,
  RECORD_FIELDS,
  type ComplaintMapping,
  type ImportedRow,
  type NamedRecord,
  type RecordField,
} from '@steward/domain'
import type { Transaction } from '../../../database/transaction.ts'
import { v7 as newId } from 'uuid'
import { ImportStopped } from '../import-stopped.ts'

export interface NewCategory {
  readonly id: string
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly parentId: string | null
}
export interface NewDepartment {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** What the names of one row lead to; `unknown` lead nowhere and stay among the facts. */
export interface RowRecords {
  readonly categoryId: string | null
  readonly handlingDepartmentId: string | null
  readonly clientId: string | null
  readonly keyAccountManagerId: string | null
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly unitId: string | null
  readonly unknown: readonly RecordField[]
  /** Unknown, where the mapping wants the row refused for it. */
  readonly refused: readonly NamedRecord[]
}

/** More different names than this are no categories or departments but something written by hand. */
const MOST_NEW_RECORDS = 1_000

interface Client {
  readonly id: string
  readonly keyAccountManagerId: string | null
}

export class KnownRecords {
  readonly newCategories: NewCategory[] = []
  readonly newDepartments: NewDepartment[] = []
  readonly #parent: ComplaintMapping['categoryParent']
  #parentId: string | undefined
  readonly #categories = new Map<string, string>()
  readonly #categoryCodes = new Set<string>()
  readonly #departments = new Map<string, string>()
  readonly #clients = new Map<string, Client>()
  readonly #projects = new Map<string, string>()
  /** Keyed by what they lie in, then by name. */
  readonly #buildings = new Map<string, string>()
  readonly #units = new Map<string, string>()

  private constructor(mapping: ComplaintMapping) {
    this.#parent = mapping.categoryParent
  }

  /** Reads what the mapping can name; an organization has hundreds of thousands of units at most. */
  static async load(
    manager: Transaction['manager'],
    orgId: string,
    mapping: ComplaintMapping,
  ): Promise<KnownRecords> {
    const known = new KnownRecords(mapping)
    const names = (field: RecordField) => mapping.columns.some((rule) => rule.field === field)
    const rows = <T>(sql: string) => manager.query<T[]>(sql, [orgId])
    if (names('category')) known.#addCategories(await rows(CATEGORIES))
    if (names('department')) {
      const departments = await rows<NewDepartment>(DEPARTMENTS)
      for (const { id, code, name } of departments) addAll(known.#departments, id, [code, name])
    }
    if (names('client')) {
      for (const { code, ...client } of await rows<Client & { code: string }>(CLIENTS))
        known.#clients.set(comparableName(code), client)
    }
    if (names('project')) {
      const projects = await rows<NewDepartment>(PROJECTS)
      for (const { id, code, name } of projects) addAll(known.#projects, id, [code, name])
    }
    if (names('building')) {
      for (const { id, projectId, name } of await rows<{ id: string; projectId: string; name: string }>(
        BUILDINGS,
      ))
        known.#buildings.set(within(projectId, name), id)
    }
    if (names('unit')) {
      for (const { id, buildingId, label } of await rows<{ id: string; buildingId: string; label: string }>(
        UNITS,
      ))
        known.#units.set(within(buildingId, label), id)
    }
    return known
  }

  /** Looks the names of a row up, and takes those down that are to be created, unless the row is refused for another. */
  resolve({ records }: ImportedRow): RowRecords {
    const { category, department, client, project, building, unit } = records
    const found = client && this.#clients.get(key(client))
    const projectId = project && this.#projects.get(key(project))
    const buildingId = building && projectId && this.#buildings.get(within(projectId, building.name.zh))
    const ids: Partial<Record<RecordField, string | undefined>> = {
      category: category && this.#findCategory(category),
      department: department && this.#departments.get(key(department)),
      client: found?.id,
      project: projectId,
      building: buildingId,
      unit: unit && buildingId && this.#units.get(within(buildingId, unit.name.zh)),
    }
    const unknown = (): RecordField[] => RECORD_FIELDS.filter((field) => records[field] && !ids[field])
    const refused = unknown().flatMap((field) =>
      records[field]?.rule.whenUnknown === 'ERROR' ? records[field] : [],
    )
    if (refused.length === 0) {
      if (category) ids.category ??= this.#createCategory(category)
      if (department) ids.department ??= this.#createDepartment(department)
    }
    return {
      categoryId: ids.category ?? null,
      handlingDepartmentId: ids.department ?? null,
      clientId: ids.client ?? null,
      keyAccountManagerId: found?.keyAccountManagerId ?? null,
      projectId: ids.project ?? null,
      buildingId: ids.building ?? null,
      unitId: ids.unit ?? null,
      unknown: unknown(),
      refused,
    }
  }

  #addCategories(rows: readonly NewCategory[]): void {
    this.#parentId = rows.find(({ code }) => code === this.#parent?.code)?.id
    // Those under the mapping's own parent come last and win: a file's words mean what they meant the last time.
    const ownLast = [...rows].sort((a, b) => Number(this.#isOwn(a)) - Number(this.#isOwn(b)))
    for (const { id, code, nameZh, nameEn } of ownLast) {
      addAll(this.#categories, id, [code, nameZh, nameEn])
      this.#categoryCodes.add(code)
    }
  }

  #isOwn({ parentId }: NewCategory): boolean {
    return this.#parentId !== undefined && parentId === this.#parentId
  }

  #findCategory({ name }: NamedRecord): string | undefined {
    return this.#categories.get(comparableName(name.en)) ?? this.#categories.get(comparableName(name.zh))
  }

  #createCategory({ name, rule, header }: NamedRecord): string | undefined {
    const parent = this.#parent
    if (rule.whenUnknown !== 'CREATE' || !parent) return undefined
    this.#parentId ??= this.#addCategory({
      code: parent.code,
      nameZh: parent.zh,
      nameEn: parent.en,
      parentId: null,
    })
    checkNumber(this.newCategories, header)
    const code = this.#freeCode(parent.code, name.en)
    return this.#addCategory({ code, nameZh: name.zh, nameEn: name.en, parentId: this.#parentId })
  }

  #addCategory(category: Omit<NewCategory, 'id'>): string {
    const id = newId()
    this.newCategories.push({ id, ...category })
    this.#categoryCodes.add(category.code)
    addAll(this.#categories, id, [category.nameZh, category.nameEn])
    return id
  }

  /** `NYC-HEAT-HOT-WATER`; with a number behind it where the words leave nothing, or something that is taken. */
  #freeCode(parent: string, name: string): string {
    const words = name
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40)
    const base = words === '' ? parent : `${parent}-${words}`
    for (let at = 1; ; at += 1) {
      const code = at === 1 && words !== '' ? base : `${base}-${at}`
      if (!this.#categoryCodes.has(code)) return code
    }
  }

  #createDepartment({ name, rule, header }: NamedRecord): string | undefined {
    if (rule.whenUnknown !== 'CREATE') return undefined
    checkNumber(this.newDepartments, header)
    const id = newId()
    this.newDepartments.push({ id, code: name.zh, name: name.zh })
    addAll(this.#departments, id, [name.zh])
    return id
  }
}

const checkNumber = (created: readonly unknown[], header: string): void => {
  if (created.length <= MOST_NEW_RECORDS) return
  throw ImportStopped.refused(importRefusal('TOO_MANY_NAMES', { column: header, count: MOST_NEW_RECORDS }))
}

const key = ({ name }: NamedRecord): string => comparableName(name.zh)
const within = (outer: string, name: string): string => `${outer} ${comparableName(name)}`
const addAll = (map: Map<string, string>, id: string, names: readonly string[]): void => {
  for (const name of names) map.set(comparableName(name), id)
}

const CATEGORIES = `
select id, code, name_zh as "nameZh", name_en as "nameEn", parent_id as "parentId"
  from complaint_category where org_id = $1 order by code`
const DEPARTMENTS = `select id, code, name from department where org_id = $1 order by code`
const CLIENTS = `select id, code, key_account_manager_id as "keyAccountManagerId" from client where org_id = $1`
const PROJECTS = `select id, code, name from project where org_id = $1 order by code`
const BUILDINGS = `select id, project_id as "projectId", name from building where org_id = $1 and withdrawn_at is null`
const UNITS = `select id, building_id as "buildingId", label from unit where org_id = $1 and withdrawn_at is null`
