import { useCallback, useEffect, useRef, useState } from 'react'
import type { PortalModule } from '../contract.ts'
import {
  loadPortal,
  PortalLoadError,
  type PortalListing,
  type PortalProblem,
  type Transport,
} from './load-portal.ts'

export type PortalState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly portal: PortalModule }
  | { readonly status: 'failed'; readonly problem: PortalProblem }

export interface ListedPortal {
  readonly listing: PortalListing
  readonly state: PortalState
  readonly retry: () => void
}

/** Loads every listed portal, each for itself: one that fails or hangs holds up no other. */
export function usePortals(
  listings: readonly PortalListing[],
  transport: Transport,
): readonly ListedPortal[] {
  const [states, setStates] = useState<Readonly<Record<string, PortalState>>>({})
  const attempts = useRef<Record<string, number>>({})
  const load = useCallback(
    async (listing: PortalListing) => {
      const { name } = listing
      const attempt = attempts.current[name] ?? 0
      attempts.current[name] = attempt + 1
      const tell = (state: PortalState) => setStates((before) => ({ ...before, [name]: state }))
      tell({ status: 'loading' })
      try {
        tell({ status: 'ready', portal: await loadPortal(listing, attempt, transport) })
      } catch (error) {
        // The one trace for whoever looks after that portal; the screen says it in plain words.
        // oxlint-disable-next-line no-console
        console.error(error)
        tell({ status: 'failed', problem: error instanceof PortalLoadError ? error.problem : 'broken' })
      }
    },
    [transport],
  )
  useEffect(() => {
    for (const listing of listings) if (!(listing.name in attempts.current)) void load(listing)
  }, [listings, load])
  return listings.map((listing) => ({
    listing,
    state: states[listing.name] ?? { status: 'loading' },
    retry: () => void load(listing),
  }))
}
