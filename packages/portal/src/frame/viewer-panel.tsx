import { PERMISSION_LABELS, ROLE_LABELS, type Permission } from '@steward/domain'
import { DescriptionList, Inline, Panel, Stack, StatusTag, type Description } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'

const texts = messages({
  who: { zh: '我是谁', en: 'Who I am' },
  name: { zh: '姓名', en: 'Name' },
  signInName: { zh: '登录名', en: 'Sign-in name' },
  position: { zh: '岗位', en: 'Position' },
  department: { zh: '部门', en: 'Department' },
  organization: { zh: '企业', en: 'Organization' },
  roles: { zh: '角色', en: 'Roles' },
  may: { zh: '我可以做什么', en: 'What I may do' },
  count: { zh: '{{count}} 项权限', en: { one: '{{count}} permission', other: '{{count}} permissions' } },
  other: { zh: '其他', en: 'Other' },
})

/** The viewer as the server sees them: who, for whom, in which roles, with which permissions. */
export function ViewerPanel() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { staff, organization, roles, permissions } = useViewer()
  const labels = permissions
    .flatMap((name) => (name in PERMISSION_LABELS ? [PERMISSION_LABELS[name as Permission]] : []))
    .map(sayWord)
  return (
    <Stack gap={4}>
      <Panel title={say('who')}>
        <DescriptionList
          items={[
            { label: say('name'), value: staff.name },
            { label: say('position'), value: staff.position },
            { label: say('department'), value: staff.department?.name },
            { label: say('organization'), value: organization.name },
            { label: say('signInName'), value: `${staff.signInName}@${organization.code}` },
            {
              label: say('roles'),
              value: <Tags tone="primary" words={roles.map((role) => sayWord(ROLE_LABELS[role]))} />,
            },
          ]}
        />
      </Panel>
      <Panel
        title={say('may')}
        actions={<span className="st-quiet">{say('count', { count: labels.length })}</span>}
      >
        <DescriptionList items={byArea(labels, say('other'))} min={360} />
      </Panel>
    </Stack>
  )
}

function Tags({
  words,
  tone = 'neutral',
}: {
  readonly words: readonly string[]
  readonly tone?: 'neutral' | 'primary'
}) {
  return (
    <Inline gap={1}>
      {words.map((word) => (
        <StatusTag key={word} tone={tone}>
          {word}
        </StatusTag>
      ))}
    </Inline>
  )
}

/** Permission labels read "area: act"; the acts of an area belong together. */
function byArea(labels: readonly string[], other: string): Description[] {
  const areas = new Map<string, string[]>()
  for (const label of labels) {
    const [, area = other, act = label] = /^(.+?)[:：]\s*(.+)$/.exec(label) ?? []
    areas.set(area, [...(areas.get(area) ?? []), act])
  }
  return [...areas].map(([label, acts]) => ({ label, value: <Tags words={acts} />, wide: acts.length > 6 }))
}
