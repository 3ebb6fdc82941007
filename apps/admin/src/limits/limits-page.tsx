import { useQuery } from '@apollo/client/react'
import { CAUSE_LABELS, ROLE_LABELS, type AuthorityLimit, type Cause, type Role } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useMay,
  useMessages,
  usePortalPath,
  useSay,
  useViewer,
} from '@steward/portal'
import { Alert, AppLink, Loading, MoneyInput, PageHeader, Panel, Select, Stack, useUi } from '@steward/ui'
import { useState } from 'react'
import { AgreementPolicyPanel } from './agreement-policy.tsx'
import { COLUMNS, keyOf, LimitMatrix } from './limit-matrix.tsx'
import { limitText } from './limit-text.ts'
import { approversOf } from './matrix.ts'

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
  general: { zh: '一般', en: 'General' },
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
  document: {
    zh: '这是现行版本。调整权限须修订受控文件“核决权限表”，经会签生效后整表替换。',
    en: 'This is what is in force. It is changed by a new revision of its controlled document, which replaces it as a whole once signed and effective.',
  },
  open: { zh: '打开受控文件', en: 'Open the document' },
})

/** The authority matrix as it is in force. Its document changes it. */
export function LimitsPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const { data, error, refetch } = useQuery(AuthorityMatrix)
  const [trial, setTrial] = useState<Trial>({ amountMinor: null, cause: null })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const limits = data.authorityLimits
  const toneOf = (role: Role, cause: Cause | null) =>
    trial.amountMinor !== null &&
    trial.cause === cause &&
    approversOf(limits, cause, trial.amountMinor).includes(role)
      ? 'good'
      : undefined
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <Stack gap={4}>
        <WhoApproves limits={limits} trial={trial} onChange={setTrial} />
        <LimitMatrix limits={limits} toneOf={toneOf} />
        <AgreementPolicyPanel />
        {may('document:read') && (
          <Alert
            type="info"
            showIcon
            title={say('document')}
            action={<AppLink to={path('documents?kind=AUTHORITY_LIMITS')}>{say('open')}</AppLink>}
          />
        )}
      </Stack>
    </>
  )
}

interface Trial {
  readonly amountMinor: number | null
  readonly cause: Cause | null
}

interface WhoApprovesProps {
  readonly limits: readonly AuthorityLimit[]
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
