import { useQuery } from '@apollo/client/react'
import {
  FailureState,
  messages,
  SigningWay,
  useLiveRecord,
  useMessages,
  usePortalPath,
  useWorkTab,
} from '@steward/portal'
import {
  Alert,
  AppLink,
  DescriptionList,
  EmptyState,
  Inline,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Stack,
  WithAside,
} from '@steward/ui'
import { useParams } from 'react-router'
import { ClientMergePageDocument, type MergeInFull } from './merge-documents.ts'
import { MergeVerbs } from './merge-verbs.tsx'
import { MergeCounts, MergeTag, useFieldNames } from './merge-words.tsx'

const texts = messages({
  merges: { zh: '客户合并', en: 'Merges of clients' },
  title: { zh: '{{merged}} 并入 {{survivor}}', en: '{{merged}} into {{survivor}}' },
  gone: { zh: '没有这项合并', en: 'There is no such merge' },
  goneHint: { zh: '可能不存在，或您无权查看。', en: 'It does not exist, or is not for you to read.' },
  what: { zh: '合并内容', en: 'What is merged' },
  survivor: { zh: '保留的档案', en: 'The archive that stays' },
  merged: { zh: '并入的档案', en: 'The archive that goes into it' },
  taken: { zh: '以并入的档案为准', en: 'As the merged archive has it' },
  nothing: { zh: '没有，均以保留的档案为准', en: 'Nothing: the archive that stays has the word' },
  reason: { zh: '理由', en: 'Reason' },
  proposed: { zh: '提请', en: 'Proposed' },
  carriedOut: { zh: '合并', en: 'Merged' },
  moved: {
    zh: '转移了 {{count}} 条记录',
    en: { one: '{{count}} record went over', other: '{{count}} records went over' },
  },
  reversal: { zh: '撤销', en: 'Reversal' },
  reversed: { zh: '撤销完成', en: 'Reversed' },
  reversalReason: { zh: '撤销理由', en: 'Why it is taken back' },
  kept: { zh: '撤销时保持现状', en: 'Left as they were at the reversal' },
  rejected: { zh: '被驳回或撤回', en: 'Rejected or withdrawn' },
  way: { zh: '合并的签核', en: 'Signing of the merge' },
  wayBack: { zh: '撤销的签核', en: 'Signing of the reversal' },
  counts: { zh: '提请时双方的记录', en: 'What both had when it was proposed' },
})

/** One merge: who, when, what was chosen, who signed, and what came after. */
export function MergePage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(ClientMergePageDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  useLiveRecord(id, () => void refetch())
  useWorkTab(data?.clientMerge?.number, data?.clientMerge?.survivorCode)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { clientMerge: merge } = data
  if (!merge) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const names = {
    merged: merge.merged?.name ?? merge.mergedCode,
    survivor: merge.survivor?.name ?? merge.survivorCode,
  }
  return (
    <>
      <PageHeader
        title={say('title', names)}
        back={{ to: path('merges'), label: say('merges') }}
        subtitle={
          <Inline gap={2}>
            <code>{merge.number}</code>
            <MergeTag status={merge.status} />
          </Inline>
        }
        actions={<MergeVerbs merge={merge} onReload={refetch} />}
      />
      <WithAside
        aside={
          <Stack gap={4}>
            {merge.signings.map((signing) => (
              <Panel key={signing.id} title={say(signing.revision === 1 ? 'way' : 'wayBack')}>
                <SigningWay signing={signing} />
              </Panel>
            ))}
          </Stack>
        }
      >
        {merge.note && <Alert type="warning" showIcon title={say('rejected')} description={merge.note} />}
        <Panel title={say('what')}>
          <What merge={merge} />
        </Panel>
        {merge.counts.length > 0 && (
          <Panel title={say('counts')} flush>
            <MergeCounts counts={merge.counts} />
          </Panel>
        )}
      </WithAside>
    </>
  )
}

function What({ merge }: { readonly merge: MergeInFull }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const namesOf = useFieldNames()
  const who = (client: MergeInFull['survivor'], code: string) =>
    client ? (
      <AppLink to={path(`clients/${client.id}`)}>{[client.name, code].filter(Boolean).join(' · ')}</AppLink>
    ) : (
      code
    )
  const when = (at: string, name: string | undefined) => (
    <>
      <Instant at={at} show="absolute" /> {name}
    </>
  )
  const { mergedAt, reversalAskedAt, reversedAt, movedCount } = merge
  return (
    <DescriptionList
      items={[
        { label: say('survivor'), value: who(merge.survivor, merge.survivorCode) },
        { label: say('merged'), value: who(merge.merged, merge.mergedCode) },
        { label: say('taken'), value: namesOf(merge.taken) || say('nothing'), wide: true },
        ...(merge.reason ? [{ label: say('reason'), value: merge.reason, wide: true }] : []),
        { label: say('proposed'), value: when(merge.proposedAt, merge.proposedBy?.name) },
        ...(mergedAt
          ? [
              {
                label: say('carriedOut'),
                value: (
                  <>
                    {when(mergedAt, reversalAskedAt ? undefined : merge.decidedBy?.name)}
                    <div className="st-quiet st-small">{say('moved', { count: movedCount })}</div>
                  </>
                ),
              },
            ]
          : []),
        ...(reversalAskedAt
          ? [
              { label: say('reversal'), value: when(reversalAskedAt, merge.reversalAskedBy?.name) },
              { label: say('reversalReason'), value: merge.reversalReason, wide: true },
            ]
          : []),
        ...(reversedAt ? [{ label: say('reversed'), value: when(reversedAt, merge.decidedBy?.name) }] : []),
        ...(merge.kept.length > 0 ? [{ label: say('kept'), value: namesOf(merge.kept), wide: true }] : []),
      ]}
    />
  )
}
