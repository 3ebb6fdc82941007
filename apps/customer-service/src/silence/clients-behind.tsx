import { useQuery } from '@apollo/client/react'
import { LOSS_STEP_LABELS } from '@steward/domain'
import type { SilenceClientFilter } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { DataTable, Day, EmptyState, Panel, Stack, StatusTag } from '@steward/ui'
import { STEP_TONES } from './rhythm.tsx'
import { SilenceClientsQuery } from './silence-documents.ts'

const PAGE = 50

const texts = messages({
  client: { zh: '客户', en: 'Client' },
  project: { zh: '项目', en: 'Project' },
  step: { zh: '流失四步', en: 'Step' },
  paid: { zh: '最近缴费', en: 'Last paid' },
  times: { zh: '一年内缴费次数', en: 'Payments within a year' },
  monetary: { zh: '金额分', en: 'Money score' },
  none: { zh: '没有这样的客户', en: 'There are no such clients' },
})

/** The clients behind a figure, as a work list: who paid longest ago comes first. */
export function ClientsBehind({
  title,
  filter,
}: {
  readonly title: string
  readonly filter: SilenceClientFilter
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { data, loading, fetchMore } = useQuery(SilenceClientsQuery, {
    variables: { filter, first: PAGE },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  const page = data?.silenceClients
  return (
    <Panel title={title} flush>
      <DataTable
        label={title}
        rows={page?.rows}
        rowKey={({ clientId }) => clientId}
        rowTo={({ clientId }) => path(`clients/${clientId}`)}
        empty={<EmptyState title={say('none')} />}
        columns={[
          {
            key: 'client',
            title: say('client'),
            card: 'lead',
            render: ({ name, code }) => (
              <Stack gap={0}>
                <span>{name}</span>
                <span className="st-quiet st-small">{code}</span>
              </Stack>
            ),
          },
          { key: 'project', title: say('project'), render: ({ projectName }) => projectName },
          {
            key: 'step',
            title: say('step'),
            width: '110px',
            render: ({ step }) =>
              step && <StatusTag tone={STEP_TONES[step]}>{sayWord(LOSS_STEP_LABELS[step])}</StatusTag>,
          },
          {
            key: 'paid',
            title: say('paid'),
            width: '160px',
            render: ({ lastPaidOn }) => lastPaidOn && <Day on={lastPaidOn} />,
          },
          { key: 'times', title: say('times'), align: 'end', width: '140px', render: ({ times }) => times },
          {
            key: 'monetary',
            title: say('monetary'),
            align: 'end',
            width: '90px',
            render: ({ monetary }) => monetary,
          },
        ]}
        more={
          page?.next
            ? {
                loading,
                onLoad: () =>
                  void fetchMore({
                    variables: { after: page.next },
                    updateQuery: (before, { fetchMoreResult: { silenceClients } }) => ({
                      silenceClients: {
                        ...silenceClients,
                        rows: [...before.silenceClients.rows, ...silenceClients.rows],
                      },
                    }),
                  }),
              }
            : undefined
        }
      />
    </Panel>
  )
}
