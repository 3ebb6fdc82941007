import {
  CLIENT_ACTION_LABELS,
  CLIENT_INPUTS,
  CLIENT_KIND_LABELS,
  CLIENT_KINDS,
  CLIENT_RELATION_LABELS,
  CLIENT_RELATIONS,
  CLIENT_SOURCE_LABELS,
  CLIENT_SOURCES,
  type ClientKind,
  type ClientRelation,
  type ClientSource,
} from '@steward/domain'
import type { ClientAboutFragment } from '@steward/graphql-client'
import { messages, useCheckInput, useDraft, useMay, useMessages, useSay } from '@steward/portal'
import { Checkbox, Choice, Field, Form, Input, Select, useFieldValue } from '@steward/ui'
import { AmendClient } from './archive-documents.ts'
import { besideReferrer, referredBy, ReferrerField, referrerOf, type Referred } from '../referrer-field.tsx'
import { optionsOf, stated } from './options.ts'
import { useArchiveAct, type ArchiveSurroundings } from './use-archive-act.ts'

const texts = messages({
  name: { zh: '姓名/名称', en: 'Name' },
  kind: { zh: '类别', en: 'Kind' },
  relation: { zh: '关系', en: 'Relation' },
  phone: { zh: '新电话', en: 'New phone' },
  phoneKeep: { zh: '现为 {{masked}}；不变就留空', en: 'Now {{masked}}; leave empty to keep it' },
  phoneNone: { zh: '还没有登记', en: 'None is recorded yet' },
  phoneGone: { zh: '电话已停用，删除', en: 'The number is out of use: remove it' },
  email: { zh: '新邮箱', en: 'New e-mail' },
  emailGone: { zh: '邮箱已停用，删除', en: 'The address is out of use: remove it' },
  source: { zh: '来源', en: 'Source' },
  done: { zh: '资料已变更', en: 'Amended' },
})

interface Values {
  readonly name: string
  readonly kind: ClientKind
  readonly relation: ClientRelation
  readonly phone?: string
  readonly phoneGone?: boolean
  readonly email?: string
  readonly emailGone?: boolean
  readonly source?: ClientSource
  readonly referredBy?: Referred
}

/** A new value, none any more, or nothing said about it. */
const changed = (typed: string | undefined, gone: boolean | undefined) =>
  gone ? '' : typed?.trim() ? typed.trim() : undefined

/** What has changed is written over what was; a number that nobody sees whole stays unless a new one is given. */
export function AmendForm({
  client,
  ...surroundings
}: ArchiveSurroundings & { readonly client: ClientAboutFragment }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const check = useCheckInput()
  const draft = useDraft<Values>(`amend.${client.id}`)
  const amend = useArchiveAct(AmendClient, say('done'), surroundings)
  const identity = may('client:amendIdentity')
  const inputOf = ({ phone, phoneGone, email, emailGone, ...rest }: Values) => {
    const { name, kind, relation, ...told } = rest
    const changedPhone = changed(phone, phoneGone)
    const changedEmail = changed(email, emailGone)
    return {
      clientId: client.id,
      expectedVersion: client.version,
      source: told.source ?? null,
      referrerClientId: null,
      referrer: '',
      ...referrerOf(told.referredBy),
      ...(identity ? { name, kind, relation } : {}),
      ...(changedPhone === undefined ? {} : { phone: changedPhone }),
      ...(changedEmail === undefined ? {} : { email: changedEmail }),
    }
  }
  return (
    <Form<Values>
      label={sayWord(CLIENT_ACTION_LABELS.amend)}
      verb={sayWord(CLIENT_ACTION_LABELS.amend)}
      initial={{
        name: client.name ?? '',
        kind: client.kind,
        relation: client.relation,
        ...(client.source ? { source: client.source } : {}),
        ...(stated({ referredBy: referredBy(client) }) as Partial<Values>),
        ...draft.found,
      }}
      onChange={draft.keep}
      onCancel={surroundings.onClose}
      check={(values) => check(CLIENT_INPUTS.amend, inputOf(values))}
      onSubmit={async (values) => {
        const refused = await amend(inputOf(values))
        if (!refused) draft.drop()
        return besideReferrer(refused)
      }}
    >
      {identity && (
        <>
          <Field name="name" label={say('name')} required>
            <Input maxLength={100} autoComplete="off" />
          </Field>
          <Field name="kind" label={say('kind')}>
            <Choice options={optionsOf(CLIENT_KINDS, CLIENT_KIND_LABELS, sayWord)} />
          </Field>
          <Field name="relation" label={say('relation')}>
            <Select options={optionsOf(CLIENT_RELATIONS, CLIENT_RELATION_LABELS, sayWord)} />
          </Field>
        </>
      )}
      <ReachField
        name="phone"
        label={say('phone')}
        hint={client.phoneMasked ? say('phoneKeep', { masked: client.phoneMasked }) : say('phoneNone')}
        gone={client.phoneMasked ? say('phoneGone') : undefined}
      />
      <ReachField
        name="email"
        label={say('email')}
        hint={client.emailMasked ? say('phoneKeep', { masked: client.emailMasked }) : say('phoneNone')}
        gone={client.emailMasked ? say('emailGone') : undefined}
      />
      <Field name="source" label={say('source')}>
        <Select allowClear options={optionsOf(CLIENT_SOURCES, CLIENT_SOURCE_LABELS, sayWord)} />
      </Field>
      <ReferrerField />
    </Form>
  )
}

interface ReachFieldProps {
  readonly name: 'phone' | 'email'
  readonly label: string
  readonly hint: string
  /** Where there is one to be removed. */
  readonly gone: string | undefined
}

/** A number or an address that is shown masked only: a new one, or none any more. */
export function ReachField({ name, label, hint, gone }: ReachFieldProps) {
  const isGone = useFieldValue<boolean>(`${name}Gone`) ?? false
  return (
    <>
      <Field name={name} label={label} hint={hint}>
        <Input
          type={name === 'phone' ? 'tel' : 'email'}
          inputMode={name === 'phone' ? 'tel' : 'email'}
          autoComplete="off"
          disabled={isGone}
        />
      </Field>
      {gone && (
        <Field name={`${name}Gone`} label={gone} toggles unlabelled>
          <Checkbox>{gone}</Checkbox>
        </Field>
      )}
    </>
  )
}
