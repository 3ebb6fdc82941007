import { localDate } from '@steward/domain'
import { useNow } from '@steward/ui'
import { useViewer } from './viewer.tsx'

/** The day that clocks at the organization's place show, `yyyy-mm-dd`. */
export const useToday = (): string => localDate(new Date(useNow()), useViewer().organization.timeZone)
