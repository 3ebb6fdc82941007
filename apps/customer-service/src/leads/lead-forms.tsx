import {
  CONTACT_CHANNEL_LABELS,
  CONTACT_CHANNELS,
  LEAD_ACTION_LABELS,
  LEAD_INPUTS,
  LEAD_LOSS_REASON_LABELS,
  LEAD_LOSS_REASONS,
  type ContactChannel,
  type LeadLossReason,
} from '@steward/domain'
import type { LeadActionsFragment } from '@steward/graphql-client'
import { messages, PersonSelect, useCheckInput, useDraft, useMessages, useSay } from '@steward/portal'
import { Choice, Field, Form, Input, Select } from '@steward/ui'
import type { ComponentType } from 'react'
import { optionsOf, stated } from '../clients/page/options.ts'
import { useArchiveAct, type ArchiveSurroundings } from '../clients/page/use-archive-act.ts'
import { AssignLead, ContactLead, LoseLead, QualifyLead, ReleaseLead } from './lead-documents.ts'
import { NeedField, NextStepFields } from './lead-fields.tsx'

const texts = messages({
  channel: { zh: '怎么联系的', en: 'How' },
  said: { zh: '谈了什么', en: 'What was said' },
  contacted: { zh: '已登记联系', en: 'The contact is logged' },
  note: { zh: '说明', en: 'Note' },
  qualified: { zh: '意向已确认', en: 'Qualified' },
  assignee: { zh: '分给谁', en: 'To whom' },
  assigneeHint: {
    zh: '销售或专职客户经理；对方会收到消息',
    en: 'Sales or a key account manager; they are told',
  },
  assigned: { zh: '已分配', en: 'Assigned' },
  why: { zh: '为什么退回', en: 'Why it goes back' },
  whyHint: { zh: '接手的同事会看到', en: 'Whoever takes it over reads it' },
  released: { zh: '已退回公海', en: 'Back in the pool' },
  reason: { zh: '原因', en: 'Why' },
  lost: { zh: '已标记流失', en: 'Marked as lost' },
})

export type FormAction = 'contact' | 'qualify' | 'assign' | 'release' | 'lose'

interface LeadFormProps extends ArchiveSurroundings {
  readonly lead: LeadActionsFragment
}

interface ContactValues {
  readonly channel: ContactChannel
  readonly note?: string
  readonly nextStep?: string
  readonly nextStepOn?: string
}

/** After a call: how, what was said, what comes next. What was planned before is done with. */
function ContactForm({ lead, ...surroundings }: LeadFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const draft = useDraft<ContactValues>(`contact.${lead.id}`)
  const act = useArchiveAct(ContactLead, say('contacted'), surroundings)
  const verb = sayWord(LEAD_ACTION_LABELS.contact)
  const inputOf = ({ channel, note, nextStep, nextStepOn }: ContactValues) => ({
    leadId: lead.id,
    expectedVersion: lead.version,
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
      check={(values) => check(LEAD_INPUTS.contact, inputOf(values))}
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
      <NextStepFields />
    </Form>
  )
}

interface QualifyValues {
  readonly need?: string
  readonly note?: string
}

function QualifyForm({ lead, ...surroundings }: LeadFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const act = useArchiveAct(QualifyLead, say('qualified'), surroundings)
  const verb = sayWord(LEAD_ACTION_LABELS.qualify)
  const inputOf = (values: QualifyValues) => ({
    leadId: lead.id,
    expectedVersion: lead.version,
    ...stated({ ...values }),
  })
  return (
    <Form<QualifyValues>
      label={verb}
      verb={verb}
      initial={{ need: lead.need ?? '' }}
      onCancel={surroundings.onClose}
      check={(values) => check(LEAD_INPUTS.qualify, inputOf(values))}
      onSubmit={(values) => act(inputOf(values))}
    >
      <NeedField />
      <Field name="note" label={say('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
    </Form>
  )
}

interface AssignValues {
  readonly assigneeId?: string
  readonly note?: string
}

function AssignForm({ lead, ...surroundings }: LeadFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const act = useArchiveAct(AssignLead, say('assigned'), surroundings)
  const verb = sayWord(LEAD_ACTION_LABELS.assign)
  return (
    <Form<AssignValues>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      onSubmit={({ assigneeId, note }) =>
        act({
          leadId: lead.id,
          expectedVersion: lead.version,
          assigneeId: assigneeId ?? '',
          ...stated({ note }),
        })
      }
    >
      <Field name="assigneeId" label={say('assignee')} hint={say('assigneeHint')} required>
        <PersonSelect {...(lead.assignee ? { except: lead.assignee.id } : {})} />
      </Field>
      <Field name="note" label={say('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
    </Form>
  )
}

function ReleaseForm({ lead, ...surroundings }: LeadFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const act = useArchiveAct(ReleaseLead, say('released'), surroundings)
  const verb = sayWord(LEAD_ACTION_LABELS.release)
  return (
    <Form<{ reason: string }>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      check={({ reason }) => check(LEAD_INPUTS.release, { reason, expectedVersion: lead.version })}
      onSubmit={({ reason }) => act({ leadId: lead.id, expectedVersion: lead.version, reason })}
    >
      <Field name="reason" label={say('why')} hint={say('whyHint')} required>
        <Input maxLength={200} autoFocus />
      </Field>
    </Form>
  )
}

interface LoseValues {
  readonly reason: LeadLossReason
  readonly note?: string
}

function LoseForm({ lead, ...surroundings }: LeadFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const act = useArchiveAct(LoseLead, say('lost'), surroundings)
  const verb = sayWord(LEAD_ACTION_LABELS.lose)
  return (
    <Form<LoseValues>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      onSubmit={({ reason, note }) =>
        act({ leadId: lead.id, expectedVersion: lead.version, reason, ...stated({ note }) })
      }
    >
      <Field name="reason" label={say('reason')} required>
        <Select options={optionsOf(LEAD_LOSS_REASONS, LEAD_LOSS_REASON_LABELS, sayWord)} />
      </Field>
      <Field name="note" label={say('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Field>
    </Form>
  )
}

/** The form of each verb that asks for something. */
export const LEAD_FORMS: Readonly<Record<FormAction, ComponentType<LeadFormProps>>> = {
  contact: ContactForm,
  qualify: QualifyForm,
  assign: AssignForm,
  release: ReleaseForm,
  lose: LoseForm,
}
