import { WEBHOOK_PATIENCE_DAYS, WEBHOOK_PAUSE_REASON_LABELS } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { absoluteTime, Alert, Columns, Instant, Panel, Stack, Stat, useNow, useUi } from '@steward/ui'
import { DeliveryStrip } from './delivery-strip.tsx'
import type { Endpoint } from './endpoint-documents.ts'
import { countsOf, shareOf, stripTexts } from './webhook-words.ts'

const texts = messages({
  health: { zh: '投递情况', en: 'How it fares' },
  share: { zh: '7 天送达率', en: 'Delivered, 7 days' },
  shareNote: {
    zh: '送达 {{delivered}}，放弃 {{failed}}',
    en: '{{delivered}} delivered, {{failed}} given up',
  },
  pending: { zh: '待投递', en: 'Pending' },
  last: { zh: '最近一次送达', en: 'Last delivered' },
  never: { zh: '从未', en: 'never' },
  paused: { zh: '已暂停：{{reason}}。', en: 'Paused: {{reason}}.' },
  pausedHint: {
    zh: '期间的消息会保留，恢复后补发。',
    en: 'What happens meanwhile is kept, and sent when it is resumed.',
  },
  failing: {
    zh: '自 {{at}} 起没有一条送达。连续 {{days}} 天如此将自动暂停并通知管理员。',
    en: 'It has taken nothing since {{at}}. After {{days}} days of this it is paused and the administrators are told.',
  },
  overlap: {
    zh: '密钥已更换：到 {{at}} 为止，消息同时带新旧两个签名。',
    en: 'The secret was rotated: until {{at}} messages bear both signatures.',
  },
  noCredential: {
    zh: '该合作方没有含“投诉：编号、状态、级别”权限的有效凭证，因此收不到任何投诉的通知。',
    en: 'The partner holds no living credential that may read cases, so it is told of none.',
  },
  archived: {
    zh: '已移除：不再发送任何消息，这里只剩日志。',
    en: 'Removed: nothing is sent any more; this is its log.',
  },
})

/** Whether messages arrive, at a glance; and what stands in their way. */
export function EndpointHealth({ endpoint }: { readonly endpoint: Endpoint }) {
  const say = useMessages(texts)
  const sayStrip = useMessages(stripTexts)
  const { locale } = useUi()
  const share = shareOf(endpoint, locale)
  const { recent, deliveredLastWeek: delivered, failedLastWeek: failed, pending, lastDeliveredAt } = endpoint
  return (
    <Stack gap={4}>
      <Warnings endpoint={endpoint} />
      <Panel title={say('health')}>
        <Columns min={380} gap={6} fill>
          <Columns min={150} fill>
            <Stat
              label={say('share')}
              value={share ?? '—'}
              tone={failed > 0 ? 'bad' : 'good'}
              note={say('shareNote', { delivered, failed })}
            />
            <Stat label={say('pending')} value={pending} tone={pending > 0 ? 'info' : 'neutral'} />
            <Stat
              label={say('last')}
              value={
                <span style={{ fontSize: 17 }}>
                  {lastDeliveredAt ? <Instant at={lastDeliveredAt} /> : say('never')}
                </span>
              }
            />
          </Columns>
          <div>
            <DeliveryStrip recent={recent} large />
            <p className="st-quiet st-small" aria-hidden>
              {recent.length === 0 ? sayStrip('nothingYet') : sayStrip('strip', countsOf(recent))}
            </p>
          </div>
        </Columns>
      </Panel>
    </Stack>
  )
}

function Warnings({ endpoint }: { readonly endpoint: Endpoint }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const now = useNow()
  const { locale, timeZone } = useUi()
  const { status, pauseReason, failingSince, overlapUntil, partner } = endpoint
  const time = (at: string) => absoluteTime(new Date(at), locale, timeZone)
  const mayRead = partner?.credentials.some(
    (it) => it.status === 'ACTIVE' && it.scopes.includes('complaint:read'),
  )
  if (status === 'ARCHIVED') return <Alert type="info" showIcon title={say('archived')} />
  return (
    <>
      {status === 'PAUSED' && (
        <Alert
          type="warning"
          showIcon
          title={say('paused', {
            reason: pauseReason ? sayWord(WEBHOOK_PAUSE_REASON_LABELS[pauseReason]) : '',
          })}
          description={say('pausedHint')}
        />
      )}
      {status === 'ACTIVE' && failingSince && (
        <Alert
          type="warning"
          showIcon
          title={say('failing', { at: time(failingSince), days: WEBHOOK_PATIENCE_DAYS })}
        />
      )}
      {overlapUntil && new Date(overlapUntil).getTime() > now && (
        <Alert type="info" showIcon title={say('overlap', { at: time(overlapUntil) })} />
      )}
      {mayRead === false && <Alert type="warning" showIcon title={say('noCredential')} />}
    </>
  )
}
