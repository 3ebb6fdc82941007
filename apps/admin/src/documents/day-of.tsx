import { localDate } from '@steward/domain'
import { Day, useUi } from '@steward/ui'

/** The day of an instant, as the organization's clocks show it: documents bear days. */
export function DayOf({ at }: { readonly at: string }) {
  const { timeZone } = useUi()
  return <Day on={localDate(new Date(at), timeZone ?? 'UTC')} />
}
