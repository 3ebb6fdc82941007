import type { Condition } from './condition.ts'
import { SCOPE_CONDITIONS } from './scope-conditions.ts'
import { STEP_CONDITIONS } from './step-conditions.ts'

export type { Condition } from './condition.ts'
export { limitFor } from './step-conditions.ts'

/** The closed vocabulary of rules. */
export const CONDITIONS: Readonly<
  Record<keyof typeof SCOPE_CONDITIONS | keyof typeof STEP_CONDITIONS, Condition>
> = { ...SCOPE_CONDITIONS, ...STEP_CONDITIONS }

export type Scope = keyof typeof SCOPE_CONDITIONS
export type ConditionName = keyof typeof CONDITIONS
export const SCOPES = Object.keys(SCOPE_CONDITIONS) as readonly Scope[]
export const CONDITION_NAMES = Object.keys(CONDITIONS) as readonly ConditionName[]
