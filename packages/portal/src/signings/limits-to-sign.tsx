import { CAUSE_LABELS, CAUSES, LIMITED_ROLES, ROLE_LABELS, type Cause, type Role } from '@steward/domain'
import type { RevisionToSeeFragment } from '@steward/graphql-client'
import { DescriptionList, MatrixCell, MatrixTable, Money, Stack, useIsPhone } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'

const texts = messages({
  matrix: { zh: '核决权限表：岗位与原因', en: 'Authority matrix: role by cause' },
  corner: { zh: '岗位', en: 'Role' },
  general: { zh: '一般', en: 'General' },
  asGeneral: { zh: '同一般', en: 'as in general' },
  none: { zh: '无权', en: 'none' },
})

type Limits = NonNullable<RevisionToSeeFragment['limits']>

/** The table of limits to read: every role against the causes that have a limit of their own. */
export function LimitsToSign({ limits }: { readonly limits: Limits }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const phone = useIsPhone()
  const { currency } = useViewer().organization
  const causes = [null, ...CAUSES.filter((cause) => limits.some((it) => it.cause === cause))]
  // Who may approve most stands lowest, as in the document.
  const roles = LIMITED_ROLES.toReversed().filter((role) => limits.some((it) => it.role === role))
  const nameOf = (cause: Cause | null) => (cause ? sayWord(CAUSE_LABELS[cause]) : say('general'))
  const own = (role: Role, cause: Cause | null) =>
    limits.find((it) => it.role === role && it.cause === cause)?.limitMinor
  const told = (role: Role, cause: Cause | null) => {
    const minor = own(role, cause)
    if (minor !== undefined) return <Money minor={minor} currency={currency} />
    return cause === null || own(role, null) === undefined ? say('none') : say('asGeneral')
  }
  const cell = (role: Role, cause: Cause | null) => (
    <MatrixCell
      label={`${sayWord(ROLE_LABELS[role])}, ${nameOf(cause)}`}
      value={told(role, cause)}
      own={own(role, cause) !== undefined}
    />
  )
  if (phone)
    return (
      <Stack gap={3}>
        {roles.map((role) => (
          <Stack key={role} gap={1}>
            <h4 className="st-strong">{sayWord(ROLE_LABELS[role])}</h4>
            <DescriptionList
              items={causes
                .filter((cause) => cause === null || own(role, cause) !== undefined)
                .map((cause) => ({ label: nameOf(cause), value: told(role, cause) }))}
            />
          </Stack>
        ))}
      </Stack>
    )
  return (
    <MatrixTable
      label={say('matrix')}
      corner={say('corner')}
      columns={causes.map((cause) => ({ key: cause ?? '', label: nameOf(cause) }))}
      rows={roles.map((role) => ({ key: role, label: sayWord(ROLE_LABELS[role]) }))}
      cell={(role, key) => cell(role as Role, causes.find((it) => (it ?? '') === key) ?? null)}
    />
  )
}
