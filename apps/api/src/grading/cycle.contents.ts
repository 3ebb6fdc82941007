/** The page of cycles, evaluations and directories in the API's contents: every resolver, every projection, every field of Query. */
import {
  gradingCycleProjection,
  gradingCycleRoots,
  gradingDueProjection,
  gradingPolicyProjection,
} from './cycles/grading-cycle.projection.ts'
import { GRADING_CYCLE_RESOLVERS } from './cycles/grading-cycle.resolver.ts'
import { clientGradeProjection } from './directory/client-grade.projection.ts'
import {
  evaluationProjection,
  evaluationRoots,
  gradeChangeProjection,
} from './evaluations/evaluation.projection.ts'
import { EVALUATION_RESOLVERS } from './evaluations/evaluation.resolver.ts'

export const CYCLE_RESOLVERS = [...GRADING_CYCLE_RESOLVERS, ...EVALUATION_RESOLVERS] as const

export const CYCLE_PROJECTIONS = [
  gradingCycleProjection,
  gradingDueProjection,
  gradingPolicyProjection,
  evaluationProjection,
  gradeChangeProjection,
  clientGradeProjection,
] as const

export const CYCLE_ROOTS = { ...gradingCycleRoots, ...evaluationRoots } as const
