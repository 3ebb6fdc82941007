import type { ApolloClient } from '@apollo/client'
import type { Permission, Text } from '@steward/domain'
import type { ComponentType, LazyExoticComponent, ReactNode } from 'react'

/**
 * The version of what shell and portal expect of each other. Raise it when a portal of yesterday would break in the
 * shell of today; a portal writes the number out, so that the compiler asks it to follow and an old build still tells
 * what it was made for.
 */
export const CONTRACT = 1

/** What is counted in the menu. */
export type MenuCount = 'signings' | 'duty' | 'inspections' | 'gradingDue' | 'planTasks'

/** One page of a portal: where it is, what shows it, who may see it. */
export interface PortalRoute {
  /** Below the portal's own place, as the router writes it: `complaints/:id`; `''` is the first page. */
  readonly path: string
  readonly page: LazyExoticComponent<ComponentType>
  /** Whoever is signed in, when absent. The server decides again for every field. */
  readonly permission?: Permission
  /** Pages with a menu entry; the order of the table is the order of the menu. */
  readonly menu?: {
    readonly label: Text
    readonly icon: ReactNode
    /** One letter: `g` and then it goes there. */
    readonly key?: string
    /** The page is the same in every portal: the shell lists it once, beside its first page, for whoever may open it. */
    readonly shared?: true
    /** What the entry counts. */
    readonly counts?: MenuCount
  }
}

/** Something to begin, from anywhere: the palette offers it by its words. */
export interface PortalCommand {
  readonly key: string
  readonly label: Text
  readonly icon: ReactNode
  /** Where it begins, below the portal's own place. */
  readonly path: string
  readonly permission?: Permission
}

/** What the palette asks the server while somebody types, and where each answer leads. */
export interface PortalFinder {
  readonly key: string
  readonly title: Text
  readonly icon: ReactNode
  readonly permission: Permission
  /** What is worth asking for; empty means that it is asked before anything is typed. */
  readonly wants: (typed: string) => boolean
  readonly find: (typed: string, given: FinderGiven) => Promise<readonly Found[]>
}

export interface FinderGiven {
  readonly client: ApolloClient
  readonly may: (permission: Permission) => boolean
}

export interface Found {
  readonly key: string
  /** As it stands in the record; words of ours in both languages. */
  readonly label: string | Text
  readonly note?: string | undefined
  /** Below the portal's own place. */
  readonly path: string
}

/** What a portal shows the shell, and what it starts with when it runs alone. */
export interface PortalModule {
  readonly contract: typeof CONTRACT
  /** Also its place in the address: `customer-service`. */
  readonly name: string
  readonly messages: { readonly title: Text; readonly summary: Text }
  /** Who has any business here. */
  readonly permission: Permission
  readonly routes: readonly PortalRoute[]
  readonly commands?: readonly PortalCommand[]
  readonly finders?: readonly PortalFinder[]
}

/** The shell's own pages lie at its root, those of a portal below its name. */
export const SHELL_NAME = 'admin'
export const placeOf = (name: string): string => (name === SHELL_NAME ? '' : `/${name}`)
