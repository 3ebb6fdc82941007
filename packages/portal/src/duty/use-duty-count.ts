import { useQuery } from '@apollo/client/react'
import type { MenuCounts } from '../routing/routes.tsx'
import { useMay } from '../session/viewer.tsx'
import { DutyCount } from './duty-documents.ts'

/** How many archives the viewer owes something: asked once, and again when they have done something about it. */
export function useDutyCount(): MenuCounts {
  const owes = useMay()('client:confirmArchive')
  const { data } = useQuery(DutyCount, { skip: !owes, fetchPolicy: 'cache-and-network' })
  return data?.clients ? { duty: data.clients.totalCount } : {}
}
