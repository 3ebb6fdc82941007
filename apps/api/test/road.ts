/** Drives a case along the formal road, each step by who takes it, until it stands in the status asked for. */
import type { Role, Status } from '@steward/domain'
import type { Payload } from './as.ts'
import type { Story } from './story.ts'

type Step = {
  readonly to: Status
  readonly by: Role
  readonly mutation: string
  readonly input: (story: Story) => Readonly<Record<string, unknown>>
}

/** What a case says when nobody says otherwise. */
export const A_CASE = {
  kind: 'COMPLAINT',
  channel: 'PHONE',
  severity: 3,
  track: 'FORMAL',
  purpose: 'CRITICISM',
  summary: '卫生间漏水到楼下',
  facts: '昨晚十点起卫生间天花板滴水，楼上业主无人应门。',
  demand: '修复并赔偿吊顶',
} as const

const FORMAL_ROAD: readonly Step[] = [
  {
    to: 'ACKNOWLEDGED',
    by: 'GM_OFFICE',
    mutation: 'acknowledgeComplaint',
    input: ({ ids }) => ({
      handlingDepartmentId: ids.departments.service,
      assigneeId: ids.staff.CR_SPECIALIST,
      cause: 'OPERATION',
    }),
  },
  {
    to: 'INVESTIGATING',
    by: 'QUALITY',
    mutation: 'investigateComplaint',
    input: ({ ids }) => ({
      findings: '楼上防水层老化。',
      wasReal: true,
      faultShare: 60,
      proposedResponsibleDepartmentId: ids.departments.site,
    }),
  },
  {
    to: 'PROPOSED',
    by: 'CR_SUPERVISOR',
    mutation: 'proposeComplaint',
    input: () => ({
      options: [
        { kind: 'REPAIR', description: '重做防水并修复吊顶', amountMinor: 120_000, recommended: true },
        { kind: 'COMPENSATION_MONEY', description: '补偿吊顶费用', amountMinor: 150_000, recommended: false },
      ],
    }),
  },
  { to: 'APPROVED', by: 'CS_MANAGER', mutation: 'approveComplaint', input: () => ({ comment: '同意' }) },
  { to: 'APPROVED', by: 'CR_SPECIALIST', mutation: 'offerComplaint', input: () => ({}) },
  {
    to: 'CLIENT_CONFIRMED',
    by: 'CR_SPECIALIST',
    mutation: 'confirmComplaint',
    input: () => ({ mode: 'CLIENT', note: '业主同意' }),
  },
  {
    to: 'EXECUTING',
    by: 'CR_SUPERVISOR',
    mutation: 'dispatchComplaint',
    input: ({ ids }) => ({
      departmentId: ids.departments.site,
      assigneeId: ids.staff.TECHNICIAN,
      instruction: '重做 1-0201 卫生间防水',
    }),
  },
]

/** Registers a case as the service agent does. */
export const registered = (story: Story, input: Readonly<Record<string, unknown>> = {}): Promise<Payload> =>
  story
    .as('SERVICE_AGENT')
    .does(
      'registerComplaint',
      { ...A_CASE, clientId: story.ids.client, unitId: story.ids.unit, ...input },
      'id version number status',
    )

/** A case in that status of the formal road; every step before it was really taken. */
export const caseIn = async (
  story: Story,
  status: Status,
  // A caller who is no client: what was approved for one client before counts against every further approval.
  input: Readonly<Record<string, unknown>> = { clientId: undefined, contactName: '王小明' },
): Promise<Payload> => {
  let current = await registered(story, input)
  if (status === 'REGISTERED') return current
  for (const step of FORMAL_ROAD) {
    const given = { complaintId: current.id, expectedVersion: current.version, ...step.input(story) }
    current = await story.as(step.by).does(step.mutation, given, 'id version number status')
    if (current.code) throw new Error(`${step.mutation}: ${JSON.stringify(current)}`)
    const rest = FORMAL_ROAD.slice(FORMAL_ROAD.indexOf(step) + 1)
    if (current.status === status && !rest.some(({ to }) => to === status)) return current
  }
  return completed(story, current, status)
}

/** From orders given to the end. */
const completed = async (story: Story, executing: Payload, status: Status): Promise<Payload> => {
  const technician = story.as('TECHNICIAN')
  const { complaintTasks } = await technician.get<{ complaintTasks: { edges: { node: Payload }[] } }>(
    '{ complaintTasks(first: 1, filter: { mine: true }) { edges { node { id version } } } }',
  )
  const { id: taskId, version } = complaintTasks.edges[0]!.node
  const accepted = await technician.does('acceptTask', { taskId, expectedVersion: version })
  await technician.does('completeTask', {
    taskId,
    expectedVersion: accepted.version,
    evidenceNote: '已完工，闭水 48 小时合格',
  })
  const supervisor = story.as('CR_SUPERVISOR')
  const { complaint } = await supervisor.get<{ complaint: Payload }>(
    'query($id: ID!) { complaint(id: $id) { id version } }',
    {
      id: executing.id,
    },
  )
  const steps: readonly [Status, Role, string, object][] = [
    [
      'RESOLVED',
      'CR_SUPERVISOR',
      'resolveComplaint',
      { outcome: '防水重做', causeNote: '老化', preventionNote: '列入年度检查' },
    ],
    ['FOLLOWED_UP', 'CR_SPECIALIST', 'followUpComplaint', { satisfied: true, note: '满意' }],
    ['CLOSED', 'CS_MANAGER', 'closeComplaint', {}],
  ]
  let current = complaint
  for (const [to, by, mutation, input] of steps) {
    current = await story
      .as(by)
      .does(
        mutation,
        { complaintId: executing.id, expectedVersion: current.version, ...input },
        'id version number status',
      )
    if (current.code) throw new Error(`${mutation}: ${JSON.stringify(current)}`)
    if (to === status) return current
  }
  throw new Error(`${status} does not lie on the formal road`)
}

/** Gives the client the word that is owed: answers what was promised first. */
export const tellClient = async (story: Story, { id }: Payload): Promise<Payload> => {
  const specialist = story.as('CR_SPECIALIST')
  const { complaint } = await specialist.get<{ complaint: { promises: Payload[] } }>(
    'query($id: ID!) { complaint(id: $id) { promises { id version settledAt } } }',
    { id },
  )
  const owed = complaint.promises.filter(({ settledAt }) => settledAt === null).at(-1)!
  return specialist.does(
    'answerPromise',
    { promiseId: owed.id, expectedVersion: owed.version, answer: '已告知处理结果', channel: 'PHONE' },
    'id version number status',
  )
}
