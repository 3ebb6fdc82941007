import { useQuery } from '@apollo/client/react'
import {
  Alert,
  AppLink,
  Button,
  EmptyState,
  Loading,
  PageHeader,
  Panel,
  PeopleIcon,
  Stack,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { usePagePath } from '../routing/use-page-path.ts'
import { useMay } from '../session/viewer.tsx'
import { useWorkTab } from '../tabs/work-context.tsx'
import { ClientPick } from './client-pick.tsx'
import { NoteReception } from './note-reception.tsx'
import { ClientToNote } from './reception-documents.ts'

const texts = messages({
  title: { zh: '记一笔', en: 'Note it' },
  hint: { zh: '接待、来电、顺路聊到的，一句话就够。', en: 'A call, a visit, a chat: one sentence will do.' },
  client: { zh: '哪位客户', en: 'Which client' },
  other: { zh: '换一位客户', en: 'Another client' },
  missing: { zh: '没有找到这位客户', en: 'There is no such client' },
  noted: { zh: '已记到{{name}}名下。', en: 'Noted for {{name}}.' },
  see: { zh: '看客户', en: 'See the client' },
})

/** From anywhere to a written word: the client, one sentence, Enter. */
export function NotePage() {
  const say = useMessages(texts)
  const [params, setParams] = useSearchParams()
  const id = params.get('client') ?? ''
  useWorkTab(say('title'))
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('hint')} />
      {id === '' ? (
        <Panel title={say('client')}>
          <ClientPick label={say('client')} onPick={(client) => setParams({ client })} />
        </Panel>
      ) : (
        <NoteOf key={id} id={id} onOther={() => setParams({})} />
      )}
    </>
  )
}

function NoteOf({ id, onOther }: { readonly id: string; readonly onOther: () => void }) {
  const say = useMessages(texts)
  const may = useMay()
  const pageOf = usePagePath()
  const [noted, setNoted] = useState(false)
  const { data, error, refetch } = useQuery(ClientToNote, { variables: { id } })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { client } = data
  const other = (
    <Button type="text" icon={<PeopleIcon aria-hidden />} onClick={onOther}>
      {say('other')}
    </Button>
  )
  if (!client) return <EmptyState title={say('missing')} action={other} />
  const name = client.name ?? client.code
  const page = pageOf({ portal: 'customer-service', path: `clients/${id}` })
  return (
    <Panel title={name} actions={other}>
      <Stack gap={4}>
        {noted && (
          <Alert
            type="success"
            showIcon
            title={say('noted', { name })}
            action={may('portal:customerService') && <AppLink to={page}>{say('see')}</AppLink>}
          />
        )}
        <NoteReception client={client} onDone={() => setNoted(true)} />
      </Stack>
    </Panel>
  )
}
