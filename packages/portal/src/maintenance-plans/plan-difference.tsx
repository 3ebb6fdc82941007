import { useQuery } from '@apollo/client/react'
import { PLAN_REVISION_STATUS_LABELS, type PlanRevisionStatus } from '@steward/domain'
import { ChangeTable, Loading, Panel, Select, StatusTag, type Tone } from '@steward/ui'
import { useState } from 'react'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { PlanDifferences } from './plan-documents.ts'

const texts = messages({
  title: { zh: '与前一版的差异', en: 'What changed' },
  against: { zh: '对比', en: 'Against' },
  revision: { zh: '第 {{ordinal}} 版 · {{status}}', en: 'Revision {{ordinal}} · {{status}}' },
  where: { zh: '位置', en: 'Where' },
  before: { zh: '第 {{ordinal}} 版', en: 'Revision {{ordinal}}' },
  none: { zh: '两版内容相同。', en: 'Both say the same.' },
  ADDED: { zh: '新增', en: 'Added' },
  REMOVED: { zh: '删除', en: 'Removed' },
})

interface Compared {
  readonly id: string
  readonly ordinal: number
  readonly status: PlanRevisionStatus
}

interface PlanDifferenceProps {
  readonly shown: Compared
  /** What it was written from, which is compared first. */
  readonly baseId: string
  readonly others: readonly Compared[]
}

const TONES: Readonly<Record<'ADDED' | 'REMOVED', Tone>> = { ADDED: 'good', REMOVED: 'bad' }

/** This revision beside another one, place by place. */
export function PlanDifference({ shown, baseId, others }: PlanDifferenceProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [chosen, setChosen] = useState<string>()
  const other = others.find(({ id }) => id === (chosen ?? baseId)) ?? others[0]
  const { data, error, refetch } = useQuery(PlanDifferences, {
    variables: { from: other?.id ?? '', to: shown.id },
    skip: !other,
    fetchPolicy: 'cache-and-network',
  })
  if (!other) return null
  const named = ({ ordinal, status }: Compared) =>
    say('revision', { ordinal, status: sayWord(PLAN_REVISION_STATUS_LABELS[status]) })
  return (
    <Panel
      title={say('title')}
      actions={
        others.length > 1 && (
          <Select
            aria-label={say('against')}
            popupMatchSelectWidth={false}
            value={other.id}
            options={others.map((it) => ({ value: it.id, label: named(it) }))}
            onChange={setChosen}
          />
        )
      }
    >
      {!data ? (
        error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : data.planDifference.length === 0 ? (
        <p className="st-quiet">{say('none')}</p>
      ) : (
        <ChangeTable
          label={say('title')}
          heads={{
            what: say('where'),
            before: say('before', { ordinal: other.ordinal }),
            after: say('before', { ordinal: shown.ordinal }),
          }}
          rows={data.planDifference.map(({ anchor, change, where, before, after }) => ({
            key: `${anchor}/${change}`,
            label: where,
            before: change === 'ADDED' ? <Mark change={change} /> : before,
            after: change === 'REMOVED' ? <Mark change={change} /> : after,
          }))}
        />
      )}
    </Panel>
  )
}

function Mark({ change }: { readonly change: 'ADDED' | 'REMOVED' }) {
  const say = useMessages(texts)
  return <StatusTag tone={TONES[change]}>{say(change)}</StatusTag>
}
