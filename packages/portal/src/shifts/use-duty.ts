import { useQuery } from '@apollo/client/react'
import {
  DEFAULT_SHIFT_PLAN,
  localDate,
  shiftAfter,
  shiftAt,
  startOfDay,
  type ShiftOfDay,
  type ShiftPlan,
} from '@steward/domain'
import { useNow } from '@steward/ui'
import { useViewer } from '../session/viewer.tsx'
import { DutiesQuery, ShiftPlanQuery } from './roster-documents.ts'

const DAY_MILLISECONDS = 86_400_000

/** The shifts as the organization has set them. */
export const useShiftPlan = (): ShiftPlan => {
  const { data } = useQuery(ShiftPlanQuery, { fetchPolicy: 'cache-and-network' })
  return data?.shiftPlan ?? DEFAULT_SHIFT_PLAN
}

/** The shift that is on, and the one that takes over from it. */
export const useShiftNow = (): { readonly now: ShiftOfDay; readonly next: ShiftOfDay } => {
  const plan = useShiftPlan()
  const at = useNow()
  const { timeZone } = useViewer().organization
  const on = localDate(new Date(at), timeZone)
  const minute = Math.floor((at - startOfDay(on, timeZone).getTime()) / 60_000)
  const now = shiftAt(plan, { on, minute: Math.min(minute, 1_439) })
  return { now, next: shiftAfter(now) }
}

export interface OnDuty {
  readonly id: string
  readonly name: string
}

/** Who is on in a department now, and who is next; undefined until that is known. */
export const useOnDuty = (department: string | undefined) => {
  const { now, next } = useShiftNow()
  const before = new Date(Date.parse(`${next.on}T00:00:00Z`) + DAY_MILLISECONDS).toISOString().slice(0, 10)
  const { data } = useQuery(DutiesQuery, {
    variables: { department: department ?? '', from: now.on, before },
    skip: department === undefined,
    fetchPolicy: 'cache-and-network',
  })
  const peopleOf = ({ on, shift }: ShiftOfDay): readonly OnDuty[] | undefined =>
    data?.duties.flatMap((duty) => (duty.on === on && duty.shift === shift && duty.staff ? [duty.staff] : []))
  return { now, next, onNow: peopleOf(now), onNext: peopleOf(next) }
}
