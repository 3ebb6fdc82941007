import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { DescriptionList, Instant, Panel } from '@steward/ui'

export const SiteCaseHandlingFragment = graphql(/* GraphQL */ `
  fragment SiteCaseHandling on Complaint {
    id
    registeredAt
    registeredBy {
      id
      name
    }
    handlingDepartment {
      id
      name
    }
    assignee {
      id
      name
      position
    }
    closedAt
  }
`)

const texts = messages({
  handling: { zh: '谁在办', en: 'In whose hands' },
  assignee: { zh: '承办人', en: 'Handled by' },
  department: { zh: '承办部门', en: 'Department' },
  registered: { zh: '登记', en: 'Registered' },
  ended: { zh: '结束', en: 'Ended' },
  nobody: { zh: '尚无人承办', en: 'Nobody yet' },
})

/** Whom to ask about the case. */
export function ComplaintHandling({
  complaint,
}: {
  readonly complaint: FragmentType<typeof SiteCaseHandlingFragment>
}) {
  const say = useMessages(texts)
  const it = readFragment(SiteCaseHandlingFragment, complaint)
  return (
    <Panel title={say('handling')}>
      <DescriptionList
        items={[
          { label: say('assignee'), value: it.assignee?.name ?? say('nobody') },
          { label: say('department'), value: it.handlingDepartment?.name },
          {
            label: say('registered'),
            value: (
              <>
                {it.registeredBy?.name} · <Instant at={it.registeredAt} />
              </>
            ),
          },
          ...(it.closedAt ? [{ label: say('ended'), value: <Instant at={it.closedAt} show="both" /> }] : []),
        ]}
      />
    </Panel>
  )
}
