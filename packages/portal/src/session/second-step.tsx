import { ACCOUNT_INPUTS, type FactorKind } from '@steward/domain'
import { Button, Field, Form, Input, Stack } from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import { CompleteSignInMutation, type SignedInViewer } from './viewer-documents.ts'

const texts = messages({
  form: { zh: '第二步验证', en: 'Second step' },
  code: { zh: '验证码', en: 'Code' },
  codeHint: {
    zh: '打开手机上的验证器应用，输入它显示的 6 位数字',
    en: 'Open the authenticator app and type the six digits that it shows',
  },
  recovery: { zh: '备用码', en: 'Recovery code' },
  recoveryHint: {
    zh: '纸上的一个备用码，用过即作废',
    en: 'One of the codes on your paper; each is good once',
  },
  verb: { zh: '登录', en: 'Sign in' },
  noPhone: { zh: '手机不在身边，用备用码', en: 'No phone at hand: use a recovery code' },
  withApp: { zh: '用验证器应用', en: 'Use the authenticator app' },
  back: { zh: '返回', en: 'Back' },
})

interface SecondStepProps {
  readonly methods: readonly FactorKind[]
  readonly onSignedIn: (viewer: SignedInViewer) => void
  readonly onBack: () => void
}

/** After the right password: the code of the app, or one from the paper. */
export function SecondStep({ methods, onSignedIn, onBack }: SecondStepProps) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const complete = useAct(CompleteSignInMutation)
  const hasApp = methods.includes('ONE_TIME_CODE')
  const [onPaper, setOnPaper] = useState(!hasApp)
  return (
    <Stack gap={4}>
      {methods.includes('PASSKEY') && <PasskeySignIn onSignedIn={onSignedIn} />}
      <Form<{ code: string }>
        key={String(onPaper)}
        label={say('form')}
        verb={say('verb')}
        onCancel={onBack}
        check={(values) => check(ACCOUNT_INPUTS.completeSignIn, values)}
        onSubmit={async (values) => {
          const { done, refused, refusal } = await complete(values)
          if (done) onSignedIn(done)
          return refusal && 'reason' in refusal && refusal.reason === 'codeFits'
            ? { fields: { code: refusal.message } }
            : refused
        }}
      >
        <Field
          name="code"
          label={say(onPaper ? 'recovery' : 'code')}
          hint={say(onPaper ? 'recoveryHint' : 'codeHint')}
          required
        >
          <Input
            size="large"
            autoFocus
            autoComplete={onPaper ? 'off' : 'one-time-code'}
            inputMode={onPaper ? 'text' : 'numeric'}
            spellCheck={false}
          />
        </Field>
      </Form>
      {hasApp && (
        <div>
          <Button type="link" onClick={() => setOnPaper(!onPaper)}>
            {say(onPaper ? 'withApp' : 'noPhone')}
          </Button>
        </div>
      )}
    </Stack>
  )
}
