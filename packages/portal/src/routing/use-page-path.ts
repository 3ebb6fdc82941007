import type { PortalPage } from '@steward/domain'
import { useHref } from 'react-router'
import { placeOf, SHELL_NAME } from '../contract.ts'

/**
 * The router's path of a page of any portal. The shell's own pages lie at its root, and the shell itself below its name: a portal
 * that runs alone leads to them by their whole address.
 */
export function usePagePath(): (page: PortalPage) => string {
  const inShell = useHref('/').startsWith(`/${SHELL_NAME}`)
  return ({ portal, path }) =>
    `${portal === SHELL_NAME && !inShell ? `/${SHELL_NAME}` : placeOf(portal)}/${path}`
}
