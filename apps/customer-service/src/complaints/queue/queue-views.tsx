import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMay, useMessages, type SavedViews } from '@steward/portal'
import { ViewTabs } from '@steward/ui'
import { VIEWS, type View } from './queue-filters.ts'

export const QueueViewsFragment = graphql(/* GraphQL */ `
  fragment QueueViews on Query {
    waiting: complaints(first: 1, filter: { awaitingMe: true }) {
      totalCount
      totalCountIsCapped
    }
    mine: complaints(first: 1, filter: { mine: true, open: true }) {
      totalCount
      totalCountIsCapped
    }
    team: complaints(first: 1, filter: { team: true, open: true }) {
      totalCount
      totalCountIsCapped
    }
    unanswered: complaints(first: 1, filter: { unanswered: true }) {
      totalCount
      totalCountIsCapped
    }
    overdue: complaints(first: 1, filter: { overdue: true }) {
      totalCount
      totalCountIsCapped
    }
    dueThisHour: complaints(first: 1, filter: { dueThisHour: true }) {
      totalCount
      totalCountIsCapped
    }
    dueToday: complaints(first: 1, filter: { dueToday: true }) {
      totalCount
      totalCountIsCapped
    }
    open: complaints(first: 1, filter: { open: true }) {
      totalCount
      totalCountIsCapped
    }
    all: complaints(first: 1) {
      totalCount
      totalCountIsCapped
    }
  }
`)

export const viewTexts = messages({
  views: { zh: '视图', en: 'Views' },
  waiting: { zh: '待我办理', en: 'Waiting for me' },
  mine: { zh: '我的', en: 'Mine' },
  team: { zh: '本部门', en: 'My department' },
  unanswered: { zh: '未受理', en: 'Unanswered' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  dueThisHour: { zh: '一小时内到期', en: 'Due this hour' },
  dueToday: { zh: '今天到期', en: 'Due today' },
  open: { zh: '全部未结', en: 'All open' },
  all: { zh: '全部', en: 'All' },
})

interface QueueViewsProps {
  /** Undefined while the counts are on their way. */
  readonly counts: FragmentType<typeof QueueViewsFragment> | undefined
  readonly current: View
  readonly addressOf: (view: View) => string
  readonly saved: SavedViews
}

/** The ready-made views, then those that were saved, with how many cases are in each. */
export function QueueViews({ counts, current, addressOf, saved }: QueueViewsProps) {
  const say = useMessages(viewTexts)
  const known = readFragment(QueueViewsFragment, counts)
  // Who handles what is not for every role; then there is nothing of one's own to look at.
  const handling = useMay()('complaint:readHandling')
  const shown = VIEWS.filter((view) => handling || view === 'open' || view === 'all')
  const views = shown.map((view) => ({
    key: view,
    label: say(view),
    to: addressOf(view),
    count: known?.[view].totalCount,
    capped: known?.[view].totalCountIsCapped ?? false,
  }))
  return (
    <ViewTabs label={say('views')} views={[...views, ...saved.tabs]} current={saved.current ?? current} />
  )
}
