import { PLAN_TASK_ACTION_LABELS, type PlanTaskAction } from '@steward/domain'
import { readFragment, type FragmentType } from '@steward/graphql-client'
import { Button, Inline, MenuButton, MoreIcon, Sheet, ThumbButton, useIsPhone, useNotify } from '@steward/ui'
import { useState } from 'react'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useToday } from '../session/use-today.ts'
import { PlanTaskCard, StartPlanTask } from './plan-task-documents.ts'
import { PLAN_TASK_FORMS, type PlanTaskFormAction } from './plan-task-forms.tsx'

const texts = messages({
  more: { zh: '更多', en: 'More' },
  started: { zh: '已开始', en: 'Begun' },
})

/** What leads on stands as a button, the likeliest first; the rest lies in the menu. */
const ONWARD: readonly PlanTaskAction[] = ['start', 'complete', 'confirm', 'return']
const IN_MENU: readonly PlanTaskFormAction[] = ['assign', 'reschedule', 'cancel']

const enumName = (action: PlanTaskAction) => action.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

interface PlanTaskVerbsProps {
  readonly task: FragmentType<typeof PlanTaskCard>
  /** card: the likeliest step alone · page: all. */
  readonly show: 'card' | 'page'
  readonly onReload: () => Promise<unknown>
}

/** What the server allows with a task, and nothing else; on a phone each under the thumb. */
export function PlanTaskVerbs({ task, show, onReload }: PlanTaskVerbsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const phone = useIsPhone()
  const today = useToday()
  const notify = useNotify()
  const it = readFragment(PlanTaskCard, task)
  const [open, setOpen] = useState<PlanTaskFormAction>()
  const [busy, setBusy] = useState(false)
  const start = useFreshAct(StartPlanTask, onReload)
  const can = (action: PlanTaskAction) =>
    (it.availableActions as readonly string[]).includes(enumName(action)) &&
    !(it.isWaiting && (action === 'start' || action === 'complete'))
  const onward = ONWARD.filter(can)
  // In a list what is not to be begun yet is only read.
  const shown = show === 'card' ? (it.scheduledOn > today ? [] : onward.slice(0, 1)) : onward
  const menu = show === 'card' ? [] : IN_MENU.filter(can)
  const Body = open && PLAN_TASK_FORMS[open]
  const begin = async () => {
    setBusy(true)
    const { refused } = await start({ taskId: it.id, expectedVersion: it.version })
    setBusy(false)
    if (refused) return notify.failed(refused.message ?? '')
    notify.done(say('started'))
    await onReload()
  }
  if (shown.length === 0 && menu.length === 0) return null
  const Verb = phone ? ThumbButton : Button
  return (
    <Inline gap={2}>
      {shown.map((action, at) => (
        <Verb
          key={action}
          type={at === 0 ? 'primary' : 'default'}
          loading={action === 'start' && busy}
          onClick={() => (action === 'start' ? void begin() : setOpen(action))}
        >
          {sayWord(PLAN_TASK_ACTION_LABELS[action])}
        </Verb>
      ))}
      {menu.length > 0 && (
        <MenuButton
          label={say('more')}
          icon={<MoreIcon aria-hidden />}
          outlined
          groups={[
            {
              choices: menu.map((action) => ({
                key: action,
                label: sayWord(PLAN_TASK_ACTION_LABELS[action]),
                danger: action === 'cancel',
                onChoose: () => setOpen(action),
              })),
            },
          ]}
        />
      )}
      <Sheet
        open={Body !== undefined}
        title={open ? sayWord(PLAN_TASK_ACTION_LABELS[open]) : ''}
        onClose={() => setOpen(undefined)}
      >
        {Body && <Body task={it} onReload={onReload} onClose={() => setOpen(undefined)} />}
      </Sheet>
    </Inline>
  )
}
