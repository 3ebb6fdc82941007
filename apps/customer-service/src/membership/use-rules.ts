import { useQuery } from '@apollo/client/react'
import { DEFAULT_MEMBERSHIP_POLICY } from '@steward/domain'
import { MembershipRules } from './membership-documents.ts'

/** The rules that hold, and the word for a level. */
export function useMembershipRules() {
  const { data, refetch } = useQuery(MembershipRules)
  const rules = data?.membershipPolicy ?? { ...DEFAULT_MEMBERSHIP_POLICY, version: 0 }
  return {
    rules,
    levelName: (level: number): string => rules.levels[level - 1]?.name ?? String(level),
    refetch,
  }
}
