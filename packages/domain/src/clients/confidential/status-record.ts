/** The status record of a company 客户状况记录表: who leads it, how it fares, how it pays, what it is to us. Kept in versions. */
import { text, type Text } from '../../text.ts'
import type { Particular } from './particular.ts'
import {
  BUSINESS_CONDITION_LABELS,
  CREDIT_STATUS_LABELS,
  PAYMENT_ATTITUDE_LABELS,
  PAYMENT_INSTRUMENT_LABELS,
  POTENTIAL_LABELS,
  SATISFACTION_LABELS,
  SERVICE_CHANNEL_LABELS,
  SERVICE_FREQUENCY_LABELS,
} from './status-words.ts'

/** Open to whoever may read the record; names of people to whoever may read names. */
export const STATUS_OPEN_FIELDS = [
  'legalRepresentative',
  'generalManager',
  'contactPerson',
  'businessLicence',
  'taxRegistration',
  'website',
  'mainBusiness',
  'headcount',
  'businessCondition',
  'paymentHandler',
  'paymentAttitude',
  'paymentInstrument',
  'highestMonthlyPurchaseMinor',
  'averageMonthlyPurchaseMinor',
  'serviceChannel',
  'serviceFrequency',
  'potential',
  'satisfaction',
  'remark',
] as const
export type StatusOpenField = (typeof STATUS_OPEN_FIELDS)[number]

/** Sealed. */
export const STATUS_SEALED_FIELDS = [
  'banks',
  'bankAccount',
  'cashTurnoverMinor',
  'creditStatus',
  'loans',
] as const
export type StatusSealedField = (typeof STATUS_SEALED_FIELDS)[number]

export type StatusField = StatusOpenField | StatusSealedField

export const STATUS_FIELD_LABELS: Readonly<Record<StatusField, Text>> = {
  legalRepresentative: text('法定代表人', 'Legal representative'),
  generalManager: text('总经理', 'General manager'),
  contactPerson: text('联系人', 'Contact person'),
  businessLicence: text('营业执照号', 'Business licence'),
  taxRegistration: text('税务登记号', 'Tax registration'),
  website: text('网址', 'Website'),
  mainBusiness: text('主营业务', 'Main business'),
  headcount: text('员工人数', 'Headcount'),
  businessCondition: text('经营状况', 'Business condition'),
  banks: text('往来银行', 'Banks'),
  bankAccount: text('银行账号', 'Bank account'),
  cashTurnoverMinor: text('资金年周转额', 'Cash turnover a year'),
  creditStatus: text('信用状况', 'Credit status'),
  loans: text('贷款情况', 'Loans'),
  paymentHandler: text('付款经办人', 'Who handles payments'),
  paymentAttitude: text('付款态度', 'Attitude to paying'),
  paymentInstrument: text('付款方式', 'Way of paying'),
  highestMonthlyPurchaseMinor: text('最高月消费额', 'Highest month’s purchase'),
  averageMonthlyPurchaseMinor: text('平均月消费额', 'Average month’s purchase'),
  serviceChannel: text('服务渠道', 'Service channel'),
  serviceFrequency: text('服务频次', 'Service frequency'),
  potential: text('发展潜力', 'Potential'),
  satisfaction: text('满意度', 'Satisfaction'),
  remark: text('备注', 'Remark'),
}

type Typed = Omit<Particular, 'label'>
const ofPerson = { kind: 'line', max: 60, class: 'personal' } as const
const sealed = { class: 'sensitive' } as const
const open = { class: 'internal' } as const
const oneOf = (choices: Readonly<Record<string, Text>>) => ({ ...open, kind: 'choice', choices }) as const

const TYPED: Readonly<Record<StatusField, Typed>> = {
  legalRepresentative: ofPerson,
  generalManager: ofPerson,
  contactPerson: ofPerson,
  businessLicence: { ...open, kind: 'line', max: 40 },
  taxRegistration: { ...open, kind: 'line', max: 40 },
  website: { ...open, kind: 'line', max: 200 },
  mainBusiness: { ...open, kind: 'text', max: 300 },
  headcount: { ...open, kind: 'count' },
  businessCondition: oneOf(BUSINESS_CONDITION_LABELS),
  banks: { ...sealed, kind: 'line', max: 200 },
  bankAccount: { ...sealed, kind: 'line', max: 40 },
  loans: { ...sealed, kind: 'text', max: 300 },
  cashTurnoverMinor: { ...sealed, kind: 'money' },
  creditStatus: { ...sealed, kind: 'choice', choices: CREDIT_STATUS_LABELS },
  paymentHandler: ofPerson,
  paymentAttitude: oneOf(PAYMENT_ATTITUDE_LABELS),
  paymentInstrument: oneOf(PAYMENT_INSTRUMENT_LABELS),
  highestMonthlyPurchaseMinor: { ...open, kind: 'money' },
  averageMonthlyPurchaseMinor: { ...open, kind: 'money' },
  serviceChannel: oneOf(SERVICE_CHANNEL_LABELS),
  serviceFrequency: oneOf(SERVICE_FREQUENCY_LABELS),
  potential: oneOf(POTENTIAL_LABELS),
  satisfaction: oneOf(SATISFACTION_LABELS),
  remark: { class: 'personal', kind: 'text', max: 500 },
}

/** Every line of the record, in the order of the printed form. */
export const STATUS_RECORD: Readonly<Record<StatusField, Particular>> = Object.fromEntries(
  Object.entries<Text>(STATUS_FIELD_LABELS).map(([field, label]) => [
    field,
    { ...TYPED[field as StatusField], label },
  ]),
) as unknown as Readonly<Record<StatusField, Particular>>

export const STATUS_GROUPS = ['COMPANY', 'MONEY', 'PAYING', 'DEALINGS'] as const
export type StatusGroup = (typeof STATUS_GROUPS)[number]

export const STATUS_GROUP_LABELS: Readonly<Record<StatusGroup, Text>> = {
  COMPANY: text('企业概况', 'The company'),
  MONEY: text('资金与信用', 'Money and credit'),
  PAYING: text('付款', 'How it pays'),
  DEALINGS: text('往来与服务', 'Dealings with us'),
}

export const FIELDS_OF_STATUS_GROUP: Readonly<Record<StatusGroup, readonly StatusField[]>> = {
  COMPANY: [
    'legalRepresentative',
    'generalManager',
    'contactPerson',
    'businessLicence',
    'taxRegistration',
    'website',
    'mainBusiness',
    'headcount',
    'businessCondition',
  ],
  MONEY: STATUS_SEALED_FIELDS,
  PAYING: ['paymentHandler', 'paymentAttitude', 'paymentInstrument'],
  DEALINGS: [
    'highestMonthlyPurchaseMinor',
    'averageMonthlyPurchaseMinor',
    'serviceChannel',
    'serviceFrequency',
    'potential',
    'satisfaction',
    'remark',
  ],
}

/** A version, as far as its differences go. Absent and null are the same. */
export type StatusValues = { readonly [F in StatusField]?: string | number | null | undefined }

/** The lines in which two versions differ, in the order of the form; before the first version there was nothing. */
export const statusDifference = (before: StatusValues | undefined, after: StatusValues): StatusField[] =>
  (Object.keys(STATUS_RECORD) as StatusField[]).filter(
    (field) => (before?.[field] ?? null) !== (after[field] ?? null),
  )
