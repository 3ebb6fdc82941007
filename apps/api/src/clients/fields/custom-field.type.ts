import {
  CUSTOM_FIELD_CLASS_LABELS,
  CUSTOM_FIELD_CLASSES,
  CUSTOM_FIELD_TYPE_LABELS,
  CUSTOM_FIELD_TYPES,
} from '@steward/domain'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { publishEnum } from '../../graphql/enums.ts'
import { IdField } from '../../graphql/id-field.ts'
import { Node } from '../../graphql/node.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { StaffType } from '../../organization/organization.type.ts'
import { ClientKindEnum } from '../client.type.ts'

const CustomFieldTypeEnum = publishEnum(
  'CustomFieldType',
  CUSTOM_FIELD_TYPES,
  'What is kept under a field of the organization’s own.',
  CUSTOM_FIELD_TYPE_LABELS,
)
const CustomFieldClassEnum = publishEnum(
  'CustomFieldClass',
  CUSTOM_FIELD_CLASSES,
  'How far a value under such a field may travel.',
  CUSTOM_FIELD_CLASS_LABELS,
)

@ObjectType({ description: 'One answer of a field of choices.' })
export class CustomFieldChoice {
  @Field(() => String, { description: 'What is kept.' }) key: string
  @Field(() => String) zh: string
  @Field(() => String) en: string
}

const BOUND = 'A number as text: of money in minor units; of a text, `most` is its greatest length.'

@ObjectType('CustomField', {
  implements: Node,
  description: 'A line of the archive that the organization has added.',
})
export class CustomFieldDefinition extends Node {
  @Field(() => String, { description: 'Its name in errors and audit.' }) key: string
  @Field(() => String) labelZh: string
  @Field(() => String) labelEn: string
  @Field(() => CustomFieldTypeEnum) type: string
  @Field(() => CustomFieldClassEnum) class: string
  @Field(() => [ClientKindEnum], { description: 'Of which clients it is asked.' }) kinds: string[]
  @Field(() => [CustomFieldChoice]) choices: CustomFieldChoice[]
  @Field(() => Boolean) isRequired: boolean
  @Field(() => String, { nullable: true, description: 'Behind a number.' }) unit: string | null
  @Field(() => String, { nullable: true, description: BOUND }) least: string | null
  @Field(() => String, { nullable: true, description: BOUND }) most: string | null
  @Field(() => Int, { description: 'The lower, the earlier.' }) position: number
  @Field(() => DateTime, { nullable: true, description: 'Set: it is asked no more; what was said stays.' })
  retiredAt: Date | null
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@ObjectType('ClientFieldValue', {
  implements: Node,
  description: 'What is kept of a client under one field.',
})
export class ClientFieldValueType extends Node {
  @Field(() => CustomFieldDefinition, { nullable: true }) field: CustomFieldDefinition | null
  @Field(() => CustomFieldClassEnum) class: string
  @Field(() => String, {
    nullable: true,
    description:
      'Of an internal field: text, number, minor units, `YYYY-MM-DD`, key of a choice, `true` or `false`.',
  })
  value: string | null
  @Field(() => String, {
    nullable: true,
    description: 'The same of a personal field; of a sensitive one neither.',
  })
  personalValue: string | null
  @Field(() => StaffType, { nullable: true }) setBy: StaffType | null
  @Field(() => DateTime) setAt: Date
  @Field(() => Int, { description: 'Give it as `expectedVersion`.' }) version: number
}

@InputType()
export class CustomFieldChoiceInput {
  @Field(() => String, { nullable: true, description: 'Absent: a new one.' }) key?: string
  @Field(() => String) zh: string
  @Field(() => String) en: string
}

@InputType()
abstract class CustomFieldParticulars {
  @Field(() => String) labelZh: string
  @Field(() => String) labelEn: string
  @Field(() => [ClientKindEnum]) kinds: string[]
  @Field(() => [CustomFieldChoiceInput], {
    defaultValue: [],
    description: 'Those that are there already stay; they may be named anew and put in another order.',
  })
  choices: CustomFieldChoiceInput[]
  @Field(() => Boolean, { defaultValue: false }) isRequired: boolean
  @Field(() => String, { nullable: true }) unit?: string
  @Field(() => String, { nullable: true, description: BOUND }) least?: string
  @Field(() => String, { nullable: true, description: BOUND }) most?: string
  @Field(() => Int, { defaultValue: 0 }) position: number
}

@InputType()
export class DefineCustomFieldInput extends CustomFieldParticulars {
  @Field(() => String, { description: 'Letters and digits; unique, given once.' }) key: string
  @Field(() => CustomFieldTypeEnum, { description: 'Given once.' }) type: string
  @Field(() => CustomFieldClassEnum, { description: 'Given once.' }) class: string
}

@InputType()
export class AmendCustomFieldInput extends CustomFieldParticulars {
  @IdField('CustomField') fieldId: string
  @Field(() => Int) expectedVersion: number
}

@InputType()
export class RetireCustomFieldInput {
  @IdField('CustomField') fieldId: string
  @Field(() => Int) expectedVersion: number
}

@InputType()
export class RestoreCustomFieldInput {
  @IdField('CustomField') fieldId: string
  @Field(() => Int) expectedVersion: number
}

@InputType()
export class StatedFieldValue {
  @IdField('CustomField') fieldId: string
  @Field(() => String, {
    nullable: true,
    description: 'As `value` of ClientFieldValue; absent or blank: cleared.',
  })
  value?: string
  @Field(() => Int, { description: 'Of the value that the person saw; 0 while there was none.' })
  expectedVersion: number
}

@InputType()
export class SetFieldsOfClientInput {
  @IdField('Client') clientId: string
  @Field(() => [StatedFieldValue], { description: 'Fields that are left out stay as they are.' })
  values: StatedFieldValue[]
}

@InputType()
export class RevealFieldsOfClientInput {
  @IdField('Client') clientId: string
  @IdField('CustomField', { list: true }) fieldIds: string[]
  @Field(() => String, { description: 'What they are needed for; on record.' }) reason: string
}

@ObjectType({ description: 'A sensitive value, shown for a reason that was logged.' })
export class RevealedField {
  @Field(() => String) key: string
  @Field(() => String) value: string
}

@ObjectType({ description: 'Sensitive values of a client, shown for a reason that was logged.' })
export class RevealedFields {
  @Field(() => [RevealedField]) values: RevealedField[]
}

@InputType({ description: 'What a client has under one field. Of several members each holds.' })
export class ClientFieldFilter {
  @IdField('CustomField') fieldId: string
  @Field(() => String, { nullable: true, description: 'As it is kept.' }) equals?: string
  @Field(() => String, { nullable: true, description: 'Of a text; capitals make no difference.' })
  contains?: string
  @Field(() => String, { nullable: true, description: 'At least: a number, minor units, a day.' })
  from?: string
  @Field(() => String, { nullable: true, description: 'At most.' }) to?: string
}
