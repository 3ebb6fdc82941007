import {
  CLIENT_ACTION_LABELS,
  CLIENT_INPUTS,
  CONTACT_CHANNEL_LABELS,
  CONTACT_CHANNELS,
  CONTACT_FREQUENCIES,
  CONTACT_FREQUENCY_LABELS,
  CONTACT_RANK_LABELS,
  CONTACT_RANKS,
  DECISION_ROLE_LABELS,
  DECISION_ROLES,
  type ContactChannel,
  type ContactFrequency,
  type ContactRank,
  type DecisionRole,
} from '@steward/domain'
import type { ClientContactCardFragment } from '@steward/graphql-client'
import { messages, useCheckInput, useDraft, useMay, useMessages, useSay } from '@steward/portal'
import { Checkbox, Choice, Field, Form, Input, Select } from '@steward/ui'
import { ReachField } from './amend-form.tsx'
import { AddContact, AmendContact } from './archive-documents.ts'
import { optionsOf, stated } from './options.ts'
import { useArchiveAct, type ArchiveSurroundings } from './use-archive-act.ts'

const texts = messages({
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  email: { zh: '邮箱', en: 'E-mail' },
  keep: { zh: '现为 {{masked}}；不变就留空', en: 'Now {{masked}}; leave empty to keep it' },
  phoneGone: { zh: '电话已停用，删除', en: 'The number is out of use: remove it' },
  emailGone: { zh: '邮箱已停用，删除', en: 'The address is out of use: remove it' },
  employer: { zh: '单位', en: 'Employer' },
  position: { zh: '职务', en: 'Position' },
  rank: { zh: '层级', en: 'Rank' },
  decisionRoles: { zh: '决策作用', en: 'Part in decisions' },
  channels: { zh: '愿意怎样联系', en: 'Likes to be reached by' },
  preferredHours: { zh: '方便的时间', en: 'When' },
  hoursHint: { zh: '如：工作日 14:00–17:00', en: 'E.g. workdays 14:00–17:00' },
  frequency: { zh: '约定的联系频次', en: 'How often, as agreed' },
  concerns: { zh: '看重什么', en: 'What they value' },
  birthday: { zh: '生日', en: 'Birthday' },
  interests: { zh: '兴趣爱好', en: 'Interests' },
  doNotContact: { zh: '请勿打扰（除非对方先找我们）', en: 'Do not contact, unless they come to us' },
  primary: { zh: '设为主要联系人', en: 'The first one to turn to' },
  added: { zh: '已新增', en: 'Added' },
  amended: { zh: '已修改', en: 'Amended' },
})

interface Values {
  readonly name: string
  readonly phone?: string
  readonly phoneGone?: boolean
  readonly email?: string
  readonly emailGone?: boolean
  readonly employer?: string
  readonly position?: string
  readonly rank?: ContactRank
  readonly decisionRoles?: DecisionRole[]
  readonly channels?: ContactChannel[]
  readonly preferredHours?: string
  readonly frequency?: ContactFrequency
  readonly concerns?: string
  readonly birthday?: string
  readonly interests?: string
  readonly doNotContact?: boolean
  readonly primary?: boolean
}

interface ContactFormProps extends ArchiveSurroundings {
  readonly clientId: string
  /** Absent: a new one. */
  readonly contact: ClientContactCardFragment | undefined
}

const initialOf = (contact: ClientContactCardFragment): Partial<Values> => {
  const { id: _, version: _version, isPrimary, phoneMasked: _phone, emailMasked: _email, ...told } = contact
  return { ...(stated(told) as Partial<Values>), primary: isPrimary }
}

export function ContactForm({ clientId, contact, ...surroundings }: ContactFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const check = useCheckInput()
  const draft = useDraft<Values>(`contact.${contact?.id ?? clientId}`)
  const add = useArchiveAct(AddContact, say('added'), surroundings)
  const amend = useArchiveAct(AmendContact, say('amended'), surroundings)
  const verb = sayWord(CLIENT_ACTION_LABELS[contact ? 'amendContact' : 'addContact'])
  const told = ({ phoneGone, emailGone, phone, email, ...values }: Values) => ({
    ...stated(values),
    name: values.name ?? '',
    ...(phoneGone ? { phone: '' } : stated({ phone })),
    ...(emailGone ? { email: '' } : stated({ email })),
  })
  const send = (values: Values) =>
    contact
      ? amend({ ...told(values), contactId: contact.id, expectedVersion: contact.version })
      : add({ ...told(values), clientId })
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ ...(contact ? initialOf(contact) : {}), ...draft.found }}
      onChange={draft.keep}
      onCancel={surroundings.onClose}
      check={(values) =>
        contact
          ? check(CLIENT_INPUTS.amendContact, { ...told(values), expectedVersion: contact.version })
          : check(CLIENT_INPUTS.addContact, told(values))
      }
      onSubmit={async (values) => {
        const refused = await send(values)
        if (!refused) draft.drop()
        return refused
      }}
    >
      <Field name="name" label={say('name')} required>
        <Input autoFocus maxLength={100} autoComplete="off" />
      </Field>
      <ReachField
        name="phone"
        label={say('phone')}
        hint={contact?.phoneMasked ? say('keep', { masked: contact.phoneMasked }) : ''}
        gone={contact?.phoneMasked ? say('phoneGone') : undefined}
      />
      <ReachField
        name="email"
        label={say('email')}
        hint={contact?.emailMasked ? say('keep', { masked: contact.emailMasked }) : ''}
        gone={contact?.emailMasked ? say('emailGone') : undefined}
      />
      <Field name="employer" label={say('employer')}>
        <Input maxLength={100} />
      </Field>
      <Field name="position" label={say('position')}>
        <Input maxLength={60} />
      </Field>
      <Field name="rank" label={say('rank')}>
        <Choice options={optionsOf(CONTACT_RANKS, CONTACT_RANK_LABELS, sayWord)} />
      </Field>
      <Field name="decisionRoles" label={say('decisionRoles')}>
        <Select mode="multiple" options={optionsOf(DECISION_ROLES, DECISION_ROLE_LABELS, sayWord)} />
      </Field>
      <Field name="channels" label={say('channels')}>
        <Select mode="multiple" options={optionsOf(CONTACT_CHANNELS, CONTACT_CHANNEL_LABELS, sayWord)} />
      </Field>
      <Field name="preferredHours" label={say('preferredHours')} hint={say('hoursHint')}>
        <Input maxLength={60} />
      </Field>
      <Field name="frequency" label={say('frequency')}>
        <Select allowClear options={optionsOf(CONTACT_FREQUENCIES, CONTACT_FREQUENCY_LABELS, sayWord)} />
      </Field>
      {may('client:readParticulars') && (
        <>
          <Field name="concerns" label={say('concerns')}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
          </Field>
          <Field name="interests" label={say('interests')}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
          </Field>
          <Field name="birthday" label={say('birthday')}>
            <Input type="date" />
          </Field>
        </>
      )}
      <Field name="doNotContact" label={say('doNotContact')} toggles unlabelled>
        <Checkbox>{say('doNotContact')}</Checkbox>
      </Field>
      {!contact?.isPrimary && (
        <Field name="primary" label={say('primary')} toggles unlabelled>
          <Checkbox>{say('primary')}</Checkbox>
        </Field>
      )}
    </Form>
  )
}
