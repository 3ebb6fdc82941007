import type { EquipmentAction, InspectionAction } from '../equipment/vocabulary.ts'
import { AUDIT, HEADQUARTERS, SITE, type Grants } from './grants.ts'

/** Who stands before the machine. */
const ON_SITE = { ...SITE, TECHNICIAN: ['territory'] } as const

/** The equipment register 设施设备台账: kept by whoever answers for the project; technicians say when something stands still. */
export const EQUIPMENT = {
  'equipment:read': { ...HEADQUARTERS, ...ON_SITE, ...AUDIT },
  'equipment:register': SITE,
  'equipment:amend': SITE,
  'equipment:reportOutage': ON_SITE,
  'equipment:restore': ON_SITE,
  'equipment:retire': SITE,
  'equipmentInspection:schedule': SITE,
  'equipmentInspection:amend': SITE,
  'equipmentInspection:record': SITE,
  'equipmentInspection:end': SITE,
} as const satisfies Record<
  'equipment:read' | `equipment:${EquipmentAction}` | `equipmentInspection:${InspectionAction}`,
  Grants
>
