import { OPPORTUNITY_ACTION_LABELS, type OpportunityAction } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { Button, Inline, MenuButton, MoreIcon, Sheet } from '@steward/ui'
import { useState } from 'react'
import { OPPORTUNITY_FORMS, type FormAction } from './opportunity-forms.tsx'

export const OpportunityActionsFragment = graphql(/* GraphQL */ `
  fragment OpportunityActions on Opportunity {
    id
    version
    status
    expectedMinor
    serviceAgreements {
      id
      number
      status
      totalMinor
    }
    availableActions
    assignee {
      id
    }
  }
`)

const texts = messages({ more: { zh: '更多', en: 'More' } })

/** What leads on stands as a button; what takes it back, or away, lies in the menu. */
const BUTTONS: readonly FormAction[] = ['contact', 'propose', 'quote', 'agree', 'win', 'reopen']
const IN_MENU: readonly FormAction[] = ['assign', 'stepBack', 'lose']

const enumName = (action: OpportunityAction) =>
  action.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

interface OpportunityActionsProps {
  readonly opportunity: FragmentType<typeof OpportunityActionsFragment>
  readonly onReload: () => Promise<unknown>
}

export function OpportunityActions({ opportunity, onReload }: OpportunityActionsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const it = readFragment(OpportunityActionsFragment, opportunity)
  const [open, setOpen] = useState<FormAction>()
  const can = (action: OpportunityAction) =>
    (it.availableActions as readonly string[]).includes(enumName(action))
  const menu = IN_MENU.filter(can)
  const Body = open && OPPORTUNITY_FORMS[open]
  return (
    <Inline gap={2}>
      {BUTTONS.filter(can).map((action) => (
        <Button
          key={action}
          type={action === 'contact' ? 'default' : 'primary'}
          onClick={() => setOpen(action)}
        >
          {sayWord(OPPORTUNITY_ACTION_LABELS[action])}
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
                label: sayWord(OPPORTUNITY_ACTION_LABELS[action]),
                danger: action === 'lose',
                onChoose: () => setOpen(action),
              })),
            },
          ]}
        />
      )}
      <Sheet
        open={Body !== undefined}
        title={open ? sayWord(OPPORTUNITY_ACTION_LABELS[open]) : ''}
        onClose={() => setOpen(undefined)}
      >
        {Body && <Body opportunity={it} onReload={onReload} onClose={() => setOpen(undefined)} />}
      </Sheet>
    </Inline>
  )
}
