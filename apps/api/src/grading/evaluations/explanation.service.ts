/** Why this grade: computed of the snapshot and the standard that are kept, so that it says in ten years what it says today. */
import {
  can,
  isAsComputed,
  METRIC_RULES,
  nearestChanges,
  readLines,
  type Band,
  type EvaluationLine,
  type GradingStandard,
  type NearestChange,
  type Scale,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { Client } from '../../clients/client.entity.ts'
import { clientFacts } from '../../clients/kept-client.ts'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { GradingCycleEntity } from '../cycles/grading-cycle.entity.ts'
import { EvaluationEntity } from './evaluation.entity.ts'
import { EvaluationExplained, type ExplainedLine, type NearestGradeChange } from './evaluation.type.ts'

const bandOf = (
  scale: Scale,
  raw: number | null,
): { readonly bandFrom: number | null; readonly bandTo: number | null } => {
  if (scale.way === 'LINE' || raw === null) return { bandFrom: null, bandTo: null }
  const at = scale.bands.findLastIndex(({ from }: Band) => from === null || from <= raw)
  return { bandFrom: scale.bands[at]!.from, bandTo: scale.bands[at + 1]?.from ?? null }
}

/** One line a criterion of the standard, with how it stood in the directory before. */
export const explainedLines = (
  standard: GradingStandard,
  lines: readonly EvaluationLine[],
  before: readonly EvaluationLine[] | null,
): ExplainedLine[] =>
  standard.criteria.map(({ key, name, metric, weight, scale, target }) => {
    const line = lines.find(({ criterion }) => criterion === key)!
    const then = before?.find(({ criterion }) => criterion === key)
    return {
      criterion: key,
      name,
      metric,
      unit: METRIC_RULES[metric].unit,
      standing: line.standing,
      raw: line.raw,
      ...bandOf(scale, line.raw),
      score: line.score,
      weight,
      contribution: line.contribution,
      target,
      gap: line.gap,
      rawBefore: then?.raw ?? null,
      scoreBefore: then?.score ?? null,
      contributionBefore: then?.contribution ?? null,
      moved: before === null ? null : line.contribution - (then?.contribution ?? 0),
    }
  })

const told = ({ criterion, from, to, grade }: NearestChange): NearestGradeChange => ({
  criterion,
  from,
  to,
  grade,
})

const explained = async (
  manager: EntityManager,
  evaluation: EvaluationEntity,
  standard: GradingStandard,
): Promise<EvaluationExplained> => {
  const { orgId, clientId, previousCycleId, finalGrade, snapshot } = evaluation
  const before = previousCycleId
    ? await manager.findOneBy(EvaluationEntity, { orgId, clientId, cycleId: previousCycleId })
    : null
  return Object.assign(new EvaluationExplained(), {
    lines: explainedLines(standard, readLines(evaluation.lines), before && readLines(before.lines)),
    up: nearestChanges(standard, snapshot, 'UP').map(told),
    down: nearestChanges(standard, snapshot, 'DOWN').map(told),
    earns: standard.earns
      .filter(({ grade }) => grade === finalGrade)
      .map(({ what, timesAYear }) => ({ what, timesAYear })),
    isAsComputed: isAsComputed(standard, evaluation),
  })
}

/** Null where there is no such evaluation, or it is not the reader's to see. */
export const evaluationExplained = (
  { signedIn, dataSource, locale }: RequestContext,
  publishedId: string,
): Promise<EvaluationExplained | null> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const { organizationId: orgId } = actor
  return withTenant(dataSource, orgId, async (manager) => {
    const id = fromGlobalId('Evaluation', publishedId)
    const evaluation = id ? await manager.findOneBy(EvaluationEntity, { orgId, id }) : null
    if (!evaluation) return null
    const client = await manager.findOneByOrFail(Client, { orgId, id: evaluation.clientId })
    if (!can(actor, 'evaluation:read', clientFacts(client))) return null
    const { standard } = await manager.findOneByOrFail(GradingCycleEntity, { orgId, id: evaluation.cycleId })
    return explained(manager, evaluation, standard!)
  })
}
