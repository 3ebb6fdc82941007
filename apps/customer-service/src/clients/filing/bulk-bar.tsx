import type { ClientFilter, FilingRowFragment } from '@steward/graphql-client'
import { messages, useMay, useMessages, usePortalPath } from '@steward/portal'
import { ActionBar, Button, useUi } from '@steward/ui'
import { useState } from 'react'
import { TagMany } from '../tags/tag-many.tsx'
import { AssignManager } from './assign-manager.tsx'
import { AskForUseOf } from '../exports/ask-for-use-of.tsx'
import type { BulkTarget } from './use-clients-in-bulk.ts'

const texts = messages({
  bar: { zh: '选中的客户', en: 'Chosen clients' },
  assign: {
    zh: '指定专职客户经理（{{count}} 位）',
    en: { one: 'Name a key account manager', other: 'Name a key account manager for {{count}}' },
  },
  tag: { zh: '贴标签（{{count}} 位）', en: { one: 'Tags', other: 'Tags of {{count}}' } },
  use: { zh: '申请使用', en: 'Ask for use' },
  merge: { zh: '合并这两位', en: 'Merge these two' },
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
  const may = useMay()
  const path = usePortalPath()
  const { routing } = useUi()
  const [all, setAll] = useState(false)
  const [asking, setAsking] = useState<BulkTarget>()
  const [working, setWorking] = useState<{
    readonly act: 'assign' | 'tag'
    readonly target: BulkTarget
    readonly count: number
  }>()
  const count = all ? total : chosen.size
  const clear = () => {
    setAll(false)
    onClear()
  }
  const target = (): BulkTarget => (all ? { matching: filter } : rows.filter(({ id }) => chosen.has(id)))
  const begin = (act: 'assign' | 'tag') => setWorking({ act, count, target: target() })
  const close = () => {
    setWorking(undefined)
    clear()
  }
  return (
    <>
      {chosen.size > 0 && (
        <div className="st-picked">
          <ActionBar label={say('bar')}>
            {may('client:assignManager') && (
              <Button type="primary" onClick={() => begin('assign')}>
                {say('assign', { count })}
              </Button>
            )}
            {may('client:tag') && <Button onClick={() => begin('tag')}>{say('tag', { count })}</Button>}
            {may('exportRequest:submit') && <Button onClick={() => setAsking(target())}>{say('use')}</Button>}
            {!all && chosen.size === 2 && may('clientMerge:propose') && (
              <Button
                onClick={() => {
                  const [survivor, merged] = [...chosen]
                  routing.go(`${path('merges/new')}?survivor=${survivor}&merged=${merged}`)
                }}
              >
                {say('merge')}
              </Button>
            )}
            {!all && total > chosen.size && (
              <Button onClick={() => setAll(true)}>{say('all', { count: total })}</Button>
            )}
            <Button onClick={clear}>{say('clear')}</Button>
          </ActionBar>
        </div>
      )}
      {asking && <AskForUseOf target={asking} onClose={() => setAsking(undefined)} />}
      {working?.act === 'assign' && <AssignManager {...working} onDone={onDone} onClose={close} />}
      {working?.act === 'tag' && <TagMany {...working} onDone={onDone} onClose={close} />}
    </>
  )
}
