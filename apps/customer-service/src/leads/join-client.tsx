import { useQuery } from '@apollo/client/react'
import { CLIENT_RELATION_LABELS } from '@steward/domain'
import { graphql, readFragment } from '@steward/graphql-client'
import { messages, placesOf, useMessages, useSay } from '@steward/portal'
import { Button, Dialog, Field, Form, Inline, Panel, Stack, StatusTag, type Refused } from '@steward/ui'
import { useState } from 'react'
import { ClientHit } from '../clients/client-lookup.ts'
import { ClientSelect } from '../clients/client-select.tsx'

const SameClientQuery = graphql(/* GraphQL */ `
  query SameClientAsLead($id: ID!) {
    client(id: $id) {
      id
      ...ClientHit
    }
  }
`)

const texts = messages({
  join: { zh: '归入此客户', en: 'Join this client' },
  client: { zh: '客户', en: 'Client' },
  title: { zh: '档案里可能已有此人', en: 'They may be on file already' },
  same: {
    zh: '电话相同，或同一房号有同名客户：',
    en: 'The number is the same, or somebody of this name is at the same door:',
  },
  other: { zh: '不是同一人，仍建新档案', en: 'Somebody else: open a new archive' },
})

/** A client that there is: looked up, and joined. */
export function JoinClient({
  onJoin,
}: {
  readonly onJoin: (clientId: string) => Promise<Refused | undefined>
}) {
  const say = useMessages(texts)
  return (
    <Panel title={say('client')}>
      <Form<{ clientId: string }>
        label={say('join')}
        verb={say('join')}
        onSubmit={({ clientId }) => onJoin(clientId)}
      >
        <Field name="clientId" label={say('client')} required wide>
          <ClientSelect />
        </Field>
      </Form>
    </Panel>
  )
}

interface SameClientProps {
  readonly id: string | undefined
  readonly onJoin: () => void
  readonly onOther: () => Promise<void>
  readonly onClose: () => void
}

/** Who is on file already: joined with one press, before the same person gets a second archive. */
export function SameClient({ id, onJoin, onOther, onClose }: SameClientProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [busy, setBusy] = useState(false)
  const { data } = useQuery(SameClientQuery, { variables: { id: id ?? '' }, skip: !id })
  const hit = readFragment(ClientHit, data?.client)
  const goOn = async () => {
    setBusy(true)
    await onOther()
    setBusy(false)
  }
  return (
    <Dialog
      open={id !== undefined}
      title={say('title')}
      onClose={onClose}
      footer={
        <Inline gap={2} justify="flex-end">
          <Button loading={busy} onClick={() => void goOn()}>
            {say('other')}
          </Button>
          <Button type="primary" onClick={onJoin}>
            {say('join')}
          </Button>
        </Inline>
      }
    >
      <Stack gap={3}>
        <p>{say('same')}</p>
        {hit && (
          <Stack gap={1}>
            <Inline gap={2}>
              <span className="st-strong">{hit.name ?? hit.code}</span>
              <StatusTag tone="primary">{sayWord(CLIENT_RELATION_LABELS[hit.relation])}</StatusTag>
            </Inline>
            <span className="st-quiet">
              {[hit.code, placesOf(hit), hit.phoneMasked].filter(Boolean).join(' · ')}
            </span>
          </Stack>
        )}
      </Stack>
    </Dialog>
  )
}
