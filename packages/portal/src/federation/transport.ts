import { loadRemote, registerRemotes } from '@module-federation/runtime'
import type { PortalListing, Transport } from './load-portal.ts'

/** Module federation, and the only file that knows of it at run time. */
export const federation: Transport = {
  async importPortal({ name, entry }, attempt) {
    // A browser remembers a module that failed; another address makes it try again.
    const address = new URL(entry, window.location.href)
    if (attempt > 0) address.searchParams.set('attempt', String(attempt))
    registerRemotes([{ name, entry: address.href, type: 'module' }], { force: attempt > 0 })
    return loadRemote(`${name}/portal`)
  },
  async isThere(entry) {
    const response = await fetch(entry, { cache: 'no-store' })
    return response.ok && (response.headers.get('content-type') ?? '').includes('javascript')
  },
}

/** The portals that this installation has, as the server lists them. */
export async function fetchListings(): Promise<readonly PortalListing[]> {
  const response = await fetch('/portals.json', { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`/portals.json: ${response.status}`)
  return (await response.json()) as PortalListing[]
}
