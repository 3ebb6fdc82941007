/** The page of a cycle: each sees the step that is theirs now, and no other. */
import type { Permission } from '@steward/domain'
import { clearPage, openPortal } from '@steward/portal/testing'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { portal } from '../../portal.tsx'
import { idOf, LI_NA, SEES_ALL } from '../../testing/given.ts'

afterEach(clearPage)

const READS: readonly Permission[] = [...SEES_ALL, 'gradingCycle:read', 'evaluation:read']
const CYCLE = {
  __typename: 'GradingCycle',
  id: idOf('gcy', 1),
  version: 4,
  number: 'G2611-001',
  name: '年终评级',
  status: 'OPEN',
  asOfOn: '2026-11-30',
  communities: [],
  amends: null,
  grades: [],
  standardRevisionId: null,
  standardHash: null,
  openedBy: LI_NA,
  openedAt: '2026-11-30T02:00:00.000Z',
  scoringAt: null,
  scoredAt: null,
  totalCount: 80,
  scoredCount: 0,
  preparedBy: null,
  preparedAt: null,
  listCount: null,
  listHash: null,
  decidedBy: null,
  decidedAt: null,
  publishedBy: null,
  publishedAt: null,
  note: null,
  awaitsMe: false,
  signings: [],
  availableActions: [],
}
const open = (more: object, permissions: readonly Permission[] = []) =>
  openPortal(portal, `grading/cycles/${CYCLE.id}`, {
    person: { permissions: [...READS, ...permissions] },
    answers: {
      GradingCyclePage: () => ({ gradingCycle: { ...CYCLE, ...more } }),
      ReviewGradingCycle: () => ({
        reviewGradingCycle: { __typename: 'GradingCycle', id: CYCLE.id, version: 5, status: 'REVIEWED' },
      }),
    },
  })
/** Of the verbs of a cycle, those that the page offers as the next step. */
const steps = async (): Promise<readonly string[]> => {
  await screen.findByRole('heading', { name: CYCLE.name })
  return ['开始计分', '编制目录', '审核通过', '批准', '发布'].filter(
    (verb) => screen.queryByRole('button', { name: verb }) !== null,
  )
}

it('begins scoring for the supervisor; whoever only reads is offered nothing', async () => {
  open({ availableActions: ['SCORE', 'CANCEL'] }, ['gradingCycle:score'])
  expect(await steps()).toEqual(['开始计分'])
  // What ends it stands apart.
  expect(screen.getByRole('button', { name: '更多操作' })).toBeTruthy()
  clearPage()
  open({})
  expect(await steps()).toEqual([])
  expect(screen.queryByRole('button', { name: '更多操作' })).toBeNull()
})

it('offers a signature only to whom it awaits now', async () => {
  const prepared = { status: 'PREPARED', listCount: 80, availableActions: ['REVIEW', 'APPROVE', 'REJECT'] }
  open(prepared, ['gradingCycle:review'])
  expect(await steps()).toEqual([])
  clearPage()
  const { sent } = open({ ...prepared, availableActions: ['REVIEW'], awaitsMe: true }, [
    'gradingCycle:review',
  ])
  expect(await steps()).toEqual(['审核通过'])
  const user = userEvent.setup({ delay: null })
  await user.click(screen.getByRole('button', { name: '审核通过' }))
  // It says what the signature means before it is given.
  await screen.findByText(/计分依据与调整理由经审核无误/)
  await user.click(screen.getAllByRole('button', { name: '审核通过' }).at(-1)!)
  await waitFor(() => {
    const review = sent.find(({ operation }) => operation === 'ReviewGradingCycle')
    expect(review?.variables).toMatchObject({ input: { gradingCycleId: CYCLE.id, expectedVersion: 4 } })
  })
})

it('shows how far scoring has come, and no verb meanwhile but to cancel', async () => {
  open({ status: 'SCORING', scoredCount: 20, scoringAt: CYCLE.openedAt, availableActions: ['CANCEL'] }, [
    'gradingCycle:cancel',
  ])
  expect(await steps()).toEqual([])
  expect(await screen.findByText(/20 \/ 80 位客户/)).toBeTruthy()
})
