import {
  CAUSE_LABELS,
  CAUSES,
  ROLE_LABELS,
  type AuthorityLimit,
  type Cause,
  type Role,
} from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { MatrixTable, Panel, Stack, useIsPhone, type Tone } from '@steward/ui'
import { LimitCell } from './limit-cell.tsx'
import { ROLES_UPWARDS } from './matrix.ts'

const texts = messages({
  matrix: { zh: '核决权限表：岗位与原因', en: 'Authority matrix: role by cause' },
  corner: { zh: '岗位', en: 'Role' },
  general: { zh: '一般', en: 'General' },
  generalNote: { zh: '没有单列的原因', en: 'causes without their own' },
})

/** Null: every cause without a column of its own. */
export const COLUMNS: readonly (Cause | null)[] = [null, ...CAUSES]
export const keyOf = (cause: Cause | null): string => cause ?? 'GENERAL'

interface LimitMatrixProps {
  readonly limits: readonly AuthorityLimit[]
  readonly toneOf?: (role: Role, cause: Cause | null) => Tone | undefined
  /** Of a draft. Absent: only to be read. */
  readonly onChange?: ((limits: readonly AuthorityLimit[]) => void) | undefined
}

/** The authority matrix: as a table, on a phone as a panel a role. */
export function LimitMatrix({ limits, toneOf, onChange }: LimitMatrixProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const phone = useIsPhone()
  const heads = COLUMNS.map((cause) => ({
    key: keyOf(cause),
    label: cause ? sayWord(CAUSE_LABELS[cause]) : say('general'),
    ...(cause ? {} : { note: say('generalNote') }),
  }))
  const cell = (role: Role, cause: Cause | null) => (
    <LimitCell
      key={`${role}.${keyOf(cause)}`}
      {...{ limits, role, cause, onChange }}
      tone={toneOf?.(role, cause)}
    />
  )
  if (phone)
    return (
      <Stack gap={3}>
        {ROLES_UPWARDS.map((role) => (
          <Panel key={role} title={sayWord(ROLE_LABELS[role])}>
            <dl className="st-cell-list">
              {COLUMNS.map((cause, at) => (
                <div key={keyOf(cause)}>
                  <dt>{heads[at]!.label}</dt>
                  <dd>{cell(role, cause)}</dd>
                </div>
              ))}
            </dl>
          </Panel>
        ))}
      </Stack>
    )
  return (
    <Panel flush>
      <MatrixTable
        label={say('matrix')}
        corner={say('corner')}
        columns={heads}
        rows={ROLES_UPWARDS.map((role) => ({ key: role, label: sayWord(ROLE_LABELS[role]) }))}
        cell={(row, column) => cell(row as Role, COLUMNS.find((cause) => keyOf(cause) === column) ?? null)}
      />
    </Panel>
  )
}
