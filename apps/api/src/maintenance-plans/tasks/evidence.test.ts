/** Evidence of a task: asked for before it is done, given and seen by whoever may read the task, by nobody else. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { measure, type PlanAnswer } from '../../../test/plan-of-story.ts'
import {
  inDays,
  inForceOf,
  made,
  once,
  tasksOf,
  taskVerb,
  type TaskAnswer,
} from '../../../test/plan-work-of-story.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'
import { readConfig } from '../../config.ts'
import { fromGlobalId, toGlobalId } from '../../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let doer: Person
let plan: PlanAnswer

const config = readConfig({ STEWARD_DATA_DIR: mkdtempSync(join(tmpdir(), 'steward-evidence-')) })

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database, { config })
  worker = await testWorker(database, config)
  story = await given(database, server)
  doer = story.as('TECHNICIAN')
  const theirs = { assigneeId: toGlobalId('Staff', doer.staffId), needsEvidence: true }
  plan = await inForceOf(
    story,
    { clientId: story.ids.client },
    { measures: [measure({ recurrence: once(0), estimatedMinor: 0, budgetLine: null, ...theirs })] },
  )
  await made(worker)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

const path = '/files/plan-task-evidence'
const send = (person: Person, told: object, more: Record<string, string> = { 'x-steward-csrf': '1' }) =>
  server.inject({
    method: 'POST',
    url: path,
    headers: {
      cookie: `steward=${person.token}`,
      'content-type': 'application/octet-stream',
      'x-steward-evidence': encodeURIComponent(JSON.stringify(told)),
      ...more,
    },
    payload: Buffer.from('更换阀芯，试水十分钟不漏。\n'),
  })
const fetched = (person: Person, id: string) =>
  server.inject({ method: 'GET', url: `${path}/${id}`, headers: { cookie: `steward=${person.token}` } })
const task = async (): Promise<TaskAnswer> => (await tasksOf(doer, { plan: plan.id }))[0]!

it('has to be there before the task is done, is shown to whoever reads the task, and stays once it is done', async () => {
  const report = { result: '已更换', actualMinutes: 20 }
  const first = await task()
  expect(await taskVerb(doer, 'complete', first, report)).toMatchObject({ code: 'NOT_ELIGIBLE' })
  const told = { taskId: first.id, name: '现场.txt' }
  // Another site's page cannot send the header; nobody adds to what is not theirs; no kind of file that might run.
  expect((await send(doer, told, {})).statusCode).toBe(403)
  expect((await send(story.as('SERVICE_AGENT'), told)).statusCode).toBe(404)
  expect((await send(story.as('FINANCE'), told)).statusCode).toBe(403)
  expect((await send(doer, { ...told, name: 'x.exe' })).statusCode).toBe(400)
  expect((await send(doer, { ...told, taskId: 'ptk_0' })).statusCode).toBe(404)
  const sent = await send(doer, told)
  expect(sent.statusCode).toBe(201)
  const { id } = sent.json<{ id: string }>()
  expect((await task()).evidence).toEqual([{ id, version: 1 }])
  const shown = await fetched(story.as('CR_SUPERVISOR'), id)
  expect([shown.statusCode, shown.headers['cache-control']]).toEqual([200, 'no-store'])
  expect(shown.body).toContain('试水十分钟')
  expect((await fetched(story.as('SERVICE_AGENT'), id)).statusCode).toBe(404)
  // The worker looks after contents that no row tells of: this one is told of.
  await worker.sweep()
  expect((await fetched(doer, id)).statusCode).toBe(200)
  const done = await taskVerb(doer, 'complete', await task(), report)
  expect(done).toMatchObject({ status: 'DONE' })
  const remove = { evidenceId: id, expectedVersion: 1 }
  expect(await doer.does('removeEvidenceOfPlanTask', remove)).toMatchObject({ code: 'WRONG_STATUS' })
  const returned = await taskVerb(story.as('CR_SUPERVISOR'), 'return', done, { reason: '看不清' })
  expect(returned).toMatchObject({ status: 'IN_PROGRESS' })
  expect(await doer.does('removeEvidenceOfPlanTask', remove)).toMatchObject({ id: first.id })
  expect((await fetched(doer, id)).statusCode).toBe(404)
  expect(await taskVerb(doer, 'complete', await task(), report)).toMatchObject({ code: 'NOT_ELIGIBLE' })
})

it('is not added, nor is anything else said or spent, once the client is erased', async () => {
  const erased = (at: string) =>
    database.asSuperuser((sql) =>
      sql.query(`update client set erased_at = ${at} where id = $1`, [
        fromGlobalId('Client', story.ids.client),
      ]),
    )
  const leader = story.as('CR_SUPERVISOR')
  const told = { taskId: (await task()).id, name: '现场.txt' }
  await erased('now()')
  expect((await send(doer, told)).statusCode).toBe(400)
  const words = { revisionId: plan.effectiveRevision!.id, words: '客户说……' }
  expect(await leader.does('commentPlan', words, 'id')).toMatchObject({ code: 'NOT_ELIGIBLE' })
  const spent = { planId: plan.id, line: 'b1', amountMinor: 1, spentOn: inDays(0), purpose: '鲜花' }
  expect(await leader.does('spendPlan', spent, 'id')).toMatchObject({ code: 'NOT_ELIGIBLE' })
  await erased('null')
  expect((await send(doer, told)).statusCode).toBe(201)
})
