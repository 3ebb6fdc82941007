import { Stack } from '@steward/ui'
import type { ReactNode } from 'react'

/** A cell of a list: what counts, and below it, quietly, what helps. */
export function TwoLines({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }) {
  return (
    <Stack gap={0}>
      <span className="st-clip">{first}</span>
      {second && <span className="st-quiet st-clip st-small">{second}</span>}
    </Stack>
  )
}
