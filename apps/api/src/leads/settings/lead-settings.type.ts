import { Field, Int, ObjectType } from 'type-graphql'
import { ClientSourceEnum } from '../../clients/client.type.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate, MinorUnits } from '../../graphql/scalars.ts'

const VERSION = { description: 'Give it as `expectedVersion`.' }

@ObjectType('LeadSource', {
  implements: Node,
  description: 'Where leads come from: a row of the organization.',
})
export class LeadSourceType extends Node {
  @Field(() => String) name: string
  @Field(() => ClientSourceEnum, {
    description: 'What an archive that is opened from such a lead says about how we came to know them.',
  })
  countsAs: string
  @Field(() => DateTime, { nullable: true, description: 'Set while no new lead is said to come from it.' })
  retiredAt: Date | null
  @Field(() => Int, VERSION) version: number
}

@ObjectType('Campaign', {
  implements: Node,
  description: 'What was undertaken to win clients, of one source.',
})
export class CampaignType extends Node {
  @Field(() => String) name: string
  @Field(() => LeadSourceType, { nullable: true }) source: LeadSourceType | null
  @Field(() => LocalDate) startsOn: string
  @Field(() => LocalDate, { nullable: true, description: 'The last day; null: it goes on.' })
  endsOn: string | null
  @Field(() => MinorUnits, {
    nullable: true,
    description:
      'Whole cost in minor units; null where it is not known yet, and to those who may not see it.',
  })
  costMinor: number | null
  @Field(() => DateTime, { nullable: true }) retiredAt: Date | null
  @Field(() => Int, VERSION) version: number
}

@ObjectType('LeadPolicy', { description: 'How leads go round.' })
export class LeadPolicyType {
  @Field(() => Int, { description: 'Working days without a touch after which a lead returns to the pool.' })
  returnAfterDays: number
  @Field(() => Int, { description: 'So many working days before that, whoever has it is warned; 0: not.' })
  warnBeforeDays: number
  @Field(() => Int, { description: 'Claims of one person on one day.' }) claimsADay: number
  @Field(() => Int) version: number
}
