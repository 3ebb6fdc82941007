import { ROLE_DUTY_TEXTS, ROLE_LABELS, STAFF_INPUTS, STAFF_ROLES, type Role } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMessages, useSay, useViewer } from '@steward/portal'
import { Field, Form, Input, Select } from '@steward/ui'
import { useState } from 'react'
import type { Account } from './hand-over.tsx'
import { makePassword, NewPasswordInput } from './new-password.tsx'

const Hire = graphql(/* GraphQL */ `
  mutation HireStaff($input: HireStaffInput!) {
    hireStaff(input: $input) {
      ... on Staff {
        id
        name
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
  form: { zh: '录用员工', en: 'Hire' },
  verb: { zh: '录用', en: 'Hire' },
  name: { zh: '姓名', en: 'Name' },
  signInName: { zh: '登录名', en: 'Sign-in name' },
  signInNameHint: {
    zh: '登录时写作“登录名@{{code}}”；录用后不能更改。',
    en: 'Signs in as “name@{{code}}”; cannot be changed later.',
  },
  taken: { zh: '这个登录名已经有人用了。', en: 'Somebody has this sign-in name already.' },
  position: { zh: '岗位', en: 'Position' },
  department: { zh: '部门', en: 'Department' },
  roles: { zh: '角色', en: 'Roles' },
  rolesHint: { zh: '可多选，权限取并集；以后随时可调。', en: 'Several are possible; rights add up.' },
  password: { zh: '初始密码', en: 'First password' },
  passwordHint: {
    zh: '至少 15 个字符。录用后只显示一次。',
    en: 'At least 15 characters. Shown once after hiring.',
  },
})

interface Values {
  readonly name: string
  readonly signInName: string
  readonly position?: string
  readonly departmentId?: string | null
  readonly roles: Role[]
  readonly password: string
}

interface HireStaffProps {
  readonly departments: readonly {
    readonly id: string
    readonly name: string
    readonly archivedAt: string | null
  }[]
  readonly onCancel: () => void
  readonly onHired: (account: Account & { readonly id: string }) => void
}

/** Takes somebody on. */
export function HireStaff({ departments, onCancel, onHired }: HireStaffProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { organization } = useViewer()
  const hire = useAct(Hire)
  const check = useCheckInput()
  const [initial] = useState(() => ({ roles: [], password: makePassword() }))
  return (
    <Form<Values>
      label={say('form')}
      verb={say('verb')}
      initial={initial}
      onCancel={onCancel}
      check={(values) => check(STAFF_INPUTS.hire, values)}
      onSubmit={async ({ position, departmentId, ...values }) => {
        const { done, refused, refusal } = await hire({
          ...values,
          ...(position ? { position } : {}),
          ...(departmentId ? { departmentId } : {}),
        })
        if (refusal?.code === 'DUPLICATE') return { fields: { signInName: say('taken') } }
        if (done) onHired({ ...done, password: values.password })
        return refused
      }}
    >
      <Field name="name" label={say('name')} required>
        <Input autoComplete="off" />
      </Field>
      <Field
        name="signInName"
        label={say('signInName')}
        hint={say('signInNameHint', { code: organization.code })}
        required
      >
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field name="departmentId" label={say('department')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={departments
            .filter(({ archivedAt }) => archivedAt === null)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field name="position" label={say('position')}>
        <Input autoComplete="off" />
      </Field>
      <Field name="roles" label={say('roles')} hint={say('rolesHint')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={STAFF_ROLES.map((role) => ({
            value: role,
            label: sayWord(ROLE_LABELS[role]),
            title: sayWord(ROLE_DUTY_TEXTS[role]),
          }))}
        />
      </Field>
      <Field name="password" label={say('password')} hint={say('passwordHint')} required>
        <NewPasswordInput />
      </Field>
    </Form>
  )
}
