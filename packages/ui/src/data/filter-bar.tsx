import { CloseOutlined, FilterOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Drawer, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useIsPhone } from '../theme/use-media.ts'
import { useWords } from '../theme/ui-context.ts'

export interface FilterBarProps {
  readonly label: string
  readonly search?: {
    readonly value: string
    readonly placeholder: string
    readonly onSearch: (text: string) => void
  }
  /** How many filters narrow the list now; the search does not count. */
  readonly active: number
  readonly onClear: () => void
  /** The filters, each with its own label. */
  readonly children?: ReactNode
  /** Filters that are rarely wanted: at a desk they wait behind a button. `active` counts those of them that are on. */
  readonly rare?: { readonly active: number; readonly filters: ReactNode }
}

/** What narrows a list. On a phone the filters wait behind one button that tells how many are on. */
export function FilterBar({ label, search, active, onClear, children, rare }: FilterBarProps) {
  const say = useWords()
  const phone = useIsPhone()
  const [open, setOpen] = useState(false)
  const clear = active > 0 && (
    <Button type="text" icon={<CloseOutlined aria-hidden />} onClick={onClear}>
      {say('clearFilters')}
    </Button>
  )
  const behind = phone ? active : (rare?.active ?? 0)
  return (
    <search className="st-filters" aria-label={label}>
      {search && <SearchBox key={search.value} {...search} />}
      {!phone && children}
      {(phone ? children : rare) && (
        <Button icon={<FilterOutlined aria-hidden />} onClick={() => setOpen(true)}>
          {say(phone ? 'filters' : 'moreFilters')}
          {behind > 0 && ` (${behind})`}
        </Button>
      )}
      {!phone && clear}
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement={phone ? 'bottom' : 'right'}
        size={phone ? 'auto' : 400}
        title={say('filters')}
        rootClassName="st-sheet"
      >
        <div className="st-filters-sheet">
          {phone && children}
          {rare?.filters}
          {clear}
          <Button type="primary" block onClick={() => setOpen(false)}>
            {say('done')}
          </Button>
        </div>
      </Drawer>
    </search>
  )
}

/** Searches on Enter and on leaving, not on every key: each search is a question to the server. */
function SearchBox({ value, placeholder, onSearch }: NonNullable<FilterBarProps['search']>) {
  const [typed, setTyped] = useState(value)
  const say = useWords()
  const send = (text: string) => text.trim() !== value && onSearch(text.trim())
  return (
    <Input
      className="st-filters-search"
      type="search"
      allowClear
      prefix={<SearchOutlined aria-hidden />}
      aria-label={say('search')}
      placeholder={placeholder}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        if (event.target.value === '') send('')
      }}
      onPressEnter={() => send(typed)}
      onBlur={() => send(typed)}
    />
  )
}
