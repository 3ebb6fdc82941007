import { z } from 'zod'
import { fieldIssue, id } from '../input.ts'
import { text } from '../text.ts'
import { SHIFTS } from './shift-plan.ts'

/** People on one shift of a department. */
export const MOST_ON_DUTY = 30
export const MOST_REMINDERS = 6
const LATEST_REMINDER_MINUTES = 3 * 24 * 60

const minute = () => z.int().min(0).max(1_439)
/** Rosters are of this century. */
const day = () => z.string().regex(/^20\d{2}-\d{2}-\d{2}$/)

export const SHIFT_INPUTS = {
  setPlan: z
    .object({
      earlyStart: minute(),
      middleStart: minute(),
      nightStart: minute(),
      reminderMinutes: z.array(z.int().min(5).max(LATEST_REMINDER_MINUTES)).max(MOST_REMINDERS),
      /** Of the plan that the person saw; 0 while there was none. */
      expectedVersion: z.int().min(0),
    })
    .superRefine(({ earlyStart, middleStart, nightStart, reminderMinutes }, ctx) => {
      if (!(earlyStart < middleStart && middleStart < nightStart))
        ctx.addIssue(
          fieldIssue(
            'middleStart',
            text(
              '早、中、夜班须依次开始。',
              'The shifts must begin one after the other: early, late, night.',
            ),
          ),
        )
      if (reminderMinutes.some((it, at) => at > 0 && it <= reminderMinutes[at - 1]!))
        ctx.addIssue(
          fieldIssue(
            'reminderMinutes',
            text('提醒时间须一次比一次晚。', 'Each reminder must be later than the one before.'),
          ),
        )
    }),
  assign: z.object({
    departmentId: id(),
    on: day(),
    shift: z.enum(SHIFTS),
    staffIds: z.array(id()).max(MOST_ON_DUTY),
    /** Who was on it when the person looked. */
    expectedStaffIds: z.array(id()).max(MOST_ON_DUTY),
  }),
  copyWeek: z.object({
    departmentId: id(),
    /** Any day of the week to be filled. */
    on: day(),
  }),
} as const
