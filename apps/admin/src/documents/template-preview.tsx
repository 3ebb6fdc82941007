import { useLazyQuery, useQuery } from '@apollo/client/react'
import { paragraphsOf } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages } from '@steward/portal'
import { Inline, Panel, Paper, PaperPart, Select, Stack } from '@steward/ui'

const PreviewedOpportunities = graphql(/* GraphQL */ `
  query PreviewedOpportunities {
    opportunities(first: 50, filter: { open: true }, orderBy: NEWEST) {
      edges {
        node {
          id
          number
          title
        }
      }
    }
  }
`)

const SalesPaperPreview = graphql(/* GraphQL */ `
  query SalesPaperPreview($revision: ID!, $opportunity: ID!) {
    salesPaperPreview(revision: $revision, opportunity: $opportunity) {
      position
      heading
      body
      part
    }
  }
`)

const texts = messages({
  title: { zh: '用真实商机预览', en: 'Preview with an opportunity' },
  choose: { zh: '选一个商机', en: 'Choose an opportunity' },
  hint: {
    zh: '尚无人填写的内容放在〔〕里；预览不保存。',
    en: 'What nobody has said yet stands in brackets; nothing is kept.',
  },
  prices: { zh: '〔报价明细表〕', en: '[price table]' },
  free: { zh: '〔自由填写〕', en: '[free text]' },
  clause: { zh: '第 {{count}} 条', en: '{{count}}.' },
})

/** What a revision of a template would say of an opportunity that the viewer may read. */
export function TemplatePreview({ revisionId }: { readonly revisionId: string }) {
  const say = useMessages(texts)
  const may = useMay()
  const mayPreview = may('salesProposal:readWords')
  const { data } = useQuery(PreviewedOpportunities, { skip: !mayPreview })
  const [preview, shown] = useLazyQuery(SalesPaperPreview, { fetchPolicy: 'network-only' })
  if (!mayPreview) return null
  const options = data?.opportunities.edges.map(({ node }) => ({
    value: node.id,
    label: `${node.number} ${node.title ?? ''}`,
  }))
  return (
    <Panel title={say('title')}>
      <Stack gap={3}>
        <Inline gap={2}>
          <Select
            aria-label={say('choose')}
            placeholder={say('choose')}
            showSearch={{ optionFilterProp: 'label' }}
            options={options ?? []}
            style={{ minInlineSize: '16rem' }}
            onChange={(opportunity: string) =>
              void preview({ variables: { revision: revisionId, opportunity } })
            }
          />
          <span className="st-quiet st-small">{say('hint')}</span>
        </Inline>
        {shown.error && <FailureState error={shown.error} />}
        {shown.data && (
          <Paper label={say('title')}>
            {shown.data.salesPaperPreview.map(({ position, heading, body, part }) => (
              <PaperPart
                key={position}
                mark={say('clause', { count: position })}
                heading={heading}
                paragraphs={[
                  ...paragraphsOf(body),
                  ...(part === 'PRICES' ? [say('prices')] : part === 'FREE' ? [say('free')] : []),
                ]}
              />
            ))}
          </Paper>
        )}
      </Stack>
    </Panel>
  )
}
