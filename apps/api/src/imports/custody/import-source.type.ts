import {
  IMPORT_SOURCE_STATUSES,
  IMPORT_SOURCE_STATUS_LABELS,
  IMPORT_SOURCE_TRANSITIONS,
} from '@steward/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { InformationMediumEnum } from '../../documents/document.enums.ts'
import { DocumentRevisionType } from '../../documents/document.type.ts'
import { connectionOf } from '../../graphql/connection.ts'
import { publishEnum } from '../../graphql/enums.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime, LocalDate } from '../../graphql/scalars.ts'
import { ProjectType, StaffType } from '../../organization/organization.type.ts'
import { actionName } from '../../reads/action-name.ts'
import { ImportFileType } from '../import.type.ts'
import { OPENING_OCCASIONS } from './import-source.entity.ts'

export const ImportSourceStatusEnum = publishEnum(
  'ImportSourceStatus',
  IMPORT_SOURCE_STATUSES,
  'How far the custody of a source is.',
  IMPORT_SOURCE_STATUS_LABELS,
)
export const ImportSourceActionEnum = publishEnum(
  'ImportSourceAction',
  [...new Set(IMPORT_SOURCE_TRANSITIONS.map(({ action }) => actionName(action)))],
  'What can be done to a source in custody; the mutation of the same name does it.',
)
export const OpeningOccasionEnum = publishEnum(
  'ImportSourceOccasion',
  OPENING_OCCASIONS,
  'For what the file of a source was opened.',
)

@ObjectType('ImportSourceOpening', {
  implements: Node,
  description: 'That somebody opened the file of a source.',
})
export class ImportSourceOpeningType extends Node {
  @Field(() => OpeningOccasionEnum) occasion: string
  @Field(() => StaffType, { nullable: true }) staff: StaffType | null
  @Field(() => DateTime) at: Date
}

@ObjectType('ImportSource', {
  implements: Node,
  description:
    'What client information was read from: a file that was handed over, a disk, a list on paper. In custody until two have signed that it is destroyed.',
})
export class ImportSourceType extends Node {
  @Field(() => String) name: string
  @Field(() => String, {
    nullable: true,
    description: 'Null: a file handed over for an import by its custodian.',
  })
  receivedFrom: string | null
  @Field(() => InformationMediumEnum) medium: string
  @Field(() => ImportSourceStatusEnum) status: string
  @Field(() => StaffType, { nullable: true }) custodian: StaffType | null
  @Field(() => ProjectType, { nullable: true }) project: ProjectType | null
  @Field(() => ImportFileType, { nullable: true }) file: ImportFileType | null
  @Field(() => DateTime) receivedAt: Date
  @Field(() => StaffType, { nullable: true }) receivedBy: StaffType | null
  @Field(() => LocalDate, { description: 'The last day of custody.' }) destroyBy: string
  @Field(() => DateTime, { nullable: true }) verifiedAt: Date | null
  @Field(() => StaffType, { nullable: true }) verifiedBy: StaffType | null
  @Field(() => String, { nullable: true, description: 'What it was compared with.' }) verification:
    | string
    | null
  @Field(() => DocumentRevisionType, {
    nullable: true,
    description: 'The certificate, from its first signature on.',
  })
  destruction: DocumentRevisionType | null
  @Field(() => DateTime, { nullable: true }) destroyedAt: Date | null
  @Field(() => [ImportSourceOpeningType], { description: 'Who opened its file, the newest first.' })
  openings: ImportSourceOpeningType[]
  @Field(() => Int) version: number
  @Field(() => [ImportSourceActionEnum]) availableActions: string[]
}

export const ImportSourceConnection = connectionOf('ImportSource', ImportSourceType)
