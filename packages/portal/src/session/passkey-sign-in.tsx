import { Alert, Button, KeyIcon, Stack } from '@steward/ui'
import { useState } from 'react'
import { canUsePasskeys, showPasskey } from '../account/passkey.ts'
import { BeginPasskeySignInMutation, SignInWithPasskeyMutation } from '../account/passkey-documents.ts'
import { useAct } from '../acts/use-act.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import type { SignedInViewer } from './viewer-documents.ts'

const texts = messages({
  verb: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
  stopped: {
    zh: '没有完成。可以再试，或用密码登录。',
    en: 'It was not finished. Try again, or use the password.',
  },
})

/** One press, then the device asks for finger, face or PIN. Not offered where the browser cannot. */
export function PasskeySignIn({ onSignedIn }: { readonly onSignedIn: (viewer: SignedInViewer) => void }) {
  const say = useMessages(texts)
  const begin = useAct(BeginPasskeySignInMutation)
  const signIn = useAct(SignInWithPasskeyMutation)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  if (!canUsePasskeys()) return null
  const attempt = async (): Promise<string | undefined> => {
    const begun = await begin({})
    if (!begun.done) return begun.refused.message
    const response = await showPasskey(begun.done.options)
    if (response === undefined) return say('stopped')
    const { done, refused } = await signIn({ response })
    if (done) onSignedIn(done)
    return refused?.message
  }
  const start = async () => {
    setBusy(true)
    setProblem(undefined)
    const refused = await attempt()
    setBusy(false)
    setProblem(refused)
  }
  return (
    <Stack gap={2}>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <div>
        <Button size="large" icon={<KeyIcon aria-hidden />} loading={busy} onClick={() => void start()}>
          {say('verb')}
        </Button>
      </div>
    </Stack>
  )
}
