/** The words that a particular of a person can be chosen from. */
import { text, type Text } from '../../text.ts'

export const AGE_BANDS = ['UNDER_26', 'FROM_26', 'FROM_36', 'FROM_46', 'FROM_56', 'FROM_66'] as const
export type AgeBand = (typeof AGE_BANDS)[number]
export const AGE_BAND_LABELS: Readonly<Record<AgeBand, Text>> = {
  UNDER_26: text('25 岁及以下', 'Up to 25'),
  FROM_26: text('26–35 岁', 'Aged 26–35'),
  FROM_36: text('36–45 岁', 'Aged 36–45'),
  FROM_46: text('46–55 岁', 'Aged 46–55'),
  FROM_56: text('56–65 岁', 'Aged 56–65'),
  FROM_66: text('66 岁及以上', 'Aged 66 and over'),
}

export const EDUCATIONS = ['SCHOOL', 'VOCATIONAL', 'BACHELOR', 'MASTER', 'DOCTOR'] as const
export type Education = (typeof EDUCATIONS)[number]
export const EDUCATION_LABELS: Readonly<Record<Education, Text>> = {
  SCHOOL: text('高中及以下', 'School'),
  VOCATIONAL: text('大专', 'Vocational college'),
  BACHELOR: text('本科', 'Bachelor'),
  MASTER: text('硕士', 'Master'),
  DOCTOR: text('博士', 'Doctorate'),
}

/** Of the household, a year, in the organization's currency. */
export const INCOME_BANDS = ['UNDER_100K', 'FROM_100K', 'FROM_300K', 'FROM_500K', 'FROM_1M'] as const
export type IncomeBand = (typeof INCOME_BANDS)[number]
export const INCOME_BAND_LABELS: Readonly<Record<IncomeBand, Text>> = {
  UNDER_100K: text('10 万元以下', 'Below 100,000 a year'),
  FROM_100K: text('10–30 万元', '100,000–300,000 a year'),
  FROM_300K: text('30–50 万元', '300,000–500,000 a year'),
  FROM_500K: text('50–100 万元', '500,000–1,000,000 a year'),
  FROM_1M: text('100 万元以上', 'Above 1,000,000 a year'),
}

export const HOUSINGS = ['OWNED', 'MORTGAGED', 'RENTED', 'WITH_FAMILY', 'BY_EMPLOYER'] as const
export type Housing = (typeof HOUSINGS)[number]
export const HOUSING_LABELS: Readonly<Record<Housing, Text>> = {
  OWNED: text('自有，无贷款', 'Owned outright'),
  MORTGAGED: text('自有，按揭中', 'Owned with a mortgage'),
  RENTED: text('租住', 'Rented'),
  WITH_FAMILY: text('与家人同住', 'With family'),
  BY_EMPLOYER: text('单位提供', 'Provided by the employer'),
}

export const ID_DOCUMENT_TYPES = [
  'IDENTITY_CARD',
  'PASSPORT',
  'HONG_KONG_MACAO_PERMIT',
  'TAIWAN_PERMIT',
  'FOREIGN_RESIDENT_CARD',
] as const
export type IdDocumentType = (typeof ID_DOCUMENT_TYPES)[number]
export const ID_DOCUMENT_TYPE_LABELS: Readonly<Record<IdDocumentType, Text>> = {
  IDENTITY_CARD: text('居民身份证', 'Resident identity card'),
  PASSPORT: text('护照', 'Passport'),
  HONG_KONG_MACAO_PERMIT: text('港澳居民来往内地通行证', 'Hong Kong and Macao travel permit'),
  TAIWAN_PERMIT: text('台湾居民来往大陆通行证', 'Taiwan travel permit'),
  FOREIGN_RESIDENT_CARD: text('外国人永久居留身份证', 'Foreign permanent resident card'),
}
