import type { Role } from '../access/roles.ts'
import { notEligible, type DomainError } from '../errors.ts'
import { text, type Text } from '../text.ts'
import type { StepLevel } from './proof-level.ts'
import {
  signatureRuleFor,
  type SignaturePolicy,
  type SignedMatter,
  type StepMeaning,
} from './signature-policy.ts'

/** OPEN: a signature is awaited. COMPLETED: all that were asked for stand. */
export const SIGNING_STATES = ['OPEN', 'COMPLETED', 'REJECTED', 'WITHDRAWN'] as const
export type SigningState = (typeof SIGNING_STATES)[number]

export const SIGNING_STATE_LABELS: Readonly<Record<SigningState, Text>> = {
  OPEN: text('会签中', 'Being signed'),
  COMPLETED: text('已签完', 'Signed'),
  REJECTED: text('已驳回', 'Rejected'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
}

/** WAITING: not its turn yet. DROPPED: the signing ended before its turn. */
export const STEP_STATES = ['WAITING', 'OPEN', 'SIGNED', 'REJECTED', 'DROPPED'] as const
export type StepState = (typeof STEP_STATES)[number]

export const STEP_STATE_LABELS: Readonly<Record<StepState, Text>> = {
  WAITING: text('未到', 'Not yet its turn'),
  OPEN: text('待签', 'Awaited'),
  SIGNED: text('已签', 'Signed'),
  REJECTED: text('已驳回', 'Rejected'),
  DROPPED: text('不再需要', 'No longer needed'),
}

/** One signature of a signing, frozen from the policy when the signing began. */
export interface SigningStep {
  /** From 0: the order of all steps. */
  readonly position: number
  /** The step that must be signed before; of the first one itself. */
  readonly follows: number
  /**
   * 0: of the whole. Else the number of the alternative (the option of a proposal) that it decides on. In one part, together with part 0, no
   * natural person signs twice.
   */
  readonly part: number
  readonly meaning: StepMeaning
  /** Who may sign; empty: every role that holds the permission. */
  readonly roles: readonly Role[]
  readonly dueMinutes: number | null
  readonly escalateAfterMinutes: readonly number[]
  /** The least proof that it asks by itself. */
  readonly level?: StepLevel | null
  readonly state: StepState
}

/**
 * The steps of a signing over one content with alternatives: what is prepared once is reviewed and approved for each of them in its turn. The
 * first alternative's turn comes with the preparation.
 * @param parts one matter for each alternative; a plain document has one
 */
export const planSteps = (
  policy: SignaturePolicy,
  parts: readonly SignedMatter[],
): readonly SigningStep[] => {
  const steps: SigningStep[] = []
  parts.forEach((matter, at) => {
    const [first, ...others] = signatureRuleFor(policy, matter).steps
    if (at === 0) steps.push({ ...first!, position: 0, follows: 0, part: 0, state: 'OPEN' })
    others.forEach((step, place) => {
      const position = steps.length
      steps.push({
        ...step,
        position,
        follows: place === 0 ? 0 : position - 1,
        part: at + 1,
        state: 'WAITING',
      })
    })
  })
  return steps
}

/** How many reviews a part takes before it is approved. */
export const reviewsOf = (steps: readonly SigningStep[], part: number): number =>
  steps.filter((step) => step.part === part && step.meaning === 'REVIEWED').length

/** The step whose signature is awaited; there is at most one. */
export const openStep = <S extends SigningStep>(steps: readonly S[]): S | undefined =>
  steps.find(({ state }) => state === 'OPEN')

/** The step that opens once this one is signed, in the same part: of part 0 the first part's. */
export const stepAfter = <S extends SigningStep>(steps: readonly S[], signed: SigningStep): S | undefined =>
  steps.find(
    ({ follows, position, part, state }) =>
      state === 'WAITING' &&
      position !== signed.position &&
      follows === signed.position &&
      part === Math.max(1, signed.part),
  )

/** The first step of an alternative whose turn has come. */
export const firstStepOf = <S extends SigningStep>(steps: readonly S[], part: number): S | undefined =>
  steps.find((step) => step.part === part && step.state === 'WAITING')

/** A natural person's hand in a step: as its signer, or as who gave the signer a delegation. */
export interface Hand {
  readonly part: number
  readonly personId: string
}

const ALREADY = notEligible(
  'personHasNoOtherDuty',
  text(
    '编制、审核、批准须由不同的人担任，您（或您所代理的人）已在此会签中签过。',
    'Preparing, reviewing and approving take different persons; you, or whom you act for, signed in this round already.',
  ),
)

/** Separation of duties over natural persons: the refusal of whoever has a hand in another step already. */
export const dutyConflict = (
  hands: readonly Hand[],
  { part }: Pick<SigningStep, 'part'>,
  personIds: readonly string[],
): DomainError | undefined =>
  hands.some((it) => (part === 0 || it.part === 0 || it.part === part) && personIds.includes(it.personId))
    ? ALREADY
    : undefined

/** In which parts a hand in this step counts: a signature of the whole counts in all. */
export const partsOf = (
  steps: readonly SigningStep[],
  { part }: Pick<SigningStep, 'part'>,
): readonly number[] => (part === 0 ? [...new Set(steps.map((step) => step.part))] : [part])
