import { ACCOUNT_INPUTS, DEFAULT_GRACE_DAYS, ROLE_LABELS, STAFF_ROLES, type Role } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMessages, useSay, useViewer } from '@steward/portal'
import {
  absoluteTime,
  Alert,
  Field,
  Form,
  InputNumber,
  Select,
  useFieldValue,
  useNow,
  useUi,
} from '@steward/ui'
import { MOST_NAMED, usePeopleConcerned } from './people-concerned.ts'

const SetRequirement = graphql(/* GraphQL */ `
  mutation SetFactorPolicy($input: SetFactorPolicyInput!) {
    setFactorPolicy(input: $input) {
      ... on FactorPolicySet {
        role
        graceDays
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
  form: { zh: '登录要求', en: 'Sign-in requirement' },
  verb: { zh: '保存', en: 'Save' },
  role: { zh: '角色', en: 'Role' },
  grace: { zh: '宽限天数', en: 'Days of grace' },
  graceHint: {
    zh: '从开始要求之日起算；以后入职的人从入职之日起算。0 表示立即。',
    en: 'From the day it is asked for; for those who come later, from their first day. 0: at once.',
  },
  nobody: {
    zh: '现在没有人担任此角色；以后担任的人须设置登录验证。',
    en: 'Nobody holds this role now; whoever will must set up a second factor.',
  },
  all: {
    zh: '担任此角色的 {{everybody}} 人都已设置登录验证，不受影响。',
    en: 'People in this role: {{everybody}}. All have a second factor: nothing changes for them.',
  },
  some: {
    zh: '担任此角色的有 {{everybody}} 人，其中 {{without}} 人还没有设置：{{names}}。',
    en: 'People in this role: {{everybody}}. Without a second factor: {{without}} – {{names}}.',
  },
  more: { zh: '{{names}}等', en: '{{names}} and others' },
  later: {
    zh: '他们最晚须在 {{due}} 前设好。到期仍未设置的，再登录时只能设置登录验证，做不了别的事。',
    en: 'They have until {{due}}. Whoever has none by then can, on signing in again, set one up and do nothing else.',
  },
  now: {
    zh: '他们下次登录时只能先设置登录验证，设好之前做不了别的事。',
    en: 'When they sign in next, they can set one up and do nothing else before.',
  },
  yourself: {
    zh: '其中有您自己：请先在“账号安全”里设置。',
    en: 'You are among them: set up your own first, under “Account security”.',
  },
})

interface Values {
  readonly role?: Role
  readonly graceDays?: number
}

/** A row of the policy as it stands. */
export interface Requirement {
  readonly role: Role
  /** ISO instant. */
  readonly since: string
  readonly graceDays: number
}

interface RequirementFormProps {
  /** Being changed; undefined: a role is asked for the first time. */
  readonly present: Requirement | undefined
  readonly taken: readonly Role[]
  readonly onCancel: () => void
  readonly onSaved: () => void
}

/** Asks a role for a second factor; what it will mean, and for whom, stands above the button. */
export function RequirementForm({ present, taken, onCancel, onSaved }: RequirementFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const set = useAct(SetRequirement)
  return (
    <Form<Values>
      label={say('form')}
      verb={say('verb')}
      initial={present ?? { graceDays: DEFAULT_GRACE_DAYS }}
      onCancel={onCancel}
      check={(values) => check(ACCOUNT_INPUTS.setFactorPolicy, values)}
      onSubmit={async ({ role, graceDays }) => {
        const { done, refused } = await set({ role: role!, graceDays: graceDays! })
        if (done) onSaved()
        return refused
      }}
    >
      <Field name="role" label={say('role')} required>
        <Select
          disabled={present !== undefined}
          showSearch={{ optionFilterProp: 'label' }}
          options={STAFF_ROLES.filter((role) => role === present?.role || !taken.includes(role)).map(
            (role) => ({
              value: role,
              label: sayWord(ROLE_LABELS[role]),
            }),
          )}
        />
      </Field>
      <Field name="graceDays" label={say('grace')} hint={say('graceHint')} required>
        <InputNumber min={0} max={90} precision={0} />
      </Field>
      <Consequence since={present?.since} />
    </Form>
  )
}

const DAY = 86_400_000

/** Whom the values in the form concern, and from when. */
function Consequence({ since }: { readonly since: string | undefined }) {
  const say = useMessages(texts)
  const { locale, timeZone } = useUi()
  const { staff } = useViewer()
  const now = useNow()
  const role = useFieldValue<Role>('role')
  const graceDays = useFieldValue<number | null>('graceDays')
  const people = usePeopleConcerned(role)
  if (!people || typeof graceDays !== 'number') return null
  const { everybody, without, names, ids } = people
  if (everybody === 0) return <Alert type="info" showIcon role="status" title={say('nobody')} />
  if (without === 0) return <Alert type="info" showIcon role="status" title={say('all', { everybody })} />
  const listed = names.join(locale === 'en' ? ', ' : '、')
  const due = (since ? Date.parse(since) : now) + graceDays * DAY
  const sentences = [
    say('some', {
      everybody,
      without,
      names: without > MOST_NAMED ? say('more', { names: listed }) : listed,
    }),
    due > now ? say('later', { due: absoluteTime(new Date(due), locale, timeZone) }) : say('now'),
    ...(ids.includes(staff.id) ? [say('yourself')] : []),
  ]
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={sentences[0]}
      description={sentences.slice(1).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    />
  )
}
