import { useQuery } from '@apollo/client/react'
import { MEANING_LABELS, PROOF_LEVEL_LABELS, type ProofLevel } from '@steward/domain'
import { graphql, type SignatureProofRulesQuery } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, useSay, useViewer } from '@steward/portal'
import {
  Button,
  DataTable,
  Loading,
  moneyText,
  PageHeader,
  Panel,
  Sheet,
  Stack,
  StatusTag,
  useNotify,
  useUi,
  type Column,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'
import { PasskeysToCountersign } from './passkeys-to-countersign.tsx'
import { RuleForm } from './rule-form.tsx'

const Rules = graphql(/* GraphQL */ `
  query SignatureProofRules {
    signatureProofRules {
      subject
      level
      fromMinor
      isDefault
    }
  }
`)

const texts = messages({
  title: { zh: '签署验证', en: 'Proof of signatures' },
  subtitle: {
    zh: '每种签署要用什么方式证明是本人；多条同时适用时，以最严的为准',
    en: 'What each kind of signature must be proven by; where several rules fit, the strictest counts',
  },
  list: { zh: '各种签署的验证要求', en: 'What each kind of signature asks' },
  subject: { zh: '签署', en: 'Signature' },
  level: { zh: '验证方式', en: 'Proof' },
  standing: { zh: '来源', en: 'Set' },
  house: { zh: '出厂默认', en: 'House default' },
  own: { zh: '本组织设定', en: 'By your organization' },
  amount: { zh: '金额 {{from}} 起', en: 'From {{from}} on' },
  anyAmount: { zh: '大额', en: 'Large amounts' },
  never: { zh: '不另作要求', en: 'Nothing more is asked' },
  acts: { zh: '操作', en: 'Actions' },
  change: { zh: '修改', en: 'Change' },
  changeOf: { zh: '修改：{{subject}}', en: 'Change: {{subject}}' },
  saved: { zh: '已保存，下一次签署起生效', en: 'Saved; it counts from the next signature on' },
})

export type Rule = SignatureProofRulesQuery['signatureProofRules'][number]

const TONES: Readonly<Record<ProofLevel, Tone>> = {
  SESSION: 'warn',
  PIN: 'neutral',
  FULL: 'good',
  PASSKEY: 'seal',
}

/** What signatures must be proven by: one row a meaning, and one for large amounts. */
export function SigningPage() {
  const say = useMessages(texts)
  const nameOf = useNameOf()
  const notify = useNotify()
  const may = useMay()
  const { data, error, refetch } = useQuery(Rules, { fetchPolicy: 'cache-and-network' })
  const [changing, setChanging] = useState<Rule>()
  const columns = useColumns(setChanging)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  return (
    <Stack gap={4}>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <Panel flush>
        <DataTable
          label={say('list')}
          columns={columns}
          rows={data.signatureProofRules}
          rowKey={({ subject }) => subject}
        />
      </Panel>
      {may('staff:countersignPasskey') && <PasskeysToCountersign />}
      <Sheet
        open={changing !== undefined}
        title={changing ? say('changeOf', { subject: nameOf(changing) }) : ''}
        onClose={() => setChanging(undefined)}
      >
        {changing && (
          <RuleForm
            rule={changing}
            onCancel={() => setChanging(undefined)}
            onSaved={() => {
              setChanging(undefined)
              notify.done(say('saved'))
              void refetch()
            }}
          />
        )}
      </Sheet>
    </Stack>
  )
}

const useNameOf = (): ((rule: Rule) => string) => {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { organization } = useViewer()
  const { locale } = useUi()
  return ({ subject, fromMinor }) => {
    if (subject !== 'AMOUNT') return sayWord(MEANING_LABELS[subject])
    if (fromMinor === null || fromMinor === undefined) return say('anyAmount')
    return say('amount', { from: moneyText(fromMinor, organization.currency, locale) })
  }
}

function useColumns(onChange: (rule: Rule) => void): readonly Column<Rule>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const nameOf = useNameOf()
  const acts: Column<Rule> = {
    key: 'acts',
    title: say('acts'),
    align: 'end',
    render: (row) => (
      <Button
        size="small"
        aria-label={say('changeOf', { subject: nameOf(row) })}
        onClick={() => onChange(row)}
      >
        {say('change')}
      </Button>
    ),
  }
  return [
    { key: 'subject', title: say('subject'), card: 'lead', render: nameOf },
    {
      key: 'level',
      title: say('level'),
      card: 'tag',
      render: ({ subject, level, fromMinor }) =>
        subject === 'AMOUNT' && fromMinor === null ? (
          <span className="st-quiet">{say('never')}</span>
        ) : (
          <StatusTag tone={TONES[level]}>{sayWord(PROOF_LEVEL_LABELS[level])}</StatusTag>
        ),
    },
    {
      key: 'standing',
      title: say('standing'),
      render: ({ isDefault }) => <span className="st-quiet">{say(isDefault ? 'house' : 'own')}</span>,
    },
    ...(may('signatureProof:set') ? [acts] : []),
  ]
}
