/** Where one's own account is: in the shell below its root, in a portal that runs alone below the portal's place. */
export const accountPath = (home: string): string => `${home === '/' ? '' : home}/account`
