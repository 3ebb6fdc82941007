import { useQuery } from '@apollo/client/react'
import { CLIENT_RELATION_LABELS } from '@steward/domain'
import { graphql, readFragment } from '@steward/graphql-client'
import { messages, placesOf, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, Button, Dialog, Inline, Stack, StatusTag } from '@steward/ui'
import { useState } from 'react'
import { ClientHit } from '../client-lookup.ts'

const LikelySameClient = graphql(/* GraphQL */ `
  query LikelySameClient($id: ID!) {
    client(id: $id) {
      id
      ...ClientHit
    }
  }
`)

const texts = messages({
  title: { zh: '档案里可能已有此人', en: 'They may be on file already' },
  hint: {
    zh: '电话相同，或同一房号有同名客户。请向客户核对后再决定。',
    en: 'The number is the same, or somebody of this name is at the same door. Ask the client before you decide.',
  },
  open: { zh: '就是这位，打开档案', en: 'It is them: open the archive' },
  other: { zh: '不是同一人，继续建档', en: 'Somebody else: go on' },
})

interface LikelySameProps {
  /** Who was found; undefined: nobody. */
  readonly id: string | undefined
  readonly onOther: () => Promise<void>
  readonly onClose: () => void
}

/** Who is on file already, before the same person gets a second archive. */
export function LikelySame({ id, onOther, onClose }: LikelySameProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const [busy, setBusy] = useState(false)
  const { data } = useQuery(LikelySameClient, { variables: { id: id ?? '' }, skip: !id })
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
        <Button loading={busy} onClick={() => void goOn()}>
          {say('other')}
        </Button>
      }
    >
      <Stack gap={3}>
        <p>{say('hint')}</p>
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
        {id && <AppLink to={path(`clients/${id}`)}>{say('open')}</AppLink>}
      </Stack>
    </Dialog>
  )
}
