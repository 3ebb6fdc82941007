import { SHELL_NAME, type PortalModule } from '../contract.ts'
import { federation, fetchListings } from '../federation/transport.ts'
import { mount } from './mount.tsx'
import { Shell } from './shell.tsx'

/** Runs the shell: its own pages, and every portal that the server lists. */
export function startShell(own: PortalModule): void {
  mount(`/${SHELL_NAME}`, <Shell own={own} transport={federation} fetchListings={fetchListings} />)
}
