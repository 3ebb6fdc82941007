import { localDate } from '@steward/domain'
import { useViewer } from '@steward/portal'
import { useNow } from '@steward/ui'

/** Today as a calendar of the organization shows it, `yyyy-mm-dd`. */
export const useToday = (): string => localDate(new Date(useNow()), useViewer().organization.timeZone)
