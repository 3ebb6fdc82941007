import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMay, useMessages, usePortalPath } from '@steward/portal'
import { AppLink, DescriptionList, Panel, Stack } from '@steward/ui'
import { ContactPhone } from '../complaints/contact-phone.tsx'
import { SeverityMark, StatusMark } from '../complaints/marks.tsx'

export const SiteTaskCaseFragment = graphql(/* GraphQL */ `
  fragment SiteTaskCase on ComplaintTask {
    id
    complaint {
      id
      number
      status
      severity
      summary
      containment
      unit {
        id
        label
      }
      contactName
      contactPhoneMasked
      client {
        id
        name
      }
      ...SiteContactPhone
    }
  }
`)

const texts = messages({
  case: { zh: '来自哪件投诉', en: 'The case it comes from' },
  number: { zh: '单号', en: 'Number' },
  summary: { zh: '事由', en: 'What it is about' },
  severity: { zh: '等级', en: 'Severity' },
  status: { zh: '投诉状态', en: 'Where the case stands' },
  unit: { zh: '房号', en: 'Unit' },
  contact: { zh: '联系人', en: 'Contact' },
  containment: { zh: '已做的应急处置', en: 'What was done at once' },
})

/** Why the order exists, as far as one may read the case; whom to call, where the role allows it. */
export function TaskCase({ task }: { readonly task: FragmentType<typeof SiteTaskCaseFragment> }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const { complaint } = readFragment(SiteTaskCaseFragment, task)
  if (!complaint) return null
  const { number, status, severity, summary, containment, unit, client } = complaint
  const name = complaint.contactName ?? client?.name
  return (
    <Panel title={say('case')}>
      <DescriptionList
        items={[
          ...(summary ? [{ label: say('summary'), value: summary, wide: true }] : []),
          {
            label: say('number'),
            value: may('complaint:readFacts') ? (
              <AppLink to={path(`complaints/${complaint.id}`)}>{number}</AppLink>
            ) : (
              number
            ),
          },
          { label: say('severity'), value: <SeverityMark severity={severity} /> },
          { label: say('status'), value: <StatusMark status={status} /> },
          ...(unit
            ? [
                {
                  label: say('unit'),
                  value: <AppLink to={path(`projects/units/${unit.id}`)}>{unit.label}</AppLink>,
                },
              ]
            : []),
          ...(name || complaint.contactPhoneMasked
            ? [
                {
                  label: say('contact'),
                  value: (
                    <Stack gap={1}>
                      {name && <span>{name}</span>}
                      <ContactPhone complaint={complaint} />
                    </Stack>
                  ),
                },
              ]
            : []),
          ...(containment ? [{ label: say('containment'), value: containment, wide: true }] : []),
        ]}
      />
    </Panel>
  )
}
