/** Trying a standard out on all clients before it is signed 模拟分级: who would move, why, and what the grades would take. */
import { z } from 'zod'
import type { Permission } from '../access/policy.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import { fieldIssue, id, localDay, optional } from '../input.ts'
import { text, type Text } from '../text.ts'
import type { Criterion, GradingStandard } from './standard.ts'

export const SIMULATION_ACTIONS = ['run'] as const
export type SimulationAction = (typeof SIMULATION_ACTIONS)[number]

export const SIMULATION_ACTION_LABELS: Readonly<Record<SimulationAction, Text>> = {
  run: text('开始模拟', 'Run a simulation'),
}
export const SIMULATION_EVENT_LABELS: Readonly<Record<SimulationAction, Text>> = {
  run: text('开始了模拟分级', 'began the simulation'),
}

export const SIMULATION_STATUSES = ['RUNNING', 'DONE', 'FAILED'] as const
export type SimulationStatus = (typeof SIMULATION_STATUSES)[number]

export const SIMULATION_STATUS_LABELS: Readonly<Record<SimulationStatus, Text>> = {
  RUNNING: text('计算中', 'Running'),
  DONE: text('已完成', 'Done'),
  FAILED: text('未能完成', 'Failed'),
}

/** What it graded by is kept with it: a draft may change meanwhile. */
export interface GradingSimulation {
  readonly id: string
  readonly revisionId: string
  readonly label: string
  readonly standard: GradingStandard
  /** What it is compared with; null: nothing was in force. */
  readonly comparedRevisionId: string | null
  readonly comparedLabel: string | null
  readonly compared: GradingStandard | null
  /** By the values of this day. */
  readonly asOfOn: string
  /** By the values that this published cycle kept of its clients, on its day; null: measured anew. */
  readonly cycleId: string | null
  readonly status: SimulationStatus
  readonly totalCount: number
  readonly doneCount: number
  /** The last client that was graded: where it goes on. */
  readonly cursorId: string | null
  readonly requestedById: string
  readonly requestedAt: Date
  readonly finishedAt: Date | null
  readonly version: number
}

const rule = { class: 'internal', permission: 'simulation:read' as Permission } as const satisfies FieldRule

export const SIMULATION_FIELDS: Readonly<Record<keyof GradingSimulation, FieldRule>> = {
  id: rule,
  revisionId: rule,
  label: rule,
  standard: rule,
  comparedRevisionId: rule,
  comparedLabel: rule,
  compared: rule,
  asOfOn: rule,
  cycleId: rule,
  status: rule,
  totalCount: rule,
  doneCount: rule,
  cursorId: rule,
  requestedById: rule,
  requestedAt: rule,
  finishedAt: rule,
  version: rule,
}

export const SIMULATION_INPUTS = {
  run: z
    .object({
      revisionId: id(),
      /** Absent: the one in force. */
      comparedRevisionId: optional(id()),
      /** Absent: today. */
      asOfOn: optional(localDay()),
      /** A published cycle, whose day it is. */
      cycleId: optional(id()),
    })
    .superRefine(({ asOfOn, cycleId }, ctx) => {
      if (asOfOn !== null && cycleId !== null)
        ctx.addIssue(
          fieldIssue(
            'asOfOn',
            text('周期有自己的截止日，请只选其一。', 'A cycle has its own day: choose one of the two.'),
          ),
        )
    }),
} as const satisfies Record<SimulationAction, z.ZodType>

/** Under which key a cycle kept what a criterion measures; null: its standard did not ask for it. Entered scores are the same only under their own key. */
export const snapshotKeyOf = (
  kept: Pick<GradingStandard, 'criteria'>,
  { metric, key }: Pick<Criterion, 'metric' | 'key'>,
): string | null =>
  kept.criteria.find((it) => it.metric === metric && (metric !== 'ENTERED' || it.key === key))?.key ?? null
