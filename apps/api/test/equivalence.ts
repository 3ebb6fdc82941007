import type { Role } from '@steward/domain'
import fc from 'fast-check'
import type { GraphQLSchema } from 'graphql'
import { expect } from 'vitest'
import type { SignedIn } from '../src/context.ts'
import { generateDocument, type Samples } from './generated-document.ts'
import type { ReadServer } from './read-server.ts'
import type { ReferenceReader } from './reference-reader.ts'

export type Outcome = 'COMPARED' | 'FORBIDDEN' | 'TOO_COSTLY'

export interface Equivalence {
  /** Compares both answers to a document; a refusal has no counterpart among rows and is told by its code. */
  compare(source: string, variables: Readonly<Record<string, unknown>>, signedIn: SignedIn): Promise<Outcome>
  /** The same, with what was answered. */
  answered(
    source: string,
    variables: Readonly<Record<string, unknown>>,
    signedIn: SignedIn,
  ): Promise<{ readonly outcome: Outcome; readonly data: unknown }>
  /** Compares answers to generated documents; how many there were of each outcome. */
  generated(
    schema: GraphQLSchema,
    samples: Samples,
    people: readonly SignedIn[],
    runs: number,
  ): Promise<Tally>
}

export type Tally = Readonly<Record<Outcome, number>>

/** Combinations in which grants add up, besides every single role. */
export const SEVERAL_ROLES: readonly (readonly Role[])[] = [
  ['SERVICE_AGENT', 'FINANCE'],
  ['SALES', 'FINANCE'],
  ['CR_SUPERVISOR', 'TECHNICIAN', 'QUALITY'],
]

export function equivalence(server: ReadServer, reference: ReferenceReader): Equivalence {
  const answered: Equivalence['answered'] = async (source, variables, signedIn) => {
    const asked = { source, variables, roles: signedIn.actor.roles }
    const answer = await server.ask(source, variables, signedIn)
    const code = answer.errors?.[0]?.extensions?.['code']
    if (code === 'FORBIDDEN' || code === 'TOO_COSTLY') return { outcome: code, data: null }
    expect({ ...asked, ...answer }).toEqual({
      ...asked,
      ...(await reference.answer(source, variables, signedIn.actor)),
    })
    return { outcome: 'COMPARED', data: answer.data }
  }
  const compare: Equivalence['compare'] = async (...asked) => (await answered(...asked)).outcome
  return {
    compare,
    answered,
    generated: async (schema, samples, people, runs) => {
      const tally = { COMPARED: 0, FORBIDDEN: 0, TOO_COSTLY: 0 }
      await fc.assert(
        fc.asyncProperty(fc.gen(), fc.constantFrom(...people), async (draw, signedIn) => {
          const { source, variables } = generateDocument(draw, schema, samples)
          tally[await compare(source, variables, signedIn)] += 1
        }),
        {
          numRuns: runs,
          endOnFailure: true,
          ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
        },
      )
      return tally
    },
  }
}
