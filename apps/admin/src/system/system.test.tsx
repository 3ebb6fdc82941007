import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { clearPage, openPage } from '@steward/portal/testing'
import { SystemPage } from './system-page.tsx'

afterEach(clearPage)

const AT = '2026-11-24T01:00:00.000Z'
const worker = (alive: boolean) => ({ __typename: 'WorkerProcess', startedAt: AT, seenAt: AT, alive })
const loop = (name: string, lateSeconds = 0, failedTurns = 0, waiting: number | null = null) => ({
  __typename: 'WorkerLoop',
  name,
  lateSeconds,
  failedTurns,
  waiting,
})
const job = (id: string, more: object) => ({
  __typename: 'FailedJob',
  id,
  consumer: 'mail',
  reason: 'MailNotSent',
  attempts: 3,
  lastFailedAt: AT,
  nextTryAt: '2026-11-24T01:00:20.000Z',
  gaveUpAt: null,
  retryRequestedAt: null,
  settledAt: null,
  version: 4,
  ...more,
})

const open = (state: object, jobs: readonly object[] = []) =>
  openPage('/system', <SystemPage />, {
    locale: 'en',
    person: { permissions: ['system:read', 'failedJob:read', 'failedJob:retry'] },
    answers: {
      SystemState: () => ({
        systemState: {
          __typename: 'SystemState',
          version: '1.2.3',
          at: AT,
          databaseBytes: 123_400_000,
          workers: [worker(true)],
          loops: [loop('relay', 0, 0, 0)],
          ...state,
        },
      }),
      FailedJobs: () => ({
        failedJobs: {
          __typename: 'FailedJobConnection',
          edges: jobs.map((node) => ({ __typename: 'FailedJobEdge', node })),
          pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
        },
      }),
      RetryFailedJob: () => ({
        retryFailedJob: { __typename: 'FailedJob', id: 'fjb_1', retryRequestedAt: AT, version: 5 },
      }),
    },
  })
/** The first thing under the page's title. */
const verdict = async () => {
  await screen.findByRole('heading', { name: 'State of the system' })
  return screen.getAllByRole('status')[0]!.textContent
}

it('says in a word that all is well, with the figures behind it', async () => {
  open({})
  expect(await verdict()).toContain('All is well')
  expect(screen.getByText('123 MB')).toBeTruthy()
  expect(screen.getByText('1.2.3')).toBeTruthy()
})

it('says what stands still when no worker is alive', async () => {
  open({ workers: [worker(false)] })
  expect(await verdict()).toMatch(/No worker is alive.*Mails, reminders/)
})

it('names what is late, and by how much', async () => {
  open({ loops: [loop('relay', 3, 0, 12), loop('promises', 400), loop('queue', 0, 2)] })
  expect(await verdict()).toMatch(/waited 7 min: Clocks of promises/)
  const table = screen.getByRole('table', { name: 'Work in the background' })
  const row = (words: RegExp) => within(table).getByText(words).closest('tr')!
  expect(row(/Relay/).textContent).toContain('On time')
  expect(row(/Clocks/).textContent).toContain('7 min late')
  expect(row(/Queue/).textContent).toContain('failed 2 times in a row')
})

it('has a failed job tried again', async () => {
  const { sent } = open({}, [job('fjb_1', {}), job('fjb_2', { gaveUpAt: AT, nextTryAt: null })])
  const table = await screen.findByRole('table', { name: 'Failed jobs' })
  await within(table).findByText('Given up')
  await userEvent.click(within(table).getAllByRole('button', { name: 'Try again' })[0]!)
  await waitFor(() =>
    expect(sent.find(({ operation }) => operation === 'RetryFailedJob')?.variables).toEqual({
      input: { failedJobId: 'fjb_1', expectedVersion: 4 },
    }),
  )
})
