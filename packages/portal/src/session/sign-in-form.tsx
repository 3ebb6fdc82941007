import { Field, Form, Input } from '@steward/ui'
import { useAct } from '../acts/use-act.ts'
import { messages, useMessages } from '../i18n/messages.ts'
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
  readonly onSignedIn: (viewer: SignedInViewer) => void
}

/** Name and password. */
export function SignInForm({ only, onSignedIn }: SignInFormProps) {
  const say = useMessages(texts)
  const signIn = useAct(SignInMutation)
  return (
    <Form<{ signInName: string; password: string }>
      label={say('form')}
      verb={say('verb')}
      initial={only ? { signInName: only } : {}}
      onSubmit={async ({ signInName, password }) => {
        const { done, refused } = await signIn({ signInName: signInName.trim(), password })
        if (done) onSignedIn(done)
        return refused
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
