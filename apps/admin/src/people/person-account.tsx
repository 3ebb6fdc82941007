import { STAFF_INPUTS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useCheckInput, useFreshAct, useMay, useMessages, useViewer } from '@steward/portal'
import { Alert, Button, ConfirmDialog, Field, Form, Panel, Sheet, Stack, useNotify } from '@steward/ui'
import { useState } from 'react'
import { HandOver } from './hand-over.tsx'
import { makePassword, NewPasswordInput } from './new-password.tsx'

const Parts = graphql(/* GraphQL */ `
  fragment PersonAccount on Staff {
    id
    name
    signInName
    disabledAt
    version
  }
`)

const Disable = graphql(/* GraphQL */ `
  mutation DisableStaff($input: DisableStaffInput!) {
    disableStaff(input: $input) {
      ... on Staff {
        id
        ...PersonAccount
        ...PersonParticulars
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const Enable = graphql(/* GraphQL */ `
  mutation EnableStaff($input: EnableStaffInput!) {
    enableStaff(input: $input) {
      ... on Staff {
        id
        ...PersonAccount
        ...PersonParticulars
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

const Reset = graphql(/* GraphQL */ `
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      ... on Staff {
        id
        ...PersonAccount
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
  title: { zh: '账号', en: 'Account' },
  own: {
    zh: '这是您自己的账号，请由另一位管理员停用或重置。',
    en: 'This is your own account: another administrator has to disable or reset it.',
  },
  reset: { zh: '重置密码', en: 'Reset the password' },
  resetHint: {
    zh: '重置后，{{name}}在所有设备上立即退出，须用新密码登录。',
    en: '{{name}} is signed out on all devices at once and signs in with the new password.',
  },
  password: { zh: '新密码', en: 'New password' },
  disable: { zh: '停用账号', en: 'Disable the account' },
  disableAsk: { zh: '停用{{name}}的账号？', en: 'Disable the account of {{name}}?' },
  disableText: {
    zh: '对方在所有设备上立即退出，不能再登录。经办过的事情和签核记录都保留。',
    en: 'They are signed out on all devices at once and cannot sign in any more. What they did and signed stays.',
  },
  disabled: { zh: '{{name}}的账号已停用', en: 'The account of {{name}} is disabled' },
  enable: { zh: '重新启用', en: 'Enable again' },
  enabled: { zh: '{{name}}可以重新登录了', en: '{{name}} can sign in again' },
})

interface PersonAccountProps {
  readonly person: FragmentType<typeof Parts>
  readonly onReload: () => Promise<unknown>
}

/** Whether somebody can come in, and with what. */
export function PersonAccount({ person, onReload }: PersonAccountProps) {
  const it = readFragment(Parts, person)
  const say = useMessages(texts)
  const may = useMay()
  const { staff } = useViewer()
  const [doing, setDoing] = useState<'reset' | 'disable'>()
  const [password, setPassword] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const notify = useNotify()
  const disable = useFreshAct(Disable, onReload)
  const enable = useFreshAct(Enable, onReload)
  const seen = { staffId: it.id, expectedVersion: it.version }
  if (!may('staff:disable') && !may('staff:resetPassword')) return null
  if (staff.id === it.id) return <Panel title={say('title')}>{say('own')}</Panel>

  const carryOut = async (act: typeof disable | typeof enable, done: 'disabled' | 'enabled') => {
    const outcome = await act(seen)
    setDoing(undefined)
    const reasons = Object.values(outcome.refused?.fields ?? {})
    setProblem(reasons.length > 0 ? reasons.join(' ') : outcome.refused?.message)
    if (outcome.done) notify.done(say(done, { name: it.name }))
  }
  return (
    <Panel title={say('title')}>
      <Stack gap={3}>
        {problem && <Alert type="error" showIcon title={problem} role="alert" />}
        {may('staff:resetPassword') && (
          <Button block onClick={() => setDoing('reset')}>
            {say('reset')}
          </Button>
        )}
        {it.disabledAt ? (
          <Button block onClick={() => void carryOut(enable, 'enabled')}>
            {say('enable')}
          </Button>
        ) : (
          <Button block danger onClick={() => setDoing('disable')}>
            {say('disable')}
          </Button>
        )}
      </Stack>
      <ConfirmDialog
        open={doing === 'disable'}
        title={say('disableAsk', { name: it.name })}
        verb={say('disable')}
        danger
        onConfirm={() => carryOut(disable, 'disabled')}
        onCancel={() => setDoing(undefined)}
      >
        {say('disableText')}
      </ConfirmDialog>
      <Sheet open={doing === 'reset'} title={say('reset')} onClose={() => setDoing(undefined)}>
        <ResetPassword
          person={it}
          onReload={onReload}
          onCancel={() => setDoing(undefined)}
          onDone={(made) => {
            setDoing(undefined)
            setPassword(made)
          }}
        />
      </Sheet>
      {password !== undefined && (
        <HandOver account={{ ...it, password }} onDone={() => setPassword(undefined)} />
      )}
    </Panel>
  )
}

interface ResetPasswordProps {
  readonly person: { readonly id: string; readonly name: string; readonly version: number }
  readonly onReload: () => Promise<unknown>
  readonly onCancel: () => void
  readonly onDone: (password: string) => void
}

function ResetPassword({ person, onReload, onCancel, onDone }: ResetPasswordProps) {
  const { id, name, version } = person
  const say = useMessages(texts)
  const check = useCheckInput()
  const reset = useFreshAct(Reset, onReload)
  const [initial] = useState(() => ({ password: makePassword() }))
  const input = (values: { password: string }) => ({ staffId: id, expectedVersion: version, ...values })
  return (
    <Stack gap={4}>
      <p>{say('resetHint', { name })}</p>
      <Form<{ password: string }>
        label={say('reset')}
        verb={say('reset')}
        initial={initial}
        onCancel={onCancel}
        check={(values) => check(STAFF_INPUTS.resetPassword, input(values))}
        onSubmit={async (values) => {
          const { done, refused } = await reset(input(values))
          if (done) onDone(values.password)
          return refused
        }}
      >
        <Field name="password" label={say('password')} required>
          <NewPasswordInput />
        </Field>
      </Form>
    </Stack>
  )
}
