/** Rows of statements as the API tells them. */
import {
  COST_CLASSES,
  LABOUR_ROLES,
  VALUE_QUADRANTS,
  type Assumed,
  type ValueQuadrant,
} from '@steward/domain'
import { toGlobalId } from '../../graphql/global-id.ts'
import type { FiguresOfClient } from './metrics.service.ts'
import { ClientValue, ValueAssumed, ValueGroup, ValueTotals, type PunctualQuarter } from './value.type.ts'

export interface GroupRow extends Omit<
  FiguresOfClient,
  | 'id'
  | 'projectId'
  | 'buildingId'
  | 'keyAccountManagerId'
  | 'collectedMinor'
  | 'tenureDays'
  | 'growthBasisPoints'
> {
  readonly key: string | null
  readonly name: string | null
  /** In English; a project has one name. */
  readonly nameEn: string | null
  readonly clients: number
  readonly atALoss: number
  readonly grow: number
  readonly care: number
  readonly keepSimple: number
  readonly examine: number
  readonly middleProfitMinor: number | null
  readonly middleToServeMinor: number | null
}

export const toldAssumed = <T extends ValueAssumed>(
  into: T,
  { revision, rates, serviceMarginBasisPoints, expectedYears, discountBasisPoints }: Assumed & { revision: number },
): T =>
  Object.assign(into, {
    revision,
    rates: LABOUR_ROLES.map((role) => ({ role, perHourMinor: rates[role] ?? 0 })),
    serviceMarginBasisPoints,
    expectedYears,
    discountBasisPoints,
  }) // prettier-ignore

type Costs = Pick<GroupRow, 'acquisitionMinor' | 'retentionMinor' | 'serviceMinor' | 'transactionMinor'>

const byClass = (row: Costs) => {
  const minor = {
    ACQUISITION: row.acquisitionMinor,
    RETENTION: row.retentionMinor,
    SERVICE: row.serviceMinor,
    TRANSACTION: row.transactionMinor,
  }
  return COST_CLASSES.map((costClass) => ({ costClass, minor: minor[costClass] }))
}

export const toldGroup = (row: GroupRow, to: string, keyOf: (key: string) => string): ValueGroup =>
  Object.assign(new ValueGroup(), row, {
    key: row.key === null ? null : keyOf(row.key),
    to,
    costs: byClass(row),
  })

const COUNT_OF: Readonly<Record<ValueQuadrant, 'grow' | 'care' | 'keepSimple' | 'examine'>> = {
  GROW: 'grow',
  CARE: 'care',
  KEEP_SIMPLE: 'keepSimple',
  EXAMINE: 'examine',
}

const NOTHING: GroupRow = {
  key: null,
  name: null,
  nameEn: null,
  clients: 0,
  atALoss: 0,
  firstOn: null,
  revenueMinor: 0,
  marginMinor: 0,
  acquisitionMinor: 0,
  retentionMinor: 0,
  serviceMinor: 0,
  transactionMinor: 0,
  toServeMinor: 0,
  profitMinor: 0,
  expectedMinor: null,
  lifetimeMinor: 0,
  paidOnTimeBasisPoints: null,
  daysLateTenths: null,
  grow: 0,
  care: 0,
  keepSimple: 0,
  examine: 0,
  middleProfitMinor: null,
  middleToServeMinor: null,
}

export const toldTotals = (
  row: GroupRow = NOTHING,
  to: string,
  assumed: Assumed & { revision: number },
): ValueTotals =>
  Object.assign(new ValueTotals(), row, {
    to,
    costs: byClass(row),
    quadrants: VALUE_QUADRANTS.map((quadrant) => ({ quadrant, clients: row[COUNT_OF[quadrant]] })),
    assumed: toldAssumed(new ValueAssumed(), assumed),
  })

export const toldClient = (
  { id, ...row }: FiguresOfClient,
  to: string,
  quarters: readonly PunctualQuarter[],
  assumed: Assumed & { revision: number },
): ClientValue =>
  Object.assign(new ClientValue(), row, {
    clientId: toGlobalId('Client', id),
    to,
    costs: byClass(row),
    quarters,
    assumed: toldAssumed(new ValueAssumed(), assumed),
  })
