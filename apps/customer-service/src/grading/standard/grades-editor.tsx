import { FULL_SCORE, type Earned, type Grade } from '@steward/domain'
import { GradeBar, messages, useMessages, useViewer } from '@steward/portal'
import { AddIcon, Button, DeleteIcon, Input, InputNumber, MoneyInput, Select, Stack } from '@steward/ui'
import { HundredthsInput } from './raw-input.tsx'
import type { Typed } from './standard-draft.ts'

const texts = messages({
  grades: { zh: '等级表', en: 'Grades' },
  grade: { zh: '等级', en: 'Grade' },
  from: { zh: '总分从', en: 'Total from' },
  gradeOf: { zh: '第 {{count}} 个等级的名称', en: 'Name of grade {{count}}' },
  fromOf: { zh: '第 {{count}} 个等级的下限', en: 'Grade {{count}} from' },
  addGrade: { zh: '加一个等级', en: 'Add a grade' },
  removeGrade: { zh: '删除等级 {{grade}}', en: 'Remove grade {{grade}}' },
  least: { zh: '已知指标的权重至少', en: 'Known weight at least' },
  leastHint: { zh: '低于它的客户不评级', en: 'Who is known by less is not graded' },
  earns: { zh: '各级享有', en: 'What each grade earns' },
  what: { zh: '内容', en: 'What' },
  times: { zh: '每年次数', en: 'Times a year' },
  minutes: { zh: '每次分钟', en: 'Minutes each' },
  cost: { zh: '每次费用', en: 'Cost each' },
  row: { zh: '{{column}}，第 {{count}} 行', en: '{{column}}, row {{count}}' },
  addEarned: { zh: '加一项', en: 'Add one' },
  removeEarned: { zh: '删除第 {{count}} 行', en: 'Remove row {{count}}' },
})

interface GradesEditorProps {
  readonly grades: readonly Typed<Grade>[]
  readonly leastWeight: number | null
  readonly onChange: (change: {
    readonly grades?: readonly Typed<Grade>[]
    readonly leastWeight?: number | null
  }) => void
}

/** The grades from the best down, with the bar that they make. */
export function GradesEditor({ grades, leastWeight, onChange }: GradesEditorProps) {
  const say = useMessages(texts)
  const put = (at: number, change: Partial<Typed<Grade>>) =>
    onChange({ grades: grades.with(at, { ...grades[at]!, ...change }) })
  const isWhole = grades.every(
    ({ from }, at) => from !== null && (at === 0 ? from <= FULL_SCORE : grades[at - 1]!.from! > from),
  )
  return (
    <Stack gap={3}>
      {isWhole && <GradeBar grades={grades as readonly Grade[]} />}
      <table className="st-scale-table" aria-label={say('grades')}>
        <thead>
          <tr>
            <th scope="col">{say('grade')}</th>
            <th scope="col">{say('from')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {grades.map(({ grade, from }, at) => (
            // A grade has no name but the one that is being typed.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              <td>
                <Input
                  aria-label={say('gradeOf', { count: at + 1 })}
                  maxLength={10}
                  value={grade}
                  onChange={({ target }) => put(at, { grade: target.value })}
                />
              </td>
              <td>
                <HundredthsInput
                  label={say('fromOf', { count: at + 1 })}
                  value={from}
                  onChange={(value) => put(at, { from: value })}
                />
              </td>
              <td>
                {grades.length > 2 && (
                  <Button
                    type="text"
                    icon={<DeleteIcon aria-hidden />}
                    aria-label={say('removeGrade', { grade })}
                    onClick={() => onChange({ grades: grades.filter((_, nth) => nth !== at) })}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {grades.length < 9 && (
        <Button
          type="dashed"
          icon={<AddIcon aria-hidden />}
          onClick={() => onChange({ grades: [...grades, { grade: '', from: 0 }] })}
        >
          {say('addGrade')}
        </Button>
      )}
      <div className="st-least">
        <span>{say('least')}</span>
        <HundredthsInput
          label={say('least')}
          value={leastWeight}
          suffix="%"
          onChange={(value) => onChange({ leastWeight: value })}
        />
        <span className="st-quiet">{say('leastHint')}</span>
      </div>
    </Stack>
  )
}

interface EarnsEditorProps {
  readonly earns: readonly Typed<Earned>[]
  readonly grades: readonly string[]
  readonly onChange: (earns: readonly Typed<Earned>[]) => void
}

/** What each grade adds to the contracted service, with the time and the money that it takes. */
export function EarnsEditor({ earns, grades, onChange }: EarnsEditorProps) {
  const say = useMessages(texts)
  const { currency } = useViewer().organization
  const put = (at: number, change: Partial<Typed<Earned>>) =>
    onChange(earns.with(at, { ...earns[at]!, ...change }))
  const named = (column: 'grade' | 'what' | 'times' | 'minutes' | 'cost', at: number) =>
    say('row', { column: say(column), count: at + 1 })
  return (
    <Stack gap={3}>
      <div className="st-earns" role="list" aria-label={say('earns')}>
        {earns.map(({ grade, what, timesAYear, minutes, costMinor }, at) => (
          // Rows may be alike; their place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} role="listitem" className="st-earned">
            <label>
              {say('grade')}
              <Select
                aria-label={named('grade', at)}
                options={grades.map((value) => ({ value, label: value }))}
                value={grade}
                onChange={(value) => put(at, { grade: value })}
              />
            </label>
            <label>
              {say('what')}
              <Input
                aria-label={named('what', at)}
                maxLength={200}
                value={what}
                onChange={({ target }) => put(at, { what: target.value })}
              />
            </label>
            <label>
              {say('times')}
              <InputNumber<number>
                aria-label={named('times', at)}
                min={1}
                max={366}
                precision={0}
                value={timesAYear}
                onChange={(value) => put(at, { timesAYear: value })}
              />
            </label>
            <label>
              {say('minutes')}
              <InputNumber<number>
                aria-label={named('minutes', at)}
                min={0}
                max={10_000}
                precision={0}
                value={minutes}
                onChange={(value) => put(at, { minutes: value })}
              />
            </label>
            <label>
              {say('cost')}
              <MoneyInput
                label={named('cost', at)}
                currency={currency}
                value={costMinor}
                onChange={(value) => put(at, { costMinor: value })}
              />
            </label>
            <Button
              type="text"
              icon={<DeleteIcon aria-hidden />}
              aria-label={say('removeEarned', { count: at + 1 })}
              onClick={() => onChange(earns.filter((_, nth) => nth !== at))}
            />
          </div>
        ))}
      </div>
      {earns.length < 60 && (
        <Button
          type="dashed"
          icon={<AddIcon aria-hidden />}
          onClick={() =>
            onChange([
              ...earns,
              { grade: grades[0] ?? '', what: '', timesAYear: 1, minutes: 0, costMinor: 0 },
            ])
          }
        >
          {say('addEarned')}
        </Button>
      )}
    </Stack>
  )
}
