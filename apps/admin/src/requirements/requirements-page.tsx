import { useQuery } from '@apollo/client/react'
import { ROLE_LABELS, type Role } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { FailureState, messages, useAct, useMay, useMessages, useSay } from '@steward/portal'
import {
  AddIcon,
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  Inline,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Sheet,
  Stack,
  StatusTag,
  useNotify,
  type Column,
} from '@steward/ui'
import { useState } from 'react'
import { usePeopleConcerned } from './people-concerned.ts'
import { RequirementForm, type Requirement } from './requirement-form.tsx'

const Requirements = graphql(/* GraphQL */ `
  query FactorPolicies {
    factorPolicies {
      role
      since
      graceDays
    }
  }
`)

const RemoveRequirement = graphql(/* GraphQL */ `
  mutation RemoveFactorPolicy($input: RemoveFactorPolicyInput!) {
    removeFactorPolicy(input: $input) {
      ... on FactorPolicySet {
        role
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const texts = messages({
  title: { zh: '登录要求', en: 'Sign-in requirements' },
  subtitle: {
    zh: '哪些角色除密码外还须有登录验证（动态验证码或通行密钥），从何时起',
    en: 'Which roles need a second factor beside the password – a one-time code or a passkey – and from when',
  },
  list: { zh: '有登录要求的角色', en: 'Roles with a requirement' },
  add: { zh: '对一个角色提出要求', en: 'Ask it of a role' },
  role: { zh: '角色', en: 'Role' },
  since: { zh: '开始要求', en: 'Asked for since' },
  due: { zh: '在职人员须设好', en: 'Due for present staff' },
  grace: { zh: '宽限', en: 'Grace' },
  days: { zh: '{{days}} 天', en: '{{days}} days' },
  atOnce: { zh: '立即', en: 'At once' },
  people: { zh: '涉及人员', en: 'People' },
  allHave: { zh: '{{everybody}} 人，均已设置', en: '{{everybody}}, all have one' },
  without: { zh: '{{everybody}} 人，{{without}} 人未设置', en: '{{everybody}}, {{without}} without' },
  nobody: { zh: '无人担任', en: 'Nobody' },
  acts: { zh: '操作', en: 'Actions' },
  change: { zh: '修改', en: 'Change' },
  changeOf: { zh: '修改对{{role}}的要求', en: 'Change the requirement of {{role}}' },
  remove: { zh: '取消要求', en: 'Remove' },
  removeOf: { zh: '取消对{{role}}的要求', en: 'Remove the requirement of {{role}}' },
  removeAsk: { zh: '不再要求{{role}}设置登录验证？', en: 'Ask {{role}} for a second factor no more?' },
  removeText: {
    zh: '此后仅凭密码即可登录此角色；已设好的登录验证仍然有效，登录时照样要用。操作记入审计。',
    en: 'A password alone then lets people into this role. Second factors that are set up stay and are still asked for. It is audited.',
  },
  saved: { zh: '登录要求已保存', en: 'The requirement is saved' },
  removed: { zh: '已取消要求', en: 'The requirement is removed' },
  none: { zh: '没有角色有登录要求', en: 'No role has a requirement' },
  noneHint: {
    zh: '任何人仅凭密码即可登录。建议至少对系统管理员和有审批权的角色提出要求。',
    en: 'A password alone lets everybody in. Ask at least administrators and those who approve.',
  },
})

/** Which roles must have a second factor, from when, and how far their people have come. */
export function RequirementsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const notify = useNotify()
  const { data, error, refetch } = useQuery(Requirements, { fetchPolicy: 'cache-and-network' })
  const remove = useAct(RemoveRequirement)
  const [form, setForm] = useState<{ readonly present: Requirement | undefined }>()
  const [leaving, setLeaving] = useState<Role>()
  const columns = useColumns((present) => setForm({ present }), setLeaving)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const rows: readonly Requirement[] = data.factorPolicies
  const carryOut = async (role: Role) => {
    const { done, refused } = await remove({ role })
    setLeaving(undefined)
    if (done) notify.done(say('removed'))
    else notify.failed(refused.message ?? '')
    await refetch()
  }
  return (
    <Stack gap={4}>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          may('factorPolicy:set') && (
            <Button type="primary" icon={<AddIcon />} onClick={() => setForm({ present: undefined })}>
              {say('add')}
            </Button>
          )
        }
      />
      <Panel flush>
        <DataTable
          label={say('list')}
          columns={columns}
          rows={rows}
          rowKey={({ role }) => role}
          empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
        />
      </Panel>
      <Sheet
        open={form !== undefined}
        title={
          form?.present ? say('changeOf', { role: sayWord(ROLE_LABELS[form.present.role]) }) : say('add')
        }
        onClose={() => setForm(undefined)}
      >
        <RequirementForm
          key={form?.present?.role ?? 'new'}
          present={form?.present}
          taken={rows.map(({ role }) => role)}
          onCancel={() => setForm(undefined)}
          onSaved={() => {
            setForm(undefined)
            notify.done(say('saved'))
            void refetch()
          }}
        />
      </Sheet>
      <ConfirmDialog
        open={leaving !== undefined}
        title={leaving ? say('removeAsk', { role: sayWord(ROLE_LABELS[leaving]) }) : ''}
        verb={say('remove')}
        danger
        onConfirm={() => (leaving ? carryOut(leaving) : undefined)}
        onCancel={() => setLeaving(undefined)}
      >
        {say('removeText')}
      </ConfirmDialog>
    </Stack>
  )
}

const DAY = 86_400_000

function useColumns(
  onChange: (present: Requirement) => void,
  onRemove: (role: Role) => void,
): readonly Column<Requirement>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const acts: Column<Requirement> = {
    key: 'acts',
    title: say('acts'),
    align: 'end',
    render: (row) => {
      const role = sayWord(ROLE_LABELS[row.role])
      return (
        <Inline gap={2}>
          <Button size="small" aria-label={say('changeOf', { role })} onClick={() => onChange(row)}>
            {say('change')}
          </Button>
          <Button
            size="small"
            danger
            aria-label={say('removeOf', { role })}
            onClick={() => onRemove(row.role)}
          >
            {say('remove')}
          </Button>
        </Inline>
      )
    },
  }
  return [
    { key: 'role', title: say('role'), card: 'lead', render: ({ role }) => sayWord(ROLE_LABELS[role]) },
    { key: 'people', title: say('people'), card: 'tag', render: ({ role }) => <People role={role} /> },
    { key: 'since', title: say('since'), render: ({ since }) => <Instant at={since} show="absolute" /> },
    {
      key: 'grace',
      title: say('grace'),
      render: ({ graceDays }) => (graceDays === 0 ? say('atOnce') : say('days', { days: graceDays })),
    },
    {
      key: 'due',
      title: say('due'),
      render: ({ since, graceDays }) => (
        <Instant at={new Date(Date.parse(since) + graceDays * DAY).toISOString()} show="both" />
      ),
    },
    ...(may('factorPolicy:set') ? [acts] : []),
  ]
}

/** How many hold the role, and how many of them still have nothing but a password. */
function People({ role }: { readonly role: Role }) {
  const say = useMessages(texts)
  const people = usePeopleConcerned(role)
  if (!people) return <span className="st-quiet">…</span>
  const { everybody, without } = people
  if (everybody === 0) return <span className="st-quiet">{say('nobody')}</span>
  return (
    <StatusTag tone={without === 0 ? 'good' : 'warn'}>
      {without === 0 ? say('allHave', { everybody }) : say('without', { everybody, without })}
    </StatusTag>
  )
}
