/** The page of the API's contents on membership. */
import {
  membershipPolicyProjection,
  membershipProjection,
  membershipRoots,
  pointEntryProjection,
} from './membership.projection.ts'
import { MembershipResolver } from './membership.resolver.ts'

export const MEMBERSHIP_RESOLVERS = [MembershipResolver] as const
export const MEMBERSHIP_PROJECTIONS = [
  membershipProjection,
  pointEntryProjection,
  membershipPolicyProjection,
] as const
export const MEMBERSHIP_ROOTS = { ...membershipRoots } as const
