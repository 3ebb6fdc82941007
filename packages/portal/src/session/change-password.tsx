import { STAFF_INPUTS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { Field, Form, Input, Sheet, Stack, useNotify } from '@steward/ui'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages } from '../i18n/messages.ts'

const ChangePasswordMutation = graphql(/* GraphQL */ `
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      ... on Staff {
        id
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
  title: { zh: '修改密码', en: 'Change the password' },
  hint: {
    zh: '修改后，您在其他设备上的登录会立即失效；这里不受影响。',
    en: 'You are signed out on your other devices at once; here you stay.',
  },
  current: { zh: '原密码', en: 'Present password' },
  wrong: { zh: '原密码不正确。', en: 'This is not your present password.' },
  next: { zh: '新密码', en: 'New password' },
  nextHint: { zh: '至少 15 个字符，可以是一句话', en: 'At least 15 characters; a sentence will do' },
  again: { zh: '再输一次新密码', en: 'New password once more' },
  differs: { zh: '两次输入的新密码不一样。', en: 'The two new passwords differ.' },
  done: { zh: '密码已修改', en: 'The password is changed' },
})

interface Values {
  readonly currentPassword: string
  readonly newPassword: string
  readonly again: string
}

/** One's own password, with the present one. */
export function ChangePassword({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const say = useMessages(texts)
  const notify = useNotify()
  const check = useCheckInput()
  const change = useAct(ChangePasswordMutation)
  return (
    <Sheet open={open} title={say('title')} onClose={onClose}>
      <Stack gap={4}>
        <p className="st-quiet">{say('hint')}</p>
        <Form<Values>
          label={say('title')}
          verb={say('title')}
          onCancel={onClose}
          check={({ again, ...values }) => ({
            ...check(STAFF_INPUTS.changePassword, values),
            ...(again === values.newPassword ? {} : { again: say('differs') }),
          })}
          onSubmit={async ({ currentPassword, newPassword }) => {
            const { done, refused, refusal } = await change({ currentPassword, newPassword })
            if (refusal?.code === 'NOT_ELIGIBLE') return { fields: { currentPassword: say('wrong') } }
            if (done) {
              notify.done(say('done'))
              onClose()
            }
            return refused
          }}
        >
          <Field name="currentPassword" label={say('current')} required>
            <Input.Password autoComplete="current-password" />
          </Field>
          <Field name="newPassword" label={say('next')} hint={say('nextHint')} required>
            <Input.Password autoComplete="new-password" />
          </Field>
          <Field name="again" label={say('again')} required>
            <Input.Password autoComplete="new-password" />
          </Field>
        </Form>
      </Stack>
    </Sheet>
  )
}
