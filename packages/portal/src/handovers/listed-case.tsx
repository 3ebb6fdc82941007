import {
  HANDOVER_ACTION_LABELS,
  HANDOVER_INPUTS,
  HANDOVER_ITEM_STATE_LABELS,
  PROMISE_KIND_LABELS,
  STATUS_LABELS,
} from '@steward/domain'
import type { HandoverItemFragment } from '@steward/graphql-client'
import {
  AppLink,
  Button,
  Checkbox,
  Field,
  Form,
  Inline,
  Input,
  Instant,
  Prose,
  Sheet,
  StatusTag,
  useNow,
} from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { usePortalPath } from '../routing/routes.tsx'
import { AskHandover, ReplyHandover } from './handover-verb-documents.ts'
import { ListedSeverity } from './handover-words.tsx'

const texts = messages({
  seen: { zh: '已核对', en: 'Checked' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  due: { zh: '最迟', en: 'due' },
  nothingDue: { zh: '没有承诺', en: 'Nothing promised' },
  remark: { zh: '移交说明：{{remark}}', en: 'Remark: {{remark}}' },
  asks: { zh: '{{name}} 问：{{question}}', en: '{{name}} asks: {{question}}' },
  replies: { zh: '答：{{reply}}', en: 'Reply: {{reply}}' },
  question: { zh: '想了解什么', en: 'What you want to know' },
  reply: { zh: '答复', en: 'Reply' },
})

export interface ListedCaseProps {
  /** The line of the case … */
  readonly item: HandoverItemFragment
  /** … and those of its promises. */
  readonly promises: readonly HandoverItemFragment[]
  readonly handover: { readonly id: string; readonly version: number }
  readonly mayAsk: boolean
  readonly mayReply: boolean
  /** Whether the receiver has looked at it; undefined where nobody is to. */
  readonly seen: boolean | undefined
  readonly onSeen: (seen: boolean) => void
  readonly onReload: () => Promise<unknown>
}

/** One case of the list: what it is, what is due, what the giver says, what was asked. */
export function ListedCase(props: ListedCaseProps) {
  const { item, promises, handover, mayAsk, mayReply, seen, onSeen, onReload } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const now = useNow()
  const [speaking, setSpeaking] = useState<'ask' | 'reply'>()
  const { number, complaint, summary, status, state, remark, question, reply, askedBy } = item
  const changed = state !== 'STANDS'
  return (
    <li className="st-card">
      <Inline gap={2}>
        {complaint ? (
          <AppLink to={path(`complaints/${complaint.id}`)}>{number}</AppLink>
        ) : (
          <span className="st-strong">{number}</span>
        )}
        <ListedSeverity severity={item.severity} />
        {status && <StatusTag>{sayWord(STATUS_LABELS[status])}</StatusTag>}
        {changed && (
          <StatusTag tone={state === 'MOVED' ? 'good' : 'neutral'}>
            {sayWord(HANDOVER_ITEM_STATE_LABELS[state])}
          </StatusTag>
        )}
      </Inline>
      {summary && <span className="st-strong">{summary}</span>}
      {promises.length === 0 && <span className="st-quiet">{say('nothingDue')}</span>}
      {promises.map((promise) => (
        <Inline key={promise.id} gap={2}>
          <span>{promise.promiseKind && sayWord(PROMISE_KIND_LABELS[promise.promiseKind])}</span>
          {promise.what && <span className="st-quiet">{promise.what}</span>}
          {promise.dueAt && (
            <span className="st-quiet">
              {say('due')} <Instant at={promise.dueAt} show="both" />
            </span>
          )}
          {promise.state === 'STANDS' && promise.dueAt && Date.parse(promise.dueAt) < now && (
            <StatusTag tone="bad">{say('overdue')}</StatusTag>
          )}
          {promise.state !== 'STANDS' && promise.state !== state && (
            <StatusTag>{sayWord(HANDOVER_ITEM_STATE_LABELS[promise.state])}</StatusTag>
          )}
        </Inline>
      ))}
      {remark && <Prose said>{say('remark', { remark })}</Prose>}
      {question && <Prose>{say('asks', { name: askedBy?.name ?? '', question })}</Prose>}
      {reply && <Prose said>{say('replies', { reply })}</Prose>}
      {!changed && (seen !== undefined || mayAsk || (mayReply && question)) && (
        <Inline gap={4}>
          {seen !== undefined && (
            <Checkbox checked={seen} onChange={({ target }) => onSeen(target.checked)}>
              {say('seen')}
              <span className="st-hidden"> {number}</span>
            </Checkbox>
          )}
          {mayAsk && (
            <Button onClick={() => setSpeaking('ask')}>{sayWord(HANDOVER_ACTION_LABELS.ask)}</Button>
          )}
          {mayReply && question && (
            <Button type={reply ? 'default' : 'primary'} onClick={() => setSpeaking('reply')}>
              {sayWord(HANDOVER_ACTION_LABELS.reply)}
            </Button>
          )}
        </Inline>
      )}
      <Sheet
        open={speaking !== undefined}
        title={speaking && `${sayWord(HANDOVER_ACTION_LABELS[speaking])} · ${number}`}
        onClose={() => setSpeaking(undefined)}
      >
        {speaking && (
          <SpeakForm
            key={speaking}
            action={speaking}
            given={{ handoverId: handover.id, expectedVersion: handover.version, itemId: item.id }}
            onReload={onReload}
            onDone={() => setSpeaking(undefined)}
          />
        )}
      </Sheet>
    </li>
  )
}

interface SpeakFormProps {
  readonly action: 'ask' | 'reply'
  readonly given: { readonly handoverId: string; readonly expectedVersion: number; readonly itemId: string }
  readonly onReload: () => Promise<unknown>
  readonly onDone: () => void
}

function SpeakForm({ action, given, onReload, onDone }: SpeakFormProps) {
  const say = useMessages(texts)
  const label = useSay()(HANDOVER_ACTION_LABELS[action])
  const checkInput = useCheckInput()
  const ask = useAct(AskHandover)
  const reply = useAct(ReplyHandover)
  const name = action === 'ask' ? 'question' : 'reply'
  return (
    <Form<{ question: string; reply: string }>
      label={label}
      verb={label}
      check={(values) => checkInput(HANDOVER_INPUTS[action], { ...given, ...values })}
      onSubmit={async (values) => {
        const { refused } =
          action === 'ask'
            ? await ask({ ...given, question: values.question })
            : await reply({ ...given, reply: values.reply })
        await onReload()
        if (!refused) onDone()
        return refused
      }}
    >
      <Field name={name} label={say(name)} required wide>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} autoFocus />
      </Field>
    </Form>
  )
}
