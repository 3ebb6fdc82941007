/** A machine of the register, its outages and its inspections: facts and rules. */
import type { FactBag } from '../access/facts.ts'
import { monthsLater } from '../inventory/information-item.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import { dayNumber, dayText } from '../working-time/local-day.ts'
import {
  INSPECTION_OVERDUE_DAYS,
  INSPECTION_SOON_DAYS,
  type EquipmentAction,
  type EquipmentClass,
  type EquipmentState,
  type InspectionBasis,
  type InspectionResult,
  type InspectionStep,
  type OutageCause,
} from './vocabulary.ts'

/** The row of the table `equipment`. */
export interface Equipment {
  readonly id: string
  /** `EQ-2611-001`. */
  readonly number: string
  readonly class: EquipmentClass
  /** As people on site call it: `2 号楼客梯`. */
  readonly name: string
  readonly projectId: string
  /** Null: it serves the whole project. */
  readonly buildingId: string | null
  /** Where it stands, in words: `负二层水泵房`. */
  readonly place: string
  readonly maker: string | null
  readonly model: string | null
  readonly serial: string | null
  readonly installedOn: string | null
  /** The last day of the warranty. */
  readonly warrantyUntil: string | null
  readonly state: EquipmentState
  readonly registeredById: string
  readonly registeredAt: Date
  readonly retiredAt: Date | null
  readonly retiredById: string | null
  readonly retireReason: string | null
  readonly version: number
}

/** The row of the table `equipment_outage`: it stood still from … to …; outages of one machine never overlap. */
export interface EquipmentOutage {
  readonly id: string
  readonly equipmentId: string
  readonly startedAt: Date
  /** Null: it still stands still. */
  readonly endedAt: Date | null
  readonly cause: OutageCause
  readonly note: string | null
  readonly reportedById: string
  readonly reportedAt: Date
  readonly endedById: string | null
  readonly version: number
}

/** The row of the table `equipment_inspection`: what comes again every so many months. */
export interface EquipmentInspection {
  readonly id: string
  readonly equipmentId: string
  /** `年度定期检验`. */
  readonly name: string
  readonly basis: InspectionBasis
  readonly everyMonths: number
  /** Null: never yet. */
  readonly lastOn: string | null
  readonly nextOn: string
  /** Who carries it out: an institute, a firm, the house. */
  readonly byWhom: string
  readonly scheduledById: string
  readonly endedAt: Date | null
  readonly endedById: string | null
  readonly version: number
}

/** The row of the table `equipment_inspection_record`: it was carried out. History. */
export interface EquipmentInspectionRecord {
  readonly id: string
  readonly inspectionId: string
  readonly equipmentId: string
  readonly doneOn: string
  readonly byWhom: string
  readonly result: InspectionResult
  readonly certificate: string | null
  readonly note: string | null
  readonly nextOn: string
  readonly recordedById: string
  readonly recordedAt: Date
}

type Row = Transition<EquipmentState, EquipmentAction>
const row = (
  action: Exclude<EquipmentAction, 'register'>,
  from: readonly EquipmentState[],
  to: EquipmentState | 'SAME',
): Row => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'SITE_MANAGER',
  permission: `equipment:${action}`,
})

export const EQUIPMENT_TRANSITIONS: readonly Row[] = [
  row('amend', ['IN_SERVICE', 'OUT_OF_SERVICE'], 'SAME'),
  row('reportOutage', ['IN_SERVICE'], 'OUT_OF_SERVICE'),
  row('restore', ['OUT_OF_SERVICE'], 'IN_SERVICE'),
  row('retire', ['IN_SERVICE', 'OUT_OF_SERVICE'], 'RETIRED'),
]

export const equipmentFacts = ({
  state,
  projectId,
  buildingId,
}: Pick<Equipment, 'state' | 'projectId' | 'buildingId'>): FactBag & { readonly status: EquipmentState } => ({
  status: state,
  projectId,
  buildingId,
})

export const equipmentNumber = (month: string, serial: number): string =>
  `EQ-${month}-${String(serial).padStart(3, '0')}`

/** When the next one is due that follows from this one: reckoned from the day on which it was done. */
export const nextInspectionOn = (doneOn: string, everyMonths: number): string =>
  monthsLater(doneOn, everyMonths)

const shifted = (on: string, days: number): string => dayText(dayNumber(on)! + days)

/** The day on which each step of a due inspection is told. */
export const inspectionStepOn = (nextOn: string, step: InspectionStep): string =>
  step === 'SOON'
    ? shifted(nextOn, -INSPECTION_SOON_DAYS)
    : step === 'DUE'
      ? nextOn
      : shifted(nextOn, INSPECTION_OVERDUE_DAYS)

/** The newest step that has come by this day, which tells of the earlier ones too; undefined before the first. */
export const inspectionStepBy = (nextOn: string, on: string): InspectionStep | undefined =>
  (['OVERDUE', 'DUE', 'SOON'] as const).find((step) => inspectionStepOn(nextOn, step) <= on)

export type InspectionUrgency = 'OVERDUE' | 'SOON' | 'LATER'

/** How a due day stands to today, as a screen colours it. */
export const inspectionUrgency = (nextOn: string, today: string): InspectionUrgency =>
  nextOn < today ? 'OVERDUE' : inspectionStepOn(nextOn, 'SOON') <= today ? 'SOON' : 'LATER'
