import { useQuery } from '@apollo/client/react'
import { readFragment } from '@steward/graphql-client'
import { Button, Dialog, Stack } from '@steward/ui'
import { useSyncExternalStore } from 'react'
import { messages, useMessages } from '../i18n/messages.ts'
import { DemonstrationPeople } from './demonstration-people.tsx'
import { useSession, useSessionScope } from './session.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { DemonstrationSignInsQuery, ViewerFragment, ViewerQuery } from './viewer-documents.ts'
import { asPerson } from './viewer.tsx'

const texts = messages({
  title: { zh: '登录已失效', en: 'You have been signed out' },
  kept: {
    zh: '{{name}}，您填写的内容都还在。重新登录后，刚才的操作会自动继续。',
    en: '{{name}}, everything you typed is still here. Sign in again and what you were doing goes on by itself.',
  },
  other: { zh: '换人登录（放弃未提交的内容）', en: 'Somebody else signs in (drops what was not sent)' },
})

/** Lies over the page when the session has ended; the page behind it stays as it is. */
export function SessionEndedDialog() {
  const say = useMessages(texts)
  const { gate } = useSessionScope()
  const closed = useSyncExternalStore(gate.subscribe, gate.isClosed)
  const session = useSession()
  const { data } = useQuery(ViewerQuery, { fetchPolicy: 'cache-only' })
  const viewer = asPerson(readFragment(ViewerFragment, data?.viewer))
  const demonstration = useQuery(DemonstrationSignInsQuery, { skip: !closed })
  if (!closed || !viewer) return null
  const { name } = viewer.staff
  const signInName = `${viewer.staff.signInName}@${viewer.organization.code}`
  const self = demonstration.data?.demonstrationSignIns.filter((person) => person.signInName === signInName)
  return (
    <Dialog open title={say('title')}>
      <Stack gap={4}>
        <p>{say('kept', { name })}</p>
        {self?.length ? (
          <DemonstrationPeople people={self} onSignedIn={session.resume} />
        ) : (
          <SignInForm only={signInName} onSignedIn={session.resume} />
        )}
        <div>
          <Button type="text" onClick={session.leave}>
            {say('other')}
          </Button>
        </div>
      </Stack>
    </Dialog>
  )
}
