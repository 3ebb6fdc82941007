import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyContentChanges,
  CAUSES,
  changeCount,
  contentDifference,
  DEFAULT_AUTHORITY_LIMITS,
  DEFAULT_SIGNATURE_POLICY,
  DOCUMENT_KINDS,
  LIMITED_ROLES,
  parseContent,
  revisionDifference,
  type Compared,
  type DocumentContent,
  type DocumentKind,
  type Role,
  type WrittenContent,
} from '../index.ts'
import { uuid } from '../../test/given.ts'

const parsed = (kind: DocumentKind, content: object): DocumentContent => {
  const result = parseContent(kind, content as Record<string, unknown>)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** Few words, so that two contents often share some of what they say. */
const line = fc
  .array(fc.constantFrom('客户', '投诉', '当日', '答复', '须', 'within', ' ', '24 小时', '。'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((said) => `条${said.join('')}`)
const written = fc
  .array(fc.record({ heading: line, body: fc.array(line, { maxLength: 4 }).map((it) => it.join('\n')) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((clauses) => parsed('REGULATION', { clauses }))
const limits = fc
  .uniqueArray(
    fc.record({
      role: fc.constantFrom(...LIMITED_ROLES),
      cause: fc.constantFrom(null, ...CAUSES.slice(0, 3)),
      limitMinor: fc.constantFrom(0, 50_00, 500_00),
    }),
    { minLength: 1, selector: ({ role, cause }) => `${role}${cause}` },
  )
  .map((rows) => parsed('AUTHORITY_LIMITS', { limits: rows }))

const TOLD = { currency: 'CNY', say: ({ zh }: { zh: string }) => zh }

/** The policy as it is shipped, with some rules and steps more or fewer, and some other. */
const policies = fc
  .record({
    tier: fc.option(fc.constantFrom(10_000_00, 50_000_00), { nil: null }),
    grades: fc.constantFrom([], ['A'], ['A', 'B']),
    siteTiers: fc.constantFrom([], ['SMALL'], ['SMALL', 'LARGE']),
    reviewers: fc.uniqueArray(fc.constantFrom<Role>('QUALITY', 'GM_OFFICE', 'CS_MANAGER'), { minLength: 1 }),
    reviews: fc.integer({ min: 0, max: 3 }),
    dueMinutes: fc.constantFrom(null, 480, 960),
    level: fc.constantFrom(null, 'FULL' as const, 'PASSKEY' as const),
  })
  .map(({ tier, grades, siteTiers, reviewers, reviews, dueMinutes, level }) => {
    const step = (meaning: 'PREPARED' | 'REVIEWED' | 'APPROVED', roles: readonly Role[]) => ({
      meaning,
      roles,
      dueMinutes,
      escalateAfterMinutes: dueMinutes === null ? [] : [dueMinutes],
      level,
    })
    const steps = [
      step('PREPARED', []),
      ...Array.from({ length: reviews }, () => step('REVIEWED', reviewers)),
      step('APPROVED', ['GENERAL_MANAGER']),
    ]
    const added =
      tier === null
        ? []
        : [{ kind: 'SETTLEMENT_AGREEMENT' as const, fromMinor: tier, grades, siteTiers, steps }]
    const rules = DEFAULT_SIGNATURE_POLICY.rules.map((rule) =>
      rule.kind === 'REGULATION' ? { ...rule, steps } : rule,
    )
    return parsed('SIGNATURE_POLICY', { rules: [...rules, ...added] })
  })

/** Two criteria or one, by bands or a line, three grades or two, with something earned or not. */
const standards = fc
  .record({
    share: fc.constantFrom(4_000, 6_000, 10_000),
    line: fc.boolean(),
    missing: fc.constantFrom(
      { rule: 'REWEIGH' },
      { rule: 'DEFAULT', score: 5_000 },
      { rule: 'NOT_GRADABLE' },
    ),
    target: fc.constantFrom(null, 9_000),
    third: fc.boolean(),
    earns: fc.boolean(),
    leastWeight: fc.constantFrom(0, 6_000),
  })
  .map(({ share, line: isLine, missing, target, third, earns, leastWeight }) => {
    const scale = isLine
      ? { way: 'LINE', corners: [{ at: 0, score: 0 }, { at: 9_500, score: 10_000 }] } // prettier-ignore
      : { way: 'BANDS', bands: [{ from: null, score: 0 }, { from: 9_000, score: 10_000 }] } // prettier-ignore
    const criterion = {
      key: 'punctual',
      name: '缴费及时',
      metric: 'PUNCTUALITY',
      weight: share,
      scale,
      missing,
      target,
    }
    const other = { ...criterion, key: 'tenure', name: '年限', metric: 'TENURE', weight: 10_000 - share }
    return parsed('GRADING_STANDARD', {
      standard: {
        criteria: share === 10_000 ? [criterion] : [criterion, other],
        grades: [
          { grade: 'A', from: 8_000 },
          ...(third ? [{ grade: 'B', from: 5_000 }] : []),
          { grade: 'C', from: 0 },
        ],
        earns: earns ? [{ grade: 'A', what: '季度走访', timesAYear: 4, minutes: 60, costMinor: 0 }] : [],
        leastWeight,
      },
    })
  })

const CONTENTS = [
  ['REGULATION', written],
  ['AUTHORITY_LIMITS', limits],
  ['SIGNATURE_POLICY', policies],
  ['GRADING_STANDARD', standards],
] as const

describe.each(CONTENTS)('the difference of two contents of a %s', (kind, content) => {
  const pair = fc.tuple(content, fc.oneof(content, content))

  it('leads from the one to the other', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const { places } = contentDifference(kind, before, after, TOLD)
        expect(applyContentChanges(kind, before, places)).toEqual(after)
      }),
      { numRuns: 150 },
    )
  })

  it('is empty if and only if they are equal', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const { places } = contentDifference(kind, before, after, TOLD)
        expect(places.length === 0).toBe(JSON.stringify(before) === JSON.stringify(after))
        expect(contentDifference(kind, after, after, TOLD).places).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('shows all of both sides, and of a changed text every word of both', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const { lines, places } = contentDifference(kind, before, after, TOLD)
        const side = (name: 'before' | 'after') => lines.flatMap((it) => it[name]?.text ?? [])
        const all = (it: DocumentContent) =>
          contentDifference(kind, null, it, TOLD).lines.map(({ after: unit }) => unit!.text)
        expect(side('before')).toEqual(all(before))
        expect(side('after')).toEqual(all(after))
        for (const place of places.filter(({ words }) => words !== null)) {
          const without = (what: string) =>
            place.words!.flatMap((it) => (it.kind === what ? [] : it.text)).join('')
          expect(without('ADDED')).toBe(place.before)
          expect(without('REMOVED')).toBe(place.after)
        }
      }),
      { numRuns: 100 },
    )
  })
})

const PROCEDURE: WrittenContent = {
  clauses: [
    { heading: '目的', body: '规范客户投诉的受理与处理。' },
    {
      heading: '受理',
      body: '客服专员接到投诉后 2 小时内登记。\n登记内容须向客户复述并确认。',
    },
    { heading: '回访', body: '处理完成后 3 日内回访。' },
  ],
}
const procedure = (clauses: WrittenContent['clauses']): Compared => ({
  kind: 'CONTROL_PROCEDURE',
  title: '客户投诉处理控制程序',
  executingDepartmentId: uuid(1),
  supervisingDepartmentId: uuid(2),
  editingDepartmentId: uuid(1),
  content: { clauses },
})
const telling = {
  departmentName: (id: string) => (id === uuid(1) ? '客户服务部' : '品质部'),
  ...TOLD,
}

describe('changed places', () => {
  it('are told where they stand, in the words that changed', () => {
    const [purpose, intake, visit] = PROCEDURE.clauses as [never, { heading: string; body: string }, never]
    const after = procedure([
      purpose,
      { ...intake, body: intake.body.replace('2 小时', '30 分钟') },
      { heading: '应急处置', body: '爆管等紧急情形先处置。\n事后 24 小时内补办审批。' },
      visit,
    ])
    const { places } = revisionDifference(procedure(PROCEDURE.clauses), after, telling)
    expect(places.map(({ change, where, before, after: now }) => [change, where.zh, before, now])).toEqual([
      [
        'CHANGED',
        '第 2 条 受理，第 1 段',
        '客服专员接到投诉后 2 小时内登记。',
        '客服专员接到投诉后 30 分钟内登记。',
      ],
      ['ADDED', '第 3 条 应急处置', null, '应急处置\n爆管等紧急情形先处置。\n事后 24 小时内补办审批。'],
    ])
    expect(
      places[0]!.words!.filter(({ kind }) => kind !== 'SAME').map(({ kind, text }) => [kind, text]),
    ).toEqual([
      ['REMOVED', '2 小时'],
      ['ADDED', '30 分钟'],
    ])
    expect(changeCount(procedure(PROCEDURE.clauses), after)).toBe(2)
  })

  it('tell of the head too, by the names of departments', () => {
    const before = procedure(PROCEDURE.clauses)
    const after = { ...before, title: '投诉处理控制程序', executingDepartmentId: uuid(2) }
    const { places } = revisionDifference(before, after, telling)
    expect(places.map(({ where, before: was, after: now }) => [where.zh, was, now])).toEqual([
      ['文件名称', '客户投诉处理控制程序', '投诉处理控制程序'],
      ['执行部门', '客户服务部', '品质部'],
    ])
  })

  it('of the matrix are its cells, with amounts', () => {
    const after = [
      ...DEFAULT_AUTHORITY_LIMITS.filter(({ role }) => role !== 'CR_SUPERVISOR'),
      { role: 'CR_SUPERVISOR', cause: null, limitMinor: 800_00 },
      { role: 'CS_MANAGER', cause: 'SUPPLIER', limitMinor: 0 },
    ]
    const { places } = contentDifference(
      'AUTHORITY_LIMITS',
      parsed('AUTHORITY_LIMITS', { limits: DEFAULT_AUTHORITY_LIMITS }),
      parsed('AUTHORITY_LIMITS', { limits: after }),
      TOLD,
    )
    expect(places.map(({ change, where, before, after: now }) => [change, where.en, before, now])).toEqual([
      ['CHANGED', 'Client relations supervisor · general', 'CNY 500.00', 'CNY 800.00'],
      ['REMOVED', "Client relations supervisor · Client's own", 'CNY 200.00', null],
      ['REMOVED', 'Client relations supervisor · Force majeure', 'CNY 200.00', null],
      ['ADDED', 'Client service manager · Supplier', null, 'CNY 0.00'],
    ])
  })

  it('of the policy are its rules and steps, in words', () => {
    const { rules } = DEFAULT_SIGNATURE_POLICY
    const after = rules.map((rule) =>
      rule.kind === 'REGULATION'
        ? { ...rule, steps: rule.steps.with(2, { ...rule.steps[2]!, roles: ['GENERAL_MANAGER'] as const }) }
        : rule,
    )
    const { places } = contentDifference(
      'SIGNATURE_POLICY',
      parsed('SIGNATURE_POLICY', { rules }),
      parsed('SIGNATURE_POLICY', { rules: after }),
      TOLD,
    )
    expect(places.map(({ change, where, before, after: now }) => [change, where.zh, before, now])).toEqual([
      [
        'CHANGED',
        '管理办法，第 3 步',
        '批准：总经理、总经办；16 个工作小时内；逾期 8、16、24 小时逐级上报',
        '批准：总经理；16 个工作小时内；逾期 8、16、24 小时逐级上报',
      ],
    ])
  })

  it('of a first revision are none', () => {
    expect(changeCount(null, procedure(PROCEDURE.clauses))).toBe(0)
  })
})

describe('a content', () => {
  it.each(DOCUMENT_KINDS)('of a %s takes nothing of another kind', (kind) => {
    const both = { clauses: PROCEDURE.clauses, limits: DEFAULT_AUTHORITY_LIMITS }
    const result = parseContent(kind, both)
    expect(result.ok).toBe(false)
  })

  it('names the clause, or the row, that is wrong', () => {
    const paths = (kind: DocumentKind, content: Record<string, unknown>) => {
      const result = parseContent(kind, content)
      return result.ok ? [] : result.error.fields.map(({ path }) => path)
    }
    expect(paths('REGULATION', { clauses: [{ heading: ' ', body: '' }] })).toEqual([
      'content.clauses.0.heading',
    ])
    const row = { role: 'CS_MANAGER', cause: null, limitMinor: 1 }
    expect(paths('AUTHORITY_LIMITS', { limits: [row, row] })).toEqual(['content.limits.1.cause'])
    expect(paths('AUTHORITY_LIMITS', { limits: [{ ...row, role: 'TECHNICIAN' }] })).toEqual([
      'content.limits.0.role',
    ])
    expect(paths('AUTHORITY_LIMITS', { limits: [{ ...row, limitMinor: 10_000_000_001 }] })).toEqual([
      'content.limits.0.limitMinor',
    ])
  })
})
