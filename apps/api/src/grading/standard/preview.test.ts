/** While a standard is written it is shown how it grades the clients of today, beside the one in force; nothing of it is kept. */
import type { GradingStandard } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Person } from '../../../test/as.ts'
import { addClient } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { criterion, standardInForceOf, standardOf } from '../../../test/grading.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const DISTRIBUTION =
  'label grades { grade clients } missing tooLittle wanting { criterion clients } hours costMinor'
const PREVIEW = `query($standard: GradingStandardInput!) { gradingPreview(standard: $standard) {
  clients sampled seed typed { ${DISTRIBUTION} } inForce { ${DISTRIBUTION} } moves { from to clients } } }`
interface Preview {
  readonly gradingPreview: object
}
const preview = (by: Person, standard: object) => by.run<Preview>(PREVIEW, { standard })

/** As the API takes it: the first band has no bound. */
const sent = ({ criteria, ...rest }: GradingStandard) => ({
  ...rest,
  criteria: criteria.map(({ key, name, metric, weight, missing }) => ({
    key,
    name,
    metric,
    weight,
    missing,
    scale: { way: 'BANDS', bands: [{ score: 0 }, { from: 1, score: 10_000 }] },
  })),
})

it('grades whoever can be graded by what is typed, and says who moves', async () => {
  const supervisor = story.as('CR_SUPERVISOR')
  const judged = await addClient(database, story, 'COMPANY')
  await addClient(database, story, 'COMPANY', { archivedAt: new Date() })
  // Tenure is known of everybody; how they cooperate of one.
  const ENTERED = standardOf(criterion('cooperation', 'ENTERED', 10_000))
  const TENURE = standardOf(criterion('tenure', 'TENURE', 9_000), criterion('cooperation', 'ENTERED', 1_000))
  expect((await preview(supervisor, sent(TENURE))).data?.gradingPreview).toEqual({
    clients: 2,
    sampled: 2,
    seed: null,
    typed: {
      label: null,
      grades: [
        { grade: 'A', clients: 2 },
        { grade: 'B', clients: 0 },
        { grade: 'C', clients: 0 },
        { grade: 'D', clients: 0 },
      ],
      missing: 0,
      tooLittle: 0,
      wanting: [],
      // Two clients four times a year an hour.
      hours: 8,
      costMinor: 0,
    },
    inForce: null,
    moves: [],
  })
  await standardInForceOf(story, ENTERED)
  await story.as('CR_SPECIALIST').does('recordMetricEntry', {
    clientId: judged,
    metricKey: 'cooperation',
    score: 9_000,
    evidence: '三次预约均到场',
    enteredOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
  })
  expect((await preview(supervisor, sent(TENURE))).data?.gradingPreview).toMatchObject({
    typed: { grades: [{ grade: 'A', clients: 2 }, {}, {}, {}] },
    inForce: {
      label: 'A/0',
      grades: [{ grade: 'A', clients: 1 }, {}, {}, {}],
      tooLittle: 1,
      wanting: [{ criterion: 'cooperation', clients: 1 }],
      hours: 4,
    },
    moves: expect.arrayContaining([
      { from: 'A', to: 'A', clients: 1 },
      { from: null, to: 'A', clients: 1 },
    ]) as unknown,
  })
  const half = sent(standardOf(criterion('tenure', 'TENURE', 5_000)))
  const refused = await preview(supervisor, half)
  expect(refused.errors[0]?.message).toContain('50 %')
  for (const role of ['SITE_MANAGER', 'TECHNICIAN', 'FINANCE', 'CR_SPECIALIST'] as const)
    expect((await preview(story.as(role), sent(TENURE))).errors[0]?.extensions.code).toBe('FORBIDDEN')
})
