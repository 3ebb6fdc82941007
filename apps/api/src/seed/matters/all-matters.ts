import { CHARGES_AND_HAND_OVER } from './charges-and-hand-over.ts'
import { ENVIRONMENT } from './environment.ts'
import { FACTORIES_AND_SHOPS } from './factories-and-shops.ts'
import type { FormalMatter, QuickMatter } from './matter.ts'
import { NEIGHBOURS } from './neighbours.ts'
import { OFFICE_BUILDINGS } from './offices.ts'
import { ORDER } from './order.ts'
import { QUICK_COMPLAINTS } from './quick-complaints.ts'
import { QUICK_REQUESTS } from './quick-requests.ts'
import { WATER_AND_LIFTS } from './water-and-lifts.ts'

export const FORMAL_MATTERS: readonly FormalMatter[] = [
  ...WATER_AND_LIFTS,
  ...ORDER,
  ...NEIGHBOURS,
  ...CHARGES_AND_HAND_OVER,
  ...ENVIRONMENT,
  ...OFFICE_BUILDINGS,
  ...FACTORIES_AND_SHOPS,
]

export const QUICK_MATTERS: readonly QuickMatter[] = [...QUICK_REQUESTS, ...QUICK_COMPLAINTS]
