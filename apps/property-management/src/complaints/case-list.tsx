import { readFragment, type FragmentType } from '@steward/graphql-client'
import { usePortalPath } from '@steward/portal'
import { DataTable, EmptyState, Panel, Stack, useIsPhone } from '@steward/ui'
import type { ReactNode } from 'react'
import { SiteCaseRowDocument, useCaseColumns } from './complaint-row.tsx'

interface CaseListProps {
  readonly title: string
  /** Where there is none. */
  readonly none: string
  /** How many are not shown, where there are more. */
  readonly note?: ReactNode
  readonly withPlace?: boolean
  readonly cases: readonly FragmentType<typeof SiteCaseRowDocument>[]
}

/** A few cases on the page of something else. */
export function CaseList({ title, none, note, withPlace = true, cases }: CaseListProps) {
  const path = usePortalPath()
  const phone = useIsPhone()
  const columns = useCaseColumns({ withPlace })
  const table = (
    <DataTable
      label={title}
      columns={columns}
      rows={cases.map((row) => readFragment(SiteCaseRowDocument, row))}
      rowKey={(row) => row.id}
      rowTo={(row) => path(`complaints/${row.id}`)}
      empty={<EmptyState title={none} />}
    />
  )
  if (!phone) {
    return (
      <Panel title={title} actions={note && <span className="st-quiet">{note}</span>} flush>
        {table}
      </Panel>
    )
  }
  return (
    <Stack gap={3}>
      <h2 className="st-group-title">
        {title} {note}
      </h2>
      {table}
    </Stack>
  )
}
