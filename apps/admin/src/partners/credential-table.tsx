import {
  CREDENTIAL_STATUS_LABELS,
  PERMISSION_LABELS,
  type CredentialStatus,
  type Permission,
} from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import {
  Button,
  DataTable,
  Disclosure,
  Inline,
  Instant,
  StatusTag,
  type Column,
  type Tone,
} from '@steward/ui'
import type { PartnersQuery } from '@steward/graphql-client'

const texts = messages({
  list: { zh: '{{name}}的凭证', en: 'Credentials of {{name}}' },
  label: { zh: '用途', en: 'For' },
  status: { zh: '状态', en: 'State' },
  scopes: { zh: '权限范围', en: 'Scopes' },
  count: { zh: '{{count}} 项', en: { one: '{{count}} scope', other: '{{count}} scopes' } },
  from: { zh: '来源', en: 'From' },
  anywhere: { zh: '不限', en: 'anywhere' },
  used: { zh: '最近使用', en: 'Last used' },
  never: { zh: '从未', en: 'never' },
  expires: { zh: '到期', en: 'Expires' },
  actions: { zh: '操作', en: 'Actions' },
  usage: { zh: '用量', en: 'Use' },
  revoke: { zh: '撤销', en: 'Revoke' },
})

const TONES: Readonly<Record<CredentialStatus, Tone>> = { ACTIVE: 'good', EXPIRED: 'neutral', REVOKED: 'bad' }

export type Credential = PartnersQuery['partners'][number]['credentials'][number]

interface CredentialTableProps {
  readonly partner: string
  readonly credentials: readonly Credential[]
  readonly onUsage: (credential: Credential) => void
  readonly onRevoke: (credential: Credential) => void
}

/** What a partner was given, and whether it is in use. */
export function CredentialTable({ partner, credentials, onUsage, onRevoke }: CredentialTableProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const scopeText = (scope: string) => sayWord(PERMISSION_LABELS[scope as Permission])
  const columns: readonly Column<Credential>[] = [
    { key: 'label', title: say('label'), render: ({ label }) => <span className="st-strong">{label}</span> },
    {
      key: 'status',
      title: say('status'),
      width: '96px',
      card: 'tag',
      render: ({ status }) => (
        <StatusTag tone={TONES[status]}>{sayWord(CREDENTIAL_STATUS_LABELS[status])}</StatusTag>
      ),
    },
    {
      key: 'scopes',
      title: say('scopes'),
      width: '110px',
      render: ({ scopes }) => (
        <Disclosure summary={say('count', { count: scopes.length })}>
          {() => (
            <ul>
              {scopes.map((scope) => (
                <li key={scope}>{scopeText(scope)}</li>
              ))}
            </ul>
          )}
        </Disclosure>
      ),
    },
    {
      key: 'from',
      title: say('from'),
      width: '16%',
      minor: true,
      render: ({ allowedFrom }) => (allowedFrom.length > 0 ? allowedFrom.join(', ') : say('anywhere')),
    },
    {
      key: 'used',
      title: say('used'),
      width: '130px',
      render: ({ lastUsedAt }) => (lastUsedAt ? <Instant at={lastUsedAt} /> : say('never')),
    },
    {
      key: 'expires',
      title: say('expires'),
      width: '130px',
      render: ({ expiresAt }) => <Instant at={expiresAt} />,
    },
    {
      key: 'actions',
      title: say('actions'),
      width: '170px',
      align: 'end',
      render: (row) => (
        <Inline gap={1} justify="flex-end">
          <Button type="text" onClick={() => onUsage(row)} aria-label={`${say('usage')} ${row.label}`}>
            {say('usage')}
          </Button>
          {row.availableActions.includes('REVOKE_CREDENTIAL') && (
            <Button
              type="text"
              danger
              onClick={() => onRevoke(row)}
              aria-label={`${say('revoke')} ${row.label}`}
            >
              {say('revoke')}
            </Button>
          )}
        </Inline>
      ),
    },
  ]
  return (
    <DataTable
      label={say('list', { name: partner })}
      columns={columns}
      rows={credentials}
      rowKey={({ id }) => id}
    />
  )
}
