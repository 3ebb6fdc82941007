import { useQuery } from '@apollo/client/react'
import {
  CHANNEL_LABELS,
  CHANNELS,
  SUBJECT_REQUEST_ACTION_LABELS,
  SUBJECT_REQUEST_INPUTS,
  SUBJECT_REQUEST_KIND_LABELS,
  SUBJECT_REQUEST_KINDS,
  SUBJECT_REQUESTER_LABELS,
  SUBJECT_REQUESTERS,
  type Channel,
  type SubjectRequester,
  type SubjectRequestKind,
} from '@steward/domain'
import {
  Button,
  Choice,
  EmptyState,
  Field,
  Form,
  Input,
  Loading,
  PageHeader,
  Panel,
  PeopleIcon,
  Select,
  Stack,
  useFieldValue,
  useNotify,
  useUi,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { ClientPick } from '../receptions/client-pick.tsx'
import { ClientToNote } from '../receptions/reception-documents.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useWorkTab } from '../tabs/work-context.tsx'
import { RegisterSubjectRequest } from './subject-request-mutations.ts'

const texts = messages({
  title: { zh: '登记个人信息主体请求', en: 'Register the request of a data subject' },
  hint: {
    zh: '有人就客户资料提出请求时登记；核实身份之前，不透露任何资料。',
    en: 'When somebody asks about a client’s data. Nothing is told before it is proven who asks.',
  },
  client: { zh: '关于哪位客户', en: 'About which client' },
  other: { zh: '换一位客户', en: 'Another client' },
  missing: { zh: '没有找到这位客户', en: 'There is no such client' },
  kind: { zh: '请求什么', en: 'What is asked' },
  by: { zh: '谁提出', en: 'Who asks' },
  name: { zh: '姓名', en: 'Name' },
  channel: { zh: '渠道', en: 'Channel' },
  words: { zh: '请求内容', en: 'In their words' },
  done: { zh: '已登记 {{number}}', en: 'Registered as {{number}}' },
})

/** From the palette or a client's page: whose data, what is asked, who asks. */
export function RegisterSubjectRequestPage() {
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
        <RequestOf key={id} id={id} onOther={() => setParams({})} />
      )}
    </>
  )
}

interface Values {
  readonly kind: SubjectRequestKind
  readonly askedBy: SubjectRequester
  readonly requesterName?: string
  readonly channel: Channel
  readonly words?: string
}

function RequestOf({ id, onOther }: { readonly id: string; readonly onOther: () => void }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const notify = useNotify()
  const path = usePortalPath()
  const { routing } = useUi()
  const register = useAct(RegisterSubjectRequest)
  const { data, error, refetch } = useQuery(ClientToNote, { variables: { id } })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const other = (
    <Button type="text" icon={<PeopleIcon aria-hidden />} onClick={onOther}>
      {say('other')}
    </Button>
  )
  const { client } = data
  if (!client) return <EmptyState title={say('missing')} action={other} />
  const inputOf = ({ requesterName, words = '', ...rest }: Values) => ({
    ...rest,
    words,
    ...(rest.askedBy !== 'CLIENT' && requesterName ? { requesterName } : {}),
  })
  return (
    <Panel title={client.name ?? client.code} actions={other}>
      <Form<Values>
        label={say('title')}
        verb={sayWord(SUBJECT_REQUEST_ACTION_LABELS.register)}
        initial={{ kind: 'COPY', askedBy: 'CLIENT', channel: 'COUNTER' }}
        check={(values) => check(SUBJECT_REQUEST_INPUTS.register, { ...inputOf(values), clientId: id })}
        onSubmit={async (values) => {
          const { done, refused } = await register({ ...inputOf(values), clientId: id })
          if (!done) return refused
          notify.done(say('done', { number: done.number }))
          routing.go(path(`subject-requests/${done.id}`))
          return undefined
        }}
      >
        <RequestFields />
      </Form>
    </Panel>
  )
}

function RequestFields() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const askedBy = useFieldValue<SubjectRequester>('askedBy')
  return (
    <Stack gap={3}>
      <Field name="kind" label={say('kind')} required>
        <Select
          options={SUBJECT_REQUEST_KINDS.map((value) => ({
            value,
            label: sayWord(SUBJECT_REQUEST_KIND_LABELS[value]),
          }))}
        />
      </Field>
      <Field name="askedBy" label={say('by')} required>
        <Choice
          options={SUBJECT_REQUESTERS.map((value) => ({
            value,
            label: sayWord(SUBJECT_REQUESTER_LABELS[value]),
          }))}
        />
      </Field>
      {askedBy !== 'CLIENT' && (
        <Field name="requesterName" label={say('name')} required>
          <Input maxLength={60} />
        </Field>
      )}
      <Field name="channel" label={say('channel')} required>
        <Select
          options={CHANNELS.filter((it) => it !== 'API').map((value) => ({
            value,
            label: sayWord(CHANNEL_LABELS[value]),
          }))}
        />
      </Field>
      <Field name="words" label={say('words')} required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Field>
    </Stack>
  )
}
