import type { DocumentKind } from './vocabulary.ts'

/** How documents of a kind are numbered. `period`: serials begin anew each month of the organization's calendar. */
interface Pattern {
  readonly prefix: string
  readonly period?: 'MONTH'
}

/** One pattern a kind: `CP-001`; of those that are many, `SA-2611-001`. */
export const DOCUMENT_NUMBERING: Readonly<Record<DocumentKind, Pattern>> = {
  CONTROL_PROCEDURE: { prefix: 'CP' },
  REGULATION: { prefix: 'RG' },
  GRADING_STANDARD: { prefix: 'GS' },
  EVALUATION_SCHEME: { prefix: 'ES' },
  VISIT_RULES: { prefix: 'VR' },
  PROPOSAL_TEMPLATE: { prefix: 'PT' },
  AGREEMENT_TEMPLATE: { prefix: 'AT' },
  SETTLEMENT_AGREEMENT: { prefix: 'SA', period: 'MONTH' },
  DESTRUCTION_RECORD: { prefix: 'DR', period: 'MONTH' },
  AUTHORITY_LIMITS: { prefix: 'AL' },
  SIGNATURE_POLICY: { prefix: 'SP' },
}

/** What a serial of the kind is counted in: `CP`, or `SA-2611`. `month` as `numberPeriod()` writes it. */
export const documentSeries = (kind: DocumentKind, month: string): string => {
  const { prefix, period } = DOCUMENT_NUMBERING[kind]
  return period === 'MONTH' ? `${prefix}-${month}` : prefix
}

/** `CP-001`: three digits, more past 999. Without gaps, never reused. */
export const documentNumber = (series: string, serial: number): string => {
  if (!Number.isSafeInteger(serial) || serial < 1)
    throw new RangeError(`not a serial of a document: ${serial}`)
  return `${series}-${String(serial).padStart(3, '0')}`
}

const letters = (index: number, first: string): string => {
  const rest = Math.floor(index / 26)
  const letter = String.fromCharCode(first.charCodeAt(0) + (index % 26))
  return rest === 0 ? letter : `${letters(rest - 1, first)}${letter}`
}

/**
 * The revision as it is written on the document 版本/修改状态: `A/0` for the first, `A/1` … `A/9` for its amendments, then a new
 * version `B/0`. `ordinal` counts from 0.
 */
export const revisionLabel = (ordinal: number): string =>
  `${letters(Math.floor(ordinal / 10), 'A')}/${ordinal % 10}`

/** Mark of the change 修改标记: `a` for the first amendment, `b` for the next; the first revision changes nothing and has none. */
export const changeMark = (ordinal: number): string | null =>
  ordinal === 0 ? null : letters(ordinal - 1, 'a')
