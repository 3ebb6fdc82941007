/** A backtest 回测 as it is asked for and kept: the worker runs it, because fitting takes a second of a processor. */
import { z } from 'zod'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import { day } from '../input.ts'
import { text, type Text } from '../text.ts'
import type { Decile, TriedThreshold } from './backtest.ts'
import { SILENCE_MEASURES, type SilenceMeasure } from './rhythm.ts'

export const SILENCE_BACKTEST_ACTIONS = ['run'] as const
export type SilenceBacktestAction = (typeof SILENCE_BACKTEST_ACTIONS)[number]

export const SILENCE_BACKTEST_ACTION_LABELS: Readonly<Record<SilenceBacktestAction, Text>> = {
  run: text('开始回测', 'Run a backtest'),
}

export const SILENCE_BACKTEST_STATUSES = ['RUNNING', 'DONE', 'FAILED'] as const
export type SilenceBacktestStatus = (typeof SILENCE_BACKTEST_STATUSES)[number]

export const SILENCE_BACKTEST_STATUS_LABELS: Readonly<Record<SilenceBacktestStatus, Text>> = {
  RUNNING: text('计算中', 'Running'),
  DONE: text('已完成', 'Done'),
  FAILED: text('未能完成', 'Failed'),
}

/** What it came to, by the rule that was in force then. */
export interface BacktestResult {
  readonly clients: number
  readonly judged: number
  /** Whether the model could tell by then who leaves; false where it was not asked for. */
  readonly hasModel: boolean
  readonly inForce: number
  readonly thresholds: readonly TriedThreshold[]
  readonly deciles: readonly Decile[]
}

export interface SilenceBacktest {
  readonly id: string
  readonly measure: SilenceMeasure
  /** Up to this day everything is known. */
  readonly until: string
  /** Until this day it is seen who came: the day on which it was asked for. */
  readonly last: string
  readonly status: SilenceBacktestStatus
  readonly result: BacktestResult | null
  readonly requestedById: string
  readonly requestedAt: Date
  readonly finishedAt: Date | null
  readonly version: number
}

const rule = { class: 'internal', permission: 'silence:readFigures' } as const satisfies FieldRule

export const SILENCE_BACKTEST_FIELDS: Readonly<Record<keyof SilenceBacktest, FieldRule>> = {
  id: rule,
  measure: rule,
  until: rule,
  last: rule,
  status: rule,
  result: rule,
  requestedById: rule,
  requestedAt: rule,
  finishedAt: rule,
  version: rule,
}

/** Everything up to that day is known. */
export const SILENCE_BACKTEST_INPUT = z.object({ measure: z.enum(SILENCE_MEASURES), until: day() })
