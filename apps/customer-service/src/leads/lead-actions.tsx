import { LEAD_ACTION_LABELS, type LeadAction } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { Button, Inline, MenuButton, MoreIcon, Sheet, useUi } from '@steward/ui'
import { useState } from 'react'
import { ClaimButton } from './claim-button.tsx'
import { LEAD_FORMS, type FormAction } from './lead-forms.tsx'

export const LeadActionsFragment = graphql(/* GraphQL */ `
  fragment LeadActions on Lead {
    id
    version
    name
    status
    need
    nextStep
    nextStepOn
    availableActions
    assignee {
      id
    }
  }
`)

const texts = messages({ more: { zh: '更多', en: 'More' } })

/** What leads on stands as a button; what takes the lead away lies in the menu. */
const BUTTONS: readonly LeadAction[] = ['contact', 'qualify', 'convert', 'assign']
const IN_MENU: readonly FormAction[] = ['release', 'lose']
/** Of each state the one step that is looked for first. */
const FIRST: Readonly<Record<string, LeadAction>> = {
  NEW: 'assign',
  ASSIGNED: 'contact',
  CONTACTED: 'qualify',
  QUALIFIED: 'convert',
}

interface LeadActionsProps {
  readonly lead: FragmentType<typeof LeadActionsFragment>
  readonly onReload: () => Promise<unknown>
}

export function LeadActions({ lead, onReload }: LeadActionsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { routing } = useUi()
  const it = readFragment(LeadActionsFragment, lead)
  const [open, setOpen] = useState<FormAction>()
  const close = () => setOpen(undefined)
  const can = (action: LeadAction) => it.availableActions.some((each) => each.toLowerCase() === action)
  const begin = (action: LeadAction) =>
    action === 'convert'
      ? routing.go(`${path('leads/convert')}?lead=${it.id}`)
      : setOpen(action as FormAction)
  const menu = IN_MENU.filter(can)
  const Body = open && LEAD_FORMS[open]
  return (
    <Inline gap={2}>
      {can('claim') && <ClaimButton primary lead={it} onChanged={onReload} />}
      {BUTTONS.filter(can).map((action) => (
        <Button
          key={action}
          type={FIRST[it.status] === action ? 'primary' : 'default'}
          onClick={() => begin(action)}
        >
          {sayWord(LEAD_ACTION_LABELS[action])}
        </Button>
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
                label: sayWord(LEAD_ACTION_LABELS[action]),
                danger: action === 'lose',
                onChoose: () => begin(action),
              })),
            },
          ]}
        />
      )}
      <Sheet open={Body !== undefined} title={open ? sayWord(LEAD_ACTION_LABELS[open]) : ''} onClose={close}>
        {Body && <Body lead={it} onReload={onReload} onClose={close} />}
      </Sheet>
    </Inline>
  )
}
