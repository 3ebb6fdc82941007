import { ownerDataSource } from '../database/data-source.ts'
import { driftOf, migrateDown, migrateUp } from '../database/migrate.ts'

async function asOwner<T>(
  url: string,
  work: (owner: ReturnType<typeof ownerDataSource>) => Promise<T>,
): Promise<T> {
  const owner = await ownerDataSource({ url }).initialize()
  try {
    return await work(owner)
  } finally {
    await owner.destroy()
  }
}

/** Runs what is missing; answers the names of what ran. */
export const migrate = (url: string): Promise<string[]> => asOwner(url, migrateUp)

/** Takes the newest `steps` back. */
export const takeBack = (url: string, steps: number): Promise<void> =>
  asOwner(url, (owner) => migrateDown(owner, steps))

/** What a new migration would have to do for the tables to equal the entities. */
export const drift = (url: string): Promise<string[]> => asOwner(url, driftOf)
