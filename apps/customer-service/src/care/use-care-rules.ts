import { useQuery } from '@apollo/client/react'
import { DEFAULT_CARE_POLICY } from '@steward/domain'
import { CareRules } from './care-documents.ts'

/** The rules that hold. */
export function useCareRules() {
  const { data, refetch } = useQuery(CareRules)
  return { rules: data?.carePolicy ?? { ...DEFAULT_CARE_POLICY, version: 0 }, refetch }
}
