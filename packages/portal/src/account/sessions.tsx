import { useQuery } from '@apollo/client/react'
import { PROOF_METHOD_LABELS } from '@steward/domain'
import { graphql, type MySessionsQuery as Mine } from '@steward/graphql-client'
import {
  Button,
  Card,
  Cards,
  DeviceIcon,
  Inline,
  Instant,
  Loading,
  Panel,
  StatusTag,
  useNotify,
} from '@steward/ui'
import { FailureState } from '../failure/failure-state.tsx'
import { useAct } from '../acts/use-act.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'

const MySessionsQuery = graphql(/* GraphQL */ `
  query MySessions {
    mySessions {
      id
      createdAt
      lastSeenAt
      device
      addressPrefix
      provedBy
    }
  }
`)

const MySessionIdQuery = graphql(/* GraphQL */ `
  query MySessionId {
    mySessionId
  }
`)

const EndSessionMutation = graphql(/* GraphQL */ `
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      ... on SessionsEnded {
        ended
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const EndOtherSessionsMutation = graphql(/* GraphQL */ `
  mutation EndOtherSessions($input: EndOtherSessionsInput!) {
    endOtherSessions(input: $input) {
      ... on SessionsEnded {
        ended
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const texts = messages({
  title: { zh: '登录设备', en: 'Where you are signed in' },
  here: { zh: '本机', en: 'Here' },
  unknown: { zh: '未知设备', en: 'Unknown device' },
  since: { zh: '登录于', en: 'Since' },
  seen: { zh: '最近使用', en: 'Last seen' },
  end: { zh: '退出', en: 'Sign out' },
  endOthers: { zh: '退出其他设备', en: 'Sign out everywhere else' },
  ended: {
    zh: '已退出 {{count}} 处登录',
    en: { one: '{{count}} session has ended', other: '{{count}} sessions have ended' },
  },
})

/** Where one is signed in; any of it ends with one press. */
export function Sessions() {
  const say = useMessages(texts)
  const notify = useNotify()
  const { data, error, refetch } = useQuery(MySessionsQuery, { fetchPolicy: 'cache-and-network' })
  const here = useQuery(MySessionIdQuery, { fetchPolicy: 'network-only' }).data?.mySessionId
  const end = useAct(EndSessionMutation)
  const endOthers = useAct(EndOtherSessionsMutation)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const tell = ({ done, refused }: Awaited<ReturnType<typeof end>>) => {
    if (done) notify.done(say('ended', { count: done.ended }))
    else notify.failed(refused?.message ?? '')
    void refetch()
  }
  return (
    <Panel
      title={say('title')}
      actions={
        data.mySessions.length > 1 && (
          <Button danger onClick={() => void endOthers({}).then(tell)}>
            {say('endOthers')}
          </Button>
        )
      }
    >
      <Cards label={say('title')}>
        {data.mySessions.map((session) => (
          <SessionCard
            key={session.id}
            session={session}
            isHere={session.id === here}
            onEnd={() => void end({ sessionId: session.id }).then(tell)}
          />
        ))}
      </Cards>
    </Panel>
  )
}

interface SessionCardProps {
  readonly session: Mine['mySessions'][number]
  readonly isHere: boolean
  readonly onEnd: () => void
}

function SessionCard({ session, isHere, onEnd }: SessionCardProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const device = session.device ?? say('unknown')
  return (
    <Card
      lead={
        <Inline gap={2}>
          <DeviceIcon aria-hidden />
          {device}
        </Inline>
      }
      tag={isHere && <StatusTag tone="good">{say('here')}</StatusTag>}
      actions={
        !isHere && (
          <Button size="small" danger onClick={onEnd} aria-label={`${say('end')} ${device}`}>
            {say('end')}
          </Button>
        )
      }
    >
      <span className="st-quiet">
        {[session.addressPrefix, session.provedBy && sayWord(PROOF_METHOD_LABELS[session.provedBy])]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className="st-quiet">
        {say('since')} <Instant at={session.createdAt} /> · {say('seen')} <Instant at={session.lastSeenAt} />
      </span>
    </Card>
  )
}
