import { useQuery } from '@apollo/client/react'
import { dayNumber, dayText, INSPECTION_SOON_DAYS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { useLiveTypes } from '../live/use-live.ts'
import type { MenuCounts } from '../routing/routes.tsx'
import { useToday } from '../session/use-today.ts'
import { useMay } from '../session/viewer.tsx'

const InspectionCount = graphql(/* GraphQL */ `
  query InspectionCount($before: LocalDate!) {
    equipmentInspections(first: 1, filter: { basis: [STATUTORY], nextBefore: $before }) {
      totalCount
    }
  }
`)

const NONE: readonly string[] = []
const TYPES: readonly string[] = ['EquipmentInspection']

/** How many statutory inspections whoever keeps the register has to see to: due within the days in which they are told of, or overdue. */
export function useInspectionCount(): MenuCounts {
  const keeps = useMay()('equipmentInspection:record')
  const before = dayText(dayNumber(useToday())! + INSPECTION_SOON_DAYS + 1)
  const { data, refetch } = useQuery(InspectionCount, {
    variables: { before },
    skip: !keeps,
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(keeps ? TYPES : NONE, () => void refetch().catch(() => undefined))
  return data ? { inspections: data.equipmentInspections.totalCount } : {}
}
