/** What the signature policy asks beside roles and amounts: a proof of a step's own, and other steps for sites of a tier. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inPolicyOrder, DEFAULT_SIGNATURE_POLICY, type PolicyStep, type StepLevel } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { caseIn } from '../../test/road.ts'
import { ask, PASSWORD, signerOf, type World } from '../../test/signing.ts'
import { given, type Story } from '../../test/story.ts'
import { hashPassword } from '../access/password.ts'
import { readConfig } from '../config.ts'
import { withTenant } from '../database/with-tenant.ts'

const PIN = '482913'
const ORIGIN = 'http://localhost:4000'
let database: TestDatabase
let server: FastifyInstance
let story: Story
let world: World
let secretHash: string
let now: Date

beforeAll(async () => {
  database = await testDatabase()
  secretHash = await hashPassword(PASSWORD)
  server = await testServer(database, {
    config: readConfig({ STEWARD_DATA_DIR: mkdtempSync(join(tmpdir(), 'steward-steps-')) }),
    clock: () => now,
  })
})
beforeEach(async () => {
  now = new Date()
  story = await given(database, server)
  world = { database, server, story, secretHash, now: () => now }
})
afterAll(async () => {
  await server.close()
  await database.close()
})

interface Revision extends Payload {
  readonly id: string
  readonly version: number
  readonly signings: readonly { readonly steps: readonly Step[] }[]
}
interface Step {
  readonly meaning: string
  readonly state: string
  readonly level: StepLevel | null
  readonly proofMethod: string | null
}
const STEPS = 'id version status signings { steps { meaning state level proofMethod } }'
const does = (person: Person, verb: string, input: object) => person.does<Revision>(verb, { ...input }, STEPS)
const on = ({ id, version }: Pick<Revision, 'id' | 'version'>) => ({
  revisionId: id,
  expectedVersion: version,
})
const stepsOf = async (id: string): Promise<readonly Step[]> =>
  (
    await story
      .as('CS_MANAGER')
      .get<{ documentRevision: Revision }>(`query($id: ID!) { documentRevision(id: $id) { ${STEPS} } }`, {
        id,
      })
  ).documentRevision.signings[0]!.steps

const head = (content: object) => ({
  title: '文件',
  executingDepartmentId: story.ids.departments.service,
  supervisingDepartmentId: story.ids.departments.headquarters,
  editingDepartmentId: story.ids.departments.headquarters,
  content,
})

/** The rules as they are sent, with what the steps of regulations ask. */
const rulesWith = (levels: Readonly<Partial<Record<PolicyStep['meaning'], string>>>) =>
  inPolicyOrder(DEFAULT_SIGNATURE_POLICY.rules).map(({ steps, ...rule }) => ({
    ...rule,
    steps: steps.map(({ dueMinutes, ...step }) => ({
      ...step,
      ...(dueMinutes === null ? {} : { dueMinutes }),
      ...(rule.kind === 'REGULATION' && levels[step.meaning] ? { level: levels[step.meaning] } : {}),
    })),
  }))

const draftOfPolicy = async (): Promise<Revision> => {
  const manager = story.as('CS_MANAGER')
  const { controlledDocuments } = await manager.get<{
    controlledDocuments: { edges: { node: { effectiveRevision: Revision } }[] }
  }>(
    `{ controlledDocuments(first: 1, filter: { kind: [SIGNATURE_POLICY] }) { edges { node { effectiveRevision { id version } } } } }`,
  )
  return does(manager, 'amendDocument', on(controlledDocuments.edges[0]!.node.effectiveRevision))
}

/** A new revision of the policy, in force. */
const policySays = async (
  levels: Parameters<typeof rulesWith>[0],
  more: readonly object[] = [],
): Promise<void> => {
  const manager = story.as('CS_MANAGER')
  const draft = await draftOfPolicy()
  const changed = await does(manager, 'changeDocument', {
    ...on(draft),
    ...head({ rules: [...rulesWith(levels), ...more] }),
  })
  const submitted = await does(manager, 'submitDocument', { ...on(changed), changeReason: '验证方式' })
  const reviewed = await does(story.as('QUALITY'), 'reviewDocument', on(submitted))
  expect(await does(story.as('GENERAL_MANAGER'), 'approveDocument', on(reviewed))).toMatchObject({
    status: 'EFFECTIVE',
  })
}

/** A regulation that waits for its review. */
const submitted = async (): Promise<Revision> => {
  const content = { clauses: [{ heading: '目的', body: '统一办理时限。' }] }
  const draft = await does(story.as('CS_MANAGER'), 'draftDocument', { kind: 'REGULATION', ...head(content) })
  return does(story.as('CS_MANAGER'), 'submitDocument', on(draft))
}

describe('a step that asks for a proof of its own', () => {
  it('is signed by nothing less: the refusal says what is needed, and how it was proven stands beside what was asked', async () => {
    await policySays({ APPROVED: 'PASSKEY' })
    const reviewed = await does(story.as('QUALITY'), 'reviewDocument', on(await submitted()))
    const approver = await signerOf(world, 'GM_OFFICE')
    await approver.setPin(PIN)
    const { device } = await approver.addPasskey('ES256', ORIGIN)
    const asked = await approver.signs('approveDocument', on(reviewed))
    expect(asked).toMatchObject({ code: 'SIGNATURE_REQUIRED' })
    expect((await approver.shown(asked.requestIds))[0]).toMatchObject({
      level: 'PASSKEY',
      wanted: ['PASSKEY'],
    })
    const refused = await approver.proves(asked.requestIds, { pin: PIN })
    expect(refused).toMatchObject({ reason: 'proofIsEnough' })
    expect(String(refused.message)).toContain('passkey')
    const response = device.answer(await approver.options(asked.requestIds))
    expect(await approver.proves(asked.requestIds, { response })).toMatchObject({ method: 'PASSKEY' })
    expect(await approver.signs('approveDocument', on(reviewed))).toMatchObject({ status: 'EFFECTIVE' })
    expect(await stepsOf(reviewed.id)).toEqual([
      { meaning: 'PREPARED', state: 'SIGNED', level: null, proofMethod: 'SESSION' },
      { meaning: 'REVIEWED', state: 'SIGNED', level: null, proofMethod: 'SESSION' },
      { meaning: 'APPROVED', state: 'SIGNED', level: 'PASSKEY', proofMethod: 'PASSKEY' },
    ])
  })

  it('does not loosen what the organization asks for the meaning: the stricter one holds', async () => {
    await policySays({ REVIEWED: 'PIN' })
    const regulation = await submitted()
    const reviewer = await signerOf(world, 'QUALITY')
    const level = async () => {
      const { requestIds } = await reviewer.signs('reviewDocument', on(regulation))
      return (await reviewer.shown(requestIds))[0]!.level
    }
    expect(await level()).toBe('PIN')
    await ask(world, { REVIEWED: 'FULL' })
    expect(await level()).toBe('FULL')
  })

  it('keeps asking it after the policy was loosened; what begins then does not', async () => {
    await policySays({ REVIEWED: 'PASSKEY' })
    const before = await submitted()
    await policySays({})
    const after = await submitted()
    expect(await does(story.as('QUALITY'), 'reviewDocument', on(before))).toMatchObject({
      code: 'SIGNATURE_REQUIRED',
    })
    expect(await does(story.as('QUALITY'), 'reviewDocument', on(after))).toMatchObject({
      status: 'IN_SIGNING',
    })
    const loosened = withTenant(database.app, story.orgId, (db) =>
      db.query('update signing_step set level = null'),
    )
    await expect(loosened).rejects.toThrow('permission denied')
  })

  it('asks it of whoever signs, not of whoever sends it back', async () => {
    await policySays({ REVIEWED: 'PASSKEY' })
    const sentBack = { ...on(await submitted()), reason: '请补充时限' }
    expect(await does(story.as('QUALITY'), 'rejectDocument', sentBack)).toMatchObject({ status: 'DRAFT' })
  })
})

describe('a revision of the policy', () => {
  it('shows what its steps ask beside what they asked before, and takes no level that asks nothing', async () => {
    const manager = story.as('CS_MANAGER')
    const draft = await draftOfPolicy()
    const { difference, base } = await (async () => {
      const changed = await does(manager, 'changeDocument', {
        ...on(draft),
        ...head({ rules: rulesWith({ APPROVED: 'PASSKEY' }) }),
      })
      const { documentRevision } = await manager.get<{ documentRevision: { base: { id: string } } }>(
        'query($id: ID!) { documentRevision(id: $id) { base { id } } }',
        { id: changed.id },
      )
      const { revisionDifference } = await manager.get<{
        revisionDifference: { where: string; after: string }[]
      }>(`query($from: ID!, $to: ID!) { revisionDifference(from: $from, to: $to) { where before after } }`, {
        from: documentRevision.base.id,
        to: changed.id,
      })
      return { difference: revisionDifference, base: documentRevision.base.id }
    })()
    expect(base).not.toBe(draft.id)
    const places = difference.filter(({ after }) => after?.includes('signed with a passkey'))
    expect(places.map(({ where }) => where)).toEqual(['Regulation, step 3'])
    const { documentRevision } = await manager.get<{
      documentRevision: { version: number; rules: { kind: string; meaning: string; level: string | null }[] }
    }>('query($id: ID!) { documentRevision(id: $id) { version rules { kind meaning level } } }', {
      id: draft.id,
    })
    expect(documentRevision.rules.filter(({ level }) => level)).toEqual([
      { kind: 'REGULATION', meaning: 'APPROVED', level: 'PASSKEY' },
    ])
    const nothing = await does(manager, 'changeDocument', {
      revisionId: draft.id,
      expectedVersion: documentRevision.version,
      ...head({ rules: rulesWith({ APPROVED: 'SESSION' }) }),
    })
    expect(nothing.fields?.map(({ path }) => path)).toEqual([expect.stringMatching(/steps\.2\.level$/)])
  })
})

describe('a rule for sites of a tier', () => {
  const proposed = async (): Promise<readonly string[]> => {
    const { id } = await caseIn(story, 'PROPOSED')
    const { complaint } = await story
      .as('GM_OFFICE')
      .get<{ complaint: { signings: { kind: string; steps: { meaning: string }[] }[] } }>(
        `query($id: ID!) { complaint(id: $id) { signings { kind steps { meaning } } } }`,
        { id },
      )
    const round = complaint.signings.find(({ kind }) => kind === 'COMPLAINT_PROPOSAL')!
    return round.steps.map(({ meaning }) => meaning)
  }

  it('asks its steps where the case is, and nowhere else; who reads the policy reads for whom it is', async () => {
    const step = (meaning: string, roles: readonly string[] = []) => ({
      meaning,
      roles,
      escalateAfterMinutes: [],
    })
    await policySays({}, [
      {
        kind: 'COMPLAINT_PROPOSAL',
        fromMinor: 0,
        siteTiers: ['LARGE'],
        steps: [step('PREPARED'), step('REVIEWED', ['QUALITY']), step('APPROVED')],
      },
    ])
    expect(await proposed()).not.toContain('REVIEWED')
    const admin = story.as('ADMIN')
    const input = { projectId: story.ids.project, name: '翠湖花园', type: 'RESIDENTIAL' }
    const grown = await admin.does(
      'changeProject',
      { ...input, tier: 'LARGE', expectedVersion: 1 },
      'tier version',
    )
    expect(grown).toMatchObject({ tier: 'LARGE' })
    expect(await proposed()).toContain('REVIEWED')
    // Who says nothing of it leaves it as it is.
    const kept = await admin.does('changeProject', { ...input, expectedVersion: grown.version }, 'tier')
    expect(kept).toMatchObject({ tier: 'LARGE' })
  })
})
