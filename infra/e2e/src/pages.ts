/** Every page of the three portals, from the tables that the portals themselves route by. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { POLICY, ROLES, type Permission, type Role } from '@steward/domain'

export interface PortalPage {
  readonly portal: string
  /** As the router writes it: `complaints/:id`. */
  readonly path: string
  /** Who opens it. */
  readonly role: Role
  /** Who else could, should there be no record for the first. */
  readonly others: readonly Role[]
}

const APPS = join(import.meta.dirname, '../../../apps')
const portals = () => readdirSync(APPS).filter((app) => app !== 'api')

/** Those who have most to do there come first. */
const FIRST: readonly Role[] = ['ADMIN', 'SITE_MANAGER', 'CR_SUPERVISOR', 'CS_MANAGER', 'GENERAL_MANAGER']

/** The tables hold components of React; what is asked of them here stands in their text. */
const ROUTE = /path: '([^']*)',\s+page: lazyPage\((?:[^\n]+|\n[^\n]+\n\s+)\),(?:\s+permission: '([^']+)')?/g
const NAME = /name: '([^']+)',[^]*?permission: '([^']+)'/

const holds = (role: Role, permission: Permission | undefined): boolean =>
  !permission || role in POLICY[permission]

/** Who opens the page: those who are let into the portal and to the page. */
const rolesFor = (...needed: (Permission | undefined)[]): Pick<PortalPage, 'role' | 'others'> => {
  const [role, ...others] = [...new Set([...FIRST, ...ROLES])].filter((one) =>
    needed.every((permission) => holds(one, permission)),
  )
  if (!role) throw new Error(`Nobody holds ${needed.join(' and ')}`)
  return { role, others }
}

/** Pages that several portals have, tables of the portal kit, and those of a feature of one portal: spread into the portal's own. */
const SPREAD = /\.\.\.(\w+Routes)\b/g
const TABLES = [join(APPS, '../packages/portal/src'), ...portals().map((app) => join(APPS, app, 'src'))]
const tableNamed = (name: string): string => {
  const texts = TABLES.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('-routes.tsx'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  )
  const found = texts.find((text) => text.includes(`export const ${name}: `))
  if (!found) throw new Error(`There is no table ${name}`)
  // A file may have several; each ends with its bracket.
  const begins = found.indexOf(`export const ${name}: `)
  return found.slice(begins, found.indexOf('\n]', begins))
}

/** Every route of a table's text; one that is written in a way not foreseen here must not be overlooked. */
const routesOf = (table: string): { path: string; permission: string | undefined }[] => {
  const own = [...table.matchAll(ROUTE)].map(([, path, permission]) => ({ path: path!, permission }))
  const written = table.match(/lazyPage\(/g)?.length ?? 0
  if (own.length !== written) throw new Error(`${own.length} of ${written} routes understood:\n${table}`)
  const spread = [...table.matchAll(SPREAD)].map(([, name]) => name!)
  const others = table.match(/^ {2}\.\.\.(?!\w+Commands\b)/gm)?.length ?? 0
  if (spread.length !== others)
    throw new Error(`A table is spread into the routes that has no name:\n${table}`)
  return [...own, ...spread.flatMap((name) => routesOf(tableNamed(name)))]
}

const pagesOf = (portal: string): PortalPage[] => {
  const text = (file: string) => readFileSync(join(APPS, portal, 'src', file), 'utf8')
  const [, name, entry] = NAME.exec(text('portal.tsx'))!
  return routesOf(text('routes.tsx')).map(({ path, permission }) => ({
    portal: name!,
    path,
    ...rolesFor(entry as Permission, permission as Permission | undefined),
  }))
}

/** What every portal brings along without a route of its own. */
const EVERYWHERE = ['account', 'notices', 'no-such-page']

export const PAGES: readonly PortalPage[] = portals().flatMap((portal) => {
  const pages = pagesOf(portal)
  const [first] = pages
  return [...pages, ...EVERYWHERE.map((path) => ({ ...first!, path }))]
})

/** Where the page is when its portal runs alone. */
export const addressOf = ({ portal, path }: Pick<PortalPage, 'portal' | 'path'>): string =>
  `/${portal}/${path}`

/** An address below the page's own: `complaints/:id` is met by `/customer-service/complaints/cmp_…`. */
export const patternOf = (page: PortalPage): RegExp =>
  new RegExp(
    `^${addressOf(page).replaceAll(':id', '[a-z]{3}_[0-9a-f]{32}').replaceAll(/:\w+/g, '[\\w.-]+')}$`,
  )
