import {
  ELECTRONIC_DELIVERY_LABELS,
  DISPUTE_VERDICT_LABELS,
  DISPUTE_VERDICTS,
  RECEIVABLE_KIND_LABELS,
  RECONCILIATION_ACTION_LABELS,
  RECONCILIATION_INPUTS,
  STATEMENT_CHANNEL_LABELS,
  STATEMENT_CHANNELS,
  type DisputeVerdict,
  type ReconciliationAction,
  type StatementChannel,
} from '@steward/domain'
import type { StatementPartsFragment } from '@steward/graphql-client'
import { messages, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Choice, Field, Form, Input, Select } from '@steward/ui'
import { optionsOf } from '../../clients/page/options.ts'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import {
  AnswerReconciliation,
  ConfirmReconciliation,
  DisputeReconciliation,
  MarkToldReconciliation,
  SendReconciliation,
} from './reconciliation-documents.ts'

/** Sending again has no form: it is a button beside what was not delivered. */
export type StatementVerb = Exclude<ReconciliationAction, 'issue' | 'resend'>

const texts = messages({
  channel: { zh: '送达方式', en: 'How it goes' },
  byMail: {
    zh: '选“电子邮件”由系统发出，选“微信”备好话术由您发送，其余为已当面或邮寄交付。',
    en: 'By e-mail the system sends it; for WeChat the words are made ready for you; the rest is handed over.',
  },
  note: { zh: '客户怎么说', en: 'What the client said' },
  confirmedBy: { zh: '客户方确认人', en: 'Who confirmed' },
  lines: { zh: '明细', en: 'Lines' },
  reason: { zh: '异议理由', en: 'What they object to' },
  reasonHint: {
    zh: '异议的明细在答复之前不催收',
    en: 'A line in dispute is not dunned before it is answered',
  },
  verdict: { zh: '答复', en: 'Verdict' },
  answer: { zh: '说明', en: 'Answer' },
  done: { zh: '已登记', en: 'Recorded' },
})

interface VerbProps extends ArchiveSurroundings {
  readonly statement: StatementPartsFragment
}

export function StatementVerbForm({ verb, ...props }: VerbProps & { readonly verb: StatementVerb }) {
  switch (verb) {
    case 'send':
      return <SendForm {...props} />
    case 'markTold':
      return <MarkToldForm {...props} />
    case 'confirm':
      return <ConfirmForm {...props} />
    case 'dispute':
      return <DisputeForm {...props} />
    case 'answer':
      return <AnswerForm {...props} />
  }
}

const useVerb = (verb: StatementVerb): string => useSay()(RECONCILIATION_ACTION_LABELS[verb])
const head = ({ id, version }: StatementPartsFragment) => ({ reconciliationId: id, expectedVersion: version })

function SendForm({ statement, ...surroundings }: VerbProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const verb = useVerb('send')
  const act = useArchiveAct(SendReconciliation, say('done'), surroundings)
  return (
    <Form<{ readonly channel: StatementChannel }>
      label={verb}
      verb={verb}
      initial={{ channel: statement.electronicDelivery === 'READY' ? 'EMAIL' : 'WECHAT' }}
      onCancel={surroundings.onClose}
      onSubmit={({ channel }) => act({ ...head(statement), channel })}
    >
      <Field
        name="channel"
        label={say('channel')}
        hint={`${say('byMail')} ${sayWord(ELECTRONIC_DELIVERY_LABELS[statement.electronicDelivery])}`}
      >
        <Choice options={optionsOf(STATEMENT_CHANNELS, STATEMENT_CHANNEL_LABELS, sayWord)} />
      </Field>
    </Form>
  )
}

function MarkToldForm({ statement, ...surroundings }: VerbProps) {
  const say = useMessages(texts)
  const verb = useVerb('markTold')
  const act = useArchiveAct(MarkToldReconciliation, say('done'), surroundings)
  return (
    <Form<{ readonly note?: string }>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      onSubmit={({ note }) => act({ ...head(statement), note: note?.trim() || null })}
    >
      <Field name="note" label={say('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
      </Field>
    </Form>
  )
}

function ConfirmForm({ statement, ...surroundings }: VerbProps) {
  const say = useMessages(texts)
  const verb = useVerb('confirm')
  const check = useCheckInput()
  const act = useArchiveAct(ConfirmReconciliation, say('done'), surroundings)
  return (
    <Form<{ readonly confirmedBy?: string }>
      label={verb}
      verb={verb}
      initial={statement.client?.name ? { confirmedBy: statement.client.name } : {}}
      onCancel={surroundings.onClose}
      check={({ confirmedBy = '' }) =>
        check(RECONCILIATION_INPUTS.confirm.pick({ confirmedBy: true }), { confirmedBy })
      }
      onSubmit={({ confirmedBy = '' }) => act({ ...head(statement), confirmedBy })}
    >
      <Field name="confirmedBy" label={say('confirmedBy')} required>
        <Input maxLength={100} />
      </Field>
    </Form>
  )
}

/** The lines as they are chosen from. */
function LinesField({ lines }: { readonly lines: StatementPartsFragment['lines'] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <Field name="lineIds" label={say('lines')} required>
      <Select
        mode="multiple"
        options={lines.map(({ id, position, receivable }) => ({
          value: id,
          label: `${position}. ${[receivable && sayWord(RECEIVABLE_KIND_LABELS[receivable.kind]), receivable?.period].filter(Boolean).join(' · ')}`,
        }))}
      />
    </Field>
  )
}

interface Disputed {
  readonly lineIds?: readonly string[]
  readonly reason?: string
}

function DisputeForm({ statement, ...surroundings }: VerbProps) {
  const say = useMessages(texts)
  const verb = useVerb('dispute')
  const act = useArchiveAct(DisputeReconciliation, say('done'), surroundings)
  const lines = statement.lines.filter(({ disputedAt, answeredAt }) => !disputedAt || answeredAt)
  return (
    <Form<Disputed>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      onSubmit={({ lineIds = [], reason = '' }) =>
        act({ ...head(statement), lines: lineIds.map((lineId) => ({ lineId, reason })) })
      }
    >
      <LinesField lines={lines} />
      <Field name="reason" label={say('reason')} hint={say('reasonHint')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} minLength={4} />
      </Field>
    </Form>
  )
}

interface Answered {
  readonly lineIds?: readonly string[]
  readonly verdict: DisputeVerdict
  readonly answer?: string
}

function AnswerForm({ statement, ...surroundings }: VerbProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const verb = useVerb('answer')
  const act = useArchiveAct(AnswerReconciliation, say('done'), surroundings)
  const lines = statement.lines.filter(({ disputedAt, answeredAt }) => disputedAt && !answeredAt)
  return (
    <Form<Answered>
      label={verb}
      verb={verb}
      initial={{ verdict: 'UPHELD', lineIds: lines.length === 1 ? [lines[0]!.id] : [] }}
      onCancel={surroundings.onClose}
      onSubmit={({ lineIds = [], verdict, answer = '' }) =>
        act({ ...head(statement), lines: lineIds.map((lineId) => ({ lineId, verdict, answer })) })
      }
    >
      <LinesField lines={lines} />
      <Field name="verdict" label={say('verdict')}>
        <Choice options={optionsOf(DISPUTE_VERDICTS, DISPUTE_VERDICT_LABELS, sayWord)} />
      </Field>
      <Field name="answer" label={say('answer')} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} minLength={4} />
      </Field>
    </Form>
  )
}
