import { ApolloServer } from '@apollo/server'
import type { ExecutionResult, GraphQLSchema } from 'graphql'
import type { Pool } from 'pg'
import type { SignedIn } from '../src/context.ts'
import { publishPayloads } from '../src/reads/publish-payloads.ts'
import { readPlugin, type ReadContext } from '../src/reads/read-plugin.ts'
import type { ReadModel } from '../src/reads/read-model.ts'

export interface ReadServer {
  /** The answer as a client would parse it. */
  ask(
    source: string,
    variables: Readonly<Record<string, unknown>>,
    signedIn: SignedIn | undefined,
  ): Promise<ExecutionResult>
  stop(): Promise<void>
}

/**
 * Apollo with the read path and nothing else of the product around it. Whoever is resolved again is, unless told otherwise, who
 * they were.
 */
export function readServer(
  schema: GraphQLSchema,
  model: ReadModel,
  pool: Pool,
  resolveAgain: (context: ReadContext) => Promise<SignedIn | undefined> = async ({ signedIn }) => signedIn,
): ReadServer {
  const options = { model, resolveAgain, isTrusted: () => true }
  publishPayloads(schema, options)
  const server = new ApolloServer<ReadContext>({ schema, plugins: [readPlugin(options)] })
  return {
    ask: async (query, variables, signedIn) => {
      const contextValue: ReadContext = { locale: 'en', readPool: pool, signedIn }
      const { body } = await server.executeOperation({ query, variables: { ...variables } }, { contextValue })
      if (body.kind !== 'single') throw new Error('Answers come in one piece')
      return JSON.parse(JSON.stringify(body.singleResult)) as ExecutionResult
    },
    stop: () => server.stop(),
  }
}
