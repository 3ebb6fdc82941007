import {
  GRADE_MOVEMENT_LABELS,
  GRADING_CYCLE_STATUS_LABELS,
  LEFT_OUT_REASON_LABELS,
  NO_GRADE_LABELS,
  text,
} from '@steward/domain'
import type { GradeMovement, GradingCycleStatus } from '@steward/graphql-client'
import { gradeTone, messages, useMessages, useMoneyText, useSay } from '@steward/portal'
import { StatusTag, useUi, type Tone } from '@steward/ui'

const TONES: Readonly<Record<GradingCycleStatus, Tone>> = {
  OPEN: 'neutral',
  SCORING: 'info',
  SCORED: 'info',
  PREPARED: 'seal',
  REVIEWED: 'seal',
  APPROVED: 'primary',
  PUBLISHED: 'good',
  CANCELLED: 'neutral',
}

export function CycleTag({ status }: { readonly status: GradingCycleStatus }) {
  const label = useSay()(GRADING_CYCLE_STATUS_LABELS[status])
  return (
    <StatusTag tone={TONES[status]} dot={status === 'SCORING'}>
      {label}
    </StatusTag>
  )
}

/** The colour of a grade among those of its cycle; of none where nobody was graded so. */
export const toneOfGrade = (grades: readonly { readonly grade: string }[], grade: string | null): Tone =>
  gradeTone(grades.findIndex((it) => it.grade === grade))

const MOVEMENT_TONES: Readonly<Record<GradeMovement, Tone>> = {
  NEW: 'info',
  UP: 'good',
  SAME: 'neutral',
  DOWN: 'warn',
  LOST: 'bad',
}
const SIGNS: Readonly<Record<GradeMovement, string>> = { NEW: '', UP: '↑ ', SAME: '', DOWN: '↓ ', LOST: '' }

export function MovementTag({
  movement,
  before,
}: {
  readonly movement: GradeMovement
  readonly before: string | null
}) {
  const label = useSay()(GRADE_MOVEMENT_LABELS[movement])
  return (
    <StatusTag tone={MOVEMENT_TONES[movement]}>
      {SIGNS[movement]}
      {label}
      {before && movement !== 'SAME' ? ` (${before})` : ''}
    </StatusTag>
  )
}

const WORDS = {
  points: text('{n} 分', '{n}'),
  days: text('{n} 天', '{n} days'),
  times: text('{n}', '{n}'),
}

/** Ten-thousandths as points of a hundred. */
export function usePoints(): (score: number | null) => string {
  const { locale } = useUi()
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  return (score) => (score === null ? '—' : format.format(score / 100))
}

/** A raw value in the unit of its metric. */
export function useRawText(): (unit: string, raw: number | null) => string {
  const { locale } = useUi()
  const sayWord = useSay()
  const money = useMoneyText()
  const plain = new Intl.NumberFormat(locale)
  const fine = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  return (unit, raw) => {
    if (raw === null) return '—'
    if (unit === 'MONEY') return money(raw)
    if (unit === 'SHARE') return `${fine.format(raw / 100)}%`
    if (unit === 'SCORE') return sayWord(WORDS.points).replace('{n}', fine.format(raw / 100))
    return sayWord(unit === 'DAYS' ? WORDS.days : WORDS.times).replace('{n}', plain.format(raw))
  }
}

const texts = messages({ none: { zh: '未评出', en: 'Not graded' } })

/** Why somebody has no place or no grade in a directory; nothing where they have. */
export function useNoGradeText() {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (it: {
    readonly ungraded: 'MISSING' | 'TOO_LITTLE' | null
    readonly leftOut: 'ERASED' | 'MERGED' | 'ARCHIVED' | null
  }): string | null => {
    if (it.leftOut) return sayWord(LEFT_OUT_REASON_LABELS[it.leftOut])
    return it.ungraded ? `${say('none')}: ${sayWord(NO_GRADE_LABELS[it.ungraded])}` : null
  }
}
