import { FULL_SCORE, hundredths, scaleText, type Criterion, type Grade } from '@steward/domain'
import { ScaleDrawing, SpanBar } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { gradeTone } from './grade-tones.ts'

const texts = messages({
  grades: { zh: '等级划分（总分）', en: 'Grades by total' },
  from: { zh: '{{points}} 分起', en: 'from {{points}}' },
})

/** The scale of a criterion, drawn; its words are what it is called. */
export function CriterionScale({
  criterion: { metric, scale, target },
}: {
  readonly criterion: Pick<Criterion, 'metric' | 'scale' | 'target'>
}) {
  const sayWord = useSay()
  const { currency } = useViewer().organization
  const isLine = scale.way === 'LINE'
  return (
    <ScaleDrawing
      label={sayWord(scaleText(metric, scale, currency))}
      way={isLine ? 'LINE' : 'STEPS'}
      places={isLine ? scale.corners.map(({ at }) => at) : scale.bands.slice(1).map(({ from }) => from ?? 0)}
      scores={(isLine ? scale.corners : scale.bands).map(({ score }) => score)}
      most={FULL_SCORE}
      target={target}
    />
  )
}

/** All grades as one bar from nought to full, the lowest first. */
export function GradeBar({ grades }: { readonly grades: readonly Grade[] }) {
  const say = useMessages(texts)
  return (
    <SpanBar
      label={say('grades')}
      parts={grades
        .map(({ grade, from }, rank) => ({
          key: grade,
          label: grade,
          tone: gradeTone(rank),
          share: ((rank === 0 ? FULL_SCORE : grades[rank - 1]!.from) - from) / FULL_SCORE,
          note: say('from', { points: hundredths(from) }),
        }))
        .toReversed()}
    />
  )
}
