import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import {
  Alert,
  Button,
  CopyButton,
  Dialog,
  Inline,
  Instant,
  Panel,
  QRCode,
  Stack,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { useWithProof } from './proof.tsx'

const FeedQuery = graphql(/* GraphQL */ `
  query MyCalendarFeed {
    myCalendarFeed {
      madeAt
      fetchedAt
    }
  }
`)

const MakeMutation = graphql(/* GraphQL */ `
  mutation MakeCalendarFeed($input: MakeCalendarFeedInput!) {
    makeCalendarFeed(input: $input) {
      ... on CalendarFeedMade {
        address
        madeAt
      }
      ... on UserError {
        code
        message
      }
      ... on NotEligibleError {
        reason
      }
    }
  }
`)

const RevokeMutation = graphql(/* GraphQL */ `
  mutation RevokeCalendarFeed($input: RevokeCalendarFeedInput!) {
    revokeCalendarFeed(input: $input) {
      ... on CalendarFeedRevoked {
        revokedAt
      }
      ... on UserError {
        code
        message
      }
      ... on NotEligibleError {
        reason
      }
    }
  }
`)

const texts = messages({
  title: { zh: '日历订阅', en: 'Calendar feed' },
  none: { zh: '还没有订阅地址', en: 'There is no address yet' },
  hint: {
    zh: '把您的维护任务订阅到手机或电脑的日历。内容只有方案编号和方式，没有客户信息。',
    en: 'Shows your care tasks in the calendar of your phone or computer. It holds numbers of plans and means, nothing of clients.',
  },
  make: { zh: '生成订阅地址', en: 'Make an address' },
  renew: { zh: '更换地址', en: 'Another address' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revoked: { zh: '订阅地址已撤销', en: 'The address is revoked' },
  made: { zh: '生成于', en: 'Made' },
  fetched: { zh: '最近读取', en: 'Last fetched' },
  never: { zh: '还没有日历来读取过', en: 'No calendar has fetched it yet' },
  yours: { zh: '您的订阅地址', en: 'Your address' },
  once: {
    zh: '只显示这一次。知道地址的人都能读取，请不要转发；丢失了就撤销或更换。',
    en: 'It is shown this once. Whoever knows it can read the calendar: pass it on to nobody, and revoke it when it is lost.',
  },
  copy: { zh: '复制地址', en: 'Copy the address' },
  code: { zh: '订阅地址的二维码', en: 'QR code of the address' },
  done: { zh: '完成', en: 'Done' },
})

/** The secret address at which one's own calendar is fetched: made, replaced, revoked. */
export function CalendarFeed() {
  const say = useMessages(texts)
  const notify = useNotify()
  const withProof = useWithProof()
  const { data, refetch } = useQuery(FeedQuery, { fetchPolicy: 'cache-and-network' })
  const make = useAct(MakeMutation)
  const revoke = useAct(RevokeMutation)
  const [address, setAddress] = useState<string>()
  if (!data) return null
  const feed = data.myCalendarFeed
  const makes = async () => {
    const { done, refused } = await withProof(() => make({ make: true }))
    if (done) setAddress(done.address)
    else if (refused?.message) notify.failed(refused.message)
    void refetch()
  }
  const revokes = async () => {
    const { done, refused } = await revoke({ revoke: true })
    if (done) notify.done(say('revoked'))
    else if (refused.message) notify.failed(refused.message)
    void refetch()
  }
  return (
    <Panel
      title={say('title')}
      actions={
        <Inline gap={2}>
          {feed && (
            <Button danger onClick={() => void revokes()}>
              {say('revoke')}
            </Button>
          )}
          <Button onClick={() => void makes()}>{say(feed ? 'renew' : 'make')}</Button>
        </Inline>
      }
    >
      <Stack gap={1}>
        {feed ? (
          <Inline gap={4}>
            <span className="st-quiet">
              {say('made')} <Instant at={feed.madeAt} />
            </span>
            <span className="st-quiet">
              {feed.fetchedAt ? (
                <>
                  {say('fetched')} <Instant at={feed.fetchedAt} />
                </>
              ) : (
                say('never')
              )}
            </span>
          </Inline>
        ) : (
          <p className="st-strong">{say('none')}</p>
        )}
        <p className="st-quiet">{say('hint')}</p>
      </Stack>
      {address && (
        <Dialog
          open
          title={say('yours')}
          onClose={() => setAddress(undefined)}
          footer={
            <Button type="primary" onClick={() => setAddress(undefined)}>
              {say('done')}
            </Button>
          }
        >
          <Stack gap={4}>
            <Alert type="warning" showIcon title={say('once')} />
            <div role="img" aria-label={say('code')} className="st-qr">
              <QRCode
                value={address}
                type="svg"
                size={200}
                color="#000000"
                bgColor="#ffffff"
                bordered={false}
              />
            </div>
            <code className="st-secret">{address}</code>
            <CopyButton text={address} label={say('copy')} />
          </Stack>
        </Dialog>
      )}
    </Panel>
  )
}
