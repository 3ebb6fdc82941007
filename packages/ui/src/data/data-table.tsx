import { Button, Checkbox } from 'antd'
import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { EmptyState } from '../feedback/empty-state.tsx'
import { AppLink } from '../layout/app-link.tsx'
import { useIsPhone } from '../theme/use-media.ts'
import { useUi, useWords } from '../theme/ui-context.ts'
import { DataCards } from './data-cards.tsx'
import { useScrolls } from './use-scrolls.ts'
import { useRowWindow } from './use-row-window.ts'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly render: (row: Row) => ReactNode
  readonly align?: 'start' | 'end'
  /** Any CSS width; columns without one share the rest. */
  readonly width?: string
  /** May be left out where the table is narrow. */
  readonly minor?: boolean
  /** Its place on the card that a row becomes on a phone; the first column leads, others are facts. */
  readonly card?: 'lead' | 'tag' | 'fact' | 'hidden'
}

export interface DataTableProps<Row> {
  /** What the list is, for those who cannot see the page around it. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** Undefined while the first page is on its way. */
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  /** Path of a row's own page. */
  readonly rowTo?: (row: Row) => string
  /** Marks the row that is open beside the list. */
  readonly chosen?: string | undefined
  readonly empty?: ReactNode
  /** Rows that can be chosen, to do something with several; at a desk only. */
  readonly selection?: RowSelection | undefined
  /** Present while the server has more. */
  readonly more?: { readonly loading: boolean; readonly onLoad: () => void } | undefined
}

export interface RowSelection {
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

const SKELETON_ROWS = 8

/** A list from the server: rows on a desk, cards on a phone, more on demand; thousands of loaded rows stay quick. `walkRows` goes from one to the next. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, empty, more } = props
  const phone = useIsPhone()
  const say = useWords()
  if (rows?.length === 0) return empty ?? <EmptyState title={say('nothingHere')} />
  return (
    <div className="st-list" aria-busy={!rows}>
      {!rows && (
        <span className="st-hidden" role="status">
          {say('loading')}
        </span>
      )}
      {phone ? <DataCards {...props} /> : <Rows {...props} />}
      {more && (
        <div className="st-list-more">
          <Button onClick={more.onLoad} loading={more.loading}>
            {say('loadMore')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Rows<Row>({ label, columns, rows, rowKey, rowTo, chosen, selection }: DataTableProps<Row>) {
  const say = useWords()
  const body = useRef<HTMLTableSectionElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const scrolls = useScrolls(box)
  const { routing } = useUi()
  const count = rows?.length ?? 0
  const { from, to, above, below } = useRowWindow(body, count)
  const open = (event: MouseEvent<HTMLElement>, row: Row) => {
    const inner = event.target instanceof Element && event.target.closest('a,button,input,label')
    if (rowTo && !inner && !window.getSelection()?.toString()) routing.go(rowTo(row))
  }
  return (
    <div
      className="st-table-box"
      ref={box}
      {...(scrolls && { role: 'region', 'aria-label': label, tabIndex: 0 })}
    >
      <table className="st-table" aria-rowcount={count + 1}>
        <caption className="st-hidden">{label}</caption>
        <colgroup>
          {selection && <col style={{ width: '52px' }} />}
          {columns.map(({ key, width, minor }) => (
            <col key={key} data-minor={minor} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {selection && (
              <th scope="col">
                <ChooseAll keys={rows?.map(rowKey) ?? []} {...selection} />
              </th>
            )}
            {columns.map(({ key, title, align, minor }) => (
              <th key={key} scope="col" data-align={align} data-minor={minor}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={moveBetweenRows}>
          {above > 0 && <Gap height={above} />}
          {!rows && <Skeleton columns={columns} />}
          {rows?.slice(from, to).map((row, index) => (
            <tr
              key={rowKey(row)}
              data-row
              data-open={rowTo !== undefined}
              aria-rowindex={from + index + 2}
              aria-selected={chosen === undefined ? undefined : chosen === rowKey(row)}
              onClick={(event) => open(event, row)}
            >
              {selection && (
                <td>
                  <Checkbox
                    aria-label={say('chooseRow')}
                    checked={selection.chosen.has(rowKey(row))}
                    onChange={() => selection.onChange(toggled(selection.chosen, rowKey(row)))}
                  />
                </td>
              )}
              {columns.map(({ key, render, align, minor }, at) => (
                <td key={key} data-align={align} data-minor={minor}>
                  {at === 0 && rowTo ? <AppLink to={rowTo(row)}>{render(row)}</AppLink> : render(row)}
                </td>
              ))}
            </tr>
          ))}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
    </div>
  )
}

const toggled = (chosen: ReadonlySet<string>, key: string): ReadonlySet<string> =>
  chosen.has(key) ? new Set([...chosen].filter((it) => it !== key)) : new Set([...chosen, key])

/** All rows that are loaded, or none. */
function ChooseAll({ keys, chosen, onChange }: RowSelection & { readonly keys: readonly string[] }) {
  const say = useWords()
  const count = keys.filter((key) => chosen.has(key)).length
  const all = keys.length > 0 && count === keys.length
  return (
    <Checkbox
      aria-label={say('chooseAll')}
      checked={all}
      indeterminate={count > 0 && !all}
      onChange={() => onChange(new Set(all ? [] : keys))}
    />
  )
}

function Gap({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden>
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

function Skeleton<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return Array.from({ length: SKELETON_ROWS }, (_, row) => (
    <tr key={row} aria-hidden>
      {columns.map(({ key, minor }, at) => (
        <td key={key} data-minor={minor}>
          <span className="st-bone" style={{ width: `${45 + ((row * 29 + at * 17) % 45)}%` }} />
        </td>
      ))}
    </tr>
  ))
}

/** Arrow up and down go from link to link of the rows, as in a mail program. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const row = event.target instanceof Element ? event.target.closest('tr') : null
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  const link = next?.querySelector('a')
  if (!link) return
  event.preventDefault()
  link.focus()
}
