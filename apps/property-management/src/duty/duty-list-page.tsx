import { DutyPage, usePortalPath } from '@steward/portal'

/** What archives of one's territory lack. A unit is where somebody on site records who lives there and since when. */
export function DutyListPage() {
  const path = usePortalPath()
  return (
    <DutyPage
      toOf={({ occupancies }) => {
        const unit = (occupancies.find(({ toOn }) => toOn === null) ?? occupancies[0])?.unit
        return unit ? path(`projects/units/${unit.id}`) : undefined
      }}
    />
  )
}
