import { ACCOUNT_INPUTS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { Alert, Button, Field, Form, Input, Stack } from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages } from '../i18n/messages.ts'

const RequestPasswordReset = graphql(/* GraphQL */ `
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      ... on PasswordResetRequested {
        requested
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

const texts = messages({
  form: { zh: '找回密码', en: 'Password forgotten' },
  hint: {
    zh: '填登录名，我们把一次性链接发到您登记的邮箱。',
    en: 'Give your sign-in name: a one-time link goes to the mail address that you left with us.',
  },
  signInName: { zh: '登录名', en: 'Sign-in name' },
  signInNameHint: {
    zh: '姓名@企业代码，例如 sunli@jinxiu',
    en: 'name@organization-code, for example sunli@jinxiu',
  },
  verb: { zh: '发送链接', en: 'Send the link' },
  sent: { zh: '请查收邮件', en: 'Look into your mail' },
  sentText: {
    zh: '如果有 {{name}} 这个账号并登记了邮箱，几分钟内会收到链接，两小时内有效，只能用一次。',
    en: 'If there is an account {{name}} with a mail address, a link arrives within minutes. It is good once, for two hours.',
  },
  notArrived: {
    zh: '没有收到？看看垃圾邮件；没有登记邮箱的，请系统管理员当面给您一个一次性链接。',
    en: 'Nothing there? Look among the spam; where you left no address, ask your administrator for a one-time link.',
  },
  back: { zh: '返回登录', en: 'Back to signing in' },
})

interface ForgottenPasswordProps {
  /** As typed so far. */
  readonly name: string | undefined
  readonly onBack: () => void
}

/** Asks for a link by mail. What it says is the same for everybody, whether or not there is such a person. */
export function ForgottenPassword({ name, onBack }: ForgottenPasswordProps) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const ask = useAct(RequestPasswordReset)
  const [asked, setAsked] = useState<string>()
  return (
    <Stack gap={4}>
      {asked === undefined ? (
        <>
          <p className="st-quiet">{say('hint')}</p>
          <Form<{ signInName: string }>
            label={say('form')}
            verb={say('verb')}
            initial={name ? { signInName: name } : {}}
            check={(values) => check(ACCOUNT_INPUTS.requestPasswordReset, values)}
            onSubmit={async ({ signInName }) => {
              const { done, refused } = await ask({ signInName: signInName.trim() })
              if (done) setAsked(signInName.trim())
              return refused
            }}
          >
            <Field name="signInName" label={say('signInName')} hint={say('signInNameHint')} required>
              <Input
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                size="large"
                autoFocus
              />
            </Field>
          </Form>
        </>
      ) : (
        <>
          <Alert
            type="info"
            showIcon
            role="status"
            title={say('sent')}
            description={say('sentText', { name: asked })}
          />
          <p className="st-quiet">{say('notArrived')}</p>
        </>
      )}
      <div>
        <Button type="link" onClick={onBack}>
          {say('back')}
        </Button>
      </div>
    </Stack>
  )
}
