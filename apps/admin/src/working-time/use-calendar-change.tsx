import { useApolloClient } from '@apollo/client/react'
import type { CalendarConsequenceQuery, CalendarConsequenceQueryVariables } from '@steward/graphql-client'
import { messages, useMessages, type Outcome } from '@steward/portal'
import { ConfirmDialog, useNotify, type Refused } from '@steward/ui'
import { useRef, useState, type ReactNode } from 'react'
import { Consequence, type CalendarRow } from './calendar-documents.ts'

const texts = messages({
  none: {
    zh: '没有未到期的承诺按这份日历计算，保存不影响任何时限。',
    en: 'No open promise goes by this calendar: nothing that is promised moves.',
  },
  same: {
    zh: '{{count}} 条未到期的承诺会重新计算，时限都不变。',
    en: {
      one: '{{count}} open promise is reckoned anew; its due time stays.',
      other: '{{count}} open promises are reckoned anew; no due time moves.',
    },
  },
  moves: {
    zh: '{{open}} 条未到期的承诺会重新计算：{{earlier}} 条提前，{{later}} 条推迟。已逾期的和约定了时间的不变。',
    en: '{{open}} open promises are reckoned anew: {{earlier}} will be due earlier, {{later}} later. What is broken, and what was agreed for a stated time, stays.',
  },
  unknown: {
    zh: '未到期的承诺会重新计算；暂时算不出会变动几条。',
    en: 'Open promises will be reckoned anew; how many move cannot be told just now.',
  },
  done: {
    zh: '已保存，{{count}} 条承诺的时限已变动',
    en: { one: 'Saved: {{count}} promise moved', other: 'Saved: {{count}} promises moved' },
  },
})

interface Done {
  readonly movedPromises: number
}

export interface CalendarChange {
  readonly title: string
  /** The verb on the button. */
  readonly verb: string
  readonly danger?: boolean
  readonly asked: CalendarConsequenceQueryVariables['change']
  readonly act: () => Promise<Outcome<Done, unknown>>
}

type Told = CalendarConsequenceQuery['calendarConsequence']

/**
 * Tells what a change does to what is promised before it is saved, and what it did afterwards. `ask` answers once the person has
 * decided: undefined where it was done, else why it was not; null where they left it.
 */
export function useCalendarChange(
  row: CalendarRow,
  onReload: () => Promise<unknown>,
): {
  readonly ask: (change: CalendarChange) => Promise<Refused | null | undefined>
  readonly dialog: ReactNode
} {
  const say = useMessages(texts)
  const notify = useNotify()
  const client = useApolloClient()
  const [open, setOpen] = useState<{ change: CalendarChange; told: Told | undefined }>()
  const decided = useRef<(answer: Refused | null | undefined) => void>(undefined)
  const close = (answer: Refused | null | undefined) => {
    setOpen(undefined)
    decided.current?.(answer)
    decided.current = undefined
  }
  const ask = async (change: CalendarChange) => {
    const told = await client
      .query({
        query: Consequence,
        variables: { calendarId: row.id, change: change.asked },
        fetchPolicy: 'network-only',
      })
      .then(({ data }) => data?.calendarConsequence)
      .catch(() => undefined)
    setOpen({ change, told })
    return new Promise<Refused | null | undefined>((resolve) => {
      decided.current = resolve
    })
  }
  const confirm = async () => {
    if (!open) return
    const { done, refused } = await open.change.act()
    if (done) {
      await onReload()
      notify.done(say('done', { count: done.movedPromises }))
    }
    close(refused)
  }
  const words = (told: Told | undefined): string => {
    if (!told) return say('unknown')
    const { openPromises, earlier, later } = told
    if (openPromises === 0) return say('none')
    return earlier + later === 0
      ? say('same', { count: openPromises })
      : say('moves', { open: String(openPromises), earlier: String(earlier), later: String(later) })
  }
  const dialog = (
    <ConfirmDialog
      open={open !== undefined}
      title={open?.change.title ?? ''}
      verb={open?.change.verb ?? ''}
      danger={open?.change.danger ?? false}
      onConfirm={confirm}
      onCancel={() => close(null)}
    >
      {open && words(open.told)}
    </ConfirmDialog>
  )
  return { ask, dialog }
}
