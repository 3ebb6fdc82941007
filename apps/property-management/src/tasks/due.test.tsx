import { clearPage, openPage } from '@steward/portal/testing'
import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { DueTag, dueOf } from './due.tsx'

afterEach(clearPage)

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** From now; a moment is lost between here and the page, so that whole hours are given with a minute to spare. */
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()

describe('how much time is left', () => {
  it.each([
    [2 * HOUR + MINUTE, 'zh-CN', '还有2小时'],
    [25 * MINUTE + 30_000, 'zh-CN', '还有25分钟'],
    [3 * DAY + HOUR, 'zh-CN', '还有3天'],
    [-3 * HOUR - MINUTE, 'zh-CN', '逾期3小时'],
    [-1 * DAY - HOUR, 'zh-CN', '逾期1天'],
    [-20 * MINUTE - 30_000, 'zh-CN', '逾期20分钟'],
    [1 * HOUR + MINUTE, 'en', '1 hour left'],
    [2 * HOUR + MINUTE, 'en', '2 hours left'],
    [-1 * DAY - HOUR, 'en', '1 day late'],
  ] as const)('%d ms in %s: %s', async (ms, locale, words) => {
    openPage('/', <DueTag dueAt={inMs(ms)} />, { locale })
    expect(await screen.findByText(words)).toBeTruthy()
  })

  it('says nothing where no date was set', async () => {
    openPage(
      '/',
      <p>
        [<DueTag dueAt={null} />]
      </p>,
    )
    expect((await screen.findByText(/\[/)).textContent).toBe('[]')
  })

  it('never tells more time than there is, and warns before it is over', () => {
    const now = Date.parse('2026-11-22T08:00:00Z')
    const at = (ms: number) => dueOf(new Date(now + ms).toISOString(), now)
    expect(at(2 * HOUR - 1)).toMatchObject({ side: 'left', unit: 'Hours', count: 1, tone: 'warn' })
    expect(at(DAY - 1)).toMatchObject({ unit: 'Hours', count: 23, tone: 'neutral' })
    expect(at(0)).toMatchObject({ side: 'over', unit: 'Minutes', count: 0, tone: 'bad' })
  })
})
