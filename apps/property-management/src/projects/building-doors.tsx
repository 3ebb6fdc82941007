import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath } from '@steward/portal'
import { CellGrid, EmptyState, type Cell } from '@steward/ui'
import { severityOf, SEVERITY_TONES } from '../complaints/marks.tsx'
import { floorsOf } from './floors.ts'

export const SiteDoorFragment = graphql(/* GraphQL */ `
  fragment SiteDoor on Unit {
    id
    label
    floor
  }
`)

export const SiteDoorCaseFragment = graphql(/* GraphQL */ `
  fragment SiteDoorCase on Complaint {
    id
    severity
    unit {
      id
    }
  }
`)

const texts = messages({
  floor: { zh: '{{floor}}层', en: 'F{{floor}}' },
  other: { zh: '其他', en: 'Other' },
  open: { zh: '{{count}} 件未结', en: { one: '{{count}} open case', other: '{{count}} open cases' } },
  none: { zh: '这栋楼还没有房号', en: 'This building has no units yet' },
})

interface BuildingDoorsProps {
  readonly name: string
  readonly units: readonly FragmentType<typeof SiteDoorFragment>[]
  readonly cases: readonly FragmentType<typeof SiteDoorCaseFragment>[]
}

/** The house as seen from the street: its floors, on each its doors; coloured where something is open, by the worst of it. */
export function BuildingDoors({ name, units, cases }: BuildingDoorsProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const open = cases.map((it) => readFragment(SiteDoorCaseFragment, it))
  const floors = floorsOf(units.map((unit) => readFragment(SiteDoorFragment, unit)))
  const cellOf = ({ id, label }: { readonly id: string; readonly label: string }): Cell => {
    const own = open.filter(({ unit }) => unit?.id === id)
    const worst = severityOf(Math.min(...own.map(({ severity }) => severity)))
    const cell = { key: id, label, to: path(`projects/units/${id}`) }
    if (worst === undefined) return cell
    const note = say('open', { count: own.length })
    return { ...cell, tone: SEVERITY_TONES[worst], mark: own.length, note }
  }
  if (floors.length === 0) return <EmptyState title={say('none')} />
  return (
    <CellGrid
      label={name}
      rows={floors.map(({ floor, units: doors }) => ({
        key: String(floor),
        label: floor === null ? say('other') : say('floor', { floor }),
        cells: doors.map(cellOf),
      }))}
    />
  )
}
