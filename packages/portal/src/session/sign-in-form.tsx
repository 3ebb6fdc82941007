import type { FactorKind } from '@steward/domain'
import { Field, Form, Input } from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { SecondStep } from './second-step.tsx'
import { SignInMutation, type SignedInViewer } from './viewer-documents.ts'

const texts = messages({
  form: { zh: '登录', en: 'Sign in' },
  signInName: { zh: '登录名', en: 'Sign-in name' },
  signInNameHint: {
    zh: '姓名@企业代码，例如 sunli@jinxiu',
    en: 'name@organization-code, for example sunli@jinxiu',
  },
  password: { zh: '密码', en: 'Password' },
  verb: { zh: '登录', en: 'Sign in' },
})

interface SignInFormProps {
  /** Only this person may sign in here: they were here before. */
  readonly only?: string
  /** Filled in already. */
  readonly name?: string | undefined
  readonly onSignedIn: (viewer: SignedInViewer) => void
}

/** Name and password; then the second step, for whoever has set one up. */
export function SignInForm({ only, name: given, onSignedIn }: SignInFormProps) {
  const say = useMessages(texts)
  const signIn = useAct(SignInMutation)
  const [name, setName] = useState(only ?? given)
  const [methods, setMethods] = useState<readonly FactorKind[]>()
  if (methods)
    return <SecondStep methods={methods} onSignedIn={onSignedIn} onBack={() => setMethods(undefined)} />
  return (
    <Form<{ signInName: string; password: string }>
      label={say('form')}
      verb={say('verb')}
      initial={name ? { signInName: name } : {}}
      onSubmit={async ({ signInName, password }) => {
        const { done, refused, refusal } = await signIn({ signInName: signInName.trim(), password })
        if (done) onSignedIn(done)
        if (refusal?.__typename !== 'SecondFactorRequiredError') return refused
        setName(signInName)
        setMethods(refusal.methods)
        return undefined
      }}
    >
      <Field
        name="signInName"
        label={say('signInName')}
        required
        {...(only ? {} : { hint: say('signInNameHint') })}
      >
        <Input
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          disabled={only !== undefined}
          size="large"
        />
      </Field>
      <Field name="password" label={say('password')} required>
        <Input.Password autoComplete="current-password" size="large" />
      </Field>
    </Form>
  )
}
