/** Where a file is fetched, by its one-time token. */
export const copyPath = (token: string): string => `/files/copies/${token}`
