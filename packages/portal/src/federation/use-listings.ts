import { useEffect, useState } from 'react'
import type { PortalListing } from './load-portal.ts'

interface Answer {
  readonly attempt: number
  readonly listings?: readonly PortalListing[]
  readonly error?: unknown
}

/** The portals of this installation, undefined until the server has said; without them the shell has its own pages. */
export function useListings(fetchListings: () => Promise<readonly PortalListing[]>) {
  const [attempt, setAttempt] = useState(0)
  const [answer, setAnswer] = useState<Answer>({ attempt: -1 })
  useEffect(() => {
    fetchListings().then(
      (listings) => setAnswer({ attempt, listings }),
      (error: unknown) => setAnswer({ attempt, error }),
    )
  }, [fetchListings, attempt])
  const failed = answer.attempt === attempt && answer.error !== undefined
  return { listings: answer.listings, failed, retry: () => setAttempt(attempt + 1) }
}
