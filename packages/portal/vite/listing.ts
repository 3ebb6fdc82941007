import type { Plugin } from 'vite'
import { CONTRACT } from '../src/contract.ts'

export interface Title {
  readonly zh: string
  readonly en: string
}

/** Writes portal.json beside the build: the line that the server puts into /portals.json for this portal. */
export function emitListing(name: string, title: Title): Plugin {
  return {
    name: 'steward:listing',
    apply: 'build',
    generateBundle() {
      const listing = { name, entry: `/portals/${name}/remoteEntry.js`, contract: CONTRACT, title }
      this.emitFile({
        type: 'asset',
        fileName: 'portal.json',
        source: `${JSON.stringify(listing, null, 2)}\n`,
      })
    },
  }
}
