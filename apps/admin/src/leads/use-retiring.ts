import { useNotify } from '@steward/ui'
import type { Outcome } from '@steward/portal'

/** Carries out what takes a row out of use or into use again, and says what came of it. */
export function useRetiring(onReload: () => Promise<unknown>) {
  const notify = useNotify()
  return async (act: () => Promise<Outcome<unknown, unknown>>, done: string): Promise<void> => {
    const { refused } = await act()
    await onReload()
    if (refused) notify.failed(refused.message ?? '')
    else notify.done(done)
  }
}
