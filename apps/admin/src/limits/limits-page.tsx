import { useQuery } from '@apollo/client/react'
import { CAUSE_LABELS, CAUSES, ROLE_LABELS, type Cause, type Role } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, useSay, useViewer } from '@steward/portal'
import {
  Loading,
  MatrixTable,
  MoneyInput,
  PageHeader,
  Panel,
  Select,
  Stack,
  useIsPhone,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { LimitCell } from './limit-cell.tsx'
import { limitText } from './limit-text.ts'
import { approversOf, ROLES_UPWARDS, type Limit } from './matrix.ts'

const AuthorityMatrix = graphql(/* GraphQL */ `
  query AuthorityMatrix {
    authorityLimits {
      id
      role
      cause
      limitMinor
      version
    }
  }
`)

const texts = messages({
  title: { zh: '核决权限', en: 'Limits of authority' },
  subtitle: {
    zh: '各岗位最多批准多少。同一客户近期已批准的金额合并计算；没有人批准自己的方案。',
    en: 'Up to how much each role approves. What was approved for the same client lately counts in; nobody approves their own.',
  },
  matrix: { zh: '核决权限表：岗位与原因', en: 'Authority matrix: role by cause' },
  corner: { zh: '岗位', en: 'Role' },
  general: { zh: '一般', en: 'General' },
  generalNote: { zh: '没有单列的原因', en: 'causes without their own' },
  tryTitle: { zh: '试算', en: 'Try an amount' },
  amount: { zh: '金额', en: 'Amount' },
  cause: { zh: '原因', en: 'Cause' },
  lowest: {
    zh: '{{amount}}由{{role}}批准即可；表中着色的岗位都有权批准。',
    en: '{{amount}} is approved by the {{role}}; all coloured cells may approve it.',
  },
  nobody: {
    zh: '{{amount}}超出所有岗位的权限，无人可批。',
    en: '{{amount}} is above every limit: nobody may approve it.',
  },
  tryHint: { zh: '填一个金额，看看该由谁批。', en: 'Enter an amount to see who approves it.' },
  editHint: {
    zh: '点单元格即可修改，回车保存，Esc 放弃；保存后立即生效，并记入审计。',
    en: 'Press a cell to change it, Enter to save, Esc to leave. It holds at once and goes to the audit trail.',
  },
})

const COLUMNS: readonly (Cause | null)[] = [null, ...CAUSES]
const keyOf = (cause: Cause | null): string => cause ?? 'GENERAL'

/** The authority matrix, edited where it stands. */
export function LimitsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const phone = useIsPhone()
  const may = useMay()
  const { data, error, refetch } = useQuery(AuthorityMatrix)
  const [trial, setTrial] = useState<Trial>({ amountMinor: null, cause: null })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const limits: readonly Limit[] = data.authorityLimits
  const cell = (role: Role, cause: Cause | null) => {
    const tried = trial.amountMinor !== null && trial.cause === cause
    const approves = tried && approversOf(limits, cause, trial.amountMinor ?? 0).includes(role)
    return (
      <LimitCell
        key={`${role}.${keyOf(cause)}`}
        limits={limits}
        role={role}
        cause={cause}
        tone={approves ? 'good' : undefined}
        onReload={refetch}
      />
    )
  }
  const heads = COLUMNS.map((cause) => ({
    key: keyOf(cause),
    label: cause ? sayWord(CAUSE_LABELS[cause]) : say('general'),
    ...(cause ? {} : { note: say('generalNote') }),
  }))
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <Stack gap={4}>
        <WhoApproves limits={limits} trial={trial} onChange={setTrial} />
        {phone ? (
          ROLES_UPWARDS.map((role) => (
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
          ))
        ) : (
          <Panel flush>
            <MatrixTable
              label={say('matrix')}
              corner={say('corner')}
              columns={heads}
              rows={ROLES_UPWARDS.map((role) => ({ key: role, label: sayWord(ROLE_LABELS[role]) }))}
              cell={(row, column) =>
                cell(row as Role, COLUMNS.find((cause) => keyOf(cause) === column) ?? null)
              }
            />
          </Panel>
        )}
        {may('limit:set') && <p className="st-quiet st-small">{say('editHint')}</p>}
      </Stack>
    </>
  )
}

interface Trial {
  readonly amountMinor: number | null
  readonly cause: Cause | null
}

interface WhoApprovesProps {
  readonly limits: readonly Limit[]
  readonly trial: Trial
  readonly onChange: (trial: Trial) => void
}

/** An amount and a cause: who would have to approve it. */
function WhoApproves({ limits, trial, onChange }: WhoApprovesProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { organization } = useViewer()
  const { locale } = useUi()
  const { amountMinor, cause } = trial
  const [lowest] = amountMinor === null ? [] : approversOf(limits, cause, amountMinor)
  const amount = limitText(amountMinor ?? 0, organization.currency, locale)
  const answer =
    amountMinor === null
      ? say('tryHint')
      : lowest
        ? say('lowest', { amount, role: sayWord(ROLE_LABELS[lowest]) })
        : say('nobody', { amount })
  return (
    <Panel title={say('tryTitle')}>
      <div className="st-ask">
        <label>
          <span className="st-quiet st-small">{say('amount')}</span>
          <MoneyInput
            currency={organization.currency}
            value={amountMinor}
            onChange={(minor) => onChange({ ...trial, amountMinor: minor })}
          />
        </label>
        <label>
          <span className="st-quiet st-small">{say('cause')}</span>
          <Select
            aria-label={say('cause')}
            popupMatchSelectWidth={false}
            value={keyOf(cause)}
            options={COLUMNS.map((it) => ({
              value: keyOf(it),
              label: it ? sayWord(CAUSE_LABELS[it]) : say('general'),
            }))}
            onChange={(key) => onChange({ ...trial, cause: COLUMNS.find((it) => keyOf(it) === key) ?? null })}
          />
        </label>
        <p role="status">{answer}</p>
      </div>
    </Panel>
  )
}
