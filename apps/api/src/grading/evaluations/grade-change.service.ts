/** That a grade should be another one: proposed by the supervisor while scored, appealed by staff when published; decided by a manager. */
import {
  decideGradeChange,
  EVALUATION_INPUTS,
  gradeChangeFacts,
  invalidInput,
  movementOf,
  notEligible,
  parseInput,
  text,
  type EvaluationAction,
  type FactBag,
} from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { Client } from '../../clients/client.entity.ts'
import { clientFacts, refuseMerged } from '../../clients/kept-client.ts'
import { sayDue } from '../cycles/grading-due.service.ts'
import { GradingCycleEntity } from '../cycles/grading-cycle.entity.ts'
import { newestPublished } from '../cycles/population.ts'
import { EvaluationEntity, GradeChangeEntity } from './evaluation.entity.ts'

type Answer = Promise<GradeChangeEntity | UserError>

const NOT_SCORED = notEligible(
  'cycleIsScored',
  text(
    '只有在已计分、尚未编制目录时可以调整。',
    'A grade is overridden while the cycle is scored and its directory not prepared.',
  ),
)
const NOT_NEWEST = notEligible(
  'evaluationIsNewest',
  text(
    '只能对客户目前的等级申诉；之后已有新的目录，只能不予同意。',
    'Only the grade that holds now is appealed: once a later directory has another, an appeal is not granted.',
  ),
)
const WAITING = notEligible(
  'noChangeIsWaiting',
  text('该评估表已有一项调整或申诉待决定。', 'An override or appeal of this evaluation waits already.'),
)
const GRANTED = notEligible(
  'noAppealIsToBeCarriedOut',
  text(
    '该等级的申诉已同意，待修订目录；修订发布后才能再申诉。',
    'An appeal of this grade was granted: appeal again once the directory is amended.',
  ),
)

const ERASED = notEligible(
  'archiveIsKept',
  text('该客户的档案已删除，无须再决定。', 'The archive was erased: there is nothing to decide.'),
)

interface Place {
  readonly evaluation: EvaluationEntity
  readonly cycle: GradingCycleEntity
  readonly client: Client
  readonly facts: FactBag
}

/** Locks the cycle and the evaluation, for whoever may read it; nobody is erased or merged meanwhile. */
const lockPlace = async (tx: Transaction, evaluationId: string): Promise<Place> => {
  const { cycleId, clientId } = await tx.get(EvaluationEntity, evaluationId)
  const client = await tx.hold(Client, clientId)
  const cycle = await tx.lock(GradingCycleEntity, cycleId)
  const evaluation = await tx.lock(EvaluationEntity, evaluationId)
  return { evaluation, cycle, client, facts: clientFacts(client) }
}

const checkGrade = ({ evaluation, cycle }: Place, toGrade: string): void => {
  const grades = (cycle.standard?.grades ?? []).map(({ grade }) => grade)
  if (grades.includes(toGrade) && toGrade !== evaluation.finalGrade) return
  const message = text(
    `请选择与现在不同的等级：${grades.join('、')}。`,
    `Choose a grade other than the present one: ${grades.join(', ')}.`,
  )
  throw new Refused(invalidInput({ path: 'toGrade', message }))
}

/** Granted, and no directory says so yet: another one would be lost, or lose it. */
const isToBeCarriedOut = ({ kind, status, carriedOutById }: GradeChangeEntity): boolean =>
  kind === 'APPEAL' && status === 'GRANTED' && carriedOutById === null

const ask =
  (action: 'override' | 'appeal', check: (tx: Transaction, place: Place) => Promise<void>) =>
  (context: VerbContext, input: object): Answer =>
    transaction(context, `evaluation:${action}`, async (tx) => {
      const parsed = orRefuse(parseInput(EVALUATION_INPUTS[action], withUuids(input)))
      const place = await lockPlace(tx, parsed.evaluationId)
      tx.admit('evaluation:read', place.facts)
      await refuseMerged(tx, place.client)
      await check(tx, place)
      checkGrade(place, parsed.toGrade)
      const { id: evaluationId, orgId, cycleId, clientId, finalGrade } = place.evaluation
      const waiting = await tx.manager.findBy(GradeChangeEntity, { orgId, evaluationId })
      if (waiting.some(({ decidedAt }) => decidedAt === null)) throw new Refused(WAITING)
      if (waiting.some(isToBeCarriedOut)) throw new Refused(GRANTED)
      return tx.insert(GradeChangeEntity, {
        ...parsed,
        cycleId,
        clientId,
        kind: action === 'override' ? 'OVERRIDE' : 'APPEAL',
        status: action === 'override' ? 'OVERRIDE_PROPOSED' : 'APPEALED',
        fromGrade: finalGrade,
        raisedById: tx.actor.staffId,
        raisedAt: tx.now,
        decidedById: null,
        decidedAt: null,
        decisionNote: null,
        carriedOutById: null,
        version: 1,
      })
    })

export const override = ask('override', async (_, { cycle }) => {
  if (cycle.status !== 'SCORED') throw new Refused(NOT_SCORED)
})

/** The grade that holds now: a later directory has superseded any other. */
const mustBeNewest = async (
  tx: Transaction,
  { evaluation: { orgId, clientId, id } }: Place,
): Promise<void> => {
  const [newest] = await tx.manager.query<{ id: string }[]>(newestPublished('$1::uuid', '$2::uuid'), [
    orgId,
    clientId,
  ])
  if (newest?.id !== id) throw new Refused(NOT_NEWEST)
}

export const appeal = ask('appeal', mustBeNewest)

const decide =
  (
    action: Extract<EvaluationAction, `decide${string}`>,
    granted: (tx: Transaction, place: Place, change: GradeChangeEntity) => Promise<void>,
  ) =>
  (context: VerbContext, input: object): Answer =>
    transaction(context, `evaluation:${action}`, async (tx) => {
      const { gradeChangeId, ...stated } = withUuids(input)
      const { expectedVersion, ...parsed } = orRefuse(parseInput(EVALUATION_INPUTS[action], stated))
      const { evaluationId } = await tx.get(GradeChangeEntity, gradeChangeId as string)
      const place = await lockPlace(tx, evaluationId)
      const change = await tx.lock(GradeChangeEntity, gradeChangeId as string, expectedVersion)
      tx.admit('evaluation:read', { ...place.facts, ...gradeChangeFacts(change) })
      const patch = orRefuse(decideGradeChange(change, action, parsed, tx.actor, place.facts, tx.now))
      if (place.client.erasedAt !== null) throw new Refused(ERASED)
      if (parsed.granted) await granted(tx, place, change)
      return tx.patch(GradeChangeEntity, change, patch as Partial<GradeChangeEntity>)
    })

/** The directory of the cycle will have the grade that was granted. */
export const decideOverride = decide('decideOverride', async (tx, { evaluation, cycle }, { toGrade }) => {
  if (cycle.status !== 'SCORED') throw new Refused(NOT_SCORED)
  const movement = movementOf(cycle.standard!, evaluation.previousGrade, toGrade)
  await tx.patch(EvaluationEntity, evaluation, { finalGrade: toGrade, movement })
})

/** What is published is not changed: an amendment that is signed anew will have the grade that was granted. */
export const decideAppeal = decide('decideAppeal', async (tx, place, { id }) => {
  await mustBeNewest(tx, place)
  const { orgId, clientId } = place.evaluation
  await sayDue(tx.manager, { orgId, cause: 'APPEAL_GRANTED', clientId, recordId: id, at: tx.now })
})
