import { readFragment, type SimulationResultOfQuery } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { MatrixCell, MatrixTable } from '@steward/ui'
import { DistributionParts } from '../standard/standard-documents.ts'

const texts = messages({
  table: {
    zh: '等级变动：行是对照的等级，列是试的等级',
    en: 'Moves: rows are the grade compared with, columns the one tried out',
  },
  corner: { zh: '对照的等级', en: 'Grade compared with' },
  from: { zh: '原 {{grade}}', en: 'was {{grade}}' },
  to: { zh: '变为 {{grade}}', en: 'becomes {{grade}}' },
  none: { zh: '不评级', en: 'not graded' },
  cell: { zh: '原 {{from}}，变为 {{to}}', en: 'was {{from}}, becomes {{to}}' },
  up: { zh: '上升', en: 'up' },
  down: { zh: '下降', en: 'down' },
  same: { zh: '不变', en: 'same' },
})

export interface Chosen {
  readonly from: string | null
  readonly to: string | null
}

/** Rows and columns need a key where there is no grade. */
const NONE = ''
const keyOf = (grade: string | null): string => grade ?? NONE
const gradeOf = (key: string): string | null => (key === NONE ? null : key)

const TONES = { up: 'good', down: 'warn', same: 'neutral' } as const

/** How many go from which grade to which; above the diagonal they fall, below they climb. A cell opens its clients. */
export function MigrationMatrix({
  result,
  chosen,
  onChoose,
}: {
  readonly result: NonNullable<SimulationResultOfQuery['simulationResult']>
  readonly chosen: Chosen | undefined
  readonly onChoose: (cell: Chosen) => void
}) {
  const say = useMessages(texts)
  const tried = readFragment(DistributionParts, result.tried)
  const compared = readFragment(DistributionParts, result.compared)
  const rows = [...(compared?.grades.map(({ grade }) => grade) ?? []), NONE]
  const columns = [...tried.grades.map(({ grade }) => grade), NONE]
  const named = (key: string) => (key === NONE ? say('none') : key)
  const many = (from: string, to: string): number =>
    result.moves.find((move) => keyOf(move.from) === from && keyOf(move.to) === to)?.clients ?? 0
  const sum = (from: string) => columns.reduce((all, to) => all + many(from, to), 0)
  const rank = (keys: readonly string[], key: string): number => (key === NONE ? 99 : keys.indexOf(key))
  const cell = (from: string, to: string) => {
    const clients = many(from, to)
    const step = rank(rows, from) - rank(columns, to)
    const way = from === to ? 'same' : step > 0 ? 'up' : 'down'
    const isChosen = chosen !== undefined && keyOf(chosen.from) === from && keyOf(chosen.to) === to
    return (
      <MatrixCell
        label={say('cell', { from: named(from), to: named(to) })}
        value={clients}
        note={clients > 0 && (isChosen ? `▸ ${say(way)}` : say(way))}
        own={clients > 0}
        tone={clients > 0 ? TONES[way] : undefined}
        onEdit={
          clients > 0 && from !== to ? () => onChoose({ from: gradeOf(from), to: gradeOf(to) }) : undefined
        }
      />
    )
  }
  return (
    <MatrixTable
      label={say('table')}
      corner={say('corner')}
      columns={columns.map((key) => ({ key, label: say('to', { grade: named(key) }) }))}
      rows={rows.map((key) => ({ key, label: say('from', { grade: named(key) }), note: sum(key) }))}
      cell={cell}
    />
  )
}
