import { useQuery } from '@apollo/client/react'
import { FACTOR_KIND_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { FailureState, messages, useFreshAct, useMay, useMessages, useSay, useViewer } from '@steward/portal'
import {
  Button,
  ConfirmDialog,
  CopyButton,
  Dialog,
  Inline,
  Instant,
  Loading,
  Panel,
  Stack,
  StatusTag,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'

const Parts = graphql(/* GraphQL */ `
  fragment PersonAccess on Staff {
    id
    name
    version
  }
`)

const Access = graphql(/* GraphQL */ `
  query AccessOfPerson($staff: ID!) {
    factorsOfStaff(staff: $staff) {
      id
      kind
      name
      lastUsedAt
    }
    sessionsOfStaff(staff: $staff) {
      id
      device
      addressPrefix
      lastSeenAt
    }
  }
`)

const ResetFactors = graphql(/* GraphQL */ `
  mutation ResetFactors($input: ResetFactorsInput!) {
    resetFactors(input: $input) {
      ... on Staff {
        id
        ...PersonAccess
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const EndSessions = graphql(/* GraphQL */ `
  mutation EndSessions($input: EndSessionsInput!) {
    endSessions(input: $input) {
      ... on Staff {
        id
        ...PersonAccess
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const IssueReset = graphql(/* GraphQL */ `
  mutation IssuePasswordReset($input: IssuePasswordResetInput!) {
    issuePasswordReset(input: $input) {
      ... on PasswordResetIssued {
        url
        expiresAt
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const texts = messages({
  title: { zh: '登录验证与设备', en: 'Second factors and devices' },
  noFactors: { zh: '没有设置登录验证', en: 'No second factor' },
  noSessions: { zh: '现在没有登录', en: 'Not signed in anywhere' },
  unknown: { zh: '未知设备', en: 'Unknown device' },
  link: { zh: '发一次性重设链接', en: 'Issue a one-time link' },
  linkTitle: { zh: '当面交给{{name}}', en: 'Hand it over to {{name}}' },
  linkHint: {
    zh: '链接只显示这一次，30 分钟内有效，用过即作废。请确认是本人再交给对方。',
    en: 'Shown this once, good for 30 minutes and one use. Make sure whom you give it to.',
  },
  copy: { zh: '复制链接', en: 'Copy the link' },
  done: { zh: '已交给本人', en: 'Handed over' },
  reset: { zh: '清除登录验证', en: 'Reset second factors' },
  resetAsk: { zh: '清除{{name}}的登录验证？', en: 'Reset the second factors of {{name}}?' },
  resetText: {
    zh: '用于手机丢失等情形。对方所有登录立即退出，此后仅凭密码登录，直到重新设置。操作记入审计。',
    en: 'For a lost phone. They are signed out everywhere and come in by password alone until they set up another. It is audited.',
  },
  end: { zh: '结束所有登录', en: 'End all sessions' },
  endAsk: { zh: '结束{{name}}的所有登录？', en: 'End all sessions of {{name}}?' },
  endText: {
    zh: '对方在所有设备上立即退出，可以再登录。',
    en: 'They are signed out on all devices at once and can sign in again.',
  },
  carriedOut: { zh: '已完成', en: 'Done' },
})

interface PersonAccessProps {
  readonly person: FragmentType<typeof Parts>
  readonly onReload: () => Promise<unknown>
}

/** What somebody has besides a password, and where they are signed in; for an administrator. */
export function PersonAccess({ person, onReload }: PersonAccessProps) {
  const may = useMay()
  return may('staff:readAccess') ? <AccessPanel person={person} onReload={onReload} /> : null
}

function AccessPanel({ person, onReload }: PersonAccessProps) {
  const it = readFragment(Parts, person)
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const { staff } = useViewer()
  const { data, error, refetch } = useQuery(Access, {
    variables: { staff: it.id },
    fetchPolicy: 'cache-and-network',
  })
  const [doing, setDoing] = useState<'reset' | 'end'>()
  const [link, setLink] = useState<string>()
  const resetFactors = useFreshAct(ResetFactors, onReload)
  const endSessions = useFreshAct(EndSessions, onReload)
  const issue = useFreshAct(IssueReset, onReload)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const seen = { staffId: it.id, expectedVersion: it.version }
  const carryOut = async (act: typeof resetFactors | typeof endSessions) => {
    const { done, refused } = await act(seen)
    setDoing(undefined)
    if (done) notify.done(say('carriedOut'))
    else notify.failed(refused.message ?? '')
    void refetch()
  }
  const handOver = async () => {
    const { done, refused } = await issue(seen)
    if (done) {
      setLink(done.url)
      await onReload()
    } else notify.failed(refused.message ?? '')
  }
  const { factorsOfStaff: factors, sessionsOfStaff: sessions } = data
  return (
    <Panel title={say('title')}>
      <Stack gap={3}>
        {factors.length === 0 && <span className="st-quiet">{say('noFactors')}</span>}
        {factors.map((factor) => (
          <Inline key={factor.id} gap={2}>
            <StatusTag tone="good">{sayWord(FACTOR_KIND_LABELS[factor.kind])}</StatusTag>
            {factor.name}
          </Inline>
        ))}
        {sessions.length === 0 && <span className="st-quiet">{say('noSessions')}</span>}
        {sessions.map((session) => (
          <span key={session.id}>
            {session.device ?? say('unknown')}{' '}
            <span className="st-quiet">
              {session.addressPrefix} · <Instant at={session.lastSeenAt} />
            </span>
          </span>
        ))}
        {staff.id !== it.id && (
          <>
            <Button block onClick={() => void handOver()}>
              {say('link')}
            </Button>
            {factors.length > 0 && (
              <Button block danger onClick={() => setDoing('reset')}>
                {say('reset')}
              </Button>
            )}
            {sessions.length > 0 && (
              <Button block danger onClick={() => setDoing('end')}>
                {say('end')}
              </Button>
            )}
          </>
        )}
      </Stack>
      <ConfirmDialog
        open={doing !== undefined}
        title={say(doing === 'end' ? 'endAsk' : 'resetAsk', { name: it.name })}
        verb={say(doing === 'end' ? 'end' : 'reset')}
        danger
        onConfirm={() => carryOut(doing === 'end' ? endSessions : resetFactors)}
        onCancel={() => setDoing(undefined)}
      >
        {say(doing === 'end' ? 'endText' : 'resetText')}
      </ConfirmDialog>
      {link && (
        <Dialog
          open
          title={say('linkTitle', { name: it.name })}
          footer={
            <Button type="primary" onClick={() => setLink(undefined)}>
              {say('done')}
            </Button>
          }
        >
          <Stack gap={3}>
            <p>{say('linkHint')}</p>
            <code className="st-secret">{link}</code>
            <CopyButton text={link} label={say('copy')} />
          </Stack>
        </Dialog>
      )}
    </Panel>
  )
}
