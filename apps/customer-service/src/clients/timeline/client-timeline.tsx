import { useQuery } from '@apollo/client/react'
import { RECEPTION_ACTION_LABELS } from '@steward/domain'
import {
  graphql,
  readFragment,
  type ClientTimelineEntryFragment as Entry,
  type ReceptionEntryFragment as Reception,
} from '@steward/graphql-client'
import {
  AmendReceptionForm,
  FailureState,
  messages,
  NoteReception,
  useList,
  useLiveRecord,
  useMay,
  useMessages,
  usePageCommands,
  usePortalPath,
  useSay,
  useViewer,
} from '@steward/portal'
import {
  AppLink,
  Button,
  EditIcon,
  Inline,
  Loading,
  Money,
  Panel,
  Prose,
  Sheet,
  Stack,
  StatusTag,
  Timeline,
  useUi,
  type TimelineEntry,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { entryTexts, lineOf, LOOKS, titleOf } from './entry-words.tsx'
import { byMonth } from './months.ts'
import { ReceptionNote } from './reception-note.tsx'
import { filterIn, TimelineFilters, TimelineTabs } from './timeline-filters.tsx'
import { ClientTimelineEntry, ReceptionEntry } from './timeline-parts.ts'

const PAGE = 20

const ClientTimelineQuery = graphql(/* GraphQL */ `
  query ClientTimeline($id: ID!, $first: Int!, $after: String, $filter: TimelineFilter) {
    client(id: $id) {
      id
      ...ReceptionPeople
      timeline(first: $first, after: $after, filter: $filter) {
        edges {
          node {
            key
            ...ClientTimelineEntry
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '时间线', en: 'Timeline' },
  none: { zh: '没有符合条件的记录', en: 'Nothing of that kind' },
  more: { zh: '更早的', en: 'Earlier' },
  alert: { zh: '看预警', en: 'See the alert' },
})

interface ClientTimelineProps {
  readonly clientId: string
  /** What was merged into another client: read here, and gone on with there. */
  readonly closed?: boolean
}

/** Everything that happened with a client and that one may read, newest first; a new word is written right above it. */
export function ClientTimeline({ clientId, closed = false }: ClientTimelineProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { timeZone } = useViewer().organization
  const [params] = useSearchParams()
  const [noting, setNoting] = useState(params.has('note'))
  const [amended, setAmended] = useState<Reception>()
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(ClientTimelineQuery, {
    variables: { id: clientId, first: PAGE, filter: filterIn(params, timeZone) },
    notifyOnNetworkStatusChange: true,
  })
  useLiveRecord(clientId, () => refetch())
  const verb = sayWord(RECEPTION_ACTION_LABELS.record)
  const mayNote = !closed && may('reception:record')
  usePageCommands(
    mayNote
      ? [
          {
            key: 'note',
            label: RECEPTION_ACTION_LABELS.record,
            icon: <EditIcon />,
            run: () => setNoting(true),
          },
        ]
      : [],
  )
  const client = (data ?? previousData)?.client
  const timeline = client?.timeline
  const close = () => setAmended(undefined)
  return (
    <Panel
      title={say('title')}
      actions={
        <Inline gap={2}>
          <TimelineFilters />
          {mayNote && client && !noting && (
            <Button type="primary" ghost icon={<EditIcon aria-hidden />} onClick={() => setNoting(true)}>
              {verb}
            </Button>
          )}
        </Inline>
      }
    >
      <Stack gap={4}>
        {noting && client && (
          <NoteReception
            client={client}
            onCancel={() => setNoting(false)}
            onDone={() => {
              setNoting(false)
              void refetch()
            }}
          />
        )}
        <TimelineTabs />
        {timeline ? (
          <Months
            clientId={clientId}
            entries={timeline.edges.map(({ node }) => readFragment(ClientTimelineEntry, node))}
            onAmend={setAmended}
          />
        ) : error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )}
        {timeline?.pageInfo.hasNextPage && (
          <Button
            block
            loading={loading}
            onClick={() => void fetchMore({ variables: { after: timeline.pageInfo.endCursor } })}
          >
            {say('more')}
          </Button>
        )}
      </Stack>
      <Sheet open={amended !== undefined} title={sayWord(RECEPTION_ACTION_LABELS.amend)} onClose={close}>
        {amended && client && (
          <AmendReceptionForm
            client={client}
            reception={amended}
            onReload={() => refetch()}
            onClose={close}
          />
        )}
      </Sheet>
    </Panel>
  )
}

interface MonthsProps extends ClientTimelineProps {
  readonly entries: readonly Entry[]
  readonly onAmend: (reception: Reception) => void
}

function Months({ clientId, entries, onAmend }: MonthsProps) {
  const say = useMessages(texts)
  const sayEntry = useMessages(entryTexts)
  const list = useList()
  const sayWord = useSay()
  const path = usePortalPath()
  const may = useMay()
  const { locale, timeZone } = useUi()
  const { currency } = useViewer().organization
  if (entries.length === 0) return <span className="st-quiet">{say('none')}</span>
  const drawn = (entry: Entry): TimelineEntry => {
    const { key, kind, at, by, complaint, event, reception } = entry
    const amount = entry.receivable?.amountMinor ?? entry.payment?.amountMinor
    const line = lineOf(entry, sayEntry, sayWord, list)
    const note = event?.note
    const told = reception && readFragment(ReceptionEntry, reception)
    return {
      key,
      at,
      ...LOOKS[kind],
      by: by?.name,
      title: (
        <Inline gap={2}>
          <span>{titleOf(entry, sayEntry, sayWord)}</span>
          {entry.formerClientCode && (
            <StatusTag>{sayEntry('former', { code: entry.formerClientCode })}</StatusTag>
          )}
          {entry.merge && <AppLink to={path(`merges/${entry.merge.id}`)}>{entry.merge.number}</AppLink>}
          {entry.silenceAlert && (
            <AppLink to={path(`silence/${entry.silenceAlert.id}`)}>{say('alert')}</AppLink>
          )}
          {typeof amount === 'number' && <Money minor={amount} currency={currency} />}
          {complaint &&
            kind !== 'RECEPTION' &&
            (may('complaint:read') ? (
              <AppLink to={path(`complaints/${complaint.id}`)}>{complaint.number}</AppLink>
            ) : (
              <span className="st-quiet">{complaint.number}</span>
            ))}
        </Inline>
      ),
      children:
        told !== null ? (
          <ReceptionNote clientId={clientId} reception={reception!} onAmend={() => onAmend(told)} />
        ) : (
          (line || note) && (
            <Stack gap={1}>
              {line && <span className="st-quiet">{line}</span>}
              {note && <Prose>{note}</Prose>}
            </Stack>
          )
        ),
    }
  }
  return (
    <>
      {byMonth(entries, { locale, timeZone }).map(({ month, ofMonth }) => (
        <section key={month} aria-label={month}>
          <h3 className="st-quiet st-timeline-month">{month}</h3>
          <Timeline label={month} entries={ofMonth.map(drawn)} />
        </section>
      ))}
    </>
  )
}
