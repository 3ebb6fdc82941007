import {
  CLIENT_FIELD_VALUE_FIELDS,
  type ClientFieldValue as ClientFieldValueFacts,
  type ClientKind,
  type CustomField as CustomFieldFacts,
  type CustomFieldClass,
  type CustomFieldType,
  type FieldChoice,
} from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { ClassifiedBy, Id, Instant, OrgId, References, type Ciphertext } from '../../database/columns.ts'
import { Staff } from '../../organization/organization.entity.ts'
import { Client } from '../client.entity.ts'

/** A line of the archive that the organization has added. Key, type and class are given once. */
@Entity('custom_field')
@Index('custom_field_key_key', ['orgId', 'key'], { unique: true })
export class CustomField implements CustomFieldFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') key: string
  @Column('text') labelZh: string
  @Column('text') labelEn: string
  @Column('text') type: CustomFieldType
  @Column('text') class: CustomFieldClass
  @Column('text', { array: true }) kinds: ClientKind[]
  @Column('jsonb') choices: FieldChoice[]
  @Column('boolean', { default: false }) isRequired: boolean
  @Column('text', { nullable: true }) unit: string | null
  @Column('text', { nullable: true }) least: string | null
  @Column('text', { nullable: true }) most: string | null
  @Column('integer', { default: 0 }) position: number
  @Instant({ nullable: true }) retiredAt: Date | null
  @Column('integer', { default: 1 }) version: number
}

/** What is kept of one client under one field, in the column of its class. Cleared, the row goes; the audit tells of it. */
@Entity('client_field_value')
@ClassifiedBy(CLIENT_FIELD_VALUE_FIELDS)
@Index('client_field_value_key', ['orgId', 'clientId', 'fieldId'], { unique: true })
@Index('client_field_value_field_idx', ['orgId', 'fieldId'])
@Index('client_field_value_set_by_idx', ['orgId', 'setById'])
@References(() => Client, 'clientId')
@References(() => CustomField, 'fieldId')
@References(() => Staff, 'setById')
export class ClientFieldValue implements ClientFieldValueFacts {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') clientId: string
  @Column('uuid') fieldId: string
  @Column('text') class: CustomFieldClass
  @Column('text', { nullable: true }) internalValue: string | null
  @Column('bigint', { nullable: true }) internalOrdinal: number | null
  @Column('text', { nullable: true }) personalValue: string | null
  @Column('bigint', { nullable: true }) personalOrdinal: number | null
  @Column('text', { nullable: true }) sealedValue: Ciphertext | null
  @Column('uuid') setById: string
  @Instant() setAt: Date
  @Column('integer', { default: 1 }) version: number
}
