import {
  SILENCE_ALERT_ACTION_LABELS,
  SILENCE_ALERT_ACTIONS,
  SILENCE_ALERT_STATUS_LABELS,
  SILENCE_ALERT_STATUSES,
  SILENCE_BASES,
  SILENCE_BASIS_LABELS,
  SILENCE_OUTCOME_LABELS,
  SILENCE_OUTCOMES,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { ClientType } from '../clients/client.type.ts'
import { ReceptionType } from '../clients/receptions/reception.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import { StaffType } from '../organization/organization.type.ts'
import { actionName } from '../reads/action-name.ts'

export const SilenceAlertStatusEnum = publishEnum(
  'SilenceAlertStatus',
  SILENCE_ALERT_STATUSES,
  'How far an alert of silence is.',
  SILENCE_ALERT_STATUS_LABELS,
)
export const SilenceBasisEnum = publishEnum(
  'SilenceBasis',
  SILENCE_BASES,
  'What showed that a client has gone silent.',
  SILENCE_BASIS_LABELS,
)
export const SilenceOutcomeEnum = publishEnum(
  'SilenceOutcome',
  SILENCE_OUTCOMES,
  'What came of an alert of silence.',
  SILENCE_OUTCOME_LABELS,
)
export const SilenceAlertActionEnum = publishEnum(
  'SilenceAlertAction',
  SILENCE_ALERT_ACTIONS.map(actionName),
  'What can be done about an alert; the mutation of the same name does it.',
  Object.fromEntries(SILENCE_ALERT_ACTIONS.map((it) => [actionName(it), SILENCE_ALERT_ACTION_LABELS[it]])),
)
export const SilenceAlertOrderEnum = publishEnum(
  'SilenceAlertOrder',
  ['VISIT_BY', 'NEWEST'],
  'Who should be visited first, or the newest first.',
)

@ObjectType('SilenceModel', {
  implements: Node,
  description:
    'BG/NBD fitted to the organization’s clients: how probable it is that one still comes. Parameters are kept as they were rounded.',
})
export class SilenceModelType extends Node {
  @Field(() => LocalDate, { description: 'Events up to this day were known.' }) asOf: string
  @Field(() => String, { description: 'Shape of the rates, to six decimals.' }) r: string
  @Field(() => String, { description: 'Rate of the rates, in weeks.' }) alpha: string
  @Field(() => String, { description: 'Of the distribution of staying away, with b.' }) a: string
  @Field(() => String) b: string
  @Field(() => String, { description: 'To four decimals.' }) logLikelihood: string
  @Field(() => Int, { description: 'To whom it was fitted; at most 5,000, drawn by digest.' }) clients: number
  @Field(() => Int, { description: 'Those of them who came again.' }) repeating: number
  @Field(() => Boolean, {
    description:
      'Whether alerts go by it: it converged, at least 30 clients came again, and it knows of leaving at all.',
  })
  isUsed: boolean
  @Field(() => DateTime) fittedAt: Date
}

@ObjectType('SilenceAlert', {
  implements: Node,
  description: 'A client has gone silent (沉默预警), and what was done about it.',
})
export class SilenceAlertType extends Node {
  @Field(() => ClientType, { nullable: true }) client: ClientType | null
  @Field(() => SilenceBasisEnum) basis: string
  @Field(() => SilenceAlertStatusEnum) status: string
  @Field(() => LocalDate) raisedOn: string
  @Field(() => LocalDate, { description: 'The last sign before it.' }) lastEventOn: string
  @Field(() => LocalDate, { description: 'The first day on which it counted as silence.' }) silentOn: string
  @Field(() => Int, { nullable: true, description: 'Days: the middle gap between their signs.' })
  usualGapDays: number | null
  @Field(() => Int, {
    nullable: true,
    description:
      'When it was raised, in 1/10,000: the quantile of the gap among their own (RHYTHM), or 1 − P(alive) (MODEL).',
  })
  score: number | null
  @Field(() => Int, { nullable: true, description: 'From which score on it was silence; 1/10,000.' })
  threshold: number | null
  @Field(() => SilenceModelType, { nullable: true, description: 'Of MODEL, to those who may read figures.' })
  model: SilenceModelType | null
  @Field(() => Int, { description: 'Of UNANSWERED: how many complaints came to nothing.' })
  complaintCount: number
  @Field(() => LocalDate, { description: 'By when a visit is proposed.' }) visitBy: string
  @Field(() => StaffType, { nullable: true, description: 'Who shall go and see them, where that was said.' })
  visitor: StaffType | null
  @Field(() => StaffType, { nullable: true }) visitProposedBy: StaffType | null
  @Field(() => StaffType, { nullable: true }) acknowledgedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) acknowledgedAt: Date | null
  @Field(() => ReceptionType, { nullable: true, description: 'What was said at the visit.' })
  visit: ReceptionType | null
  @Field(() => DateTime, { nullable: true }) visitedAt: Date | null
  @Field(() => SilenceOutcomeEnum, { nullable: true }) outcome: string | null
  @Field(() => String, { nullable: true, description: 'What the closer says of it.' }) note: string | null
  @Field(() => StaffType, { nullable: true }) closedBy: StaffType | null
  @Field(() => DateTime, { nullable: true }) closedAt: Date | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
  @Field(() => [SilenceAlertActionEnum]) availableActions: string[]
}

export const SilenceAlertConnection = connectionOf('SilenceAlert', SilenceAlertType)

@ObjectType({ description: 'From when on it is silence.' })
abstract class SilenceRule {
  @Field(() => Int, { description: 'So many gaps make a rhythm of one’s own.' }) leastGaps: number
  @Field(() => Int, { description: 'Quantile of one’s own gaps, 1/10,000.' }) rhythmThreshold: number
  @Field(() => Int, { description: 'Of 1 − P(alive), 1/10,000.' }) modelThreshold: number
  @Field(() => Int, { description: 'Nobody is silent before so many days without a sign.' }) leastDays: number
  @Field(() => Int, { description: 'So many complaints without result …' }) complaints: number
  @Field(() => Int, { description: '… within so many days …' }) complaintWindowDays: number
  @Field(() => Int, { description: '… and then nothing for so many days.' }) quietDays: number
  @Field(() => Int, { description: 'Days without a sign after which a client is lost without doubt.' })
  lostAfterDays: number
}

@ObjectType('SilencePolicy', { description: 'The organization’s rule: from when on it is silence.' })
export class SilencePolicyType extends SilenceRule {
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}
