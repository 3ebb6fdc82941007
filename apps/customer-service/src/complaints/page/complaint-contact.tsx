import { OPPORTUNITY_ACTION_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, DescriptionList, Inline, Panel, StatusTag } from '@steward/ui'
import { RevealPhone } from '../../clients/reveal-phone.tsx'
import { known } from './known.ts'

export const ComplaintContactFragment = graphql(/* GraphQL */ `
  fragment ComplaintContact on Complaint {
    id
    anonymous
    contactName
    contactPhoneMasked
    client {
      id
      code
      name
      phoneMasked
    }
    project {
      id
      name
    }
    building {
      id
      name
    }
    unit {
      id
      label
    }
  }
`)

const texts = messages({
  title: { zh: '客户与地点', en: 'Client and place' },
  client: { zh: '客户', en: 'Client' },
  contact: { zh: '联系人', en: 'Contact' },
  phone: { zh: '联系电话', en: 'Phone' },
  archivePhone: { zh: '档案电话', en: 'Phone on file' },
  place: { zh: '地点', en: 'Place' },
  anonymous: { zh: '匿名反映', en: 'Anonymous' },
})

/** Whom it is about, how to reach them, and where. */
export function ComplaintContact({
  complaint,
}: {
  readonly complaint: FragmentType<typeof ComplaintContactFragment>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const it = readFragment(ComplaintContactFragment, complaint)
  const { client, contactPhoneMasked } = it
  const items = known([
    {
      label: say('client'),
      value: client && (
        <Inline gap={2}>
          {may('client:read') ? (
            <AppLink to={path(`clients/${client.id}`)}>{client.name ?? client.code}</AppLink>
          ) : (
            (client.name ?? client.code)
          )}
          {client.name && <span className="st-quiet">{client.code}</span>}
        </Inline>
      ),
      wide: true,
    },
    { label: say('contact'), value: it.contactName },
    {
      label: say('phone'),
      value: contactPhoneMasked && <RevealPhone of="complaint" id={it.id} masked={contactPhoneMasked} />,
      wide: true,
    },
    {
      label: say('archivePhone'),
      value: !contactPhoneMasked && client?.phoneMasked && (
        <RevealPhone of="client" id={client.id} masked={client.phoneMasked} />
      ),
      wide: true,
    },
    {
      label: say('place'),
      value: [it.project?.name, it.building?.name, it.unit?.label].filter(Boolean).join(' · '),
      wide: true,
    },
  ])
  if (items.length === 0 && !it.anonymous) return null
  return (
    <Panel
      title={say('title')}
      actions={
        it.anonymous ? (
          <StatusTag>{say('anonymous')}</StatusTag>
        ) : (
          client &&
          may('opportunity:open') && (
            <AppLink to={`${path('opportunities/new')}?client=${client.id}&complaint=${it.id}`}>
              {sayWord(OPPORTUNITY_ACTION_LABELS.open)}
            </AppLink>
          )
        )
      }
    >
      <DescriptionList items={items} min={112} />
    </Panel>
  )
}
