import { COMPLAINT_ACTION_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePageCommands, useSay, useShortcut } from '@steward/portal'
import { ActionBar, Button, DownIcon, MenuButton } from '@steward/ui'
import { orderActions, type CaseAction } from '../action-names.ts'

export const ComplaintActionsFragment = graphql(/* GraphQL */ `
  fragment ComplaintActions on Complaint {
    id
    status
    availableActions
  }
`)

const texts = messages({
  actions: { zh: '可办理', en: 'What you can do' },
  more: { zh: '更多操作', en: 'More actions' },
})

/** Ways to end a case otherwise, or to send it back. */
const GRAVE: readonly CaseAction[] = ['reject', 'refuseOption', 'withdraw', 'decline', 'dismiss', 'merge']
const BUTTONS = 2

interface ComplaintActionsProps {
  readonly complaint: FragmentType<typeof ComplaintActionsFragment>
  /** What a delegation allows besides. */
  readonly delegated?: readonly CaseAction[]
  readonly onAct: (action: CaseAction) => void
}

/** Exactly the verbs that the server allows: those that the case waits for as buttons, the others behind one. */
export function ComplaintActions({ complaint, delegated = [], onAct }: ComplaintActionsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { status, availableActions } = readFragment(ComplaintActionsFragment, complaint)
  const { next, others } = orderActions(status, availableActions, delegated)
  // Where the case waits for nothing of mine, one or two other verbs need no menu.
  const shown =
    next.length > 0 ? next.slice(0, BUTTONS) : others.slice(0, others.length > BUTTONS ? 0 : BUTTONS)
  const behind = [...next, ...others].filter((action) => !shown.includes(action))
  usePageCommands(
    [...shown, ...behind].map((action) => ({
      key: action,
      label: COMPLAINT_ACTION_LABELS[action],
      run: () => onAct(action),
    })),
  )
  const [likely] = shown
  useShortcut('act', () => likely && onAct(likely), likely !== undefined)
  if (shown.length + behind.length === 0) return null
  return (
    <ActionBar label={say('actions')}>
      {shown.map((action, at) => (
        <Button
          key={action}
          type={at === 0 && next.length > 0 ? 'primary' : 'default'}
          danger={GRAVE.includes(action)}
          onClick={() => onAct(action)}
        >
          {sayWord(COMPLAINT_ACTION_LABELS[action])}
        </Button>
      ))}
      {behind.length > 0 && (
        <MenuButton
          label={say('more')}
          text={say('more')}
          icon={<DownIcon aria-hidden />}
          outlined
          groups={[
            {
              choices: behind.map((action) => ({
                key: action,
                label: sayWord(COMPLAINT_ACTION_LABELS[action]),
                danger: GRAVE.includes(action),
                onChoose: () => onAct(action),
              })),
            },
          ]}
        />
      )}
    </ActionBar>
  )
}
