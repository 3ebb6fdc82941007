import { useQuery } from '@apollo/client/react'
import { grantsOf, hundredths, METRIC_ENTRY_ACTION_LABELS } from '@steward/domain'
import type { EntriesOfClientQuery } from '@steward/graphql-client'
import { messages, useMay, useMessages, useSay, useViewer } from '@steward/portal'
import { Button, DataTable, Day, EmptyState, Panel, Sheet, Stack, StatusTag } from '@steward/ui'
import { useState } from 'react'
import { EntriesOfClient } from './entry-documents.ts'
import { RecordEntryForm } from './record-entry-form.tsx'
import { VoidEntryForm } from './void-entry-form.tsx'

const texts = messages({
  title: { zh: '评估录入', en: 'Entered scores' },
  metric: { zh: '指标与依据', en: 'What, and on what evidence' },
  score: { zh: '评分', en: 'Score' },
  when: { zh: '评定日期', en: 'Judged on' },
  act: { zh: '操作', en: 'Actions' },
  none: { zh: '还没有录入评分', en: 'Nothing was entered yet' },
  noneHint: {
    zh: '标准里需要人工评定的指标在这里录入，附依据和日期。',
    en: 'What the standard leaves to judgement is entered here, with evidence and date.',
  },
  voided: { zh: '已作废：{{reason}}', en: 'Voided: {{reason}}' },
})

type Entry = EntriesOfClientQuery['metricEntries']['edges'][number]['node']

/** What staff entered of a client for grading, newest first; what is wrong is voided, never edited. */
export function ClientEntries({
  clientId,
  closed = false,
}: {
  readonly clientId: string
  /** Merged into another archive: what is begun is begun there. */
  readonly closed?: boolean
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { staff, roles } = useViewer()
  const [recording, setRecording] = useState(false)
  const [voiding, setVoiding] = useState<Entry>()
  const records = may('metricEntry:record') && !closed
  const { data, refetch } = useQuery(EntriesOfClient, {
    variables: { client: clientId },
    fetchPolicy: 'cache-and-network',
  })
  if (!data) return null
  const entries = data.metricEntries.edges.map(({ node }) => node)
  const verb = sayWord(METRIC_ENTRY_ACTION_LABELS.record)
  const voidVerb = sayWord(METRIC_ENTRY_ACTION_LABELS.void)
  const mayVoid = ({ recordedBy, voidedAt }: Entry) =>
    !closed &&
    voidedAt === null &&
    may('metricEntry:void') &&
    (grantsOf({ roles }, 'metricEntry:void').includes('any') || recordedBy?.id === staff.id)
  return (
    <Panel
      title={say('title')}
      flush
      actions={records && <Button onClick={() => setRecording(true)}>{verb}</Button>}
    >
      <DataTable
        label={say('title')}
        rows={entries}
        rowKey={({ id }) => id}
        empty={<EmptyState title={say('none')} hint={say('noneHint')} />}
        columns={[
          {
            key: 'metric',
            title: say('metric'),
            card: 'lead',
            render: ({ name, evidence, voidedAt, voidReason }) => (
              <Stack gap={0}>
                <span>{name}</span>
                <span className="st-quiet st-small">{evidence}</span>
                {voidedAt && (
                  <StatusTag tone="neutral">{say('voided', { reason: voidReason ?? '' })}</StatusTag>
                )}
              </Stack>
            ),
          },
          {
            key: 'score',
            title: say('score'),
            width: '80px',
            align: 'end',
            render: ({ score, voidedAt }) =>
              voidedAt ? <s>{hundredths(score)}</s> : <b>{hundredths(score)}</b>,
          },
          {
            key: 'when',
            title: say('when'),
            width: '140px',
            render: ({ enteredOn, recordedBy }) => (
              <Stack gap={0}>
                <Day on={enteredOn} />
                <span className="st-quiet st-small">{recordedBy?.name}</span>
              </Stack>
            ),
          },
          ...(entries.some(mayVoid)
            ? [
                {
                  key: 'act',
                  title: say('act'),
                  width: '90px',
                  render: (entry: Entry) =>
                    mayVoid(entry) && (
                      <Button
                        size="small"
                        aria-label={`${voidVerb}: ${entry.name} ${hundredths(entry.score)}`}
                        onClick={() => setVoiding(entry)}
                      >
                        {voidVerb}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <Sheet open={recording} title={verb} onClose={() => setRecording(false)}>
        {recording && (
          <RecordEntryForm client={clientId} onReload={() => refetch()} onClose={() => setRecording(false)} />
        )}
      </Sheet>
      <Sheet
        open={voiding !== undefined}
        title={`${voidVerb} ${voiding?.name ?? ''}`}
        onClose={() => setVoiding(undefined)}
      >
        {voiding && (
          <VoidEntryForm entry={voiding} onReload={() => refetch()} onClose={() => setVoiding(undefined)} />
        )}
      </Sheet>
    </Panel>
  )
}
