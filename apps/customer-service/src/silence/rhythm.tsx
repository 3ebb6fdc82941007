import { type LossStep } from '@steward/domain'
import type { ClientRhythmOfQuery } from '@steward/graphql-client'
import { messages, useMessages, usePercent } from '@steward/portal'
import { Columns, dayText, RhythmStrip, Stack, Stat, useUi, type Tone } from '@steward/ui'
import { daysBetween, useDays } from './silence-words.tsx'

export type Rhythm = NonNullable<ClientRhythmOfQuery['clientRhythm']>

const texts = messages({
  payments: { zh: '缴费', en: 'Payments' },
  receptions: { zh: '来电来访', en: 'Came to us' },
  cases: { zh: '投诉诉求', en: 'Cases' },
  none: { zh: '还没有任何往来记录', en: 'Nothing is on record yet' },
  usual: { zh: '平时间隔', en: 'Usual gap' },
  usualNote: { zh: '{{count}} 次间隔的中位数', en: 'The middle one of {{count}}' },
  quiet: { zh: '已安静', en: 'Quiet for' },
  score: { zh: '异常程度', en: 'How unusual' },
  RHYTHM: { zh: '比自己 {{score}} 的间隔都长', en: 'Longer than {{score}} of their gaps' },
  MODEL: { zh: '已离开的概率 {{score}}', en: '{{score}} likely to be gone' },
  threshold: { zh: '达到 {{threshold}} 即预警', en: 'An alert from {{threshold}} on' },
  fewGaps: { zh: '往来太少，还看不出节奏', en: 'Too few signs to tell a rhythm' },
  since: { zh: '{{day}} 起算沉默', en: 'Silence from {{day}} on' },
  would: { zh: '若再无动静，{{day}} 起算沉默', en: 'If nothing comes, silence from {{day}} on' },
  inWords: {
    zh: '共 {{count}} 次往来，最近一次 {{last}}，已安静 {{quiet}} 天',
    en: '{{count}} signs, the last on {{last}}, quiet for {{quiet}} days',
  },
  means: {
    zh: '往来＝缴费、客户来电来访、投诉和诉求；我们主动的联系不算。圆点为红：投诉没有结果。',
    en: 'Signs are payments, calls and visits by the client, and cases; what we do by ourselves is none. A red mark: a complaint without result.',
  },
})

/** The strip shows no more than so many days. */
const MOST_DAYS = 720

const shifted = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10)

/** When a client came, how long they usually stay away, and where silence began. */
export function RhythmView({ rhythm }: { readonly rhythm: Rhythm }) {
  const say = useMessages(texts)
  const percent = usePercent()
  const { locale } = useUi()
  const day = (on: string) => dayText(on, locale)
  const days = useDays()
  const { signs, today, lastOn, quietDays, usualGapDays, measure, score, threshold, silentOn, isSilent } =
    rhythm
  if (lastOn === null || quietDays === null) return say('none')
  const kinds = [
    { key: 'PAYMENT', label: say('payments'), tone: 'primary' as const },
    { key: 'RECEPTION', label: say('receptions'), tone: 'good' as const },
    { key: 'CASE', label: say('cases'), tone: 'warn' as const },
  ]
  const earliest = shifted(today, -MOST_DAYS)
  const shown = signs.filter(({ on }) => on >= earliest)
  const from = shown[0]?.on ?? lastOn
  const toneOf = (kind: string, inVain: boolean): Tone =>
    inVain ? 'bad' : (kinds.find(({ key }) => key === kind)?.tone ?? 'neutral')
  return (
    <Stack gap={3}>
      <Columns min={150} gap={3} fill>
        <Stat
          label={say('quiet')}
          value={days(quietDays)}
          tone={isSilent ? 'bad' : 'neutral'}
          note={silentOn && say(isSilent ? 'since' : 'would', { day: day(silentOn) })}
        />
        <Stat
          label={say('usual')}
          value={usualGapDays === null ? '—' : days(usualGapDays)}
          note={say('usualNote', { count: rhythm.gaps })}
        />
        <Stat
          label={say('score')}
          value={score === null ? '—' : percent(score)}
          note={
            measure === null || score === null || threshold === null
              ? say('fewGaps')
              : `${say(measure, { score: percent(score) })} · ${say('threshold', { threshold: percent(threshold) })}`
          }
        />
      </Columns>
      <RhythmStrip
        label={say('inWords', { count: signs.length, last: day(lastOn), quiet: quietDays })}
        kinds={kinds.filter(({ key }) => shown.some(({ kind }) => kind === key))}
        marks={shown.map(({ on, kind, inVain }, at) => ({
          key: String(at),
          on,
          kind,
          tone: toneOf(kind, inVain),
        }))}
        from={from}
        to={today}
        fromText={day(from)}
        toText={day(today)}
        quietFrom={daysBetween(lastOn, today) > 0 ? lastOn : undefined}
        silentFrom={silentOn ?? undefined}
        silentText={silentOn ? say('since', { day: day(silentOn) }) : undefined}
      />
      <p className="st-quiet st-small">{say('means')}</p>
    </Stack>
  )
}

export const STEP_TONES: Readonly<Record<LossStep, Tone>> = {
  GRUMBLE: 'info',
  COMPLAINT: 'warn',
  SILENCE: 'bad',
  LOST: 'bad',
}
