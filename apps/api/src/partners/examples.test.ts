/** The worked examples of infra/examples, as their readers run them: Node.js processes against a listening server. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PARTNER_SCOPES } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'

const EXAMPLES = join(import.meta.dirname, '../../../../infra/examples')

let database: TestDatabase
let server: FastifyInstance
let story: Story
let url: string
let program: Person

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  url = await server.listen({ host: '127.0.0.1', port: 0 })
  program = await story.program(PARTNER_SCOPES)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const run = (example: string, given: readonly string[], credential = program.token) =>
  promisify(execFile)(process.execPath, [join(EXAMPLES, `${example}.mjs`), ...given], {
    env: { ...process.env, STEWARD_URL: url, STEWARD_CREDENTIAL: credential ?? '' },
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (failed: { code: number; stderr: string }) => ({ code: failed.code, said: failed.stderr }),
  )

describe('the worked examples', () => {
  it('register a complaint, read it, and page through all of them', async () => {
    const registered = await run('register-complaint', [
      'Lift stands still',
      'Between two floors since 8:10.',
    ])
    expect(registered).toMatchObject({ code: 0, said: expect.stringMatching(/^\d{4}-\d{4} REGISTERED cmp_/) })
    const [number, , id = ''] = registered.said.trim().split(' ')

    const read = await run('read-case', [id])
    expect(read).toMatchObject({ code: 0, said: expect.stringContaining('Lift stands still') })
    expect(read.said).toMatch(/cost \d+, \d+ left until/)

    for (const summary of ['second', 'third']) await run('register-complaint', [summary, 'facts'])
    const paged = await run('page-through-queue', ['1'])
    expect(paged.code).toBe(0)
    expect(paged.said.trim().split('\n')).toEqual([
      expect.stringMatching(/REGISTERED third$/),
      expect.stringMatching(/REGISTERED second$/),
      `${number} REGISTERED Lift stands still`,
      '3 cases',
    ])
  })

  it('say what is missing', async () => {
    expect(await run('read-case', [], '')).toMatchObject({
      code: 1,
      said: expect.stringContaining('STEWARD_CREDENTIAL'),
    })
    expect(await run('read-case', [story.ids.client])).toMatchObject({
      code: 1,
      said: expect.stringContaining('no such case'),
    })
    const narrow = await story.program(['complaint:read'])
    const refused = await run('register-complaint', [], narrow.token)
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('FORBIDDEN') })
  })
})
