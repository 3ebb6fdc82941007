/** Every page of the three portals, from the tables that the portals themselves route by. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { POLICY, ROLES, type Permission, type Role } from '@steward/domain'

export interface PortalPage {
  readonly portal: string
  /** As the router writes it: `complaints/:id`. */
  readonly path: string
  readonly role: Role
}

const APPS = join(import.meta.dirname, '../../../apps')

/** Those who have most to do there come first. */
const FIRST: readonly Role[] = ['ADMIN', 'SITE_MANAGER', 'CR_SUPERVISOR', 'CS_MANAGER', 'GENERAL_MANAGER']

/** The tables hold components of React; what is asked of them here stands in their text. */
const ROUTE = /path: '([^']*)',\s+page: lazyPage\([^\n]+\),(?:\s+permission: '([^']+)')?/g
const NAME = /name: '([^']+)',[^]*?permission: '([^']+)'/

const holds = (role: Role, permission: Permission | undefined): boolean =>
  !permission || role in POLICY[permission]

/** Who opens the page: somebody who is let into the portal and to the page. */
const roleFor = (...needed: (Permission | undefined)[]): Role => {
  const role = [...FIRST, ...ROLES].find((one) => needed.every((permission) => holds(one, permission)))
  if (!role) throw new Error(`Nobody holds ${needed.join(' and ')}`)
  return role
}

const pagesOf = (portal: string): PortalPage[] => {
  const text = (file: string) => readFileSync(join(APPS, portal, 'src', file), 'utf8')
  const [, name, entry] = NAME.exec(text('portal.tsx'))!
  const table = text('routes.tsx')
  const routes = [...table.matchAll(ROUTE)].map(([, path, permission]) => ({ path: path!, permission }))
  const written = table.match(/lazyPage\(/g)?.length
  if (routes.length !== written)
    throw new Error(`${portal}: ${routes.length} of ${written} routes understood`)
  return routes.map(({ path, permission }) => ({
    portal: name!,
    path,
    role: roleFor(entry as Permission, permission as Permission | undefined),
  }))
}

const portals = readdirSync(APPS).filter((app) => app !== 'api')

/** What every portal brings along without a route of its own. */
const EVERYWHERE = ['account', 'notices', 'no-such-page']

export const PAGES: readonly PortalPage[] = portals.flatMap((portal) => {
  const pages = pagesOf(portal)
  const { role } = pages[0]!
  return [...pages, ...EVERYWHERE.map((path) => ({ portal, path, role }))]
})

/** Where the page is when its portal runs alone. */
export const addressOf = ({ portal, path }: Pick<PortalPage, 'portal' | 'path'>): string =>
  `/${portal}/${path}`

/** An address below the page's own: `complaints/:id` is met by `/customer-service/complaints/cmp_…`. */
export const patternOf = (page: PortalPage): RegExp =>
  new RegExp(
    `^${addressOf(page).replaceAll(':id', '[a-z]{3}_[0-9a-f]{32}').replaceAll(/:\w+/g, '[\\w.-]+')}$`,
  )
