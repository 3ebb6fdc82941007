import { z } from 'zod'
import { text, type Text } from '../text.ts'

/** From when on an organization calls it silence; a row of its own once somebody has set it. */
export interface SilencePolicy {
  /** So many gaps make a rhythm of one's own; who has fewer is judged by the model. */
  readonly leastGaps: number
  /** In 1/10,000: the quantile of one's own gaps from which on it is silence. */
  readonly rhythmThreshold: number
  /** In 1/10,000: of 1 − P(alive), likewise. */
  readonly modelThreshold: number
  /** Nobody is silent before so many days without a sign. */
  readonly leastDays: number
  /** So many complaints without result … */
  readonly complaints: number
  /** … within so many days … */
  readonly complaintWindowDays: number
  /** … and then nothing for so many days, payments left aside. */
  readonly quietDays: number
  /** Whoever has given no sign for so many days is lost without doubt: lead time is measured against it. */
  readonly lostAfterDays: number
}

export const DEFAULT_SILENCE_POLICY: SilencePolicy = {
  leastGaps: 4,
  rhythmThreshold: 9_800,
  modelThreshold: 8_000,
  leastDays: 45,
  complaints: 2,
  complaintWindowDays: 365,
  quietDays: 60,
  lostAfterDays: 180,
}

/** In the order in which a form asks for them. */
export const SILENCE_POLICY_LABELS: Readonly<Record<keyof SilencePolicy, Text>> = {
  rhythmThreshold: text('按自身节奏：间隔分位', 'By one’s own rhythm: quantile of gaps'),
  modelThreshold: text('按整体模型：已离开的概率', 'By the model of all: probability of being gone'),
  leastGaps: text('有几次间隔才算有自身节奏', 'Gaps that make a rhythm of one’s own'),
  leastDays: text('至少无动静多少天', 'Least days without a sign'),
  complaints: text('几次投诉无果', 'Complaints without result'),
  complaintWindowDays: text('多少天以内', 'Within so many days'),
  quietDays: text('之后多少天再无来往', 'Then nothing for so many days'),
  lostAfterDays: text('多少天无动静视为流失', 'Lost without doubt after so many days'),
}

export const SILENCE_POLICY_INPUT = z.object({
  leastGaps: z.int().min(3).max(24),
  rhythmThreshold: z.int().min(5_000).max(9_999),
  modelThreshold: z.int().min(1_000).max(9_999),
  leastDays: z.int().min(7).max(365),
  complaints: z.int().min(1).max(10),
  complaintWindowDays: z.int().min(30).max(1_095),
  quietDays: z.int().min(14).max(365),
  lostAfterDays: z.int().min(60).max(1_095),
  expectedVersion: z.int().min(0),
})
