import {
  CONTACT_CHANNEL_LABELS,
  CONTACT_CHANNELS,
  PROPOSAL_DECLINE_REASON_LABELS,
  PROPOSAL_DECLINE_REASONS,
  SALES_PROPOSAL_ACTION_LABELS,
  SALES_PROPOSAL_INPUTS,
  type ContactChannel,
  type ProposalDeclineReason,
} from '@steward/domain'
import { messages, useCheckInput, useMessages, useSay, useToday } from '@steward/portal'
import { Field, Form, Input, Select } from '@steward/ui'
import { optionsOf, stated } from '../../clients/page/options.ts'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import type { Clause } from './paper-view.tsx'
import {
  AcceptSalesProposal,
  ChangeSalesProposal,
  DeclineSalesProposal,
  SendSalesProposal,
  WithdrawSalesProposal,
} from './proposal-documents.ts'

const texts = messages({
  channel: { zh: '怎么送达的', en: 'How it was handed over' },
  sentOn: { zh: '送达日期', en: 'Handed over on' },
  sentTo: { zh: '交给谁', en: 'To whom' },
  answeredOn: { zh: '答复日期', en: 'Answered on' },
  reason: { zh: '原因', en: 'Why' },
  note: { zh: '说明', en: 'Note' },
  done: { zh: '已登记', en: 'Recorded' },
})

interface VerbProps extends ArchiveSurroundings {
  readonly proposal: { readonly id: string; readonly version: number }
}
const stepOf = ({ id, version }: VerbProps['proposal']) => ({ proposalId: id, expectedVersion: version })

function Note() {
  const say = useMessages(texts)
  return (
    <Field name="note" label={say('note')}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
    </Field>
  )
}

/** How, when and to whom it was handed over. */
export function SendForm({ proposal, ...surroundings }: VerbProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const today = useToday()
  const act = useArchiveAct(SendSalesProposal, say('done'), surroundings)
  const verb = sayWord(SALES_PROPOSAL_ACTION_LABELS.send)
  type Values = { channel: ContactChannel; sentOn: string; sentTo?: string; note?: string }
  const inputOf = ({ channel, sentOn, sentTo = '', note }: Values) => ({
    ...stepOf(proposal),
    channel,
    sentOn,
    sentTo,
    ...stated({ note }),
  })
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ channel: 'VISIT', sentOn: today }}
      onCancel={surroundings.onClose}
      check={(values) => check(SALES_PROPOSAL_INPUTS.send, inputOf(values))}
      onSubmit={(values) => act(inputOf(values))}
    >
      <Field name="channel" label={say('channel')}>
        <Select options={optionsOf(CONTACT_CHANNELS, CONTACT_CHANNEL_LABELS, sayWord)} />
      </Field>
      <Field name="sentOn" label={say('sentOn')} required>
        <Input type="date" />
      </Field>
      <Field name="sentTo" label={say('sentTo')} required>
        <Input maxLength={100} />
      </Field>
      <Note />
    </Form>
  )
}

/** The client takes it, on that day. */
export function AcceptForm({ proposal, ...surroundings }: VerbProps) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const today = useToday()
  const act = useArchiveAct(AcceptSalesProposal, say('done'), surroundings)
  const verb = useSay()(SALES_PROPOSAL_ACTION_LABELS.accept)
  type Values = { answeredOn: string; note?: string }
  const inputOf = ({ answeredOn, note }: Values) => ({ ...stepOf(proposal), answeredOn, ...stated({ note }) })
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ answeredOn: today }}
      onCancel={surroundings.onClose}
      check={(values) => check(SALES_PROPOSAL_INPUTS.accept, inputOf(values))}
      onSubmit={(values) => act(inputOf(values))}
    >
      <Field name="answeredOn" label={say('answeredOn')} required>
        <Input type="date" />
      </Field>
      <Note />
    </Form>
  )
}

/** The client does not take it: never without saying why. */
export function DeclineForm({ proposal, ...surroundings }: VerbProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const today = useToday()
  const act = useArchiveAct(DeclineSalesProposal, say('done'), surroundings)
  const verb = sayWord(SALES_PROPOSAL_ACTION_LABELS.decline)
  type Values = { answeredOn: string; reason: ProposalDeclineReason; note?: string }
  const inputOf = ({ answeredOn, reason, note }: Values) => ({
    ...stepOf(proposal),
    answeredOn,
    reason,
    ...stated({ note }),
  })
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ answeredOn: today }}
      onCancel={surroundings.onClose}
      check={(values) => check(SALES_PROPOSAL_INPUTS.decline, inputOf(values))}
      onSubmit={(values) => act(inputOf(values))}
    >
      <Field name="answeredOn" label={say('answeredOn')} required>
        <Input type="date" />
      </Field>
      <Field name="reason" label={say('reason')} required>
        <Select options={optionsOf(PROPOSAL_DECLINE_REASONS, PROPOSAL_DECLINE_REASON_LABELS, sayWord)} />
      </Field>
      <Note />
    </Form>
  )
}

export function WithdrawForm({ proposal, ...surroundings }: VerbProps) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const act = useArchiveAct(WithdrawSalesProposal, say('done'), surroundings)
  const verb = useSay()(SALES_PROPOSAL_ACTION_LABELS.withdraw)
  const inputOf = ({ reason = '' }: { reason?: string }) => ({ ...stepOf(proposal), reason })
  return (
    <Form<{ reason?: string }>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      check={(values) => check(SALES_PROPOSAL_INPUTS.withdraw, inputOf(values))}
      onSubmit={(values) => act(inputOf(values))}
    >
      <Field name="reason" label={say('reason')} required>
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
    </Form>
  )
}

interface SectionsProps extends ArchiveSurroundings {
  readonly label: string
  readonly clauses: readonly Clause[]
  readonly act: (
    sections: { position: number; body: string }[],
  ) => ReturnType<ReturnType<typeof useArchiveAct>>
}

/** The free clauses, one field each; all others stay as the template says. */
export function SectionsForm({ label, clauses, act, onClose }: SectionsProps) {
  const free = clauses.filter(({ part }) => part === 'FREE')
  return (
    <Form<Record<string, string>>
      label={label}
      verb={label}
      wide
      initial={Object.fromEntries(free.map(({ position, body }) => [`s${position}`, body]))}
      onCancel={onClose}
      onSubmit={(values) =>
        act(free.map(({ position }) => ({ position, body: values[`s${position}`]?.trim() ?? '' })))
      }
    >
      {free.map(({ position, heading }) => (
        <Field key={position} name={`s${position}`} label={heading} wide>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} maxLength={20_000} />
        </Field>
      ))}
    </Form>
  )
}

export function ChangeProposalForm({
  proposal,
  clauses,
  ...surroundings
}: VerbProps & { readonly clauses: readonly Clause[] }) {
  const say = useMessages(texts)
  const act = useArchiveAct(ChangeSalesProposal, say('done'), surroundings)
  const label = useSay()(SALES_PROPOSAL_ACTION_LABELS.change)
  return (
    <SectionsForm
      {...surroundings}
      label={label}
      clauses={clauses}
      act={(sections) => act({ ...stepOf(proposal), sections })}
    />
  )
}
