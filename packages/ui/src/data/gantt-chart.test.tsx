import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { UiProvider } from '../theme/ui-provider.tsx'
import { GanttChart } from './gantt-chart.tsx'

const show = () => {
  const [onMove, onOpen] = [vi.fn(), vi.fn()]
  const bar = { from: '2026-12-01', to: '2026-12-03', tone: 'info', mark: 'Visit' } as const
  render(
    <UiProvider locale="en" mode="light">
      <GanttChart
        label="Tasks"
        rows={[
          {
            key: 'a',
            label: 'Visits',
            bars: [
              { ...bar, key: 'one', label: 'Visit one', movable: true },
              { ...bar, key: 'two', label: 'Visit two', movable: false },
            ],
          },
        ]}
        from="2026-11-30"
        to="2026-12-31"
        today="2026-12-02"
        dayWidth={30}
        isOff={() => false}
        marks={[]}
        words={{
          rows: 'Rows',
          help: 'Arrow keys move it.',
          today: 'Today',
          moving: (label, from, to) => `${label} to ${from}, ${to}`,
          cancelled: 'Not moved',
        }}
        onMove={onMove}
        onOpen={onOpen}
      />
    </UiProvider>,
  )
  return { onMove, onOpen, user: userEvent.setup() }
}

describe('a bar of the chart', () => {
  it('is moved by the arrow keys, told aloud, and asked for with Enter', async () => {
    const { user, onMove, onOpen } = show()
    screen.getByRole('button', { name: 'Visit one' }).focus()
    await user.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}{ArrowLeft}{ArrowRight}')
    expect(screen.queryByText('Visit one to 2026-12-09, 2026-12-11')).not.toBeNull()
    await user.keyboard('{Escape}')
    expect(screen.queryByText('Not moved')).not.toBeNull()
    expect(onMove).not.toHaveBeenCalled()
    await user.keyboard('{ArrowLeft}{Enter}')
    expect(onMove).toHaveBeenCalledWith(expect.objectContaining({ key: 'one' }), -1)
    await user.keyboard('{Enter}')
    expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ key: 'one' }))
  })

  it('that cannot be moved stays, and opens', async () => {
    const { user, onMove, onOpen } = show()
    screen.getByRole('button', { name: 'Visit two' }).focus()
    await user.keyboard('{ArrowRight}{Enter}')
    expect(onMove).not.toHaveBeenCalled()
    expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ key: 'two' }))
  })
})
