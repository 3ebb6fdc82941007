/** One input a verb. What is valid, the domain's `EXPORT_INPUTS` and `COPY_INPUTS` say. */
import { ArgsType, Field, InputType, Int } from 'type-graphql'
import { IdField } from '../graphql/id-field.ts'
import { PageArgs } from '../graphql/paging.ts'
import { LocalDate } from '../graphql/scalars.ts'
import {
  CopyOrderEnum,
  CopyStatusEnum,
  ExportColumnEnum,
  ExportFormEnum,
  ExportOrderEnum,
  ExportStatusEnum,
  ExportUseEnum,
} from './export.enums.ts'

const maybe = { nullable: true } as const
const told = (description: string) => ({ nullable: true, description })

@InputType({
  description: 'A request for the use of client information; who approves it follows from its use.',
})
export class SubmitExportRequestInput {
  @Field(() => String, { description: 'What for; at most 500 characters.' }) purpose: string
  @Field(() => ExportUseEnum) use: string
  @IdField('Project', told('The site where it is used: its manager approves. All clients are of it.'))
  projectId?: string
  @IdField('Client', { list: true, description: 'Exactly these clients; at most 2,000.' }) clientIds: string[]
  @Field(() => String, { description: 'How they were chosen, e.g. the name of a view.' }) scopeNote: string
  @Field(() => [ExportColumnEnum]) columns: string[]
  @Field(() => String, told('Why it is needed; asked for with contact data in full and households.'))
  necessity?: string
  @Field(() => ExportFormEnum) form: string
  @IdField('Staff', told('The colleague who gets it …')) recipientId?: string
  @Field(() => String, told('… or somebody outside, by name: exactly one of the two.')) recipientName?: string
  @Field(() => String, told('Of which company they are.')) recipientCompany?: string
  @Field(() => Int, { description: 'Numbered copies, 1 to 20.' }) copies: number
  @Field(() => LocalDate, { description: 'The first day of use.' }) useFrom: string
  @Field(() => LocalDate, { description: 'The last one: then each copy is back, or destroyed.' })
  useUntil: string
}

@InputType()
abstract class ExportVerbInput {
  @IdField('ExportRequest') exportRequestId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class ReviewExportRequestInput extends ExportVerbInput {
  @Field(() => String, maybe) note?: string
}
@InputType()
export class ApproveExportRequestInput extends ExportVerbInput {
  @Field(() => String, maybe) note?: string
}
@InputType()
export class RejectExportRequestInput extends ExportVerbInput {
  @Field(() => String) reason: string
}
@InputType()
export class WithdrawExportRequestInput extends ExportVerbInput {
  @Field(() => String, maybe) reason?: string
}
@InputType()
export class ProduceExportRequestInput extends ExportVerbInput {}

@InputType()
abstract class CopyVerbInput {
  @IdField('ControlledCopy') controlledCopyId: string
  @Field(() => Int, { description: 'The `version` that the person saw.' }) expectedVersion: number
}

@InputType()
export class ProduceControlledCopyInput extends CopyVerbInput {}
@InputType()
export class FetchControlledCopyInput extends CopyVerbInput {}
@InputType()
export class ReceiveControlledCopyInput extends CopyVerbInput {
  @Field(() => String, told('Who signed on paper, where the recipient is somebody outside.')) signer?: string
}
@InputType()
export class ReturnControlledCopyInput extends CopyVerbInput {
  @Field(() => String, maybe) note?: string
}
@InputType()
export class DestroyControlledCopyInput extends CopyVerbInput {
  @Field(() => String, { description: 'Shredded, burned, erased …' }) method: string
  @Field(() => String) place: string
  @Field(() => LocalDate) destroyedOn: string
  @Field(() => String, told('Who watched, beside the two who sign.')) witnesses?: string
}

@InputType({ description: 'Which requests; absent members do not filter, all others must hold.' })
export class ExportRequestFilter {
  @Field(() => [ExportStatusEnum], maybe) status?: string[]
  @Field(() => [ExportUseEnum], maybe) use?: string[]
  @Field(() => Boolean, told('Yours.')) mine?: boolean
  @Field(() => Boolean, told('Those that await your signature.')) awaitsMe?: boolean
}

@ArgsType()
export class ExportRequestArgs extends PageArgs {
  @Field(() => ExportRequestFilter, maybe) filter?: ExportRequestFilter
  @Field(() => ExportOrderEnum, { defaultValue: ExportOrderEnum.NEWEST }) orderBy: string
}

@InputType({ description: 'Which copies; absent members do not filter, all others must hold.' })
export class ControlledCopyFilter {
  @Field(() => [CopyStatusEnum], maybe) status?: string[]
  @Field(() => Boolean, told('Those that you answer for.')) mine?: boolean
  @Field(() => Boolean, told('Still out though their last day of use has passed.')) overdue?: boolean
}

@ArgsType()
export class ControlledCopyArgs extends PageArgs {
  @Field(() => ControlledCopyFilter, maybe) filter?: ControlledCopyFilter
  @Field(() => CopyOrderEnum, { defaultValue: CopyOrderEnum.DUE }) orderBy: string
}
