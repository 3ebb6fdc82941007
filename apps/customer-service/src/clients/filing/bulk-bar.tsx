import type { ClientFilter, FilingRowFragment } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { ActionBar, Button } from '@steward/ui'
import { useState } from 'react'
import { AssignManager } from './assign-manager.tsx'
import type { BulkTarget } from './use-assign-manager.ts'

const texts = messages({
  bar: { zh: '选中的客户', en: 'Chosen clients' },
  assign: {
    zh: '指定专职客户经理（{{count}} 位）',
    en: { one: 'Name a key account manager', other: 'Name a key account manager for {{count}}' },
  },
  all: { zh: '选择符合条件的全部 {{count}} 位', en: 'Choose all {{count}} that match' },
  clear: { zh: '取消选择', en: 'Choose none' },
})

interface BulkBarProps {
  readonly rows: readonly FilingRowFragment[]
  readonly chosen: ReadonlySet<string>
  readonly filter: ClientFilter
  /** All that match, also those that are not shown yet. */
  readonly total: number
  readonly onClear: () => void
  readonly onDone: () => void
}

/** What can be done with several clients at once: those that are chosen, or all that the filters keep. */
export function BulkBar({ rows, chosen, filter, total, onClear, onDone }: BulkBarProps) {
  const say = useMessages(texts)
  const [all, setAll] = useState(false)
  const [working, setWorking] = useState<{ readonly target: BulkTarget; readonly count: number }>()
  const count = all ? total : chosen.size
  const clear = () => {
    setAll(false)
    onClear()
  }
  const begin = () =>
    setWorking({ count, target: all ? { matching: filter } : rows.filter(({ id }) => chosen.has(id)) })
  return (
    <>
      {chosen.size > 0 && (
        <div className="st-picked">
          <ActionBar label={say('bar')}>
            <Button type="primary" onClick={begin}>
              {say('assign', { count })}
            </Button>
            {!all && total > chosen.size && (
              <Button onClick={() => setAll(true)}>{say('all', { count: total })}</Button>
            )}
            <Button onClick={clear}>{say('clear')}</Button>
          </ActionBar>
        </div>
      )}
      {working && (
        <AssignManager
          {...working}
          onDone={onDone}
          onClose={() => {
            setWorking(undefined)
            clear()
          }}
        />
      )}
    </>
  )
}
