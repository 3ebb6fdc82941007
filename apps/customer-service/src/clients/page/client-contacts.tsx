import {
  CLIENT_ACTION_LABELS,
  CONTACT_CHANNEL_LABELS,
  CONTACT_FREQUENCY_LABELS,
  CONTACT_RANK_LABELS,
  DECISION_ROLE_LABELS,
} from '@steward/domain'
import {
  graphql,
  readFragment,
  type ClientContactCardFragment,
  type FragmentType,
} from '@steward/graphql-client'
import { messages, useList, useMay, useMessages, useSay } from '@steward/portal'
import {
  AddIcon,
  Button,
  Card,
  Cards,
  ConfirmDialog,
  Day,
  Inline,
  Panel,
  Sheet,
  StatusTag,
} from '@steward/ui'
import { useState } from 'react'
import { RevealPhone } from '../reveal-phone.tsx'
import { RemoveContact } from './archive-documents.ts'
import { ContactForm } from './contact-form.tsx'
import { useArchiveAct } from './use-archive-act.ts'

export const ClientContactCard = graphql(/* GraphQL */ `
  fragment ClientContactCard on ClientContact {
    id
    version
    isPrimary
    name
    phoneMasked
    emailMasked
    employer
    position
    rank
    decisionRoles
    channels
    preferredHours
    frequency
    doNotContact
    concerns
    birthday
    interests
  }
`)

export const ClientContactsFragment = graphql(/* GraphQL */ `
  fragment ClientContacts on Client {
    id
    archivedAt
    contacts {
      id
      ...ClientContactCard
    }
  }
`)

const texts = messages({
  title: { zh: '联系人', en: 'Contacts' },
  none: { zh: '还没有登记联系人', en: 'No contact yet' },
  primary: { zh: '主要', en: 'First' },
  doNotContact: { zh: '请勿打扰', en: 'Do not contact' },
  edit: { zh: '修改', en: 'Amend' },
  remove: { zh: '移除', en: 'Remove' },
  removeTitle: { zh: '移除{{name}}？', en: 'Remove {{name}}?' },
  removeHint: {
    zh: '今后不再列出；经过留在审计记录里。',
    en: 'They are no longer listed; the history stays in the audit trail.',
  },
  removed: { zh: '已移除', en: 'Removed' },
  reach: { zh: '联系方式', en: 'Reached by' },
  concerns: { zh: '看重', en: 'Values' },
  interests: { zh: '兴趣', en: 'Interests' },
  birthday: { zh: '生日', en: 'Birthday' },
})

interface ClientContactsProps {
  readonly client: FragmentType<typeof ClientContactsFragment>
  readonly onReload: () => Promise<unknown>
}

/** Through whom the client is reached; who is first to turn to, first. */
export function ClientContacts({ client, onReload }: ClientContactsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { id, archivedAt, contacts } = readFragment(ClientContactsFragment, client)
  const [edited, setEdited] = useState<ClientContactCardFragment | 'new'>()
  const [leaving, setLeaving] = useState<ClientContactCardFragment>()
  const close = () => setEdited(undefined)
  const remove = useArchiveAct(RemoveContact, say('removed'), {
    onReload,
    onClose: () => setLeaving(undefined),
  })
  const [refused, setRefused] = useState<string>()
  const active = !archivedAt
  const title = sayWord(CLIENT_ACTION_LABELS[edited === 'new' ? 'addContact' : 'amendContact'])
  return (
    <Panel
      title={say('title')}
      actions={
        active &&
        may('client:addContact') && (
          <Button type="text" icon={<AddIcon aria-hidden />} onClick={() => setEdited('new')}>
            {sayWord(CLIENT_ACTION_LABELS.addContact)}
          </Button>
        )
      }
    >
      {contacts.length === 0 && <span className="st-quiet">{say('none')}</span>}
      <Cards label={say('title')}>
        {contacts.map((each) => {
          const contact = readFragment(ClientContactCard, each)
          return (
            <ContactCard
              key={contact.id}
              contact={contact}
              onEdit={active && may('client:amendContact') ? () => setEdited(contact) : undefined}
              onRemove={active && may('client:removeContact') ? () => setLeaving(contact) : undefined}
            />
          )
        })}
      </Cards>
      <Sheet open={edited !== undefined} title={title} onClose={close}>
        <ContactForm
          clientId={id}
          contact={edited === 'new' ? undefined : edited}
          onReload={onReload}
          onClose={close}
        />
      </Sheet>
      <ConfirmDialog
        open={leaving !== undefined}
        title={say('removeTitle', { name: leaving?.name ?? '' })}
        verb={say('remove')}
        danger
        onCancel={() => {
          setLeaving(undefined)
          setRefused(undefined)
        }}
        onConfirm={async () => {
          if (!leaving) return
          const why = await remove({ contactId: leaving.id, expectedVersion: leaving.version })
          setRefused(why?.message)
        }}
      >
        {refused ? <span role="alert">{refused}</span> : say('removeHint')}
      </ConfirmDialog>
    </Panel>
  )
}

interface ContactCardProps {
  readonly contact: ClientContactCardFragment
  readonly onEdit: (() => void) | undefined
  readonly onRemove: (() => void) | undefined
}

function ContactCard({ contact, onEdit, onRemove }: ContactCardProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const list = useList()
  const { rank, channels, frequency, decisionRoles } = contact
  const work = [contact.employer, contact.position, rank && sayWord(CONTACT_RANK_LABELS[rank])]
  const reach = [
    list((channels ?? []).map((channel) => sayWord(CONTACT_CHANNEL_LABELS[channel]))),
    contact.preferredHours,
    frequency && sayWord(CONTACT_FREQUENCY_LABELS[frequency]),
  ].filter(Boolean)
  return (
    <Card
      lead={contact.name}
      tag={
        <Inline gap={1}>
          {contact.doNotContact && <StatusTag tone="warn">{say('doNotContact')}</StatusTag>}
          {contact.isPrimary && <StatusTag tone="primary">{say('primary')}</StatusTag>}
        </Inline>
      }
      actions={
        (onEdit || onRemove) && (
          <Inline gap={2}>
            {onEdit && (
              <Button size="small" onClick={onEdit} aria-label={`${say('edit')} ${contact.name ?? ''}`}>
                {say('edit')}
              </Button>
            )}
            {onRemove && (
              <Button size="small" onClick={onRemove} aria-label={`${say('remove')} ${contact.name ?? ''}`}>
                {say('remove')}
              </Button>
            )}
          </Inline>
        )
      }
    >
      <span className="st-quiet">{work.filter(Boolean).join(' · ')}</span>
      {(decisionRoles ?? []).length > 0 && (
        <Inline gap={1}>
          {decisionRoles?.map((role) => (
            <StatusTag key={role}>{sayWord(DECISION_ROLE_LABELS[role])}</StatusTag>
          ))}
        </Inline>
      )}
      {contact.phoneMasked && <RevealPhone of="contact" id={contact.id} masked={contact.phoneMasked} />}
      {contact.emailMasked && <span>{contact.emailMasked}</span>}
      <Told label={say('reach')} words={reach.join(' · ')} />
      <Told label={say('concerns')} words={contact.concerns} />
      <Told label={say('interests')} words={contact.interests} />
      {contact.birthday && (
        <span className="st-small">
          <span className="st-quiet">{say('birthday')}</span> <Day on={contact.birthday} />
        </span>
      )}
    </Card>
  )
}

function Told({ label, words }: { readonly label: string; readonly words: string | null }) {
  return words ? (
    <span className="st-small">
      <span className="st-quiet">{label}</span> {words}
    </span>
  ) : null
}
