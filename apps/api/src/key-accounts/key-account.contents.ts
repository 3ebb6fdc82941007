/** The page of the API's contents on key accounts. */
import { KeyAccountResolver } from './key-account.resolver.ts'
import { NOMINATION_RESOLVERS } from './nomination.resolver.ts'

export { KEY_ACCOUNT_PROJECTIONS, KEY_ACCOUNT_ROOTS } from './key-account.projection.ts'

export const KEY_ACCOUNT_RESOLVERS = [KeyAccountResolver, ...NOMINATION_RESOLVERS] as const
