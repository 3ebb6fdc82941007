const DEADLOCK = '40P01'
const MOST_TRIES = 3

/** Of two transactions that wait for each other PostgreSQL ends one; it has changed nothing and is done again. */
export const unlessDeadlocked = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      const { code } = (error as { driverError?: { code?: string } }).driverError ?? {}
      if (code !== DEADLOCK || tries === MOST_TRIES) throw error
    }
  }
}
