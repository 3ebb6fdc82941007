import { useQuery } from '@apollo/client/react'
import { HANDOVER_KIND_LABELS, MEANING_LABELS, ROLE_LABELS } from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import {
  Alert,
  Button,
  EmptyState,
  Inline,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Prose,
  SignOffIcon,
  Stack,
} from '@steward/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useRefreshOnReturn } from '../acts/use-refresh-on-return.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { LiveMark } from '../live/live-mark.tsx'
import { useLiveRecord } from '../live/use-live.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { useWorkTab } from '../tabs/work-context.tsx'
import { HandoverInBrief, HandoverItem, HandoverQuery } from './handover-documents.ts'
import { HandoverVerbs } from './handover-verbs.tsx'
import { HandoverMark, useSides } from './handover-words.tsx'
import { ListedCase } from './listed-case.tsx'

const texts = messages({
  back: { zh: '交接班', en: 'Hand-overs' },
  missing: { zh: '没有找到这份交接', en: 'There is no such hand-over' },
  missingHint: { zh: '可能不是交给您或您部门的。', en: 'It may not be meant for you or your department.' },
  between: { zh: '{{giver}} → {{receiver}}', en: '{{giver}} → {{receiver}}' },
  stillGiver: { zh: '接收之前仍由 {{giver}} 负责。', en: 'Until it is accepted, {{giver}} is responsible.' },
  offered: { zh: '交出', en: 'Offered' },
  note: { zh: '交接说明', en: 'Remarks' },
  reason: { zh: '原因', en: 'Reason' },
  list: { zh: '清单（{{count}} 件）', en: { one: 'List ({{count}} case)', other: 'List ({{count}} cases)' } },
  all: { zh: '全部核对', en: 'All checked' },
  left: {
    zh: '还有 {{count}} 件没有核对，请看过并勾选后再接收。',
    en: { one: '{{count}} case is not checked yet.', other: '{{count}} cases are not checked yet.' },
  },
  signed: { zh: '签核', en: 'Signed' },
  version: { zh: '第 {{revision}} 版内容', en: 'version {{revision}}' },
  hash: { zh: '内容摘要 SHA-256：{{hash}}', en: 'SHA-256 of the content: {{hash}}' },
  answered: { zh: '{{name}} 于', en: '{{name}},' },
})

/** One hand-over: the list to be looked through, and what the viewer may do. */
export function HandoverPage() {
  const { id = '' } = useParams()
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const sides = useSides()
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const { data, error, refetch } = useQuery(HandoverQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  useRefreshOnReturn(() => void refetch().catch(() => undefined))
  useLiveRecord(id, refetch)
  const brief = data?.handover ? readFragment(HandoverInBrief, data.handover) : undefined
  const title = brief ? say('between', sides(brief)) : undefined
  useWorkTab(brief && sayWord(HANDOVER_KIND_LABELS[brief.kind]), title)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { handover } = data
  if (!handover || !brief || title === undefined)
    return <EmptyState title={say('missing')} hint={say('missingHint')} />

  const { status, kind, caseCount, availableActions } = brief
  const items = handover.items.map((item) => readFragment(HandoverItem, item))
  const cases = items.filter(({ promiseKind }) => promiseKind === null)
  const toCheck = cases.filter(({ state }) => state === 'STANDS')
  const checks = availableActions.includes('ACCEPT')
  const left = toCheck.filter((item) => !seen.has(item.id)).length
  return (
    <>
      <PageHeader
        title={title}
        back={{ to: path('handovers'), label: say('back') }}
        subtitle={
          <Inline gap={3}>
            <HandoverMark status={status} />
            <span>{sayWord(HANDOVER_KIND_LABELS[kind])}</span>
            <span>
              {say('offered')} <Instant at={brief.offeredAt} />
            </span>
            {brief.answeredAt && brief.answeredBy && (
              <span>
                {say('answered', { name: brief.answeredBy.name })} <Instant at={brief.answeredAt} />
              </span>
            )}
            <LiveMark />
          </Inline>
        }
      />
      <Stack gap={4}>
        {status === 'OFFERED' && (
          <Alert
            role="status"
            type="info"
            showIcon
            title={say('stillGiver', { giver: sides(brief).giver })}
          />
        )}
        <HandoverVerbs
          handover={brief}
          onReload={refetch}
          holds={() => (left > 0 ? say('left', { count: left }) : undefined)}
        />
        {handover.note && (
          <Panel title={say('note')}>
            <Prose said>{handover.note}</Prose>
          </Panel>
        )}
        {handover.reason && (
          <Panel title={say('reason')}>
            <Prose said>{handover.reason}</Prose>
          </Panel>
        )}
        {handover.signOffs.length > 0 && (
          <Panel title={say('signed')}>
            <Stack gap={2}>
              {handover.signOffs.map(({ id: key, meaning, role, at, revision, contentHash, signer }) => (
                <Inline key={key} gap={2}>
                  <SignOffIcon aria-hidden />
                  <span className="st-strong">{sayWord(MEANING_LABELS[meaning])}</span>
                  <span>
                    {signer?.name} · {sayWord(ROLE_LABELS[role])}
                  </span>
                  <Instant at={at} show="both" />
                  <span className="st-quiet">{say('version', { revision })}</span>
                  <span className="st-quiet st-code" title={say('hash', { hash: contentHash })}>
                    {contentHash.slice(0, 8)}
                  </span>
                </Inline>
              ))}
            </Stack>
          </Panel>
        )}
        <Panel
          title={say('list', { count: caseCount })}
          actions={
            checks &&
            toCheck.length > 1 && (
              <Button size="small" onClick={() => setSeen(new Set(toCheck.map((item) => item.id)))}>
                {say('all')}
              </Button>
            )
          }
        >
          <ul className="st-cards" aria-label={say('list', { count: caseCount })}>
            {cases.map((item) => (
              <ListedCase
                key={item.id}
                item={item}
                promises={items.filter((it) => it.number === item.number && it.promiseKind !== null)}
                handover={brief}
                mayAsk={availableActions.includes('ASK')}
                mayReply={availableActions.includes('REPLY')}
                seen={checks ? seen.has(item.id) : undefined}
                onSeen={(on) =>
                  setSeen(
                    (before) =>
                      new Set(on ? [...before, item.id] : [...before].filter((it) => it !== item.id)),
                  )
                }
                onReload={refetch}
              />
            ))}
          </ul>
        </Panel>
      </Stack>
    </>
  )
}
