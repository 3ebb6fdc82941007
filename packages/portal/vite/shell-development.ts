import type { HtmlTagDescriptor, Plugin } from 'vite'
import { CONTRACT } from '../src/contract.ts'

/** Where the development servers of the portals are; each serves below its own name. */
export const developmentAddress = (name: string, port: number): string => `http://localhost:${port}/${name}/`

/**
 * What the shell needs while portals are being worked on: a list of the running development servers in place of the
 * built portals, and their hot updates inside the shell's page.
 */
export function shellDevelopment(portals: Readonly<Record<string, number>>): Plugin {
  const servers = Object.entries(portals).map(([name, port]) => ({
    name,
    address: developmentAddress(name, port),
  }))
  const listings = servers.map(({ name, address }) => ({
    name,
    entry: `${address}remoteEntry.js`,
    contract: CONTRACT,
  }))
  return {
    name: 'steward:shell-development',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use('/portals.json', (_, response) => {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(listings))
      })
    },
    // Every development server has its own refresh runtime; each must hook into the page before React starts. One
    // script for each, so that a server which is not running costs only itself.
    transformIndexHtml: () =>
      servers.map(({ address }): HtmlTagDescriptor => ({
        tag: 'script',
        attrs: { type: 'module' },
        injectTo: 'head-prepend',
        children: `import { injectIntoGlobalHook } from '${address}@react-refresh'; injectIntoGlobalHook(window)`,
      })),
  }
}
