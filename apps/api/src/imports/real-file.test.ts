/**
 * Twenty thousand real cases (../shared/data beside the checkout). What the file says is counted here by a few lines of our own,
 * which share nothing with the importer.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ImportTests, type Run } from '../../test/imports.ts'
import type { Story } from '../../test/story.ts'
import { repositoryRoot } from '../runtime/data-folder.ts'

const FILE = join(repositoryRoot, '../shared/data/nyc-casework-housing.csv')

/** Cells of a line; no cell of the file has a line break. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
  )

const countBy = <T>(rows: readonly T[], key: (row: T) => string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1
  return counts
}

interface Stored {
  external_reference: string
  number: string
  status: string
  registered_at: Date
  closed_at: Date | null
  descriptor: string | null
  department: string
  facts: string
}
const STORED = `
select c.external_reference, c.number, c.status, c.registered_at, c.closed_at, c.facts, d.code as department,
       substring(c.facts from 'Descriptor: ([^\\n]*)') as descriptor, c.category_id
  from complaint c join department d on d.org_id = c.org_id and d.id = c.handling_department_id
 where c.org_id = $1 order by c.external_reference`

describe.skipIf(!existsSync(FILE))(`the real file ${FILE} (skipped where it is absent)`, () => {
  let tests: ImportTests
  let here: Story
  let run: Run
  let rows: Readonly<Record<string, string>>[]
  let stored: (Stored & { category_id: string | null })[]

  const readStored = async () => {
    let found: typeof stored = []
    await tests.database.asSuperuser(async (client) => {
      found = (await client.query(STORED, [here.orgId])).rows as typeof stored
    })
    return found
  }
  beforeAll(async () => {
    const [header = '', ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n')
    const names = header.split(',')
    rows = lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, at) => [names[at]!, cell.trim()])))
    tests = await ImportTests.begin()
    here = await tests.story()
    run = await tests.bring(here, readFileSync(FILE), { mapping: 'nyc-casework' })
    stored = await readStored()
  })
  afterAll(() => tests?.end())

  it('is in, with nothing lost and nothing twice', () => {
    expect(run).toMatchObject({
      status: 'DONE',
      encoding: 'UTF_8',
      rowsRead: 20_000,
      rowsNew: 20_000,
      rowsRefused: 0,
    })
    expect(stored.map((it) => it.external_reference)).toEqual(rows.map((row) => row['unique_key']).sort())
  })

  it('has the file’s own counts of open and closed, in the table and in the run', () => {
    const expected = countBy(rows, (row) => (row['closedate'] ? 'CLOSED' : 'REGISTERED'))
    expect(countBy(stored, (it) => it.status)).toEqual(expected)
    const told = run.counts.filter(({ dimension }) => dimension === 'STATUS')
    expect(Object.fromEntries(told.map(({ value, rows: many }) => [value, many]))).toEqual(expected)
  })

  it('has the file’s own counts by descriptor: a category each, and none where there is none', () => {
    const expected = countBy(rows, (row) => row['descriptor']!)
    expect(countBy(stored, (it) => it.descriptor ?? '')).toEqual(expected)
    const sizes = Object.values(expected).sort()
    expect(Object.values(countBy(stored, (it) => it.category_id ?? '')).sort()).toEqual(sizes)
    expect(stored.filter((it) => it.category_id === null)).toHaveLength(expected['']!)
    const told = run.counts.filter(({ dimension }) => dimension === 'CATEGORY')
    expect(told.map(({ rows: many }) => many).sort()).toEqual(sizes)
  })

  it('keeps days, office and places, each in its own case', () => {
    const day = (at: Date | null) => at && new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    const byKey = new Map(stored.map((it) => [it.external_reference, it]))
    for (const row of rows) {
      const it = byKey.get(row['unique_key']!)!
      const said = [day(it.registered_at), day(it.closed_at) ?? '', it.department]
      expect(said).toEqual([row['opendate'], row['closedate'], row['account']])
      for (const column of ['zip', 'borough', 'city', 'community_board', 'council_dist'])
        if (row[column]) expect(it.facts).toContain(`: ${row[column]}`)
    }
  })

  it('has numbers without gaps in each month of opening', () => {
    const byMonth = countBy(rows, (row) => row['opendate']!.slice(2, 7).replace('-', ''))
    const serials = new Map<string, number[]>()
    for (const { number } of stored) {
      const [month = '', serial] = number.split('-')
      serials.set(month, [...(serials.get(month) ?? []), Number(serial)])
    }
    expect(Object.fromEntries([...serials].map(([month, all]) => [month, all.length]))).toEqual(byMonth)
    for (const all of serials.values())
      expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: all.length }, (_, at) => at + 1))
  })

  it('changes nothing when it is brought in again', async () => {
    const again = await tests.bring(here, readFileSync(FILE), { mapping: 'nyc-casework' })
    expect(again).toMatchObject({
      rowsNew: 0,
      rowsChanged: 0,
      rowsUnchanged: 20_000,
      categoriesNew: 0,
      departmentsNew: 0,
    })
    expect(await readStored()).toEqual(stored)
  })
})
