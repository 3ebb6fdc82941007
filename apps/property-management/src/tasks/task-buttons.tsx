import { TASK_ACTION_LABELS, type TaskAction } from '@steward/domain'
import { readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePageCommands, useSay, useShortcut, useViewer } from '@steward/portal'
import { ActionBar, Button, Stack, ThumbButton } from '@steward/ui'
import type { ReactNode } from 'react'
import { SiteTaskVerbsFragment } from './task-documents.ts'
import { quickVerbOf, verbsOf } from './task-verbs.ts'

const texts = messages({ verbs: { zh: '可以做的', en: 'What can be done' } })

interface TaskButtonsProps {
  readonly task: FragmentType<typeof SiteTaskVerbsFragment>
  /** card: the likely next step alone · large: each under the thumb, below each other · page: each in the page's bar. */
  readonly show: 'card' | 'large' | 'page'
  /** The verb that is on its way. */
  readonly busy: TaskAction | undefined
  readonly onVerb: (taskId: string, verb: TaskAction) => void
}

/** The buttons of an order: what the server allows, and nothing else. */
export function TaskButtons({ task: masked, show, busy, onVerb }: TaskButtonsProps): ReactNode {
  const say = useMessages(texts)
  const sayWord = useSay()
  const me = useViewer().staff.id
  const task = readFragment(SiteTaskVerbsFragment, masked)
  const verbs = verbsOf(task, me)
  // Of the slips in a list none is meant by a key; on its own page the order is.
  const keyed = show === 'page' ? verbs : []
  usePageCommands(
    keyed.map((verb) => ({
      key: verb,
      label: TASK_ACTION_LABELS[verb],
      run: () => onVerb(task.id, verb),
    })),
  )
  const [likely] = keyed
  useShortcut('act', () => likely && onVerb(task.id, likely), likely !== undefined)
  const button = (verb: TaskAction, at: number) => {
    const Kind = show === 'card' ? Button : ThumbButton
    return (
      <Kind
        key={verb}
        type={at === 0 && verb !== 'assign' ? 'primary' : 'default'}
        loading={busy === verb}
        disabled={busy !== undefined && busy !== verb}
        onClick={() => onVerb(task.id, verb)}
      >
        {sayWord(TASK_ACTION_LABELS[verb])}
      </Kind>
    )
  }
  if (show === 'card') {
    const quick = quickVerbOf(task, me)
    return quick && button(quick, 0)
  }
  const buttons = verbs.map(button)
  if (buttons.length === 0) return null
  return show === 'page' ? (
    <ActionBar label={say('verbs')}>{buttons}</ActionBar>
  ) : (
    <Stack gap={2}>{buttons}</Stack>
  )
}
