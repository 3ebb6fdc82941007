import type { PartnersQuery } from '@steward/graphql-client'
import { messages, useMay, useMessages } from '@steward/portal'
import { Button, Inline, Panel, Stack } from '@steward/ui'
import { CredentialTable, type Credential } from './credential-table.tsx'
import { PartnerWebhooks } from './webhooks/partner-webhooks.tsx'

const texts = messages({
  issue: { zh: '签发凭证', en: 'Issue a credential' },
  issueFor: { zh: '为{{name}}签发凭证', en: 'Issue a credential to {{name}}' },
  none: { zh: '还没有凭证', en: 'No credential yet' },
  addEndpoint: { zh: '新增 Webhook 端点', en: 'Add a webhook endpoint' },
  addEndpointFor: { zh: '为{{name}}新增 Webhook 端点', en: 'Add a webhook endpoint for {{name}}' },
})

interface PartnerPanelProps {
  readonly partner: PartnersQuery['partners'][number]
  readonly onIssue: () => void
  readonly onUsage: (credential: Credential) => void
  readonly onRevoke: (credential: Credential) => void
  readonly onAddEndpoint: () => void
}

/** One partner: by what its programs come in, and where they are told. */
export function PartnerPanel({ partner, onIssue, onUsage, onRevoke, onAddEndpoint }: PartnerPanelProps) {
  const say = useMessages(texts)
  const may = useMay()
  const { name, credentials } = partner
  const endpoints = partner.webhookEndpoints.filter(({ status }) => status !== 'ARCHIVED')
  const actions = (
    <Inline>
      {may('partner:issueCredential') && (
        <Button onClick={onIssue} aria-label={say('issueFor', { name })}>
          {say('issue')}
        </Button>
      )}
      {may('webhook:add') && (
        <Button onClick={onAddEndpoint} aria-label={say('addEndpointFor', { name })}>
          {say('addEndpoint')}
        </Button>
      )}
    </Inline>
  )
  return (
    <Panel title={name} flush={credentials.length > 0 || endpoints.length > 0} actions={actions}>
      <Stack gap={5}>
        {credentials.length === 0 ? (
          <p className="st-quiet" style={{ paddingInline: endpoints.length > 0 ? 'var(--st-pad)' : 0 }}>
            {say('none')}
          </p>
        ) : (
          <CredentialTable partner={name} credentials={credentials} onUsage={onUsage} onRevoke={onRevoke} />
        )}
        {endpoints.length > 0 && <PartnerWebhooks partner={name} endpoints={endpoints} />}
      </Stack>
    </Panel>
  )
}
