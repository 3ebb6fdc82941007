import { FULL_SCORE } from '@steward/domain'
import { messages, useMessages } from '@steward/portal'
import { AddIcon, Button, DeleteIcon, ScaleDrawing } from '@steward/ui'
import { HundredthsInput, RawInput } from './raw-input.tsx'
import type { DraftCriterion, DraftPoint } from './standard-draft.ts'

const texts = messages({
  drawing: { zh: '{{name}}的计分图', en: 'How {{name}} scores, drawn' },
  first: { zh: '更低', en: 'below' },
  from: { zh: '第 {{count}} 档下限', en: 'Band {{count}} from' },
  at: { zh: '第 {{count}} 点', en: 'Corner {{count}}' },
  score: { zh: '第 {{count}} 行得分', en: 'Score of row {{count}}' },
  bandFrom: { zh: '数值从', en: 'Value from' },
  cornerAt: { zh: '数值', en: 'Value' },
  points: { zh: '得分', en: 'Score' },
  add: { zh: '加一行', en: 'Add a row' },
  remove: { zh: '删除第 {{count}} 行', en: 'Remove row {{count}}' },
  rows: { zh: '{{name}}的计分表', en: 'Scale of {{name}}' },
})

const MOST = 20

/** The scale of a criterion as a table, with a drawing that follows what is typed. */
export function PointsEditor({
  criterion: { name, metric, way, points, target },
  onChange,
}: {
  readonly criterion: DraftCriterion
  readonly onChange: (points: readonly DraftPoint[]) => void
}) {
  const say = useMessages(texts)
  const isBands = way === 'BANDS'
  const least = isBands ? 1 : 2
  const put = (at: number, change: Partial<DraftPoint>) =>
    onChange(points.map((point, nth) => (nth === at ? { ...point, ...change } : point)))
  const placed = (isBands ? points.slice(1) : points).map(({ at }) => at)
  const isWhole = placed.every((at, nth) => at !== null && (nth === 0 || placed[nth - 1]! < at))
  return (
    <div className="st-scale-edit">
      <table className="st-scale-table" aria-label={say('rows', { name })}>
        <thead>
          <tr>
            <th scope="col">{say(isBands ? 'bandFrom' : 'cornerAt')}</th>
            <th scope="col">{say('points')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {points.map((point, at) => (
            // Rows have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              <td>
                {isBands && at === 0 ? (
                  <span className="st-quiet">{say('first')}</span>
                ) : (
                  <RawInput
                    metric={metric}
                    label={say(isBands ? 'from' : 'at', { count: at + 1 })}
                    value={point.at}
                    onChange={(value) => put(at, { at: value })}
                  />
                )}
              </td>
              <td>
                <HundredthsInput
                  label={say('score', { count: at + 1 })}
                  value={point.score}
                  onChange={(value) => put(at, { score: value })}
                />
              </td>
              <td>
                {points.length > least && !(isBands && at === 0) && (
                  <Button
                    type="text"
                    icon={<DeleteIcon aria-hidden />}
                    aria-label={say('remove', { count: at + 1 })}
                    onClick={() => onChange(points.filter((_, nth) => nth !== at))}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isWhole && (
        <ScaleDrawing
          label={say('drawing', { name })}
          way={isBands ? 'STEPS' : 'LINE'}
          places={placed.map((at) => at ?? 0)}
          scores={points.map(({ score }) => score ?? 0)}
          most={FULL_SCORE}
          target={target}
        />
      )}
      {points.length < MOST && (
        <Button
          type="dashed"
          icon={<AddIcon aria-hidden />}
          onClick={() => onChange([...points, { at: null, score: null }])}
        >
          {say('add')}
        </Button>
      )}
    </div>
  )
}
