import type { Role } from '@steward/domain'
import type { ExecutionResult } from 'graphql'
import type { SignedIn } from '../src/context.ts'
import type { ReadContext } from '../src/reads/read-plugin.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { readServer } from './read-server.ts'
import { createTables, fillWorld, type SmallWorld } from './small-world-data.ts'
import { CaseRow, model, smallSchema } from './small-world.ts'

/** The small world behind a server: two organizations, of which `world` is ours. */
export interface Served {
  readonly database: TestDatabase
  readonly world: SmallWorld
  readonly stranger: SmallWorld
  /** Sessions that were resolved again, and the roles to find there; undefined: those that were known. */
  readonly again: { times: number; roles: readonly Role[] | undefined }
  ask(
    source: string,
    signedIn?: SignedIn,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<ExecutionResult>
  close(): Promise<void>
}

/** What `touch(id: "refused")` returns. */
class Refused {
  readonly __typename = 'Refused'
  readonly message = 'not now'
}

export async function serveSmallWorld(): Promise<Served> {
  const database = await testDatabase({ fresh: true })
  await createTables(database.owner)
  const world = await fillWorld(database.pool)
  const stranger = await fillWorld(database.pool)
  const again: Served['again'] = { times: 0, roles: undefined }
  const schema = smallSchema()
  const mutations = schema.getMutationType()!.getFields()
  mutations['touch']!.resolve = (_, { id }: { id: string }) =>
    id === 'refused' ? new Refused() : new CaseRow(id)
  mutations['renameTeam']!.resolve = (_, { name }: { name: string }) => ({ name, __typename: 'Renamed' })
  schema.getQueryType()!.getFields()['ping']!.resolve = () => 'pong'
  const server = readServer(schema, model, database.pool, (context) => {
    again.times += 1
    return resolveAgain(context, again.roles)
  })
  return {
    database,
    world,
    stranger,
    again,
    ask: (source, signedIn, variables = {}) => server.ask(source, variables, signedIn),
    close: async () => {
      await server.stop()
      await database.close()
    },
  }
}

async function resolveAgain(
  { signedIn, readPool }: ReadContext,
  roles: readonly Role[] | undefined,
): Promise<SignedIn | undefined> {
  const { rows } = await readPool.query<{ version: number }>(
    `select version from session where token_hash = $1 and revoked_at is null and expires_at > now()
      and last_seen_at + make_interval(secs => idle_seconds) > now()`,
    [signedIn!.tokenHash],
  )
  const actor = { ...signedIn!.actor, roles: roles ?? signedIn!.actor.roles }
  return rows[0] && { ...signedIn!, version: rows[0].version, actor }
}

/** The code of the first error; undefined for an answer without any. */
export const codeOf = ({ errors }: ExecutionResult): unknown => errors?.[0]?.extensions?.['code']

/** Published id of the n-th case. */
export const caseIdOf = (world: SmallWorld, n = 0): string => `cas_${world.caseIds[n]!.replaceAll('-', '')}`
