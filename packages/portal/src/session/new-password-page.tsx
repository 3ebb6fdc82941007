import { ACCOUNT_INPUTS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { Field, Form, Input, Stack } from '@steward/ui'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages } from '../i18n/messages.ts'

const UsePasswordResetMutation = graphql(/* GraphQL */ `
  mutation UsePasswordReset($input: UsePasswordResetInput!) {
    usePasswordReset(input: $input) {
      ... on PasswordResetUsed {
        signInName
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
  form: { zh: '设置新密码', en: 'Set a new password' },
  hint: {
    zh: '链接只能用一次。设好以后，所有设备上的登录都会退出，请用新密码登录。',
    en: 'The link is good once. Afterwards every device is signed out: sign in with the new password.',
  },
  password: { zh: '新密码', en: 'New password' },
  passwordHint: { zh: '至少 15 个字符，可以是一句话', en: 'At least 15 characters; a sentence will do' },
  again: { zh: '再输一次新密码', en: 'New password once more' },
  differs: { zh: '两次输入的新密码不一样。', en: 'The two new passwords differ.' },
})

interface NewPasswordProps {
  readonly token: string
  /** The name to sign in with, once the password is set. */
  readonly onSet: (signInName: string) => void
}

/** Where a one-time link leads. */
export function NewPassword({ token, onSet }: NewPasswordProps) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const use = useAct(UsePasswordResetMutation)
  return (
    <Stack gap={4}>
      <p className="st-quiet">{say('hint')}</p>
      <Form<{ password: string; again: string }>
        label={say('form')}
        verb={say('form')}
        check={({ password, again }) => ({
          ...check(ACCOUNT_INPUTS.usePasswordReset, { token, password }),
          ...(again === password ? {} : { again: say('differs') }),
        })}
        onSubmit={async ({ password }) => {
          const { done, refused } = await use({ token, password })
          if (done) onSet(done.signInName)
          return refused
        }}
      >
        <Field name="password" label={say('password')} hint={say('passwordHint')} required>
          <Input.Password autoComplete="new-password" />
        </Field>
        <Field name="again" label={say('again')} required>
          <Input.Password autoComplete="new-password" />
        </Field>
      </Form>
    </Stack>
  )
}

/** The secret of a one-time link in this page's address, behind the #. */
export const resetToken = (hash: string): string | undefined => /^#reset=([\w-]{40,})$/.exec(hash)?.[1]
