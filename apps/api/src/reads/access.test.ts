import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { caseIdOf, codeOf, serveSmallWorld, type Served } from '../../test/small-world-served.ts'
import type { SignedIn } from '../context.ts'

let served: Served
let manager: SignedIn
beforeAll(async () => {
  served = await serveSmallWorld()
})
beforeEach(async () => {
  Object.assign(served.again, { times: 0, roles: undefined })
  manager = await served.world.signIn('CS_MANAGER')
})
afterAll(() => served?.close())

const ask: Served['ask'] = (...given) => served.ask(...given)

describe('the door', () => {
  it('asks for a session, then for a role that has the permission', async () => {
    expect(codeOf(await ask('{ cases(first: 1) { totalCount } }'))).toBe('UNAUTHENTICATED')
    expect(codeOf(await ask('{ cases(first: 1) { totalCount } }', await served.world.signIn('ADMIN')))).toBe(
      'FORBIDDEN',
    )
    expect(codeOf(await ask('mutation { touch(id: "x") { __typename } }'))).toBe('UNAUTHENTICATED')
    expect(codeOf(await ask('mutation { renameTeam(name: "x") { __typename } }', manager))).toBe('FORBIDDEN')
  })

  it('stands before each of several root fields, also behind an alias, and lets a skipped one pass', async () => {
    const admin = await served.world.signIn('ADMIN')
    expect(codeOf(await ask('{ teams { name } a: cases(first: 1) { totalCount } }', admin))).toBe('FORBIDDEN')
    expect(codeOf(await ask('{ ...F } fragment F on Query { cases(first: 1) { totalCount } }', admin))).toBe(
      'FORBIDDEN',
    )
    const skipped = await ask(
      '{ teams { __typename } cases(first: 1) @skip(if: true) { totalCount } }',
      admin,
    )
    expect(skipped.data).toMatchObject({ teams: [{ __typename: 'Team' }, {}] })
  })

  it('lets nobody in particular see what is anonymous, and no row', async () => {
    expect((await ask('{ me { roles } answer __typename }')).data).toEqual({
      me: null,
      answer: 42,
      __typename: 'Query',
    })
    expect((await ask('{ ping }')).data).toEqual({ ping: 'pong' })
  })

  it('says nothing of types to strangers whose variables do not fit', async () => {
    const answer = await ask('query ($id: ID!) { case(id: $id) { id } }', undefined, { id: { secretly: 1 } })
    expect(codeOf(answer)).toBe('BAD_REQUEST')
    expect(JSON.stringify(answer)).not.toMatch(/ID|String|cannot represent/)
  })

  it('does not mix plain fields with rows in one document', async () => {
    expect(codeOf(await ask('{ ping me { roles } }', manager))).toBe('BAD_REQUEST')
    expect(codeOf(await ask('{ __schema { queryType { name } } me { roles } }', manager))).toBe('BAD_REQUEST')
  })
})

describe('the session', () => {
  const QUERY = '{ me { roles } teams { __typename } }'
  const change = (set: string, { tokenHash }: SignedIn) =>
    served.database.pool.query(`update session set ${set} where token_hash = $1`, [tokenHash])

  it.each([
    ['was revoked', 'revoked_at = now()'],
    ['has ended', `expires_at = now() - interval '1 second'`],
    ['was left alone for too long', `last_seen_at = now() - interval '31 minutes'`],
  ])('that %s reads nothing, with the actor still in the cache', async (_, set) => {
    await change(set, manager)
    expect(codeOf(await ask(QUERY, manager))).toBe('UNAUTHENTICATED')
    expect(served.again.times).toBe(1)
  })

  it('that was ended changes nothing, and asks no plain field of its own', async () => {
    await change('revoked_at = now()', manager)
    expect(
      codeOf(await ask(`mutation { touch(id: "${served.world.caseIds[0]}") { __typename } }`, manager)),
    ).toBe('UNAUTHENTICATED')
  })

  it('of an older version is resolved again, once, and passes the door as what it is now', async () => {
    await change('version = 2', manager)
    served.again.roles = ['AUDITOR']
    expect((await ask(QUERY, manager)).data).toMatchObject({ me: { roles: ['AUDITOR'] } })
    served.again.roles = ['ADMIN']
    expect(codeOf(await ask('{ cases(first: 1) { totalCount } }', manager))).toBe('FORBIDDEN')
    expect(served.again.times).toBe(2)
    const known = served.again.times
    expect((await ask(QUERY, { ...manager, version: 2 })).errors).toBeUndefined()
    expect(served.again.times).toBe(known)
  })

  it('that is refused is resolved again before that is final, once', async () => {
    const admin = await served.world.signIn('ADMIN')
    const list = '{ cases(first: 1) { totalCount } }'
    expect(codeOf(await ask(list, admin))).toBe('FORBIDDEN')
    expect(served.again.times).toBe(1)
    served.again.roles = ['CS_MANAGER']
    expect((await ask(list, admin)).errors).toBeUndefined()
    expect(served.again.times).toBe(2)
    await change('revoked_at = now()', admin)
    served.again.roles = undefined
    expect(codeOf(await ask(list, admin))).toBe('UNAUTHENTICATED')
    expect(served.again.times).toBe(3)
  })
})

describe('an organization', () => {
  const EVERYTHING = `{ cases(first: 100) { edges { node { id team { name } } } totalCount } teams { id people { id cases(first: 1) { totalCount } } } }`

  /** Gives the stranger's organization departments with the ids of ours. */
  const copyDepartments = async () => {
    const client = await served.database.pool.connect()
    const { organizationId } = manager.actor
    await client.query(`begin; select set_config('app.org_id', '${organizationId}', true)`)
    const { rows } = await client.query<{ id: string }>('select id from department')
    await client.query(`select set_config('app.org_id', '${served.stranger.organizationId}', true)`)
    for (const { id } of rows) {
      await client.query(
        `insert into department (org_id, id, code, name, version) values ($1, $2, $3, 'theirs', 1)`,
        [served.stranger.organizationId, id, `copy-${id}`],
      )
    }
    await client.query('commit')
    client.release()
  }

  it('finds nothing of another by id, however the id is made up', async () => {
    for (const id of [
      caseIdOf(served.stranger, 0),
      'cas_00000000000000000000000000000000',
      'cas_x',
      '',
      "cas_' or true --",
    ]) {
      const both = await ask('query ($id: ID!) { case(id: $id) { id } node(id: $id) { id } }', manager, {
        id,
      })
      expect(both).toEqual({ data: { case: null, node: null } })
    }
  })

  it('is kept apart by the statement alone, without row security, even from rows of the same ids', async () => {
    await copyDepartments()
    const before = await ask(EVERYTHING, manager)
    const tables = ['w_case', 'w_step', 'staff', 'department']
    const all = (what: string) =>
      served.database.owner.query(tables.map((table) => `alter table ${table} ${what};`).join(''))
    await all('disable row level security')
    try {
      expect(await ask(EVERYTHING, manager)).toEqual(before)
      expect(
        (
          await ask('query ($id: ID!) { node(id: $id) { id } }', manager, {
            id: caseIdOf(served.stranger, 0),
          })
        ).data,
      ).toEqual({ node: null })
    } finally {
      await all('enable row level security')
    }
  })

  it('is kept apart by row security alone, should the statement name another', async () => {
    const lost = { ...manager, actor: { ...manager.actor, organizationId: served.stranger.organizationId } }
    await served.database.owner.query('alter table w_case disable row level security')
    const seen = await ask('{ cases(first: 100) { totalCount } }', lost)
    await served.database.owner.query('alter table w_case enable row level security')
    expect(seen.data).toEqual({ cases: { totalCount: 40 } })
    const client = await served.database.pool.connect()
    const { rows } = await client.query('select count(*)::int as n from w_case where org_id = $1', [
      served.stranger.organizationId,
    ])
    client.release()
    expect(rows).toEqual([{ n: 0 }])
  })
})
