/** Where all notices are: in the shell below its root, in a portal that runs alone below the portal's place. */
export const noticesPath = (home: string): string => `${home === '/' ? '' : home}/notices`
