import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readServer } from '../../test/read-server.ts'
import { model, smallSchema } from '../../test/small-world.ts'
import { caseIdOf, codeOf, serveSmallWorld, type Served } from '../../test/small-world-served.ts'
import type { SignedIn } from '../context.ts'

let served: Served
let manager: SignedIn
beforeAll(async () => {
  served = await serveSmallWorld()
})
beforeEach(async () => {
  manager = await served.world.signIn('CS_MANAGER')
})
afterAll(() => served?.close())

const ask: Served['ask'] = (...given) => served.ask(...given)

describe('a read', () => {
  it('is one statement in one round trip, however deep and wide', async () => {
    let statements = 0
    const connect = () => {
      statements += 1
      return served.database.pool.connect()
    }
    const counted = readServer(smallSchema(), model, { connect } as Pool)
    const documents = [
      '{ answer }',
      '{ teams { name } }',
      '{ teams { people { cases(first: 3) { edges { node { steps { case { steps { note } } } } } } } } }',
      '{ a: cases(first: 50) { edges { node { availableActions lastStep { note } } } } b: teams { name } me { person { name } } }',
    ]
    for (const document of documents)
      expect((await counted.ask(document, {}, manager)).errors).toBeUndefined()
    expect(statements).toBe(documents.length)
    await counted.stop()
  })
})

describe('a mutation', () => {
  const touch = (selection: string, id = served.world.caseIds[1]!) =>
    `mutation { touch(id: "${id}") { ${selection} } }`

  it('publishes the row that the service returned as a query would, under the keys asked for', async () => {
    const FIELDS =
      '__typename id n: number number openedAt team { t: name people { name } } availableActions steps { note }'
    const answer = await ask(touch(`... on Case { ${FIELDS} } ... on UserError { message }`), manager)
    const query = await ask(`{ case(id: "${caseIdOf(served.world, 1)}") { ${FIELDS} } }`, manager)
    expect(answer.errors).toBeUndefined()
    expect(answer.data!['touch']).toEqual(query.data!['case'])
  })

  it('publishes it to who may act on it but not read it, with the fields that are theirs', async () => {
    const technician = await served.world.signIn('TECHNICIAN')
    const others = (await ask('{ cases(first: 100) { edges { node { id } } } }', technician)).data![
      'cases'
    ] as {
      edges: { node: { id: string } }[]
    }
    const unread = served.world.caseIds.findIndex(
      (_, n) => !others.edges.some(({ node }) => node.id === caseIdOf(served.world, n)),
    )
    const answer = await ask(touch('... on Case { id facts }', served.world.caseIds[unread]), technician)
    expect(answer.data).toEqual({ touch: { id: caseIdOf(served.world, unread), facts: null } })
  })

  it('hands on errors and small results as they are', async () => {
    expect(
      (await ask(touch('__typename ... on UserError { why: message }', 'refused'), manager)).data,
    ).toEqual({
      touch: { __typename: 'Refused', why: 'not now' },
    })
    const admin = await served.world.signIn('ADMIN')
    expect(
      (await ask('mutation { renameTeam(name: "x") { ... on Renamed { now: name } } }', admin)).data,
    ).toEqual({
      renameTeam: { now: 'x' },
    })
  })

  it('is NOT_FOUND where the row is not in the organization', async () => {
    expect(codeOf(await ask(touch('... on Case { id }', served.stranger.caseIds[0]), manager))).toBe(
      'NOT_FOUND',
    )
  })

  it('stands alone in its document', async () => {
    const twice = `mutation { a: touch(id: "x") { __typename } b: touch(id: "x") { __typename } }`
    expect(codeOf(await ask(twice, manager))).toBe('BAD_REQUEST')
  })
})
