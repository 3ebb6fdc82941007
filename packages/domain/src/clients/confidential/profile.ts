/** The profile of a person 个人资料: sensitive throughout, and kept only while its purpose is agreed to. */
import { text, type Text } from '../../text.ts'
import type { Particular } from './particular.ts'
import {
  AGE_BAND_LABELS,
  EDUCATION_LABELS,
  HOUSING_LABELS,
  ID_DOCUMENT_TYPE_LABELS,
  INCOME_BAND_LABELS,
} from './profile-words.ts'

export const PROFILE_FIELDS = [
  'birthday',
  'ageBand',
  'occupation',
  'education',
  'incomeBand',
  'housing',
  'associations',
  'purchasedOn',
  'purchaseArea',
  'purchaseAmountMinor',
  'eventsAttended',
  'idDocumentType',
  'idDocumentNumber',
] as const
export type ProfileField = (typeof PROFILE_FIELDS)[number]

export const PROFILE_FIELD_LABELS: Readonly<Record<ProfileField, Text>> = {
  birthday: text('出生日期', 'Birthday'),
  ageBand: text('年龄段', 'Age'),
  occupation: text('职业', 'Occupation'),
  education: text('学历', 'Education'),
  incomeBand: text('家庭年收入', 'Household income'),
  housing: text('住房情况', 'Housing'),
  associations: text('社团与组织', 'Associations'),
  purchasedOn: text('购房日期', 'Bought on'),
  purchaseArea: text('购房面积', 'Area bought'),
  purchaseAmountMinor: text('购房金额', 'Price paid'),
  eventsAttended: text('参加过的活动', 'Events attended'),
  idDocumentType: text('证件类型', 'Identity document'),
  idDocumentNumber: text('证件号码', 'Document number'),
}

type Typed = Omit<Particular, 'label' | 'class'>

const TYPED: Readonly<Record<ProfileField, Typed>> = {
  birthday: { kind: 'day' },
  ageBand: { kind: 'choice', choices: AGE_BAND_LABELS },
  occupation: { kind: 'line', max: 60 },
  education: { kind: 'choice', choices: EDUCATION_LABELS },
  incomeBand: { kind: 'choice', choices: INCOME_BAND_LABELS },
  housing: { kind: 'choice', choices: HOUSING_LABELS },
  associations: { kind: 'text', max: 200 },
  purchasedOn: { kind: 'day' },
  purchaseArea: { kind: 'area' },
  purchaseAmountMinor: { kind: 'money' },
  eventsAttended: { kind: 'text', max: 500 },
  idDocumentType: { kind: 'choice', choices: ID_DOCUMENT_TYPE_LABELS },
  idDocumentNumber: { kind: 'line', max: 30 },
}

/** Every line of the profile. */
export const PROFILE: Readonly<Record<ProfileField, Particular>> = Object.fromEntries(
  PROFILE_FIELDS.map((field) => [
    field,
    { ...TYPED[field], label: PROFILE_FIELD_LABELS[field], class: 'sensitive' },
  ]),
) as unknown as Readonly<Record<ProfileField, Particular>>
