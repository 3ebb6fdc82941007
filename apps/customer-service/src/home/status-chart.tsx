import { OPEN_STATUSES, STATUS_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { BarList, Panel } from '@steward/ui'
import { writeQueue } from '../complaints/queue/queue-filters.ts'
import { STATUS_TONES } from '../complaints/tones.ts'

export const StatusChartFragment = graphql(/* GraphQL */ `
  fragment StatusChart on Query {
    REGISTERED: complaints(first: 1, filter: { status: REGISTERED }) {
      totalCount
    }
    ACKNOWLEDGED: complaints(first: 1, filter: { status: ACKNOWLEDGED }) {
      totalCount
    }
    INVESTIGATING: complaints(first: 1, filter: { status: INVESTIGATING }) {
      totalCount
    }
    PROPOSED: complaints(first: 1, filter: { status: PROPOSED }) {
      totalCount
    }
    APPROVED: complaints(first: 1, filter: { status: APPROVED }) {
      totalCount
    }
    CLIENT_CONFIRMED: complaints(first: 1, filter: { status: CLIENT_CONFIRMED }) {
      totalCount
    }
    EXECUTING: complaints(first: 1, filter: { status: EXECUTING }) {
      totalCount
    }
    RESOLVED: complaints(first: 1, filter: { status: RESOLVED }) {
      totalCount
    }
    FOLLOWED_UP: complaints(first: 1, filter: { status: FOLLOWED_UP }) {
      totalCount
    }
    REFERRED: complaints(first: 1, filter: { status: REFERRED }) {
      totalCount
    }
  }
`)

const texts = messages({
  title: { zh: '未结投诉的分布', en: 'Where open cases stand' },
})

/** How many open cases stand where, among those that the viewer may read. */
export function StatusChart({ data }: { readonly data: FragmentType<typeof StatusChartFragment> }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const counts: Readonly<Partial<Record<string, { readonly totalCount: number } | string>>> = readFragment(
    StatusChartFragment,
    data,
  )
  const items = OPEN_STATUSES.map((status) => {
    const count = counts[status]
    return {
      key: status,
      label: sayWord(STATUS_LABELS[status]),
      value: typeof count === 'object' ? count.totalCount : 0,
      tone: STATUS_TONES[status],
      to: `${path('complaints')}?${writeQueue({ status: [status] })}`,
    }
  })
  return (
    <Panel title={say('title')}>
      <BarList label={say('title')} items={items} />
    </Panel>
  )
}
