import { useQuery } from '@apollo/client/react'
import { graphql, type PartnersQuery } from '@steward/graphql-client'
import { FailureState, messages, useFreshAct, useLiveTypes, useMay, useMessages } from '@steward/portal'
import {
  AddIcon,
  Alert,
  Button,
  ConfirmDialog,
  EmptyState,
  Loading,
  PageHeader,
  Panel,
  Sheet,
  Stack,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'
import { CredentialForm, type Issued } from './credential-form.tsx'
import { CredentialHandOver } from './credential-hand-over.tsx'
import { CredentialUsage } from './credential-usage.tsx'
import type { Credential } from './credential-table.tsx'
import { PartnerForm } from './partner-form.tsx'
import { PartnerPanel } from './partner-panel.tsx'
import { AddEndpoint } from './webhooks/add-endpoint.tsx'
import { SecretHandOver, type HandedSecret } from './webhooks/secret-hand-over.tsx'

const Partners = graphql(/* GraphQL */ `
  query Partners {
    partners {
      id
      name
      credentials {
        id
        label
        status
        scopes
        allowedFrom
        pointsPerMinute
        expiresAt
        lastUsedAt
        availableActions
        version
      }
      webhookEndpoints {
        id
        url
        description
        status
        deliveredLastWeek
        failedLastWeek
        pending
        recent {
          status
          attemptCount
        }
      }
    }
  }
`)

const Revoke = graphql(/* GraphQL */ `
  mutation RevokePartnerCredential($input: RevokePartnerCredentialInput!) {
    revokePartnerCredential(input: $input) {
      ... on PartnerCredential {
        id
        status
        availableActions
        version
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const texts = messages({
  title: { zh: '合作方', en: 'Partners' },
  subtitle: {
    zh: '别家企业的程序凭凭证接入，只能看到自己登记的投诉；进展可由 Webhook 通知它们',
    en: 'Programs of other companies come in by credential and see the cases they registered; webhooks tell them how these move on',
  },
  add: { zh: '新增合作方', en: 'Add a partner' },
  issueFor: { zh: '为{{name}}签发凭证', en: 'Issue a credential to {{name}}' },
  addEndpointFor: { zh: '为{{name}}新增 Webhook 端点', en: 'Add a webhook endpoint for {{name}}' },
  usage: { zh: '用量：{{label}}', en: 'Use of {{label}}' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokeAsk: { zh: '撤销“{{label}}”？', en: 'Revoke “{{label}}”?' },
  revokeText: {
    zh: '使用它的程序立即被拒绝，且无法恢复；它登记过的投诉不受影响。',
    en: 'Programs that use it are turned away at once, for good. The cases that they registered stay.',
  },
  revoked: { zh: '“{{label}}”已撤销', en: '“{{label}}” is revoked' },
  empty: { zh: '还没有合作方', en: 'There is no partner yet' },
  emptyText: {
    zh: '热线、智慧社区平台、业主小程序……新增后为它签发凭证，就能通过接口登记和查询投诉。',
    en: 'A hotline, a community platform, an owners’ app: add it, issue a credential, and it registers and reads cases through the API.',
  },
  explorer: { zh: '接口调试台', en: 'Explorer' },
  reference: { zh: '接口参考', en: 'API reference' },
})

type Partner = PartnersQuery['partners'][number]

/** Companies whose programs may come in, each with its credentials. */
export function PartnersPage() {
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const { data, error, refetch } = useQuery(Partners)
  const revoke = useFreshAct(Revoke, refetch)
  useLiveTypes(may('webhook:read') ? ['WebhookMessage', 'WebhookEndpoint'] : [], refetch)
  const [adding, setAdding] = useState(false)
  const [issuing, setIssuing] = useState<Partner>()
  const [issued, setIssued] = useState<Issued>()
  const [used, setUsed] = useState<Credential>()
  const [extending, setExtending] = useState<Partner>()
  const [handed, setHanded] = useState<HandedSecret>()
  const [revoking, setRevoking] = useState<Credential>()
  const [problem, setProblem] = useState<string>()
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const carryOut = async ({ id, label, version }: Credential) => {
    const { done, refused } = await revoke({ credentialId: id, expectedVersion: version })
    setRevoking(undefined)
    setProblem(refused?.message)
    if (done) notify.done(say('revoked', { label }))
  }
  const add = may('partner:add') && (
    <Button type="primary" icon={<AddIcon aria-hidden />} onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  )
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} actions={data.partners.length > 0 && add} />
      {problem && (
        <div className="st-note">
          <Alert
            type="error"
            showIcon
            title={problem}
            role="alert"
            closable={{ onClose: () => setProblem(undefined) }}
          />
        </div>
      )}
      <Stack gap={4}>
        {data.partners.length === 0 && (
          <Panel>
            <EmptyState title={say('empty')} hint={say('emptyText')} action={add} />
          </Panel>
        )}
        {data.partners.map((partner) => (
          <PartnerPanel
            key={partner.id}
            partner={partner}
            onIssue={() => setIssuing(partner)}
            onUsage={setUsed}
            onRevoke={setRevoking}
            onAddEndpoint={() => setExtending(partner)}
          />
        ))}
        <p className="st-quiet st-small">
          <a href="/explorer/" target="_blank" rel="noreferrer">
            {say('explorer')}
          </a>
          {' · '}
          <a href="/explorer/reference" target="_blank" rel="noreferrer">
            {say('reference')}
          </a>
        </p>
      </Stack>
      <Sheet open={adding} title={say('add')} onClose={() => setAdding(false)}>
        <PartnerForm
          onCancel={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            void refetch()
          }}
        />
      </Sheet>
      <Sheet
        open={issuing !== undefined}
        title={say('issueFor', { name: issuing?.name ?? '' })}
        onClose={() => setIssuing(undefined)}
      >
        {issuing && (
          <CredentialForm
            partnerId={issuing.id}
            onCancel={() => setIssuing(undefined)}
            onIssued={(fresh) => {
              setIssuing(undefined)
              setIssued(fresh)
              void refetch()
            }}
          />
        )}
      </Sheet>
      <Sheet
        open={extending !== undefined}
        title={say('addEndpointFor', { name: extending?.name ?? '' })}
        onClose={() => setExtending(undefined)}
      >
        {extending && (
          <AddEndpoint
            partnerId={extending.id}
            onCancel={() => setExtending(undefined)}
            onAdded={(secret) => {
              setExtending(undefined)
              setHanded(secret)
              void refetch()
            }}
          />
        )}
      </Sheet>
      {handed && <SecretHandOver handed={handed} onDone={() => setHanded(undefined)} />}
      {issued && <CredentialHandOver issued={issued} onDone={() => setIssued(undefined)} />}
      <Sheet
        open={used !== undefined}
        title={say('usage', { label: used?.label ?? '' })}
        onClose={() => setUsed(undefined)}
      >
        {used && <CredentialUsage id={used.id} />}
      </Sheet>
      <ConfirmDialog
        open={revoking !== undefined}
        title={say('revokeAsk', { label: revoking?.label ?? '' })}
        verb={say('revoke')}
        danger
        onConfirm={() => revoking && carryOut(revoking)}
        onCancel={() => setRevoking(undefined)}
      >
        {say('revokeText')}
      </ConfirmDialog>
    </>
  )
}
