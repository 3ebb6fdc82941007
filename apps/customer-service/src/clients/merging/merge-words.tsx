import { CLIENT_MERGE_STATUS_LABELS, MERGE_COUNT_LABELS, MERGED_FIELD_LABELS } from '@steward/domain'
import type { ClientMergeStatus } from '@steward/graphql-client'
import { messages, useList, useMessages, useSay } from '@steward/portal'
import { DataTable, StatusTag, type Column, type Tone } from '@steward/ui'

const TONES: Readonly<Record<ClientMergeStatus, Tone>> = {
  IN_SIGNING: 'seal',
  MERGED: 'good',
  REVERSAL_IN_SIGNING: 'warn',
  REVERSED: 'neutral',
  REJECTED: 'bad',
  WITHDRAWN: 'neutral',
}

export function MergeTag({ status }: { readonly status: ClientMergeStatus }) {
  return <StatusTag tone={TONES[status]}>{useSay()(CLIENT_MERGE_STATUS_LABELS[status])}</StatusTag>
}

interface Named {
  readonly key: string
  readonly labelZh: string | null
  readonly labelEn: string | null
}

/** What a field is called: in our own words, or in those of the organization that has added it. */
export function useFieldName() {
  const sayWord = useSay()
  return ({ key, labelZh, labelEn }: Named): string => {
    const known = MERGED_FIELD_LABELS[key]
    if (known) return sayWord(known)
    return labelZh === null ? key : sayWord({ zh: labelZh, en: labelEn ?? labelZh })
  }
}

const texts = messages({
  counts: { zh: '双方的记录', en: 'What both have' },
  what: { zh: '记录', en: 'Records' },
  survivor: { zh: '保留的档案', en: 'That stays' },
  merged: { zh: '并入的档案', en: 'That is merged' },
  going: { zh: '转移', en: 'Go over' },
  staying: { zh: '重复，不转移', en: 'Left behind' },
})

/** Names of fields in a row. */
export function useFieldNames() {
  const list = useList()
  const nameOf = useFieldName()
  return (fields: readonly Named[]): string => list(fields.map(nameOf))
}

interface Count {
  readonly what: string
  readonly survivor: number
  readonly merged: number
  readonly staying: number
}

/** What stands behind each of the two, and what of it would collide. */
export function MergeCounts({ counts }: { readonly counts: readonly Count[] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const figure = (key: keyof Omit<Count, 'what'> | 'going', of: (count: Count) => number): Column<Count> => ({
    key,
    title: say(key),
    width: '120px',
    align: 'end',
    render: (count) => of(count) || '—',
  })
  const columns: readonly Column<Count>[] = [
    {
      key: 'what',
      title: say('what'),
      render: ({ what }) => (MERGE_COUNT_LABELS[what] ? sayWord(MERGE_COUNT_LABELS[what]) : what),
    },
    figure('survivor', ({ survivor }) => survivor),
    figure('merged', ({ merged }) => merged),
    figure('going', ({ merged, staying }) => merged - staying),
    figure('staying', ({ staying }) => staying),
  ]
  return <DataTable label={say('counts')} columns={columns} rows={counts} rowKey={({ what }) => what} />
}
