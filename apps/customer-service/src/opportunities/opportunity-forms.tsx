import {
  CONTACT_CHANNEL_LABELS,
  CONTACT_CHANNELS,
  OPPORTUNITY_ACTION_LABELS,
  OPPORTUNITY_INPUTS,
  OPPORTUNITY_LOSS_REASON_LABELS,
  OPPORTUNITY_LOSS_REASONS,
  type ContactChannel,
  type OpportunityLossReason,
} from '@steward/domain'
import { messages, PersonSelect, useCheckInput, useDraft, useMessages, useSay } from '@steward/portal'
import { Choice, Field, Form, Input, Select } from '@steward/ui'
import type { ComponentType } from 'react'
import { optionsOf, stated } from '../clients/page/options.ts'
import { useArchiveAct } from '../clients/page/use-archive-act.ts'
import {
  AgreeOpportunity,
  AssignOpportunity,
  ContactOpportunity,
  LoseOpportunity,
  ProposeOpportunity,
  QuoteOpportunity,
  ReopenOpportunity,
  StepBackOpportunity,
} from './opportunity-documents.ts'
import { OpportunityNextFields } from './opportunity-fields.tsx'
import { stepOf, type OpportunityFormProps } from './opportunity-form.ts'
import { WinForm } from './win-forms.tsx'

const texts = messages({
  channel: { zh: '怎么联系的', en: 'How' },
  said: { zh: '谈了什么', en: 'What was said' },
  contacted: { zh: '已登记跟进', en: 'The contact is logged' },
  note: { zh: '说明', en: 'Note' },
  moved: { zh: '已进入下一阶段', en: 'On to the next stage' },
  back: { zh: '已退回上一阶段', en: 'Back to the stage before' },
  why: { zh: '为什么', en: 'Why' },
  assignee: { zh: '交给谁', en: 'To whom' },
  assigneeHint: {
    zh: '销售或专职客户经理；对方会收到消息',
    en: 'Sales or a key account manager; they are told',
  },
  assigned: { zh: '已转交', en: 'Assigned' },
  reason: { zh: '失败原因', en: 'Why it was lost' },
  lost: { zh: '已标记失败', en: 'Marked as lost' },
  reopened: { zh: '已重新跟进', en: 'Reopened' },
})

export type FormAction =
  | 'contact'
  | 'propose'
  | 'quote'
  | 'agree'
  | 'win'
  | 'assign'
  | 'stepBack'
  | 'lose'
  | 'reopen'

interface ContactValues {
  readonly channel: ContactChannel
  readonly note?: string
  readonly nextStep?: string
  readonly nextStepOn?: string
}

/** After a call or a visit: how, what was said, what comes next. What was planned before is done with. */
function ContactForm({ opportunity, ...surroundings }: OpportunityFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const draft = useDraft<ContactValues>(`contact.${opportunity.id}`)
  const act = useArchiveAct(ContactOpportunity, say('contacted'), surroundings)
  const verb = sayWord(OPPORTUNITY_ACTION_LABELS.contact)
  const inputOf = ({ channel, note, nextStep, nextStepOn }: ContactValues) => ({
    ...stepOf(opportunity),
    channel,
    note: note ?? '',
    ...stated({ nextStep, ...(nextStep?.trim() ? { nextStepOn } : {}) }),
  })
  return (
    <Form<ContactValues>
      label={verb}
      verb={verb}
      initial={{ channel: 'PHONE', ...draft.found }}
      onChange={draft.keep}
      onCancel={surroundings.onClose}
      check={(values) => check(OPPORTUNITY_INPUTS.contact, inputOf(values))}
      onSubmit={async (values) => {
        const refused = await act(inputOf(values))
        if (!refused) draft.drop()
        return refused
      }}
    >
      <Field name="channel" label={say('channel')}>
        <Choice options={optionsOf(CONTACT_CHANNELS, CONTACT_CHANNEL_LABELS, sayWord)} />
      </Field>
      <Field name="note" label={say('said')} required>
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Field>
      <OpportunityNextFields />
    </Form>
  )
}

const ON = { propose: ProposeOpportunity, quote: QuoteOpportunity, agree: AgreeOpportunity } as const
const BACK = { stepBack: StepBackOpportunity, reopen: ReopenOpportunity } as const

/** On to the next stage: with a word, where there is one to say. */
const onward = (action: keyof typeof ON) =>
  function OnwardForm({ opportunity, ...surroundings }: OpportunityFormProps) {
    const say = useMessages(texts)
    const verb = useSay()(OPPORTUNITY_ACTION_LABELS[action])
    const act = useArchiveAct(ON[action] as typeof ProposeOpportunity, say('moved'), surroundings)
    return (
      <Form<{ note?: string }>
        label={verb}
        verb={verb}
        onCancel={surroundings.onClose}
        onSubmit={({ note }) => act({ ...stepOf(opportunity), ...stated({ note }) })}
      >
        <Field name="note" label={say('note')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Field>
      </Form>
    )
  }

/** Back, or begun again: never without saying why. */
const explained = (action: keyof typeof BACK) =>
  function ExplainedForm({ opportunity, ...surroundings }: OpportunityFormProps) {
    const say = useMessages(texts)
    const check = useCheckInput()
    const verb = useSay()(OPPORTUNITY_ACTION_LABELS[action])
    const done = say(action === 'stepBack' ? 'back' : 'reopened')
    const act = useArchiveAct(BACK[action] as typeof StepBackOpportunity, done, surroundings)
    const inputOf = ({ note = '' }: { note?: string }) => ({ ...stepOf(opportunity), note })
    return (
      <Form<{ note?: string }>
        label={verb}
        verb={verb}
        onCancel={surroundings.onClose}
        check={(values) => check(OPPORTUNITY_INPUTS[action], inputOf(values))}
        onSubmit={(values) => act(inputOf(values))}
      >
        <Field name="note" label={say('why')} required>
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Field>
      </Form>
    )
  }

interface AssignValues {
  readonly assigneeId?: string
  readonly note?: string
}

function AssignForm({ opportunity, ...surroundings }: OpportunityFormProps) {
  const say = useMessages(texts)
  const act = useArchiveAct(AssignOpportunity, say('assigned'), surroundings)
  const verb = useSay()(OPPORTUNITY_ACTION_LABELS.assign)
  return (
    <Form<AssignValues>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      onSubmit={({ assigneeId, note }) =>
        act({ ...stepOf(opportunity), assigneeId: assigneeId ?? '', ...stated({ note }) })
      }
    >
      <Field name="assigneeId" label={say('assignee')} hint={say('assigneeHint')} required>
        <PersonSelect {...(opportunity.assignee ? { except: opportunity.assignee.id } : {})} />
      </Field>
      <Field name="note" label={say('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
    </Form>
  )
}

interface LoseValues {
  readonly reason: OpportunityLossReason
  readonly note?: string
}

function LoseForm({ opportunity, ...surroundings }: OpportunityFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const act = useArchiveAct(LoseOpportunity, say('lost'), surroundings)
  const verb = sayWord(OPPORTUNITY_ACTION_LABELS.lose)
  return (
    <Form<LoseValues>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      onSubmit={({ reason, note }) => act({ ...stepOf(opportunity), reason, ...stated({ note }) })}
    >
      <Field name="reason" label={say('reason')} required>
        <Select options={optionsOf(OPPORTUNITY_LOSS_REASONS, OPPORTUNITY_LOSS_REASON_LABELS, sayWord)} />
      </Field>
      <Field name="note" label={say('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
    </Form>
  )
}

/** The form of each verb that asks for something. */
export const OPPORTUNITY_FORMS: Readonly<Record<FormAction, ComponentType<OpportunityFormProps>>> = {
  contact: ContactForm,
  propose: onward('propose'),
  quote: onward('quote'),
  agree: onward('agree'),
  win: WinForm,
  assign: AssignForm,
  stepBack: explained('stepBack'),
  lose: LoseForm,
  reopen: explained('reopen'),
}
