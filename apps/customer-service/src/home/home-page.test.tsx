import { clearPage, openPortal } from '@steward/portal/testing'
import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { portal } from '../portal.tsx'
import { CASE_ID, givenCase, page, SEES_ALL } from '../testing/given.ts'

afterEach(clearPage)

const STATUSES = {
  REGISTERED: 2,
  ACKNOWLEDGED: 0,
  INVESTIGATING: 4,
  PROPOSED: 1,
  APPROVED: 0,
  CLIENT_CONFIRMED: 0,
  EXECUTING: 3,
  RESOLVED: 0,
  FOLLOWED_UP: 0,
  REFERRED: 1,
}
const counted = (figures: object) =>
  Object.fromEntries(
    Object.entries(figures).map(([key, totalCount]) => [key, page('Complaint', [], { totalCount })]),
  )

const open = (urgent: readonly object[], permissions = SEES_ALL) =>
  openPortal(portal, '', {
    person: { name: '陆静怡', permissions },
    answers: {
      CustomerServiceHome: () => ({
        ...counted({ waiting: urgent.length, mine: 5, team: 9, unanswered: 2 }),
        ...counted(STATUSES),
        urgent: page('Complaint', urgent),
      }),
    },
  })

describe('the first page', () => {
  it('tells what waits for me, and leads there', async () => {
    open([givenCase()])
    const waiting = await screen.findByRole('link', { name: /待我办理/ })
    expect(waiting.textContent).toBe('待我办理1')
    expect(waiting.getAttribute('href')).toBe('/customer-service/complaints?view=waiting')
    const urgent = within(screen.getByRole('region', { name: '最急的五件' }))
    expect(urgent.getByRole('link', { name: '卫生间漏水' }).getAttribute('href')).toBe(
      `/customer-service/complaints/${CASE_ID}`,
    )
  })

  it('draws where open cases stand; every bar leads to its cases', async () => {
    open([givenCase()])
    const bars = within(await screen.findByRole('list', { name: '未结投诉的分布' }))
    const investigating = bars.getByRole('link', { name: /调查中/ })
    expect(investigating.textContent).toBe('调查中4')
    expect(investigating.getAttribute('href')).toBe('/customer-service/complaints?status=INVESTIGATING')
    expect(bars.getAllByRole('listitem')).toHaveLength(Object.keys(STATUSES).length)
  })

  it('says so when nothing waits', async () => {
    open([])
    expect(await screen.findByText('没有等您办理的事')).toBeTruthy()
  })

  it('promises no work to those who may not know who handles what', async () => {
    open([], ['portal:customerService', 'complaint:read'])
    await screen.findByRole('list', { name: '未结投诉的分布' })
    expect(screen.queryByText('待我办理')).toBeNull()
    expect(screen.queryByRole('button', { name: '登记' })).toBeNull()
  })
})
