import { z } from 'zod'
import { amended, day, expectedVersion, fieldIssue, optional, words } from '../input.ts'
import { text, type Text } from '../text.ts'
import { shortCode } from './department.ts'

/** Kind of property under management; it drives client kinds, grading criteria, calendars and categories. */
export const PROJECT_TYPES = ['RESIDENTIAL', 'OFFICE', 'INDUSTRIAL', 'COMMERCIAL'] as const
export type ProjectType = (typeof PROJECT_TYPES)[number]

export const PROJECT_TYPE_LABELS: Readonly<Record<ProjectType, Text>> = {
  RESIDENTIAL: text('住宅', 'Residential'),
  OFFICE: text('写字楼', 'Office'),
  INDUSTRIAL: text('工业', 'Industrial'),
  COMMERCIAL: text('商业', 'Commercial'),
}

/** How many people the site's office has (domain.md 1): the signature policy can ask fewer hands of a small one. */
export const SITE_TIERS = ['SMALL', 'MEDIUM', 'LARGE'] as const
export type SiteTier = (typeof SITE_TIERS)[number]

export const SITE_TIER_LABELS: Readonly<Record<SiteTier, Text>> = {
  SMALL: text('小型服务中心', 'Small site'),
  MEDIUM: text('中型服务中心', 'Medium site'),
  LARGE: text('大型服务中心', 'Large site'),
}

const step = { expectedVersion: expectedVersion() }
const project = {
  name: words(50),
  type: z.enum(PROJECT_TYPES),
  address: optional(words(200)),
  /** Absent: a new one is MEDIUM, an old one stays what it is. */
  tier: z.enum(SITE_TIERS).optional(),
}

/** Floors above ground; what lies below has names of its own and is added one by one. */
const floor = () => z.int().min(1).max(200)
const door = () => z.int().min(1).max(99)
const MAXIMUM_UNITS = 2_000

const units = z
  .object({
    ...step,
    /** What stands before the floor, e.g. `2-` in `2-1803`; may be empty. */
    prefix: optional(words(10)).transform((said) => said ?? ''),
    fromFloor: floor(),
    toFloor: floor(),
    fromDoor: door(),
    toDoor: door(),
    /** Numbers that the house does not have: 4, 13, 14. */
    skipFloors: z.array(floor()).max(50).default([]),
  })
  .superRefine((it, ctx) => {
    const upwards = text('不能小于起始值。', 'Must not be below the first.')
    if (it.toFloor < it.fromFloor) ctx.addIssue(fieldIssue('toFloor', upwards))
    if (it.toDoor < it.fromDoor) ctx.addIssue(fieldIssue('toDoor', upwards))
    if ((it.toFloor - it.fromFloor + 1) * (it.toDoor - it.fromDoor + 1) > MAXIMUM_UNITS) {
      const most = text(`一次最多 ${MAXIMUM_UNITS} 个房号。`, `At most ${MAXIMUM_UNITS} units at a time.`)
      ctx.addIssue(fieldIssue('toFloor', most))
    }
  })

export const PROJECT_INPUTS = {
  add: z.object({ code: shortCode(), ...project }),
  change: z.object({ ...step, ...project }),
  addBuilding: z.object({ name: words(30) }),
  addUnits: units,
  changeUnit: z.object({
    ...step,
    /** Who built it and answers for its warranty. */
    developer: optional(words(100)),
    /** The last day of the developer's warranty. */
    warrantyEndsOn: optional(day()),
    /** What fees are reckoned on, in hundredths of a square metre; absent: as it is. */
    areaHundredths: amended(z.int().min(1).max(100_000_000)),
  }),
} as const

export type ProjectVerb = keyof typeof PROJECT_INPUTS
export type ProjectInput<V extends ProjectVerb> = z.output<(typeof PROJECT_INPUTS)[V]>

export interface NumberedUnit {
  readonly label: string
  readonly floor: number
}

type DoorRange = Pick<
  ProjectInput<'addUnits'>,
  'prefix' | 'fromFloor' | 'toFloor' | 'fromDoor' | 'toDoor' | 'skipFloors'
>

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

/** The units of a range: floor, then the door in two digits, as people say them – `2-` floor 18 door 3 is `2-1803`. */
export const numberedUnits = (input: DoorRange): readonly NumberedUnit[] =>
  range(input.fromFloor, input.toFloor)
    .filter((floor) => !input.skipFloors.includes(floor))
    .flatMap((floor) =>
      range(input.fromDoor, input.toDoor).map((door) => ({
        label: `${input.prefix}${floor}${String(door).padStart(2, '0')}`,
        floor,
      })),
    )
