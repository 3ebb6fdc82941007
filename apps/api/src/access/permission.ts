import type { Permission } from '@steward/domain'
import { Extensions } from 'type-graphql'

/** `anonymous`: nobody need be signed in. `signed-in`: any member of staff. Otherwise a row of POLICY. */
export type DoorRule = Permission | 'anonymous' | 'signed-in'

/** The permission a root field asks for at the door. A root field without one fails the guard test and the start. */
export const RequiresPermission = (permission: DoorRule): MethodDecorator =>
  Extensions({ permission }) as MethodDecorator
