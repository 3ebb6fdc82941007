import { CONTRACT, type PortalModule } from '../contract.ts'

/** One line of /portals.json: a portal that the shell may bring in. */
export interface PortalListing {
  readonly name: string
  /** Address of its remoteEntry.js. */
  readonly entry: string
  /** The contract it was built for. */
  readonly contract: number
  /** What to call it before it is there; the portal's own word otherwise. */
  readonly title?: { readonly zh: string; readonly en: string }
}

/** missing: nothing at its address · hanging: no answer in time · broken: it throws while it starts · contract: made for another shell. */
export type PortalProblem = 'missing' | 'hanging' | 'broken' | 'contract'

export class PortalLoadError extends Error {
  readonly problem: PortalProblem
  constructor(problem: PortalProblem, name: string, cause?: unknown) {
    super(`portal ${name}: ${problem}`, { cause })
    this.problem = problem
  }
}

/** How a remote is reached; in a browser by module federation, in tests by hand. */
export interface Transport {
  importPortal(listing: PortalListing, attempt: number): Promise<unknown>
  /** Whether there is a script at the address at all. */
  isThere(entry: string): Promise<boolean>
}

const TIMEOUT_MS = 15_000

/**
 * Brings a portal into the shell. Whatever can go wrong with something that others build and put up comes back as a
 * PortalLoadError that names it; nothing that a portal does here can take the shell with it.
 */
export async function loadPortal(
  listing: PortalListing,
  attempt: number,
  transport: Transport,
  timeoutMs = TIMEOUT_MS,
): Promise<PortalModule> {
  const { name } = listing
  if (listing.contract !== CONTRACT) throw new PortalLoadError('contract', name)
  const loaded = await inTime(transport.importPortal(listing, attempt), timeoutMs, name).catch(
    async (cause: unknown) => {
      if (cause instanceof PortalLoadError) throw cause
      const there = await inTime(transport.isThere(listing.entry), timeoutMs, name).catch(() => false)
      throw new PortalLoadError(there ? 'broken' : 'missing', name, cause)
    },
  )
  const portal = (loaded as { readonly portal?: Partial<PortalModule> } | null)?.portal
  if (!portal) throw new PortalLoadError('broken', name)
  if (portal.contract !== CONTRACT) throw new PortalLoadError('contract', name)
  return portal as PortalModule
}

function inTime<Value>(work: Promise<Value>, timeoutMs: number, name: string): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new PortalLoadError('hanging', name)), timeoutMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
