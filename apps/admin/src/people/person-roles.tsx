import {
  hasPermission,
  PERMISSION_LABELS,
  PERMISSIONS,
  ROLE_DUTY_TEXTS,
  ROLE_LABELS,
  STAFF_ROLES,
  type Role,
} from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useFreshAct, useMay, useMessages, useSay, useViewer } from '@steward/portal'
import {
  Alert,
  Button,
  ConfirmDialog,
  Disclosure,
  Inline,
  Panel,
  Stack,
  StatusTag,
  SwitchList,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'

const Parts = graphql(/* GraphQL */ `
  fragment PersonRoles on Staff {
    id
    name
    roles
    version
  }
`)

const Assign = graphql(/* GraphQL */ `
  mutation AssignRoles($input: AssignRolesInput!) {
    assignRoles(input: $input) {
      ... on Staff {
        id
        ...PersonRoles
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const texts = messages({
  title: { zh: '角色', en: 'Roles' },
  list: { zh: '角色开关', en: 'Roles, each on or off' },
  own: { zh: '不能取消自己的系统管理员角色。', en: 'Nobody takes the administrator role from themselves.' },
  save: { zh: '保存角色', en: 'Save the roles' },
  discard: { zh: '放弃改动', en: 'Discard' },
  saved: {
    zh: '{{name}} 的角色已更新，立即生效。',
    en: 'The roles of {{name}} are changed; they hold at once.',
  },
  gains: {
    zh: '将获得 {{count}} 项权限',
    en: { one: 'Gains {{count}} permission', other: 'Gains {{count}} permissions' },
  },
  loses: {
    zh: '将失去 {{count}} 项权限',
    en: { one: 'Loses {{count}} permission', other: 'Loses {{count}} permissions' },
  },
  none: { zh: '权限不变', en: 'The permissions stay the same' },
  grant: { zh: '让{{name}}成为系统管理员？', en: 'Make {{name}} an administrator?' },
  grantText: {
    zh: '系统管理员可以改变所有人的角色、密码和核决权限。',
    en: 'An administrator changes the roles, passwords and limits of everybody.',
  },
  revoke: { zh: '取消{{name}}的系统管理员角色？', en: 'Take the administrator role from {{name}}?' },
  revokeText: {
    zh: '对方已打开的页面立即失去管理权限。',
    en: 'Their open pages lose these rights at once.',
  },
})

interface PersonRolesProps {
  readonly person: FragmentType<typeof Parts>
  readonly onReload: () => Promise<unknown>
}

const sameSet = (a: readonly Role[], b: readonly Role[]) =>
  a.length === b.length && a.every((it) => b.includes(it))
const permissionsOf = (roles: readonly Role[]) => PERMISSIONS.filter((it) => hasPermission({ roles }, it))

/** Every role with what it answers for, on or off. Nothing happens until it is saved; until then one sees what would. */
export function PersonRoles({ person, onReload }: PersonRolesProps) {
  const { id, name, roles, version } = readFragment(Parts, person)
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()('staff:assignRoles')
  const notify = useNotify()
  const viewer = useViewer()
  const assign = useFreshAct(Assign, onReload)
  const [draft, setDraft] = useState<readonly Role[]>()
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const wanted = draft ?? roles
  const changed = !sameSet(wanted, roles)
  const administers = wanted.includes('ADMIN')
  const isGraveChange = administers !== roles.includes('ADMIN')

  const save = async () => {
    setBusy(true)
    setProblem(undefined)
    const { done, refused } = await assign({ staffId: id, expectedVersion: version, roles: [...wanted] })
    setBusy(false)
    setAsking(false)
    setProblem(refused?.message)
    if (!done) return
    setDraft(undefined)
    notify.done(say('saved', { name }))
  }
  const items = STAFF_ROLES.map((role) => {
    const own = role === 'ADMIN' && id === viewer.staff.id && roles.includes('ADMIN')
    return {
      key: role,
      label: sayWord(ROLE_LABELS[role]),
      note: own ? say('own') : sayWord(ROLE_DUTY_TEXTS[role]),
      on: wanted.includes(role),
      fixed: !may || own,
      changed: wanted.includes(role) !== roles.includes(role),
    }
  })
  return (
    <Panel title={say('title')} flush>
      <SwitchList
        label={say('list')}
        items={items}
        onSwitch={(key, on) =>
          setDraft(on ? [...wanted, key as Role] : wanted.filter((role) => role !== key))
        }
      />
      {(changed || problem) && (
        <div className="st-panel-foot">
          <Stack gap={3}>
            {problem && <Alert type="error" showIcon title={problem} role="alert" />}
            {changed && <Consequences before={roles} after={wanted} />}
            <Inline>
              <Button
                type="primary"
                loading={busy}
                disabled={!changed}
                onClick={() => (isGraveChange ? setAsking(true) : void save())}
              >
                {say('save')}
              </Button>
              <Button
                disabled={busy}
                onClick={() => {
                  setDraft(undefined)
                  setProblem(undefined)
                }}
              >
                {say('discard')}
              </Button>
            </Inline>
          </Stack>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={say(administers ? 'grant' : 'revoke', { name })}
        verb={say('save')}
        danger
        onConfirm={save}
        onCancel={() => setAsking(false)}
      >
        {say(administers ? 'grantText' : 'revokeText')}
      </ConfirmDialog>
    </Panel>
  )
}

/** What the person could then do, and no longer do: POLICY is the same here and on the server. */
function Consequences({
  before,
  after,
}: {
  readonly before: readonly Role[]
  readonly after: readonly Role[]
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [held, wanted] = [permissionsOf(before), permissionsOf(after)]
  const gained = wanted.filter((it) => !held.includes(it))
  const lost = held.filter((it) => !wanted.includes(it))
  if (gained.length + lost.length === 0) return <span className="st-quiet">{say('none')}</span>
  const lists = [
    { key: 'gains', permissions: gained, tone: 'good' },
    { key: 'loses', permissions: lost, tone: 'warn' },
  ] as const
  return (
    <div>
      {lists
        .filter(({ permissions }) => permissions.length > 0)
        .map(({ key, permissions, tone }) => (
          <Disclosure key={key} summary={say(key, { count: permissions.length })}>
            {() => (
              <Inline gap={1}>
                {permissions.map((permission) => (
                  <StatusTag key={permission} tone={tone}>
                    {sayWord(PERMISSION_LABELS[permission])}
                  </StatusTag>
                ))}
              </Inline>
            )}
          </Disclosure>
        ))}
    </div>
  )
}
