/** Every table of cycles, evaluations and directories. */
import { GradingCycleEntity, GradingDue, GradingPolicyEntity } from './cycles/grading-cycle.entity.ts'
import { EvaluationEntity, GradeChangeEntity } from './evaluations/evaluation.entity.ts'

export const CYCLE_ENTITIES = [
  GradingCycleEntity,
  GradingPolicyEntity,
  GradingDue,
  EvaluationEntity,
  GradeChangeEntity,
] as const
