import { useEffect } from 'react'

interface Page {
  readonly endCursor: string | null
  readonly hasNextPage: boolean
}

/** For a list that is only of use as a whole, like the doors of a house: reads on until the last page is there. */
export function useAllPages(
  page: Page | undefined,
  fetchMore: (options: { variables: { after: string | null } }) => Promise<unknown>,
): void {
  const after = page?.hasNextPage ? page.endCursor : undefined
  useEffect(() => {
    // What fails here is read on when somebody comes back to the page.
    if (after !== undefined) fetchMore({ variables: { after } }).catch(() => undefined)
  }, [after, fetchMore])
}
