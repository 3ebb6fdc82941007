import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { UiProvider, UiSurroundings } from '../theme/ui-provider.tsx'
import { DataTable, type Column, type DataTableProps } from './data-table.tsx'

interface Row {
  readonly id: string
  readonly number: string
  readonly place: string
}

const columns: Column<Row>[] = [
  { key: 'number', title: 'Number', render: (row) => row.number },
  { key: 'place', title: 'Place', render: (row) => row.place },
]
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({ id: `c${at}`, number: `2611-${at}`, place: `Building ${at}` }))

function show(props: Partial<DataTableProps<Row>>, go = vi.fn()) {
  render(
    <UiProvider locale="en" mode="light">
      <UiSurroundings routing={{ href: (path) => `/admin${path}`, go }}>
        <DataTable label="Complaints" columns={columns} rows={rowsOf(3)} rowKey={({ id }) => id} {...props} />
      </UiSurroundings>
    </UiProvider>,
  )
  return { user: userEvent.setup(), go }
}

const rowTo = ({ id }: Row) => `/complaints/${id}`

describe('a list on a desk', () => {
  it('is a named table whose rows lead to their pages', async () => {
    const { user, go } = show({ rowTo })
    const table = screen.getByRole('table', { name: 'Complaints' })
    const link = within(table).getByRole('link', { name: '2611-1' })
    expect(link.getAttribute('href')).toBe('/admin/complaints/c1')
    await user.click(screen.getByText('Building 2'))
    expect(go).toHaveBeenCalledWith('/complaints/c2')
  })

  it('leaves a click with the control key to the browser', async () => {
    const { user, go } = show({ rowTo })
    await user.keyboard('{Control>}')
    await user.click(screen.getByRole('link', { name: '2611-0' }))
    expect(go).not.toHaveBeenCalled()
  })

  it('is walked with the arrow keys', async () => {
    const { user } = show({ rowTo })
    screen.getByRole('link', { name: '2611-0' }).focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    expect(document.activeElement?.textContent).toBe('2611-1')
  })

  it('says that it is loading, that there is more, and that there is nothing', async () => {
    show({ rows: undefined })
    expect(screen.getByRole('status').textContent).toBe('Loading…')
    const onLoad = vi.fn()
    const { user } = show({ more: { loading: false, onLoad } })
    await user.click(screen.getByRole('button', { name: 'Load more' }))
    expect(onLoad).toHaveBeenCalledOnce()
    show({ rows: [] })
    expect(screen.getByText('There is nothing here yet')).toBeTruthy()
  })

  it('tells the number of all rows when it shows some of thousands', () => {
    show({ rows: rowsOf(5000) })
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('5001')
    expect(screen.getAllByRole('row').length).toBeLessThan(400)
  })
})

describe('a list on a phone', () => {
  it('is cards: the first column leads, the others are facts with their names', () => {
    window.happyDOM?.setViewport({ width: 390, height: 844 })
    show({ rowTo })
    expect(screen.queryByRole('table')).toBeNull()
    const [card] = within(screen.getByRole('list', { name: 'Complaints' })).getAllByRole('listitem')
    expect(within(card!).getByRole('link', { name: '2611-0' })).toBeTruthy()
    expect(within(card!).getByText('Place')).toBeTruthy()
    expect(within(card!).getByText('Building 0')).toBeTruthy()
  })
})
