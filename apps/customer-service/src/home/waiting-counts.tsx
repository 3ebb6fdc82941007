import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath } from '@steward/portal'
import { AppLink, Columns, Stat } from '@steward/ui'
import { writeQueue } from '../complaints/queue/queue-filters.ts'

export const WaitingCountsFragment = graphql(/* GraphQL */ `
  fragment WaitingCounts on Query {
    waiting: complaints(first: 1, filter: { awaitingMe: true }) {
      totalCount
    }
    mine: complaints(first: 1, filter: { mine: true, open: true }) {
      totalCount
    }
    team: complaints(first: 1, filter: { team: true, open: true }) {
      totalCount
    }
    unanswered: complaints(first: 1, filter: { unanswered: true }) {
      totalCount
    }
  }
`)

const texts = messages({
  waiting: { zh: '待我办理', en: 'Waiting for me' },
  mine: { zh: '我承办的', en: 'Assigned to me' },
  team: { zh: '本部门未结', en: 'Open in my department' },
  unanswered: { zh: '未受理', en: 'Unanswered' },
})

const VIEWS = ['waiting', 'mine', 'team', 'unanswered'] as const

/** How much waits, and the way to it. */
export function WaitingCounts({ data }: { readonly data: FragmentType<typeof WaitingCountsFragment> }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const counts = readFragment(WaitingCountsFragment, data)
  return (
    <Columns min={150} gap={3} fill>
      {VIEWS.map((view) => {
        const { totalCount } = counts[view]
        return (
          <AppLink key={view} to={`${path('complaints')}?${writeQueue({ view })}`} className="st-stat-link">
            <Stat
              label={say(view)}
              value={totalCount}
              tone={view === 'waiting' && totalCount > 0 ? 'seal' : 'neutral'}
            />
          </AppLink>
        )
      })}
    </Columns>
  )
}
