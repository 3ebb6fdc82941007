/** Unauthorised reading of client information 违规记录, found at a check or otherwise: recorded by QUALITY, the person is heard, concluded. Kept. */
import type { Actor } from '../access/actor.ts'
import type { FactBag } from '../access/facts.ts'
import { fail, invalidInput, ok, type Result } from '../errors.ts'
import { refusal, type Transition } from '../lifecycle/state-machine.ts'
import { text } from '../text.ts'
import type { BreachInput } from './inventory-inputs.ts'
import type { BreachAction, BreachStatus } from './vocabulary.ts'

/** The row of the table `information_breach`. */
export interface InformationBreach {
  readonly id: string
  /** `IB-2611-001`. */
  readonly number: string
  readonly status: BreachStatus
  readonly departmentId: string
  readonly itemId: string | null
  /** The check at which it was found. */
  readonly checkId: string | null
  /** Who did it; never changed. */
  readonly staffId: string
  readonly happenedOn: string
  readonly what: string
  readonly evidence: string
  readonly recordedById: string
  readonly recordedAt: Date
  readonly statement: string | null
  readonly statedAt: Date | null
  readonly conclusion: string | null
  /** Why it was concluded without a word of the person. */
  readonly unheard: string | null
  readonly concludedById: string | null
  readonly concludedAt: Date | null
  readonly version: number
}

type Step = Exclude<BreachAction, 'record'>

export const BREACH_TRANSITIONS: readonly Transition<BreachStatus, Step>[] = [
  {
    action: 'state',
    from: ['RECORDED', 'HEARD'],
    to: 'HEARD',
    requires: [],
    permission: 'informationBreach:state',
    accountable: 'QUALITY',
  },
  {
    action: 'conclude',
    from: ['RECORDED', 'HEARD'],
    to: 'CONCLUDED',
    requires: [],
    permission: 'informationBreach:conclude',
    accountable: 'QUALITY',
  },
]

/** `mine`: whose breach it is. */
export const breachFacts = ({
  status,
  departmentId,
  staffId,
  recordedById,
}: Pick<InformationBreach, 'status' | 'departmentId' | 'staffId' | 'recordedById'>): FactBag & {
  readonly status: BreachStatus
} => ({ status, handlingDepartmentId: departmentId, recipientId: staffId, registeredById: recordedById })

export const breachNumber = (month: string, serial: number): string =>
  `IB-${month}-${String(serial).padStart(3, '0')}`

const refused = (action: Step, breach: InformationBreach, actor: Actor) =>
  refusal(BREACH_TRANSITIONS, action, actor, breachFacts(breach))

/** In their own words; until it is concluded they may say it better. */
export const stateBreach = (
  breach: InformationBreach,
  input: BreachInput<'state'>,
  actor: Actor,
  now: Date,
): Result<Partial<InformationBreach>> => {
  const no = refused('state', breach, actor)
  return no ? fail(no) : ok({ status: 'HEARD', statement: input.statement, statedAt: now })
}

const UNHEARD = text(
  '本人尚未陈述；请说明为何未听取。',
  'The person has not been heard: say why that was not possible.',
)

/** Nobody is judged unheard without a reason on record. */
export const concludeBreach = (
  breach: InformationBreach,
  input: BreachInput<'conclude'>,
  actor: Actor,
  now: Date,
): Result<Partial<InformationBreach>> => {
  const no = refused('conclude', breach, actor)
  if (no) return fail(no)
  const isHeard = breach.statement !== null
  if (!isHeard && input.unheard === null) return fail(invalidInput({ path: 'unheard', message: UNHEARD }))
  return ok({
    status: 'CONCLUDED',
    conclusion: input.conclusion,
    unheard: isHeard ? null : input.unheard,
    concludedById: actor.staffId,
    concludedAt: now,
  })
}
