import { useQuery } from '@apollo/client/react'
import { LEAD_STATUS_LABELS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, Button, Dialog, Inline, Stack, StatusTag } from '@steward/ui'
import { useState } from 'react'
import { LEAD_TONES } from './lead-tones.ts'

const LikelySame = graphql(/* GraphQL */ `
  query LikelySameAsLead($id: ID!) {
    node(id: $id) {
      id
      ... on Client {
        code
        clientName: name
        phoneMasked
      }
      ... on Lead {
        number
        name
        phoneMasked
        status
        assignee {
          id
          name
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '可能是同一个人', en: 'They may be the same' },
  client: { zh: '这个号码在客户档案里已有：', en: 'This number is on file as a client:' },
  lead: { zh: '这个号码已有进行中的线索：', en: 'A lead with this number is under way:' },
  openClient: { zh: '就是这位，打开档案', en: 'It is them: open the archive' },
  openLead: { zh: '就是这条，打开线索', en: 'It is that one: open the lead' },
  other: { zh: '不是同一人，继续登记', en: 'Somebody else: go on' },
})

interface LikelySameLeadProps {
  /** Who was found, a client or a lead; undefined: nobody. */
  readonly id: string | undefined
  readonly onOther: () => Promise<void>
  readonly onClose: () => void
}

/** Who is known already, before the same person is followed up twice. */
export function LikelySameLead({ id, onOther, onClose }: LikelySameLeadProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const [busy, setBusy] = useState(false)
  const { data } = useQuery(LikelySame, { variables: { id: id ?? '' }, skip: !id })
  const isLead = id?.startsWith('led_') ?? false
  const found = data?.node
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
        <Button loading={busy} onClick={() => void goOn()}>
          {say('other')}
        </Button>
      }
    >
      <Stack gap={3}>
        <p>{say(isLead ? 'lead' : 'client')}</p>
        {found?.__typename === 'Lead' && (
          <Inline gap={2}>
            <span className="st-strong">{found.name ?? found.number}</span>
            <StatusTag tone={LEAD_TONES[found.status]}>{sayWord(LEAD_STATUS_LABELS[found.status])}</StatusTag>
            <span className="st-quiet">
              {[found.number, found.phoneMasked, found.assignee?.name].filter(Boolean).join(' · ')}
            </span>
          </Inline>
        )}
        {found?.__typename === 'Client' && (
          <Inline gap={2}>
            <span className="st-strong">{found.clientName ?? found.code}</span>
            <span className="st-quiet">{[found.code, found.phoneMasked].filter(Boolean).join(' · ')}</span>
          </Inline>
        )}
        {id && (
          <AppLink to={path(isLead ? `leads/${id}` : `clients/${id}`)}>
            {say(isLead ? 'openLead' : 'openClient')}
          </AppLink>
        )}
      </Stack>
    </Dialog>
  )
}
