/** The page of the API's contents on care. */
import { careOccasionProjection, careOccasionRoots, carePolicyProjection } from './care.projection.ts'
import { CareOccasionResolver } from './care.resolver.ts'

export const CARE_RESOLVERS = [CareOccasionResolver] as const
export const CARE_PROJECTIONS = [careOccasionProjection, carePolicyProjection] as const
export const CARE_ROOTS = { ...careOccasionRoots } as const
