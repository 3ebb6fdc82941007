/** The page of who somebody is and how they sign in. */
import { accessRoots, viewerProjection } from './access.projection.ts'
import { AccessResolver } from './access.resolver.ts'
import {
  accountRoots,
  factorPolicyProjection,
  recoveryCodeProjection,
  secondFactorProjection,
  sessionProjection,
} from '../account/account.projection.ts'
import { AccountResolver } from '../account/account.resolver.ts'
import { CalendarFeedResolver } from '../calendar-feeds/calendar-feed.resolver.ts'
import { FactorPolicyResolver } from '../account/factor-policy.resolver.ts'
import { PasskeyResolver } from '../account/passkey.resolver.ts'
import { SessionResolver } from '../account/session.resolver.ts'

export const ACCESS_RESOLVERS = [
  AccessResolver,
  AccountResolver,
  CalendarFeedResolver,
  FactorPolicyResolver,
  PasskeyResolver,
  SessionResolver,
] as const

export const ACCESS_PROJECTIONS = [
  viewerProjection,
  factorPolicyProjection,
  recoveryCodeProjection,
  secondFactorProjection,
  sessionProjection,
]

export const ACCESS_ROOTS = {
  ...accessRoots,
  ...accountRoots,
}
