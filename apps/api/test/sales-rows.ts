/** What generated rows of what is sold must keep to. */
import { OPPORTUNITY_EVENTS } from '@steward/domain'
import type { FillOptions } from './fill-tables.ts'

export const SALES_VALUES: NonNullable<FillOptions['values']> = {
  'opportunity_event.action': OPPORTUNITY_EVENTS,
}
