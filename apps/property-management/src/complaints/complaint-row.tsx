import { KIND_LABELS } from '@steward/domain'
import { graphql, type SiteCaseRowFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { Instant, Stack, type Column } from '@steward/ui'
import { placeOf } from '../projects/place.ts'
import { SeverityMark, StatusMark } from './marks.tsx'

export const SiteCaseRowDocument = graphql(/* GraphQL */ `
  fragment SiteCaseRow on Complaint {
    id
    number
    status
    severity
    kind
    summary
    registeredAt
    openTaskCount
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
  case: { zh: '投诉', en: 'Case' },
  place: { zh: '地点', en: 'Place' },
  noPlace: { zh: '未定地点', en: 'No place given' },
  severity: { zh: '等级', en: 'Severity' },
  status: { zh: '状态', en: 'Status' },
  orders: { zh: '未完执行单', en: 'Open orders' },
  registered: { zh: '登记', en: 'Registered' },
})

/** What a row of the territory's list tells: what, where, how bad, where it stands. */
export function useCaseColumns({ withPlace = true } = {}): readonly Column<SiteCaseRowFragment>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const place: Column<SiteCaseRowFragment> = {
    key: 'place',
    title: say('place'),
    width: '24%',
    render: (row) => placeOf(row) || <span className="st-quiet">{say('noPlace')}</span>,
  }
  return [
    {
      key: 'case',
      title: say('case'),
      render: ({ summary, number, kind }) => (
        <Stack gap={0}>
          <span className="st-clip">{summary ?? number}</span>
          <span className="st-quiet st-clip st-small">
            {[summary && number, kind && sayWord(KIND_LABELS[kind])].filter(Boolean).join(' · ')}
          </span>
        </Stack>
      ),
    },
    ...(withPlace ? [place] : []),
    {
      key: 'severity',
      title: say('severity'),
      width: '144px',
      render: ({ severity }) => <SeverityMark severity={severity} />,
    },
    {
      key: 'status',
      title: say('status'),
      width: '132px',
      card: 'tag',
      render: ({ status }) => <StatusMark status={status} />,
    },
    {
      key: 'orders',
      title: say('orders'),
      width: '104px',
      align: 'end',
      minor: true,
      card: 'hidden',
      render: ({ openTaskCount }) => openTaskCount || '',
    },
    {
      key: 'registered',
      title: say('registered'),
      width: '180px',
      minor: true,
      render: ({ registeredAt }) => <Instant at={registeredAt} />,
    },
  ]
}
