import { render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { UiProvider, UiSurroundings } from '../theme/ui-provider.tsx'
import type { UiLocale } from '../theme/ui-context.ts'
import { BarChart } from './bar-chart.tsx'
import { DescriptionList } from './description-list.tsx'
import { absoluteTime, Day, Instant, relativeTime } from './instant.tsx'
import { Money } from './money.tsx'
import { StagePath } from './stage-path.tsx'

function show(children: ReactNode, locale: UiLocale = 'zh-CN') {
  render(
    <UiProvider locale={locale} mode="light">
      <UiSurroundings timeZone="Asia/Shanghai">{children}</UiSurroundings>
    </UiProvider>,
  )
}

const hours = (count: number) => count * 3_600_000

describe('time', () => {
  it.each([
    [hours(-3), 'zh-CN', '3小时前'],
    [hours(-3), 'en', '3 hours ago'],
    [hours(26), 'zh-CN', '明天'],
    [hours(0.5), 'en', 'in 30 minutes'],
    [-20_000, 'en', 'now'],
  ] as const)('%i ms away in %s is %s', (distance, locale, text) => {
    expect(relativeTime(distance, locale)).toBe(text)
  })

  it('is told in the zone of the organization, with the exact moment for machines', () => {
    show(<Instant at="2026-01-31T16:30:00.000Z" show="absolute" />)
    const time = screen.getByText(/2026年2月1日/)
    expect(time.textContent).toContain('00:30')
    expect(time.getAttribute('datetime')).toBe('2026-01-31T16:30:00.000Z')
  })

  it('near to now is relative and carries the date; far away it is the date', () => {
    const near = new Date(Date.now() - hours(2)).toISOString()
    show(<Instant at={near} />)
    expect(screen.getByText('2小时前').title).toBe(absoluteTime(new Date(near), 'zh-CN', 'Asia/Shanghai'))
    show(<Instant at="2020-05-04T02:00:00.000Z" />)
    expect(screen.getByText(/2020年5月4日/)).toBeTruthy()
  })

  it('a day stays the same day everywhere', () => {
    show(<Day on="2026-03-01" />, 'en')
    expect(screen.getByText('Mar 1, 2026')).toBeTruthy()
  })
})

describe('money', () => {
  it.each([
    [123456, 'CNY', '¥1,234.56'],
    [500, 'JPY', '¥500'],
    [-5, 'USD', '-$0.05'],
  ])('%i minor units of %s are %s', (minor, currency, text) => {
    show(<Money minor={minor} currency={currency} />)
    expect(screen.getByText(text)).toBeTruthy()
  })
})

describe('facts', () => {
  it('shows a gap as a gap', () => {
    show(
      <DescriptionList
        items={[
          { label: '房号', value: '' },
          { label: '楼栋', value: 0 },
        ]}
      />,
    )
    expect(screen.getByText('房号').nextElementSibling?.textContent).toBe('—')
    expect(screen.getByText('楼栋').nextElementSibling?.textContent).toBe('0')
  })

  it('draws bars for the eye and lists the figures for the ear', () => {
    show(<BarChart label="每周投诉" bars={[{ label: '周一', value: 1200 }]} />)
    expect(screen.getByRole('listitem').textContent).toBe('周一: 1,200')
  })
})

describe('a way through stages', () => {
  const stages = ['a', 'b', 'c'].map((key) => ({ key, label: `阶段${key}` }))

  it('says what is done, where it is and what is ahead', () => {
    show(<StagePath label="进度" stages={stages} current="b" />)
    const items = screen.getAllByRole('listitem').map((item) => item.textContent)
    expect(items).toEqual(['阶段a(已完成)', '2阶段b(进行中)', '3阶段c(未开始)'])
    expect(screen.getAllByRole('listitem')[1]?.getAttribute('aria-current')).toBe('step')
  })

  it('on a phone says where it is and how far', () => {
    window.happyDOM?.setViewport({ width: 390, height: 844 })
    show(<StagePath label="进度" stages={stages} current="b" />)
    expect(screen.getByRole('group', { name: '进度' }).textContent).toBe('阶段b 第 2 步，共 3 步')
  })
})
