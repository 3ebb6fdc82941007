/** What a department keeps of client information 客户信息清单, apart from what the system knows by itself. */
import type { FactBag } from '../access/facts.ts'
import type { InformationMedium } from '../documents/destruction-content.ts'
import type { InformationClass, InformationKind } from './vocabulary.ts'

/** What is stated of an item; each statement is kept. */
export interface InformationStatement {
  readonly kind: InformationKind
  /** What it is, as people call it: names no client. */
  readonly name: string
  readonly medium: InformationMedium
  /** Which cabinet, which computer, which system. */
  readonly place: string
  readonly keeperId: string
  readonly purpose: string
  readonly class: InformationClass
  /** Kept since that local day. */
  readonly keptFrom: string
  /** Months that it is kept; null: as long as its purpose lasts. */
  readonly keepMonths: number | null
  /** How it is destroyed then. */
  readonly destruction: string
}

/** The row of the table `information_item`: the newest statement, until it is retired. */
export interface InformationItem extends InformationStatement {
  readonly id: string
  readonly departmentId: string
  readonly enteredById: string
  readonly enteredAt: Date
  readonly retiredAt: Date | null
  readonly retiredById: string | null
  readonly retireReason: string | null
  readonly version: number
}

/** What scopes ask of the inventory of a department: `mine` is its head's. */
export const inventoryFacts = (departmentId: string, headId: string | null): FactBag => ({
  handlingDepartmentId: departmentId,
  recipientId: headId,
})

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The same day so many months later; the last one of a month that is too short. */
export const monthsLater = (on: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  const at = year * 12 + month - 1 + months
  const [inYear, inMonth] = [Math.floor(at / 12), at % 12]
  const isLeap = (inYear % 4 === 0 && inYear % 100 !== 0) || inYear % 400 === 0
  const last = inMonth === 1 && isLeap ? 29 : DAYS[inMonth]!
  const two = (value: number) => String(value).padStart(2, '0')
  return `${inYear}-${two(inMonth + 1)}-${two(Math.min(day, last))}`
}

/** By when it is to be destroyed; undefined: while its purpose lasts. */
export const keepUntil = ({
  keptFrom,
  keepMonths,
}: Pick<InformationStatement, 'keptFrom' | 'keepMonths'>): string | undefined =>
  keepMonths === null ? undefined : monthsLater(keptFrom, keepMonths)

/** How often heads of departments confirm their inventory: a row of the organization. */
export interface InformationInventoryPolicy {
  readonly confirmEveryMonths: number
}
export const DEFAULT_INVENTORY_POLICY: InformationInventoryPolicy = { confirmEveryMonths: 6 }
