import { CHANNEL_LABELS, TIMELINE_LABELS, KIND_LABELS } from '@steward/domain'
import { graphql, type QueueRowFragment } from '@steward/graphql-client'
import { DueMark, messages, useMay, useMessages, useSay } from '@steward/portal'
import { Instant, type Column } from '@steward/ui'
import { eventOf } from '../action-names.ts'

import { SeverityMark, StatusMark } from '../marks.tsx'
import { TwoLines } from '../two-lines.tsx'

export const QueueRow = graphql(/* GraphQL */ `
  fragment QueueRow on Complaint {
    id
    number
    status
    severity
    kind
    channel
    summary
    anonymous
    contactName
    registeredAt
    nextDueAt
    client {
      id
      name
    }
    project {
      id
      name
    }
    unit {
      id
      label
    }
    handlingDepartment {
      id
      name
    }
    assignee {
      id
      name
    }
    latestEvent {
      id
      action
      at
      by {
        id
        name
      }
    }
  }
`)

const texts = messages({
  case: { zh: '投诉', en: 'Case' },
  severity: { zh: '等级', en: 'Severity' },
  status: { zh: '状态', en: 'Status' },
  client: { zh: '客户', en: 'Client' },
  holder: { zh: '承办', en: 'Handled by' },
  nobody: { zh: '尚无人承办', en: 'Nobody yet' },
  anonymous: { zh: '匿名', en: 'Anonymous' },
  registered: { zh: '登记时间', en: 'Registered' },
  due: { zh: '承诺', en: 'Promised' },
})

const joined = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** What a row of the queue tells: what it is, how bad, where it stands, for whom, and who has it since when. */
export function useQueueColumns(): readonly Column<QueueRowFragment>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const lastStep = ({ latestEvent }: QueueRowFragment) => {
    const action = latestEvent && eventOf(latestEvent.action)
    if (!latestEvent || !action) return null
    return (
      <>
        {latestEvent.by?.name} {sayWord(TIMELINE_LABELS[action])} · <Instant at={latestEvent.at} />
      </>
    )
  }
  const columns: readonly Column<QueueRowFragment>[] = [
    {
      key: 'case',
      title: say('case'),
      render: (row) => (
        <TwoLines
          first={row.summary ?? row.number}
          second={joined(
            row.summary && row.number,
            row.kind && sayWord(KIND_LABELS[row.kind]),
            row.channel && sayWord(CHANNEL_LABELS[row.channel]),
          )}
        />
      ),
    },
    {
      key: 'severity',
      title: say('severity'),
      width: '144px',
      render: ({ severity }) => <SeverityMark severity={severity} />,
    },
    {
      key: 'status',
      title: say('status'),
      width: '124px',
      card: 'tag',
      render: ({ status }) => <StatusMark status={status} />,
    },
    {
      key: 'due',
      title: say('due'),
      width: '132px',
      render: ({ nextDueAt }) => nextDueAt && <DueMark dueAt={nextDueAt} />,
    },
    {
      key: 'client',
      title: say('client'),
      width: '16%',
      render: (row) => (
        <TwoLines
          first={row.client?.name ?? row.contactName ?? (row.anonymous ? say('anonymous') : undefined)}
          second={joined(row.project?.name, row.unit?.label)}
        />
      ),
    },
    {
      key: 'holder',
      title: say('holder'),
      width: '19%',
      render: (row) => (
        <TwoLines
          first={joined(row.assignee?.name, row.handlingDepartment?.name) || say('nobody')}
          second={lastStep(row)}
        />
      ),
    },
    {
      key: 'registered',
      title: say('registered'),
      width: '104px',
      minor: true,
      card: 'hidden',
      render: ({ registeredAt }) => <Instant at={registeredAt} />,
    },
  ]
  // A column that is empty for everybody of this role would only say that there is nothing.
  const hidden = [
    ...(may('complaint:readClient') || may('complaint:readPlace') ? [] : ['client']),
    ...(may('complaint:readHandling') ? [] : ['holder']),
  ]
  return columns.filter(({ key }) => !hidden.includes(key))
}
