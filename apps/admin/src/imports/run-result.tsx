import {
  CLIENT_RELATION_LABELS,
  DUPLICATE_CHOICES,
  IMPORT_DIMENSION_LABELS,
  IMPORT_ISSUE_LABELS,
  levelOf,
  PAYMENT_METHOD_LABELS,
  RECEIVABLE_KIND_LABELS,
  STATUS_LABELS,
  type ClientRelation,
  type DuplicateChoice,
  type ImportDimension,
  type ImportIssueReason,
  type PaymentMethod,
  type ReceivableKind,
  type Status,
} from '@steward/domain'
import type { ImportRunPartsFragment } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { BarList, Button, Columns, Panel, Stack, Stat, useUi, type Tone } from '@steward/ui'
import { useState } from 'react'
import { RunDuplicates } from './run-duplicates.tsx'
import { RunVerdict } from './run-verdict.tsx'

const texts = messages({
  read: { zh: '读到', en: 'Read' },
  fresh: { zh: '新增', en: 'New' },
  changed: { zh: '更新', en: 'Changed' },
  unchanged: { zh: '不变', en: 'Unchanged' },
  refused: { zh: '拒绝', en: 'Refused' },
  warned: { zh: '有提示', en: 'With a warning' },
  duplicate: { zh: '疑似重复', en: 'Likely on file' },
  undone: { zh: '可撤销', en: 'Taken back' },
  left: { zh: '保留', en: 'Left alone' },
  none: { zh: '（无）', en: '(none)' },
  all: { zh: '全部 {{count}} 项', en: 'All {{count}}' },
  fewer: { zh: '收起', en: 'Fewer' },
})

type Figure =
  | 'read'
  | 'fresh'
  | 'changed'
  | 'unchanged'
  | 'refused'
  | 'warned'
  | 'duplicate'
  | 'undone'
  | 'left'

/** What came of a file, in figures; after a dry run, with the way to bring it in. */
export function RunResult({ run }: { readonly run: ImportRunPartsFragment }) {
  const say = useMessages(texts)
  const format = new Intl.NumberFormat(useUi().locale)
  const [choice, setChoice] = useState<DuplicateChoice>(DUPLICATE_CHOICES[0])
  const { rowsRead, rowsNew, rowsChanged, rowsUnchanged, rowsRefused, rowsWarned, rowsDuplicate } = run
  const stat = (label: Figure, rows: number, tone: Tone) => (
    <Stat key={label} label={say(label)} value={format.format(rows)} tone={rows > 0 ? tone : 'neutral'} />
  )
  const stats = run.undoes
    ? [
        stat('read', rowsRead, 'neutral'),
        stat('undone', rowsChanged, 'info'),
        stat('left', rowsUnchanged, 'warn'),
      ]
    : [
        stat('read', rowsRead, 'neutral'),
        stat('fresh', rowsNew, 'good'),
        stat('changed', rowsChanged, 'info'),
        stat('unchanged', rowsUnchanged, 'neutral'),
        stat('refused', rowsRefused, 'bad'),
        stat('warned', rowsWarned, 'warn'),
        ...(run.kind === 'CLIENTS' ? [stat('duplicate', rowsDuplicate, 'warn')] : []),
      ]
  return (
    <Stack gap={4}>
      <RunVerdict run={run} duplicateChoice={choice} />
      <Columns min={150} gap={3}>
        {stats}
      </Columns>
      {run.dryRun && rowsDuplicate > 0 && <RunDuplicates run={run} choice={choice} onChoice={setChoice} />}
      <Columns min={420} gap={4}>
        <Stack gap={4}>
          <Counts run={run} dimension="STATUS" />
          <Counts run={run} dimension="YEAR" />
          <Counts run={run} dimension="RELATION" />
          <Counts run={run} dimension="CHARGE" />
          <Counts run={run} dimension="METHOD" />
          <Counts run={run} dimension="ISSUE" />
        </Stack>
        <Stack gap={4}>
          <Counts run={run} dimension="CATEGORY" />
          <Counts run={run} dimension="PROJECT" />
        </Stack>
      </Columns>
    </Stack>
  )
}

const SHOWN = 12

interface CountsProps {
  readonly run: ImportRunPartsFragment
  readonly dimension: ImportDimension
}

type Count = ImportRunPartsFragment['counts'][number]

const TONES: Readonly<Record<ImportDimension, (value: string) => Tone>> = {
  STATUS: (value) => (value === 'CLOSED' ? 'primary' : 'warn'),
  CATEGORY: () => 'primary',
  YEAR: () => 'primary',
  RELATION: () => 'primary',
  CHARGE: () => 'primary',
  METHOD: () => 'primary',
  PROJECT: () => 'primary',
  ISSUE: (value) => (levelOf(value as ImportIssueReason) === 'ERROR' ? 'bad' : 'warn'),
}

/** Small bars: what the accepted rows are, and what was found wrong. */
function Counts({ run, dimension }: CountsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [all, setAll] = useState(false)
  const nameOf = ({ value, nameZh: zh, nameEn: en }: Count): string => {
    if (zh !== null && en !== null) return sayWord({ zh, en })
    if (value === null) return say('none')
    if (dimension === 'STATUS') return sayWord(STATUS_LABELS[value as Status])
    if (dimension === 'RELATION') return sayWord(CLIENT_RELATION_LABELS[value as ClientRelation])
    if (dimension === 'CHARGE') return sayWord(RECEIVABLE_KIND_LABELS[value as ReceivableKind])
    if (dimension === 'METHOD') return sayWord(PAYMENT_METHOD_LABELS[value as PaymentMethod])
    return dimension === 'ISSUE' ? sayWord(IMPORT_ISSUE_LABELS[value as ImportIssueReason]) : value
  }
  const counts = run.counts.filter((it) => it.dimension === dimension)
  if (counts.length === 0) return null
  const ordered = dimension === 'YEAR' ? counts.toSorted((a, b) => Number(a.value) - Number(b.value)) : counts
  const title = sayWord(IMPORT_DIMENSION_LABELS[dimension])
  const items = ordered.map((count) => ({
    key: `${count.value} ${count.nameEn}`,
    label: nameOf(count),
    value: count.rows,
    tone: TONES[dimension](count.value ?? ''),
  }))
  return (
    <Panel
      title={title}
      actions={
        items.length > SHOWN && (
          <Button size="small" type="text" onClick={() => setAll(!all)}>
            {all ? say('fewer') : say('all', { count: items.length })}
          </Button>
        )
      }
    >
      <BarList label={title} items={all ? items : items.slice(0, SHOWN)} />
    </Panel>
  )
}
