import { COMPLAINT_ACTION_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePageCommands, useSay, useShortcut } from '@steward/portal'
import { ActionBar, Sheet, ThumbButton } from '@steward/ui'
import { useState } from 'react'
import { ContainForm } from './contain-form.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { ResolveForm } from './resolve-form.tsx'

export const SiteCaseVerbsFragment = graphql(/* GraphQL */ `
  fragment SiteCaseVerbs on Complaint {
    id
    version
    track
    cause
    containment
    causeNote
    preventionNote
    availableActions
  }
`)

const texts = messages({ verbs: { zh: '可以做的', en: 'What can be done' } })

/** What the site itself may do about a case; all other verbs are at home in customer service. */
const FORMS = {
  contain: { published: 'CONTAIN', Form: ContainForm },
  resolve: { published: 'RESOLVE', Form: ResolveForm },
  handOver: { published: 'HAND_OVER', Form: HandOverForm },
} as const
type SiteVerb = keyof typeof FORMS
const VERBS = Object.keys(FORMS) as readonly SiteVerb[]

export function ComplaintVerbs({
  complaint: masked,
}: {
  readonly complaint: FragmentType<typeof SiteCaseVerbsFragment>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const complaint = readFragment(SiteCaseVerbsFragment, masked)
  const [open, setOpen] = useState<SiteVerb>()
  const possible = VERBS.filter((verb) => complaint.availableActions.includes(FORMS[verb].published))
  usePageCommands(
    possible.map((verb) => ({
      key: verb,
      label: COMPLAINT_ACTION_LABELS[verb],
      run: () => setOpen(verb),
    })),
  )
  useShortcut('act', () => setOpen(possible[0]), possible.length > 0)
  const Form = open && FORMS[open].Form
  return (
    <>
      {possible.length > 0 && (
        <ActionBar label={say('verbs')}>
          {possible.map((verb) => (
            <ThumbButton
              key={verb}
              type={verb === 'contain' ? 'primary' : 'default'}
              onClick={() => setOpen(verb)}
            >
              {sayWord(COMPLAINT_ACTION_LABELS[verb])}
            </ThumbButton>
          ))}
        </ActionBar>
      )}
      {open && Form && (
        <Sheet open title={sayWord(COMPLAINT_ACTION_LABELS[open])} onClose={() => setOpen(undefined)}>
          <Form complaint={complaint} onDone={() => setOpen(undefined)} />
        </Sheet>
      )}
    </>
  )
}
