import { CHANNEL_LABELS, KIND_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, DescriptionList, Inline, Instant, Panel, Prose, Stack } from '@steward/ui'
import { ContactPhone } from './contact-phone.tsx'

export const SiteCaseContentsFragment = graphql(/* GraphQL */ `
  fragment SiteCaseContents on Complaint {
    id
    kind
    channel
    anonymous
    occurredAt
    facts
    demand
    containment
    contactName
    client {
      id
      name
    }
    ...SiteContactPhone
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
  where: { zh: '地点和联系人', en: 'Where and whom' },
  facts: { zh: '事情经过', en: 'What happened' },
  demand: { zh: '客户要求', en: 'What is asked for' },
  containment: { zh: '应急处置', en: 'What was done at once' },
  place: { zh: '地点', en: 'Place' },
  contact: { zh: '联系人', en: 'Contact' },
  anonymous: { zh: '匿名', en: 'Anonymous' },
  kind: { zh: '类别', en: 'Kind' },
  occurred: { zh: '发生时间', en: 'Happened' },
})

/** What was told: where, by whom, what happened, what is asked for, what was done at once. */
export function ComplaintContents({
  complaint,
}: {
  readonly complaint: FragmentType<typeof SiteCaseContentsFragment>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const it = readFragment(SiteCaseContentsFragment, complaint)
  const place = (
    <Inline gap={1}>
      {it.project?.name}
      {it.building && <AppLink to={path(`projects/buildings/${it.building.id}`)}>{it.building.name}</AppLink>}
      {it.unit && <AppLink to={path(`projects/units/${it.unit.id}`)}>{it.unit.label}</AppLink>}
    </Inline>
  )
  const contact = it.contactName ?? it.client?.name
  const told = [
    { title: say('containment'), words: it.containment },
    { title: say('facts'), words: it.facts },
    { title: say('demand'), words: it.demand },
  ]
  return (
    <>
      <Panel title={say('where')}>
        <DescriptionList
          items={[
            { label: say('place'), value: (it.project || it.building) && place },
            {
              label: say('contact'),
              value: it.anonymous ? (
                say('anonymous')
              ) : (
                <Stack gap={1}>
                  {contact}
                  <ContactPhone complaint={it} />
                </Stack>
              ),
            },
            {
              label: say('kind'),
              value: [
                it.kind && sayWord(KIND_LABELS[it.kind]),
                it.channel && sayWord(CHANNEL_LABELS[it.channel]),
              ]
                .filter(Boolean)
                .join(' · '),
            },
            ...(it.occurredAt
              ? [{ label: say('occurred'), value: <Instant at={it.occurredAt} show="both" /> }]
              : []),
          ]}
        />
      </Panel>
      {told.map(
        ({ title, words }) =>
          words && (
            <Panel key={title} title={title}>
              <Prose>{words}</Prose>
            </Panel>
          ),
      )}
    </>
  )
}
