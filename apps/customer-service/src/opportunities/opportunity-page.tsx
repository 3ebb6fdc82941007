import { useQuery } from '@apollo/client/react'
import { OPPORTUNITY_STATUS_LABELS } from '@steward/domain'
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
import { OpportunityAbout } from './opportunity-about.tsx'
import { OpportunityActions } from './opportunity-actions.tsx'
import { OpportunityHistory } from './opportunity-history.tsx'
import { PapersPanel } from './papers/papers-panel.tsx'
import { PriceFormsPanel } from './prices/price-forms-panel.tsx'
import { OPPORTUNITY_TONES } from './opportunity-tones.ts'

const OpportunityPageQuery = graphql(/* GraphQL */ `
  query OpportunityPage($id: ID!) {
    opportunity(id: $id) {
      id
      number
      title
      status
      stalledAt
      ...OpportunityAbout
      ...OpportunityActions
      ...OpportunityHistory
      ...OpportunityPrices
      ...OpportunityPapers
    }
  }
`)

const texts = messages({
  back: { zh: '商机', en: 'Opportunities' },
  missing: { zh: '没有找到这个商机', en: 'There is no such opportunity' },
  missingHint: {
    zh: '可能已归其他同事，或不在您的负责范围内。',
    en: 'It may be a colleague’s now, or lie outside your responsibility.',
  },
  way: { zh: '商机进展', en: 'How far it has come' },
  stalled: { zh: '久未跟进', en: 'Untouched' },
})

const WAY = ['NEED', 'PROPOSAL', 'QUOTATION', 'SIGNING', 'WON'] as const

/** One opportunity: of whom, how far it is, what it may bring, what was said, what comes next. */
export function OpportunityPage() {
  const { id = '' } = useParams()
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { data, error, refetch } = useQuery(OpportunityPageQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const reload = () => refetch()
  useLiveRecord(id, reload)
  useWorkTab(data?.opportunity?.number, data?.opportunity?.title ?? undefined)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { opportunity } = data
  if (!opportunity)
    return (
      <EmptyState
        title={say('missing')}
        hint={say('missingHint')}
        action={<AppLink to={path('opportunities')}>{say('back')}</AppLink>}
      />
    )
  const { number, title, status, stalledAt } = opportunity
  return (
    <>
      <PageHeader
        title={title ?? number}
        back={{ to: path('opportunities'), label: say('back') }}
        subtitle={
          <>
            <StatusTag tone={OPPORTUNITY_TONES[status]}>
              {sayWord(OPPORTUNITY_STATUS_LABELS[status])}
            </StatusTag>{' '}
            {stalledAt && <StatusTag tone="bad">{say('stalled')}</StatusTag>}{' '}
            <span className="st-quiet">{number}</span> <Onlookers id={opportunity.id} />
          </>
        }
        actions={<OpportunityActions opportunity={opportunity} onReload={reload} />}
      />
      <Stack gap={4}>
        {status !== 'LOST' && (
          <StagePath
            label={say('way')}
            stages={WAY.map((key) => ({ key, label: sayWord(OPPORTUNITY_STATUS_LABELS[key]) }))}
            current={status}
            finished={status === 'WON'}
          />
        )}
        <Columns min={440} gap={4}>
          <OpportunityAbout opportunity={opportunity} onReload={reload} />
          <OpportunityHistory opportunity={opportunity} />
        </Columns>
        <PriceFormsPanel opportunity={opportunity} onReload={reload} />
        <PapersPanel opportunity={opportunity} onReload={reload} />
      </Stack>
    </>
  )
}
