/**
 * An expert's example: twelve clients by ten criteria, calculated by formulas in a workbook (`worked-example.xlsx` beside the domain's arithmetic).
 * Its sheets are the standard, what is known of each client in the units that people use, and the calculation.
 */
import { fileURLToPath } from 'node:url'
import {
  evaluate,
  GRADING_STANDARD,
  parseInput,
  type Evaluation,
  type GradingStandard,
  type RawValues,
} from '@steward/domain'
import exceljs, { type Cell, type Worksheet } from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'

const FILE = fileURLToPath(
  new URL('../../../../packages/domain/src/grading/worked-example.xlsx', import.meta.url),
)

type Value = string | number | null

/** What stands in a cell: typed, or as the workbook has calculated it; the reader leaves a calculated 0 out. */
const valueOf = ({ value }: Cell): Value => {
  const plain =
    value !== null && typeof value === 'object' && 'formula' in value ? (value.result ?? 0) : value
  return typeof plain === 'number' || (typeof plain === 'string' && plain !== '缺') ? plain : null
}
const rowsOf = (sheet: Worksheet): readonly (readonly Value[])[] =>
  Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_unused, column) =>
      valueOf(sheet.getCell(row + 1, column + 1)),
    ),
  )
const hundred = (value: Value): number => Math.round(Number(value) * 100)

interface Example {
  readonly standard: GradingStandard
  readonly clients: readonly {
    readonly name: string
    readonly values: RawValues
    /** As the expert has them, in points of 100; null: none. */
    readonly scores: readonly (number | null)[]
    readonly knownWeight: number
    readonly total: number
    readonly grade: string
    readonly gaps: readonly Value[]
  }[]
  /** How many of our units one of the workbook's is, by criterion. */
  readonly parts: readonly number[]
}

const read = async (): Promise<Example> => {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(FILE)
  const [rules, known, calculated] = workbook.worksheets.map(rowsOf)
  const criteria = rules!.flatMap((row, at) => {
    const [key, name, metric, weight, way, rule, missingScore, target, , parts, head, ...places] = row
    if (head !== '数值') return []
    const scores = rules![at + 1]!.slice(11).filter((score) => score !== null)
    const raw = (value: Value): number => Math.round(Number(value) * Number(parts))
    const points = scores.map((score, nth) => ({ at: places[nth] ?? null, score: hundred(score) }))
    return [
      {
        parts: Number(parts),
        key,
        name,
        metric,
        weight: hundred(weight!),
        scale:
          way === 'BANDS'
            ? {
                way,
                bands: points.map(({ at: from, score }) => ({
                  from: from === null ? null : raw(from),
                  score,
                })),
              }
            : { way, corners: points.map(({ at: place, score }) => ({ at: raw(place), score })) },
        missing: rule === 'DEFAULT' ? { rule, score: hundred(missingScore!) } : { rule },
        target: target === null || target === undefined ? null : raw(target),
      },
    ]
  })
  const from = rules!.findIndex(([first]) => first === '等级')
  const parsed = parseInput(GRADING_STANDARD, {
    criteria,
    grades: rules!.slice(from + 1, from + 5).map(([grade, least]) => ({ grade, from: hundred(least!) })),
    leastWeight: hundred(rules!.find(([first]) => first === '已知权重至少 %')![1]!),
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.fields))
  const count = criteria.length
  return {
    standard: parsed.value as GradingStandard,
    parts: criteria.map(({ parts }) => parts),
    clients: known!.slice(1).map((row, at) => {
      const line = calculated![at + 1]!
      return {
        name: String(row[0]),
        values: Object.fromEntries(
          criteria.map(({ key, parts }, nth) => {
            const typed = row[nth + 1] ?? null
            return [key, typed === null ? null : Math.round(Number(typed) * parts)]
          }),
        ),
        scores: line.slice(1, count + 1).map((score) => (score === null ? null : hundred(score))),
        knownWeight: hundred(line[count + 1]!),
        total: hundred(line[count + 3]!),
        grade: String(line[count + 5]),
        gaps: line.slice(count + 6, 2 * count + 6),
      }
    }),
  }
}

describe('the worked example', () => {
  let example: Example
  let evaluated: readonly Evaluation[]
  beforeAll(async () => {
    example = await read()
    evaluated = example.clients.map(({ values }) => evaluate(example.standard, values))
  })

  it('is what an expert would take: twelve clients, ten criteria, every rule and both ways of scoring', () => {
    const { criteria } = example.standard
    expect([example.clients.length, criteria.length]).toEqual([12, 10])
    expect(new Set(criteria.map(({ scale, missing }) => `${scale.way} ${missing.rule}`)).size).toBe(4)
    expect(new Set(example.clients.map(({ grade }) => grade))).toEqual(
      new Set(['A', 'B', 'C', 'D', '不评级：缺失', '不评级：已知太少']),
    )
  })

  it('comes out exactly: every score, weight, total, grade and gap', () => {
    for (const [at, client] of example.clients.entries()) {
      const { lines, total, grade, ungraded } = evaluated[at]!
      const weight = lines.reduce(
        (sum, { score }, nth) => sum + (score === null ? 0 : example.standard.criteria[nth]!.weight),
        0,
      )
      const gaps = lines.map(({ gap }, nth) => (gap === null ? null : gap / example.parts[nth]!))
      expect({ name: client.name, scores: lines.map(({ score }) => score), weight, gaps }).toEqual({
        name: client.name,
        scores: client.scores,
        weight: client.knownWeight,
        gaps: gaps.map((_, nth) => client.gaps[nth] ?? null),
      })
      const why = { MISSING: '不评级：缺失', TOO_LITTLE: '不评级：已知太少' } as const
      expect([client.name, ungraded ? why[ungraded] : grade]).toEqual([client.name, client.grade])
      if (ungraded === null) expect([client.name, total]).toEqual([client.name, client.total])
    }
  })

  it('gives no other result when clients are graded in another order, or criteria listed in another', () => {
    const turned = { ...example.standard, criteria: example.standard.criteria.toReversed() }
    const again = example.clients.toReversed().map(({ values }) => evaluate(turned, values))
    expect(again.toReversed().map(({ total, grade }) => [total, grade])).toEqual(
      evaluated.map(({ total, grade }) => [total, grade]),
    )
  })
})
