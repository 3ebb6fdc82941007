import { SEVERITIES, SEVERITY_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, BarList, Card, Cards, Inline, Instant, Panel, Stack } from '@steward/ui'
import { writeCases } from '../complaints/complaint-filters.ts'
import { SeverityMark, SEVERITY_TONES, StatusMark } from '../complaints/marks.tsx'
import { placeOf } from '../projects/place.ts'

export const SiteOpenCasesFragment = graphql(/* GraphQL */ `
  fragment SiteOpenCases on Query {
    severity1: complaints(first: 1, filter: { open: true, severity: [1] }) {
      totalCount
    }
    severity2: complaints(first: 1, filter: { open: true, severity: [2] }) {
      totalCount
    }
    severity3: complaints(first: 1, filter: { open: true, severity: [3] }) {
      totalCount
    }
    severity4: complaints(first: 1, filter: { open: true, severity: [4] }) {
      totalCount
    }
    newest: complaints(first: 4, filter: { open: true }, orderBy: NEWEST) {
      edges {
        node {
          id
          number
          summary
          status
          severity
          registeredAt
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
      }
    }
  }
`)

const texts = messages({
  open: { zh: '片区未结投诉', en: 'Open cases of my territory' },
  bySeverity: { zh: '按等级', en: 'By severity' },
  newest: { zh: '最新', en: 'Newest' },
  all: { zh: '全部未结', en: 'All open' },
  none: { zh: '片区内没有未结的投诉', en: 'No case of the territory is open' },
})

/** How many cases are open and how severe they are; each figure leads to what it counts. */
export function OpenCases({ cases }: { readonly cases: FragmentType<typeof SiteOpenCasesFragment> }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { newest, ...counts } = readFragment(SiteOpenCasesFragment, cases)
  return (
    <Panel title={say('open')} actions={<AppLink to={path('complaints')}>{say('all')}</AppLink>}>
      <Stack gap={4}>
        <BarList
          label={say('bySeverity')}
          items={SEVERITIES.map((severity) => ({
            key: String(severity),
            label: sayWord(SEVERITY_LABELS[severity]),
            value: counts[`severity${severity}`].totalCount,
            tone: SEVERITY_TONES[severity],
            to: path(`complaints?${writeCases({ severity: [severity] }).toString()}`),
          }))}
        />
        {newest.edges.length === 0 && <span className="st-quiet">{say('none')}</span>}
        <Cards label={say('newest')}>
          {newest.edges.map(({ node }) => (
            <Card
              key={node.id}
              to={path(`complaints/${node.id}`)}
              lead={node.summary ?? node.number}
              tag={<StatusMark status={node.status} />}
            >
              <Inline gap={3}>
                {node.severity <= 2 && <SeverityMark severity={node.severity} />}
                <span className="st-quiet">{placeOf(node)}</span>
                <span className="st-quiet">
                  <Instant at={node.registeredAt} />
                </span>
              </Inline>
            </Card>
          ))}
        </Cards>
      </Stack>
    </Panel>
  )
}
