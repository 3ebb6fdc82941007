/** The page of people and places in the API's contents. */
import { DepartmentResolver } from './department.resolver.ts'
import {
  buildingProjection,
  departmentProjection,
  organizationProjection,
  organizationRoots,
  projectProjection,
  staffProjection,
  territoryProjection,
  unitProjection,
} from './organization.projection.ts'
import { OrganizationResolver } from './organization.resolver.ts'
import { ProjectResolver } from './project.resolver.ts'
import { StaffResolver } from './staff.resolver.ts'
import { dutyProjection, shiftPlanProjection, shiftRoots } from '../shifts/shift.projection.ts'
import { ShiftResolver } from '../shifts/shift.resolver.ts'
import { savedViewProjection, savedViewRoots } from '../views/saved-view.projection.ts'
import { SavedViewResolver } from '../views/saved-view.resolver.ts'
import {
  WORKING_TIME_PROJECTIONS,
  workingCalendarRoots,
} from '../working-time/working-calendar.projection.ts'
import { WorkingCalendarResolver } from '../working-time/working-calendar.resolver.ts'

export const ORGANIZATION_RESOLVERS = [
  DepartmentResolver,
  OrganizationResolver,
  ProjectResolver,
  StaffResolver,
  ShiftResolver,
  SavedViewResolver,
  WorkingCalendarResolver,
] as const

export const ORGANIZATION_PROJECTIONS = [
  buildingProjection,
  departmentProjection,
  organizationProjection,
  projectProjection,
  staffProjection,
  territoryProjection,
  unitProjection,
  dutyProjection,
  shiftPlanProjection,
  savedViewProjection,
  ...WORKING_TIME_PROJECTIONS,
]

export const ORGANIZATION_ROOTS = {
  ...organizationRoots,
  ...shiftRoots,
  ...savedViewRoots,
  ...workingCalendarRoots,
}
