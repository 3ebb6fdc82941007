import { useQuery } from '@apollo/client/react'
import {
  CLIENT_CHANNEL_LABELS,
  CLIENT_NOTICE_STATUS_LABELS,
  STATUS_LABELS,
  WAIVER_REASON_TEXTS,
} from '@steward/domain'
import { messages, useAct, useMay, useMessages, useRefreshOnReturn, useSay } from '@steward/portal'
import {
  Button,
  CopyButton,
  Fold,
  Inline,
  Instant,
  Panel,
  Prose,
  Segmented,
  Stack,
  StatusTag,
  Timeline,
  useNotify,
  useUi,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'
import { ClientNoticesOfCase, ResendClientNotice, type ClientWord } from './telling-documents.ts'
import { TellingSheet, type TellingAct } from './telling-sheet.tsx'

const texts = messages({
  title: { zh: '告知客户', en: 'Tell the client' },
  owed: { zh: '{{count}} 条待告知', en: '{{count}} to be told' },
  allTold: { zh: '客户已知道最新进展。', en: 'The client knows how far it is.' },
  by: { zh: '方式', en: 'By' },
  words: { zh: '可照着说或复制', en: 'To read aloud or copy' },
  language: { zh: '用语', en: 'Language' },
  told: { zh: '已告知', en: 'Client was told' },
  waive: { zh: '免告知', en: 'Waive' },
  resend: { zh: '重发邮件', en: 'Send the mail again' },
  queued: { zh: '邮件排队发送中，无需人工告知。', en: 'The mail is on its way; nothing to do.' },
  again: { zh: '邮件已重新排队', en: 'The mail is queued again' },
  earlier: { zh: '以前的告知（{{count}}）', en: 'Told before ({{count}})' },
})

const WORD_TONES: Readonly<Record<ClientWord['status'], Tone>> = {
  OWED: 'warn',
  SENT: 'good',
  TOLD: 'good',
  FAILED: 'bad',
  WAIVED: 'neutral',
}

/** What the client is owed: the newest word ready to be said, and what became of those before. */
export function TellClient({ complaintId }: { readonly complaintId: string }) {
  const may = useMay()
  return may('clientNotice:read') ? <Words complaintId={complaintId} /> : null
}

function Words({ complaintId }: { readonly complaintId: string }) {
  const say = useMessages(texts)
  const [act, setAct] = useState<TellingAct>()
  const { data, refetch } = useQuery(ClientNoticesOfCase, {
    variables: { id: complaintId },
    fetchPolicy: 'cache-and-network',
  })
  useRefreshOnReturn(() => void refetch().catch(() => undefined))
  const words = data?.clientNotices.edges.map(({ node }) => node) ?? []
  if (words.length === 0) return null
  const open = words.filter(({ status }) => status === 'OWED' || status === 'FAILED')
  const settled = words.filter(({ status }) => status !== 'OWED' && status !== 'FAILED')
  const [latest] = open
  return (
    <Panel
      title={say('title')}
      actions={open.length > 0 && <StatusTag tone="warn">{say('owed', { count: open.length })}</StatusTag>}
    >
      <Stack gap={3}>
        {latest ? (
          <OwedWord word={latest} onAct={setAct} onDone={() => void refetch()} />
        ) : (
          <p className="st-quiet">{say('allTold')}</p>
        )}
        {settled.length > 0 && (
          <Fold title={say('earlier', { count: settled.length })}>
            <Settled label={say('title')} words={settled} />
          </Fold>
        )}
      </Stack>
      <TellingSheet act={act} onDone={() => void refetch()} onClose={() => setAct(undefined)} />
    </Panel>
  )
}

interface OwedWordProps {
  readonly word: ClientWord
  readonly onAct: (act: TellingAct) => void
  readonly onDone: () => void
}

function OwedWord({ word, onAct, onDone }: OwedWordProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const resend = useAct(ResendClientNotice)
  const { locale } = useUi()
  const [language, setLanguage] = useState<'zh-CN' | 'en'>(locale === 'en' ? 'en' : 'zh-CN')
  const spoken = language === 'en' ? word.wordsEn : word.wordsZh
  const can = (action: ClientWord['availableActions'][number]) => word.availableActions.includes(action)
  const sendAgain = async () => {
    const { refused } = await resend({ clientNoticeId: word.id, expectedVersion: word.version })
    if (refused?.message) notify.failed(refused.message)
    else notify.done(say('again'))
    onDone()
  }
  return (
    <Stack gap={2}>
      <Inline gap={2}>
        <StatusTag tone={WORD_TONES[word.status]}>
          {sayWord(CLIENT_NOTICE_STATUS_LABELS[word.status])}
        </StatusTag>
        <span className="st-strong">{sayWord(STATUS_LABELS[word.caseStatus])}</span>
        {word.channel && (
          <span className="st-quiet">
            {say('by')} {sayWord(CLIENT_CHANNEL_LABELS[word.channel])}
          </span>
        )}
        <span className="st-quiet">
          <Instant at={word.owedAt} />
        </span>
      </Inline>
      {word.status === 'OWED' && word.channel === 'MAIL' && <p className="st-quiet">{say('queued')}</p>}
      <Inline gap={2}>
        <span className="st-quiet">{say('words')}</span>
        <Segmented
          size="small"
          aria-label={say('language')}
          value={language}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => setLanguage(value === 'en' ? 'en' : 'zh-CN')}
        />
        <CopyButton text={spoken} />
      </Inline>
      <div lang={language}>
        <Prose said>{spoken}</Prose>
      </div>
      <Inline gap={2}>
        {can('MARK_TOLD') && (
          <Button type="primary" onClick={() => onAct({ verb: 'markTold', word })}>
            {say('told')}
          </Button>
        )}
        {can('RESEND') && <Button onClick={() => void sendAgain()}>{say('resend')}</Button>}
        {can('WAIVE') && (
          <Button type="text" onClick={() => onAct({ verb: 'waive', word })}>
            {say('waive')}
          </Button>
        )}
      </Inline>
    </Stack>
  )
}

function Settled({ label, words }: { readonly label: string; readonly words: readonly ClientWord[] }) {
  const sayWord = useSay()
  return (
    <Timeline
      label={label}
      entries={words.map((word) => ({
        key: word.id,
        at: word.settledAt ?? word.owedAt,
        title: (
          <>
            {sayWord(STATUS_LABELS[word.caseStatus])} · {sayWord(CLIENT_NOTICE_STATUS_LABELS[word.status])}
            {word.channel && ` · ${sayWord(CLIENT_CHANNEL_LABELS[word.channel])}`}
          </>
        ),
        by: word.toldBy?.name,
        children: word.note ?? (word.waiver && sayWord(WAIVER_REASON_TEXTS[word.waiver])),
      }))}
    />
  )
}
