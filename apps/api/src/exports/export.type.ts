import { Field, Float, Int, ObjectType } from 'type-graphql'
import { DocumentRevisionType } from '../documents/document.type.ts'
import { connectionOf } from '../graphql/connection.ts'
import { Node } from '../graphql/node.ts'
import { DateTime, LocalDate } from '../graphql/scalars.ts'
import { ProjectType, StaffType } from '../organization/organization.type.ts'
import { SigningType } from '../sign-off/signing.type.ts'
import { SignOffType } from '../sign-off/sign-off.type.ts'
import {
  CopyActionEnum,
  CopyStatusEnum,
  ExportActionEnum,
  ExportColumnEnum,
  ExportFormEnum,
  ExportStatusEnum,
  ExportUseEnum,
} from './export.enums.ts'

const hidden = { nullable: true } as const
const told = (description: string) => ({ nullable: true, description })

@ObjectType('ControlledCopy', {
  implements: Node,
  description:
    'One numbered copy of client information: somebody answers for it until it is back or destroyed.',
})
export class ControlledCopyType extends Node {
  @Field(() => String, { description: 'As it is written on each page.' }) number: string
  @Field(() => CopyStatusEnum) status: string
  @Field(() => ExportFormEnum) form: string
  // The type comes after this one.
  @Field(() => ExportRequestType, hidden) request: object | null
  @Field(() => ProjectType, told('The site where it is used.')) project: ProjectType | null
  @Field(() => StaffType, told('Who answers for it.')) holder: StaffType | null
  @Field(() => String, { description: 'As it is written on the copy.' }) recipient: string
  @Field(() => Int, { description: 'Of 100, while it is being produced.' }) progress: number
  @Field(() => DateTime, hidden) producedAt: Date | null
  @Field(() => String, told('SHA-256 of the file, hex.')) fileHash: string | null
  @Field(() => Int, told('Bytes.')) sizeBytes: number | null
  @Field(() => DateTime, hidden) receivedAt: Date | null
  @Field(() => String, told('Who signed on paper, where that is somebody outside.')) signer: string | null
  @Field(() => LocalDate, { description: 'The last day of use.' }) dueOn: string
  @Field(() => Int, { description: 'Days past it while the copy is still out; else 0.' }) overdueDays: number
  @Field(() => DateTime, hidden) returnedAt: Date | null
  @Field(() => StaffType, hidden) returnedTo: StaffType | null
  @Field(() => String, hidden) returnNote: string | null
  @Field(() => DocumentRevisionType, told('The record of its destruction, from its first signature on.'))
  destruction: DocumentRevisionType | null
  @Field(() => DateTime, hidden) destroyedAt: Date | null
  @Field(() => Int, { description: 'How often it was chased: 1 warned, 2 told above.' }) chased: number
  @Field(() => [SignOffType], { description: 'Who signed for it.' }) signOffs: SignOffType[]
  @Field(() => Int) version: number
  @Field(() => [CopyActionEnum], { description: 'What you can do with it now.' }) availableActions: string[]
}

@ObjectType('ExportRequest', {
  implements: Node,
  description:
    'Asks for the use of client information: nothing leaves the archive but by one that is approved.',
})
export class ExportRequestType extends Node {
  @Field(() => String) number: string
  @Field(() => ExportStatusEnum) status: string
  @Field(() => String) purpose: string
  @Field(() => ExportUseEnum) use: string
  @Field(() => ProjectType, told('The site where it is used; null: by a department, or outside.'))
  project: ProjectType | null
  @Field(() => String, { description: 'How the clients were chosen.' }) scopeNote: string
  @Field(() => Int, { description: 'Frozen when it was submitted.' }) clientCount: number
  @Field(() => String, { description: 'SHA-256 over the ids of the clients, hex.' }) idsHash: string
  @Field(() => [ExportColumnEnum]) columns: string[]
  @Field(() => String, told('Why what is beyond daily work is needed.')) necessity: string | null
  @Field(() => ExportFormEnum) form: string
  @Field(() => StaffType, told('The colleague who gets it.')) recipient: StaffType | null
  @Field(() => String, told('Or who outside.')) recipientName: string | null
  @Field(() => String, hidden) recipientCompany: string | null
  @Field(() => Int) copies: number
  @Field(() => LocalDate) useFrom: string
  @Field(() => LocalDate) useUntil: string
  @Field(() => StaffType, hidden) requestedBy: StaffType | null
  @Field(() => DateTime) requestedAt: Date
  @Field(() => StaffType, told('Who approved or rejected.')) decidedBy: StaffType | null
  @Field(() => DateTime, hidden) decidedAt: Date | null
  @Field(() => String, told('Why it was rejected or withdrawn.')) reason: string | null
  @Field(() => Boolean, { description: 'Does the signature that is awaited now await yours?' })
  awaitsMe: boolean
  @Field(() => [SigningType], { description: 'Its rounds of signatures.' }) signings: SigningType[]
  @Field(() => [SignOffType], { description: 'The signatures on it, first to last.' }) signOffs: SignOffType[]
  @Field(() => [ControlledCopyType], { description: 'What was made of it.' })
  controlledCopies: ControlledCopyType[]
  @Field(() => Int) version: number
  @Field(() => [ExportActionEnum], { description: 'What you can do with it now.' }) availableActions: string[]
}

export const ExportRequestConnection = connectionOf('ExportRequest', ExportRequestType)
export const ControlledCopyConnection = connectionOf('ControlledCopy', ControlledCopyType)

@ObjectType('FetchedCopy', { description: 'A copy, and the link to its file for this one time.' })
export class FetchedCopyType {
  @Field(() => ControlledCopyType) copy: object
  @Field(() => String, {
    nullable: true,
    description:
      'Works once, for 15 minutes, in the session of who asked. Null when a repeated Idempotency-Key asks again: fetch anew.',
  })
  path: string | null
}

@ObjectType('RecognizedCopy', { description: 'The copy that a text was taken from.' })
export class RecognizedCopyType {
  @Field(() => String, { description: 'Of the copy.' }) number: string
  @Field(() => String, { description: 'Who it was made out to.' }) recipient: string
  @Field(() => String, { description: 'Who answers for it.' }) holder: string
  @Field(() => String, { description: 'By the MARK in its words, or by the ORDER of its rows.' }) way: string
  @Field(() => Float, { description: 'How well it fits, to 1.' }) fit: number
  @Field(() => Int, { description: 'Marks found, or rows compared.' }) evidence: number
}
