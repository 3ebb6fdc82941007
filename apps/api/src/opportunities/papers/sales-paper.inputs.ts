import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { ContactChannelEnum } from '../../clients/contacts/contact.type.ts'
import { IdField } from '../../graphql/id-field.ts'
import { LocalDate } from '../../graphql/scalars.ts'
import { ProposalDeclineReasonEnum } from './sales-paper.type.ts'

const MAYBE = { nullable: true } as const
const SEEN = { description: 'The `version` that the person saw.' }
const ASKED = { nullable: true, description: 'Needed where the template asks for it.' }
const TODAY = { description: 'Not after today.' }

@InputType({ description: 'A clause of FREE, as it is to be.' })
class FreeSectionInput {
  @Field(() => Int, { description: 'Of the clause, from 1.' }) position: number
  @Field(() => String) body: string
}

@InputType()
abstract class PaperTermsInput {
  @IdField('ControlledDocument', { description: 'A template that is in force.' }) templateId: string
  @Field(() => LocalDate, ASKED) periodFrom?: string
  @Field(() => LocalDate, ASKED) periodTo?: string
  @Field(() => String, {
    nullable: true,
    description: 'At most 500 characters; needed where the template asks for it.',
  })
  paymentTerms?: string
  @IdField('Staff', { nullable: true, description: 'Who signs for us.' }) ourSignerId?: string
}

@InputType()
export class MakeSalesProposalInput extends PaperTermsInput {
  @IdField('Opportunity') opportunityId: string
  @IdField('ClientContact', { nullable: true, description: 'A contact of the client.' }) contactId?: string
  @IdField('Unit', MAYBE) unitId?: string
  @Field(() => LocalDate, ASKED) validUntil?: string
}

@InputType()
abstract class SalesProposalVerbInput {
  @IdField('SalesProposal') proposalId: string
  @Field(() => Int, SEEN) expectedVersion: number
}
@InputType()
export class ChangeSalesProposalInput extends SalesProposalVerbInput {
  @Field(() => [FreeSectionInput]) sections: FreeSectionInput[]
}
@InputType()
export class SendSalesProposalInput extends SalesProposalVerbInput {
  @Field(() => ContactChannelEnum) channel: string
  @Field(() => LocalDate, TODAY) sentOn: string
  @Field(() => String, { description: 'To whom it was handed over.' }) sentTo: string
  @Field(() => String, MAYBE) note?: string
}
@InputType()
export class AcceptSalesProposalInput extends SalesProposalVerbInput {
  @Field(() => LocalDate, TODAY) answeredOn: string
  @Field(() => String, MAYBE) note?: string
}
@InputType()
export class DeclineSalesProposalInput extends SalesProposalVerbInput {
  @Field(() => LocalDate, TODAY) answeredOn: string
  @Field(() => ProposalDeclineReasonEnum) reason: string
  @Field(() => String, MAYBE) note?: string
}
@InputType()
export class WithdrawSalesProposalInput extends SalesProposalVerbInput {
  @Field(() => String) reason: string
}

@InputType()
export class MakeServiceAgreementInput extends PaperTermsInput {
  @IdField('SalesProposal', { description: 'One that the client has accepted.' }) proposalId: string
  @Field(() => LocalDate, {
    nullable: true,
    description: 'When to be told that it ends soon; absent: sixty days before its end.',
  })
  remindOn?: string
}

@InputType()
abstract class ServiceAgreementVerbInput {
  @IdField('ServiceAgreement') agreementId: string
  @Field(() => Int, SEEN) expectedVersion: number
}
@InputType()
export class ChangeServiceAgreementInput extends ServiceAgreementVerbInput {
  @Field(() => [FreeSectionInput]) sections: FreeSectionInput[]
}
@InputType()
export class SubmitServiceAgreementInput extends ServiceAgreementVerbInput {}
@InputType()
export class ReviewServiceAgreementInput extends ServiceAgreementVerbInput {
  @Field(() => String, MAYBE) note?: string
}
@InputType()
export class ApproveServiceAgreementInput extends ServiceAgreementVerbInput {
  @Field(() => String, MAYBE) note?: string
}
@InputType()
export class RejectServiceAgreementInput extends ServiceAgreementVerbInput {
  @Field(() => String) reason: string
}
@InputType()
export class WithdrawServiceAgreementInput extends ServiceAgreementVerbInput {
  @Field(() => String) reason: string
}
@InputType()
export class SignServiceAgreementInput extends ServiceAgreementVerbInput {
  @Field(() => LocalDate, TODAY) signedOn: string
  @Field(() => String, { description: 'Who signed for the client.' }) clientSigner: string
}
@InputType()
export class EndServiceAgreementInput extends ServiceAgreementVerbInput {
  @Field(() => LocalDate, TODAY) endedOn: string
  @Field(() => String) reason: string
}

@ArgsType()
export class SalesPaperPreviewArgs {
  @Field(() => ID, { description: 'A revision of a template, of whatever status.' }) revision: string
  @Field(() => ID, { description: 'An opportunity that you may read.' }) opportunity: string
}
