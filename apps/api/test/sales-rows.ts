/** What generated rows of what is sold must keep to. */
import { OPPORTUNITY_EVENTS } from '@steward/domain'
import type { FillOptions } from './fill-tables.ts'

const LINE = {
  service: `it's "保洁"`,
  unit: '次',
  quantityHundredths: 1_250,
  listMinor: 10_000,
  offeredMinor: 9_500,
}
const LINES = [
  { ...LINE, costMinor: null },
  { ...LINE, costMinor: 8_000 },
]

const CLAUSES = [
  { heading: '价格', body: `it's "净"`, part: 'PRICES' },
  { heading: '其他', body: '', part: 'FREE' },
]

export const SALES_VALUES: NonNullable<FillOptions['values']> = {
  'opportunity_event.action': OPPORTUNITY_EVENTS,
  'price_form.lines': [[], LINES],
  'sales_proposal.lines': [[], LINES],
  'service_agreement.lines': [[], LINES],
  'sales_proposal.clauses': [[], CLAUSES],
  'service_agreement.clauses': [[], CLAUSES],
}
