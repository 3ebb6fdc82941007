/** What proposals and agreements have in common: clauses as they were filled in, and the lines of prices that they offer. */
import { fail, invalidInput, ok, type InvalidInput, type Result } from '../../errors.ts'
import { text } from '../../text.ts'
import type { ContentShape } from '../../sign-off/canonical-content.ts'
import { lineMinor, type PriceLine } from '../price-form.ts'
import type { SalesClause, SalesValue, SalesValues } from './sales-placeholders.ts'

/** A line as the client reads it: what something costs the house stays in the house. */
export type OfferedLine = Pick<PriceLine, 'service' | 'unit' | 'quantityHundredths' | 'offeredMinor'>

export const offeredLines = (lines: readonly PriceLine[]): readonly OfferedLine[] =>
  lines.map(({ service, unit, quantityHundredths, offeredMinor }) => ({
    service,
    unit,
    quantityHundredths,
    offeredMinor,
  }))

export const offeredSum = (lines: readonly OfferedLine[]): number =>
  lines.reduce((sum, line) => sum + lineMinor(line.offeredMinor, line.quantityHundredths), 0)

/** What a paper keeps of how it was made. */
export interface MadePaper {
  readonly clauses: readonly SalesClause[]
  readonly lines: readonly OfferedLine[]
  /** What was put in, for the paper that follows from it. */
  readonly filled: SalesValues
  readonly totalMinor: number
  /** The revision of the price approval form that its prices are of. */
  readonly priceRevision: number
}

/** A free section as it is to be. */
export interface FreeSection {
  /** Of the clause, from 1. */
  readonly position: number
  readonly body: string
}

const NOT_FREE = text('这一条不能改写。', 'This clause is not yours to word.')

/** The clauses with the free sections worded; any other clause is refused. */
export const withSections = (
  clauses: readonly SalesClause[],
  sections: readonly FreeSection[],
): Result<readonly SalesClause[], InvalidInput> => {
  const wrong = sections.flatMap(({ position }, at) =>
    clauses[position - 1]?.part === 'FREE' ? [] : [{ path: `sections.${at}.position`, message: NOT_FREE }],
  )
  if (wrong.length > 0) return fail(invalidInput(...wrong))
  return ok(
    clauses.map((clause, at) => {
      const section = sections.find(({ position }) => position === at + 1)
      return section ? { ...clause, body: section.body } : clause
    }),
  )
}

/** Where a person says what the template asks for. */
const FIELD_OF: Readonly<Partial<Record<SalesValue, string>>> = {
  contactName: 'contactId',
  unit: 'unitId',
  period: 'periodFrom',
  paymentTerms: 'paymentTerms',
  validUntil: 'validUntil',
  ourSigner: 'ourSignerId',
}

/** Nothing goes out with a gap in it. @param labelOf in words that stand in the template */
export const gapsRefused = (
  missing: readonly SalesValue[],
  labelOf: (value: SalesValue) => { readonly zh: string; readonly en: string },
): InvalidInput =>
  invalidInput(
    ...missing.map((it) => ({
      path: FIELD_OF[it] ?? 'templateId',
      message: text(`模板需要“${labelOf(it).zh}”。`, `The template asks for: ${labelOf(it).en}.`),
    })),
  )

/** What everybody signs of a paper's words and prices. */
export const PAPER_SHAPE: { readonly [key: string]: ContentShape } = {
  salesClauses: [{ heading: 'personal', body: 'personal', part: 'internal' }],
  priceLines: [
    { service: 'personal', unit: 'internal', quantityHundredths: 'internal', offeredMinor: 'internal' },
  ],
}
