import { defaultTemplate, type TemplateKey } from '@steward/domain'
import type { OwnTemplate } from './template-documents.ts'

/** What is written, in both languages. */
export interface TemplateWords {
  readonly subjectZh: string
  readonly subjectEn: string
  readonly bodyZh: string
  readonly bodyEn: string
}

/** The words of the house. */
export const houseWords = (key: TemplateKey): TemplateWords => {
  const { subject, body } = defaultTemplate(key)
  return { subjectZh: subject.zh, subjectEn: subject.en, bodyZh: body.zh, bodyEn: body.en }
}

/** What is said now: the organization's own words, else those of the house. */
export const wordsInForce = (key: TemplateKey, own: OwnTemplate | undefined): TemplateWords =>
  own
    ? { subjectZh: own.subjectZh, subjectEn: own.subjectEn, bodyZh: own.bodyZh, bodyEn: own.bodyEn }
    : houseWords(key)

export const sameWords = (one: TemplateWords, other: TemplateWords): boolean =>
  one.subjectZh === other.subjectZh &&
  one.subjectEn === other.subjectEn &&
  one.bodyZh === other.bodyZh &&
  one.bodyEn === other.bodyEn
