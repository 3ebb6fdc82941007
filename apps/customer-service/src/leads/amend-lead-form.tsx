import {
  CLIENT_KIND_LABELS,
  CLIENT_KINDS,
  LEAD_ACTION_LABELS,
  LEAD_INPUTS,
  type ClientKind,
} from '@steward/domain'
import type { LeadAboutFragment } from '@steward/graphql-client'
import { messages, useCheckInput, useDraft, useMessages, useSay } from '@steward/portal'
import { Choice, Field, Form, Input } from '@steward/ui'
import { ReachField } from '../clients/page/amend-form.tsx'
import { optionsOf, stated } from '../clients/page/options.ts'
import { useArchiveAct, type ArchiveSurroundings } from '../clients/page/use-archive-act.ts'
import { besideReferrer, referredBy, referrerOf, type Referred } from '../clients/referrer-field.tsx'
import { AmendLead } from './lead-documents.ts'
import { NeedField, NextStepFields, OriginFields } from './lead-fields.tsx'

const texts = messages({
  name: { zh: '姓名/名称', en: 'Name' },
  kind: { zh: '类别', en: 'Kind' },
  phone: { zh: '新电话', en: 'New phone' },
  email: { zh: '新邮箱', en: 'New e-mail' },
  keep: { zh: '现为 {{masked}}；不变就留空', en: 'Now {{masked}}; leave empty to keep it' },
  none: { zh: '还没有登记', en: 'None is recorded yet' },
  phoneGone: { zh: '电话已停用，删除', en: 'The number is out of use: remove it' },
  emailGone: { zh: '邮箱已停用，删除', en: 'The address is out of use: remove it' },
  done: { zh: '资料已修改', en: 'Amended' },
})

interface Values {
  readonly kind: ClientKind
  readonly name: string
  readonly phone?: string
  readonly phoneGone?: boolean
  readonly email?: string
  readonly emailGone?: boolean
  readonly need?: string
  readonly sourceId?: string
  readonly campaignId?: string
  readonly referredBy?: Referred
  readonly projectId?: string
  readonly nextStep?: string
  readonly nextStepOn?: string
}

/** A new value, none any more, or nothing said about it. */
const changed = (typed: string | undefined, gone: boolean | undefined) =>
  gone ? '' : typed?.trim() ? typed.trim() : undefined

export function AmendLeadForm({
  lead,
  ...surroundings
}: ArchiveSurroundings & { readonly lead: LeadAboutFragment }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const draft = useDraft<Values>(`amend.${lead.id}`)
  const amend = useArchiveAct(AmendLead, say('done'), surroundings)
  const verb = sayWord(LEAD_ACTION_LABELS.amend)
  const inputOf = ({ phone, phoneGone, email, emailGone, referredBy: by, ...told }: Values) => ({
    leadId: lead.id,
    expectedVersion: lead.version,
    kind: told.kind,
    name: told.name,
    need: told.need ?? '',
    ...stated({ sourceId: told.sourceId }),
    campaignId: told.campaignId ?? null,
    projectId: told.projectId ?? null,
    referrerClientId: null,
    referrer: '',
    ...referrerOf(by),
    nextStep: told.nextStep ?? '',
    nextStepOn: told.nextStep?.trim() ? (told.nextStepOn ?? null) : null,
    ...(changed(phone, phoneGone) === undefined ? {} : { phone: changed(phone, phoneGone)! }),
    ...(changed(email, emailGone) === undefined ? {} : { email: changed(email, emailGone)! }),
  })
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{
        ...stated({
          kind: lead.kind,
          name: lead.name ?? '',
          need: lead.need ?? '',
          sourceId: lead.source?.id ?? '',
          campaignId: lead.campaign?.id ?? '',
          projectId: lead.project?.id ?? '',
          nextStep: lead.nextStep ?? '',
          nextStepOn: lead.nextStepOn ?? '',
          referredBy: referredBy(lead),
        } as Values),
        ...draft.found,
      }}
      onChange={draft.keep}
      onCancel={surroundings.onClose}
      check={(values) => check(LEAD_INPUTS.amend, inputOf(values))}
      onSubmit={async (values) => {
        const refused = await amend(inputOf(values))
        if (!refused) draft.drop()
        return besideReferrer(refused)
      }}
    >
      <Field name="name" label={say('name')} required>
        <Input maxLength={100} autoComplete="off" />
      </Field>
      <Field name="kind" label={say('kind')}>
        <Choice options={optionsOf(CLIENT_KINDS, CLIENT_KIND_LABELS, sayWord)} />
      </Field>
      <NeedField />
      <ReachField
        name="phone"
        label={say('phone')}
        hint={lead.phoneMasked ? say('keep', { masked: lead.phoneMasked }) : say('none')}
        gone={lead.phoneMasked ? say('phoneGone') : undefined}
      />
      <ReachField
        name="email"
        label={say('email')}
        hint={lead.emailMasked ? say('keep', { masked: lead.emailMasked }) : say('none')}
        gone={lead.emailMasked ? say('emailGone') : undefined}
      />
      <OriginFields />
      <NextStepFields />
    </Form>
  )
}
