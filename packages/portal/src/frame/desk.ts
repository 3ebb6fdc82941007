import type { Permission, Text } from '@steward/domain'
import type { ReactNode } from 'react'
import { placeOf, SHELL_NAME, type PortalFinder, type PortalModule } from '../contract.ts'
import { menuPagesOf, offeredBy, pathIn, shellPagesOf } from '../routing/routes.tsx'

/** A place to go to from anywhere in the frame. */
export interface Destination {
  readonly key: string
  readonly to: string
  readonly label: Text
  readonly icon: ReactNode
  readonly portal: Text
  /** The second letter of its two keys, as far as it is still free. */
  readonly goKey?: string
}

export interface DeskFinder extends PortalFinder {
  readonly portal: PortalModule
}

/** All that one person can reach with their permissions in the portals of the frame; palette, keys and sheet read it. */
export interface Desk {
  readonly pages: readonly Destination[]
  readonly commands: readonly Destination[]
  readonly finders: readonly DeskFinder[]
}

export function deskOf(
  portals: readonly PortalModule[],
  may: (permission: Permission) => boolean,
  /** Where one is: of two pages with the same letter, that of the portal one works in has it. */
  path: string,
): Desk {
  const open = portals.map((portal) => ({ portal, whole: may(portal.permission) }))
  const pagesOf = portals.some(({ name }) => name === SHELL_NAME) ? inShell : menuPagesOf
  const letters = lettersOf(portals, (portal) => pagesOf(portal, may), path)
  return {
    pages: open.flatMap(({ portal }) =>
      pagesOf(portal, may).map(({ to, label, icon, key }) => ({
        key: `page:${to}`,
        to,
        label,
        icon,
        portal: portal.messages.title,
        ...(key !== undefined && letters[key] === to ? { goKey: key } : {}),
      })),
    ),
    commands: open.flatMap(({ portal, whole }) =>
      whole
        ? offeredBy(portal, may).commands.map(({ key, path: below, label, icon }) => ({
            key: `command:${portal.name}:${key}`,
            to: pathIn(portal, below),
            label,
            icon,
            portal: portal.messages.title,
          }))
        : [],
    ),
    finders: open.flatMap(({ portal, whole }) =>
      whole ? offeredBy(portal, may).finders.map((finder) => ({ ...finder, portal })) : [],
    ),
  }
}

type May = (permission: Permission) => boolean

/** What is everybody's, and the rest of each portal for those with business there. */
const inShell = (portal: PortalModule, may: May) => {
  const { everybodys, own } = shellPagesOf(portal, may)
  return may(portal.permission) ? [...everybodys, ...own] : everybodys
}

/** Letter → page: first come, first served, and the portal one is in comes first. */
function lettersOf(
  portals: readonly PortalModule[],
  pagesOf: (portal: PortalModule) => ReturnType<typeof menuPagesOf>,
  path: string,
): Readonly<Record<string, string>> {
  const here = (portal: PortalModule) => Number(path.startsWith(`${placeOf(portal.name) || '/'}`))
  const order = [...portals].sort(
    (one, other) => here(other) - here(one) || placeOf(other.name).length - placeOf(one.name).length,
  )
  const letters: Record<string, string> = {}
  for (const portal of order)
    for (const { key, to } of pagesOf(portal)) if (key !== undefined) letters[key] ??= to
  return letters
}
