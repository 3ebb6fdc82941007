import {
  CLIENT_CHANNEL_LABELS,
  CLIENT_NOTICE_STATUS_LABELS,
  RECONCILIATION_ACTION_LABELS,
  RECONCILIATION_FROM,
  STATEMENT_NOTICE_FROM,
} from '@steward/domain'
import type { StatementPartsFragment } from '@steward/graphql-client'
import { messages, useAct, useMay, useMessages, useSay } from '@steward/portal'
import {
  Button,
  CopyButton,
  Inline,
  Instant,
  Panel,
  Prose,
  Stack,
  StatusTag,
  useNotify,
  useUi,
  type Tone,
} from '@steward/ui'
import { ResendReconciliation } from './reconciliation-documents.ts'

const texts = messages({
  title: { zh: '送达', en: 'Sent to the client' },
  by: { zh: '方式', en: 'By' },
  queued: { zh: '邮件排队发送中。', en: 'The mail is on its way.' },
  copy: { zh: '复制后发给客户，发出后登记送达', en: 'Copy it, send it, then mark it as told' },
  again: { zh: '邮件已重新排队', en: 'The mail is queued again' },
})

type Told = StatementPartsFragment['notices'][number]

const TONES: Readonly<Record<Told['status'], Tone>> = {
  OWED: 'warn',
  SENT: 'good',
  TOLD: 'good',
  FAILED: 'bad',
  WAIVED: 'neutral',
}

interface StatementToldProps {
  readonly statement: StatementPartsFragment
  readonly onMark: () => void
  readonly onReload: () => Promise<unknown>
}

/** What became of the words that went out. */
export function StatementTold({ statement, onMark, onReload }: StatementToldProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const notify = useNotify()
  const { locale } = useUi()
  const resend = useAct(ResendReconciliation)
  const { id, version, state, electronicDelivery, notices } = statement
  const [told] = notices
  if (!told) return null
  const can = (verb: 'markTold' | 'resend') =>
    may(`reconciliation:${verb}`) &&
    RECONCILIATION_FROM[verb].includes(state) &&
    (STATEMENT_NOTICE_FROM[verb] as readonly string[]).includes(told.status)
  const sendAgain = async () => {
    const { refused } = await resend({ reconciliationId: id, expectedVersion: version })
    if (refused?.message) notify.failed(refused.message)
    else notify.done(say('again'))
    await onReload()
  }
  const words = locale === 'en' ? told.wordsEn : told.wordsZh
  const isOpen = told.status === 'OWED' || told.status === 'FAILED'
  return (
    <Panel title={say('title')}>
      <Stack gap={2}>
        <Inline gap={2}>
          <StatusTag tone={TONES[told.status]}>{sayWord(CLIENT_NOTICE_STATUS_LABELS[told.status])}</StatusTag>
          <span className="st-quiet">
            {say('by')} {sayWord(CLIENT_CHANNEL_LABELS[told.channel])}
          </span>
          <span className="st-quiet">
            <Instant at={told.settledAt ?? told.owedAt} /> {told.toldBy?.name}
          </span>
        </Inline>
        {told.note && <Prose said>{told.note}</Prose>}
        {isOpen && (
          <>
            <Inline gap={2}>
              <span className="st-quiet">
                {say(told.status === 'OWED' && told.channel === 'MAIL' ? 'queued' : 'copy')}
              </span>
              <CopyButton text={words} />
            </Inline>
            <Prose said>{words}</Prose>
            <Inline gap={2}>
              {can('markTold') && (
                <Button type="primary" onClick={onMark}>
                  {sayWord(RECONCILIATION_ACTION_LABELS.markTold)}
                </Button>
              )}
              {can('resend') && told.channel === 'MAIL' && electronicDelivery === 'READY' && (
                <Button onClick={() => void sendAgain()}>
                  {sayWord(RECONCILIATION_ACTION_LABELS.resend)}
                </Button>
              )}
            </Inline>
          </>
        )}
      </Stack>
    </Panel>
  )
}
