import {
  ATTACHMENT_CLASSES,
  ATTACHMENT_CLASS_LABELS,
  ATTACHMENT_FORMAT_NAMES,
  ATTACHMENT_FORMATS,
  type AttachmentFormat,
  type Text,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../graphql/enums.ts'
import { Node } from '../graphql/node.ts'
import { DateTime } from '../graphql/scalars.ts'
import { StaffType } from '../organization/organization.type.ts'

export const AttachmentClassEnum = publishEnum(
  'AttachmentClass',
  ATTACHMENT_CLASSES,
  'How far an attached file may travel.',
  ATTACHMENT_CLASS_LABELS,
)
const FORMAT_LABELS = Object.fromEntries(
  ATTACHMENT_FORMAT_NAMES.map((format) => [format, ATTACHMENT_FORMATS[format].label]),
) as Record<AttachmentFormat, Text>
export const AttachmentFormatEnum = publishEnum(
  'AttachmentFormat',
  ATTACHMENT_FORMAT_NAMES,
  'What an attached file is, by its content.',
  FORMAT_LABELS,
)

@ObjectType('Attachment', {
  implements: Node,
  description:
    'A file that hangs on a client. `GET /files/attachments/ID` gives the content, `POST /files/attachments/ID/reveal` that of a sensitive one.',
})
export class AttachmentType extends Node {
  @Field(() => String, {
    nullable: true,
    description: 'As it was called; to those who work with the client.',
  })
  name: string | null
  @Field(() => String, { nullable: true }) note: string | null
  @Field(() => AttachmentFormatEnum) format: string
  @Field(() => AttachmentClassEnum) classification: string
  @Field(() => Int, { description: 'Of what is kept; a picture was drawn anew.' }) sizeBytes: number
  @Field(() => String, { description: 'SHA-256 of the same, in hex.' }) sha256: string
  @Field(() => StaffType, { nullable: true }) addedBy: StaffType | null
  @Field(() => DateTime) addedAt: Date
  @Field(() => StaffType, { nullable: true }) removedBy: StaffType | null
  @Field(() => DateTime, { nullable: true, description: 'Set: the content is gone, this line stays.' })
  removedAt: Date | null
  @Field(() => String, { nullable: true }) removalReason: string | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}
