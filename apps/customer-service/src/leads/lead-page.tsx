import { useQuery } from '@apollo/client/react'
import { LEAD_STATUS_LABELS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  Onlookers,
  useLiveRecord,
  useMessages,
  usePortalPath,
  useSay,
  useWorkTab,
} from '@steward/portal'
import { AppLink, Columns, EmptyState, Loading, PageHeader, StagePath, Stack, StatusTag } from '@steward/ui'
import { useParams } from 'react-router'
import { LeadAbout } from './lead-about.tsx'
import { LeadActions } from './lead-actions.tsx'
import { LeadHistory } from './lead-history.tsx'
import { LEAD_TONES } from './lead-tones.ts'

const LeadPageQuery = graphql(/* GraphQL */ `
  query LeadPage($id: ID!) {
    lead(id: $id) {
      id
      number
      name
      status
      ...LeadAbout
      ...LeadActions
      ...LeadHistory
    }
  }
`)

const texts = messages({
  back: { zh: '线索', en: 'Leads' },
  missing: { zh: '没有找到这条线索', en: 'There is no such lead' },
  missingHint: {
    zh: '可能已归其他同事，或不在您的负责范围内。',
    en: 'It may be a colleague’s now, or lie outside your responsibility.',
  },
  way: { zh: '线索进展', en: 'How far it has come' },
})

const WAY = ['NEW', 'ASSIGNED', 'CONTACTED', 'QUALIFIED', 'CONVERTED'] as const

/** One lead: who it is, how far it has come, what was said, what comes next. */
export function LeadPage() {
  const { id = '' } = useParams()
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { data, error, refetch } = useQuery(LeadPageQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const reload = () => refetch()
  useLiveRecord(id, reload)
  useWorkTab(data?.lead?.number, data?.lead?.name ?? undefined)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { lead } = data
  if (!lead) {
    return (
      <EmptyState
        title={say('missing')}
        hint={say('missingHint')}
        action={<AppLink to={path('leads')}>{say('back')}</AppLink>}
      />
    )
  }
  return (
    <>
      <PageHeader
        title={lead.name ?? lead.number}
        back={{ to: path('leads'), label: say('back') }}
        subtitle={
          <>
            <StatusTag tone={LEAD_TONES[lead.status]}>{sayWord(LEAD_STATUS_LABELS[lead.status])}</StatusTag>{' '}
            <span className="st-quiet">{lead.number}</span> <Onlookers id={lead.id} />
          </>
        }
        actions={<LeadActions lead={lead} onReload={reload} />}
      />
      <Stack gap={4}>
        {lead.status !== 'LOST' && (
          <StagePath
            label={say('way')}
            stages={WAY.map((key) => ({ key, label: sayWord(LEAD_STATUS_LABELS[key]) }))}
            current={lead.status}
            finished={lead.status === 'CONVERTED'}
          />
        )}
        <Columns min={440} gap={4}>
          <LeadAbout lead={lead} onReload={reload} />
          <LeadHistory lead={lead} />
        </Columns>
      </Stack>
    </>
  )
}
