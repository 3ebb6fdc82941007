import { CAUSE_LABELS, CAUSES, LIMITED_ROLES, ROLE_LABELS, type Cause, type Role } from '@steward/domain'
import type { RevisionToSeeFragment } from '@steward/graphql-client'
import {
  ChangeTable,
  DescriptionList,
  MatrixCell,
  MatrixTable,
  Money,
  moneyText,
  Stack,
  useIsPhone,
  useUi,
} from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'

const texts = messages({
  matrix: { zh: '核决权限表：岗位与原因', en: 'Authority matrix: role by cause' },
  corner: { zh: '岗位', en: 'Role' },
  general: { zh: '一般', en: 'General' },
  asGeneral: { zh: '同一般', en: 'as in general' },
  none: { zh: '无权', en: 'none' },
  falls: { zh: '同一般（{{amount}}）', en: 'as in general ({{amount}})' },
  changes: { zh: '改动的限额', en: 'Limits that change' },
  what: { zh: '岗位与原因', en: 'Role and cause' },
  before: { zh: '原为', en: 'Before' },
  after: { zh: '改为', en: 'Now' },
})

type Limits = NonNullable<RevisionToSeeFragment['limits']>

const ownLimit = (limits: Limits, role: Role, cause: Cause | null): number | undefined =>
  limits.find((it) => it.role === role && it.cause === cause)?.limitMinor

interface LimitChangesProps {
  readonly before: Limits
  readonly after: Limits
}

/** The cells that are different; one that is taken away falls back to the role's general limit, and says to which sum. */
export function LimitChanges({ before, after }: LimitChangesProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { locale } = useUi()
  const { currency } = useViewer().organization
  const told = (limits: Limits, role: Role, cause: Cause | null): string => {
    const own = ownLimit(limits, role, cause)
    if (own !== undefined) return moneyText(own, currency, locale)
    const general = ownLimit(limits, role, null)
    return general === undefined || cause === null
      ? say('none')
      : say('falls', { amount: moneyText(general, currency, locale) })
  }
  const cells = LIMITED_ROLES.toReversed().flatMap((role) =>
    [null, ...CAUSES]
      .filter((cause) => ownLimit(before, role, cause) !== ownLimit(after, role, cause))
      .map((cause) => ({ role, cause })),
  )
  return (
    <ChangeTable
      label={say('changes')}
      heads={{ what: say('what'), before: say('before'), after: say('after') }}
      rows={cells.map(({ role, cause }) => ({
        key: `${role}.${cause}`,
        label: `${sayWord(ROLE_LABELS[role])} · ${cause ? sayWord(CAUSE_LABELS[cause]) : say('general')}`,
        before: told(before, role, cause),
        after: told(after, role, cause),
      }))}
    />
  )
}

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
  const own = (role: Role, cause: Cause | null) => ownLimit(limits, role, cause)
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
