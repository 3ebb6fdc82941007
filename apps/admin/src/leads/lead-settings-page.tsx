import { useQuery } from '@apollo/client/react'
import type { LeadSettingsQuery } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages } from '@steward/portal'
import { Loading, PageHeader, Stack } from '@steward/ui'
import { Campaigns } from './campaigns.tsx'
import { LeadPolicyPanel } from './lead-policy.tsx'
import { LeadSettings } from './lead-setting-documents.ts'
import { LeadSources } from './lead-sources.tsx'
import { PricePolicyPanel } from './price-policy.tsx'
import { OpportunityPolicyPanel } from './opportunity-policy.tsx'

const texts = messages({
  title: { zh: '线索与商机设置', en: 'Leads and opportunities' },
  subtitle: {
    zh: '线索从哪里来、做过哪些推广、怎么流转；商机各阶段的可能性与跟进期限',
    en: 'Where leads come from and how they go round; how likely each stage of an opportunity is',
  },
})

export type SourceRow = LeadSettingsQuery['leadSources'][number]
export type CampaignRow = LeadSettingsQuery['campaigns'][number]

/** Sources, campaigns and rules of leads: each kept by those who may. */
export function LeadSettingsPage() {
  const say = useMessages(texts)
  const may = useMay()
  const { data, error, refetch } = useQuery(LeadSettings, {
    variables: { withPrices: may('pricePolicy:read') },
    fetchPolicy: 'cache-and-network',
  })
  const reload = () => refetch()
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <Stack gap={4}>
        <LeadPolicyPanel policy={data.leadPolicy ?? null} onReload={reload} />
        {may('pricePolicy:read') && <PricePolicyPanel policy={data.pricePolicy ?? null} onReload={reload} />}
        <OpportunityPolicyPanel policy={data.opportunityPolicy ?? null} onReload={reload} />
        <Campaigns campaigns={data.campaigns} sources={data.leadSources} onReload={reload} />
        <LeadSources sources={data.leadSources} onReload={reload} />
      </Stack>
    </>
  )
}
