import {
  IMPORT_DIMENSION_LABELS,
  IMPORT_ISSUE_LABELS,
  levelOf,
  STATUS_LABELS,
  type ImportDimension,
  type ImportIssueReason,
  type Status,
} from '@steward/domain'
import type { ImportRunPartsFragment } from '@steward/graphql-client'
import { messages, useAct, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import {
  Alert,
  BarList,
  Button,
  Columns,
  Panel,
  Stack,
  Stat,
  useIsPhone,
  useUi,
  type Tone,
} from '@steward/ui'
import { useState } from 'react'
import { StartImport } from './import-run-parts.ts'

const texts = messages({
  read: { zh: '读到', en: 'Read' },
  fresh: { zh: '新增', en: 'New' },
  changed: { zh: '更新', en: 'Changed' },
  unchanged: { zh: '不变', en: 'Unchanged' },
  refused: { zh: '拒绝', en: 'Refused' },
  warned: { zh: '有提示', en: 'With a warning' },
  would: {
    zh: '试运行通过：将新增 {{fresh}} 条、更新 {{changed}} 条。现在还没有写入任何数据。',
    en: 'The dry run is through: {{fresh}} would be new, {{changed}} changed. Nothing is written yet.',
  },
  nothing: {
    zh: '没有可写入的内容：这些投诉都已在系统中，或都被拒绝。',
    en: 'There is nothing to write: these cases are in already, or all of them are refused.',
  },
  done: {
    zh: '已全部写入：新增 {{fresh}} 条、更新 {{changed}} 条。',
    en: 'All of it is in: {{fresh}} new, {{changed}} changed.',
  },
  same: { zh: '与上次相同，没有任何改动。', en: 'Nothing has changed since the last time.' },
  created: {
    zh: '新建分类 {{categories}} 个、部门 {{departments}} 个',
    en: '{{categories}} categories and {{departments}} departments are new',
  },
  apply: { zh: '导入 {{rows}} 行', en: 'Import {{rows}} rows' },
  none: { zh: '（无）', en: '(none)' },
  all: { zh: '全部 {{count}} 项', en: 'All {{count}}' },
  fewer: { zh: '收起', en: 'Fewer' },
})

/** What came of a file, in figures; after a dry run, with the way to bring it in. */
export function RunResult({ run }: { readonly run: ImportRunPartsFragment }) {
  const say = useMessages(texts)
  const format = new Intl.NumberFormat(useUi().locale)
  const { rowsRead, rowsNew, rowsChanged, rowsUnchanged, rowsRefused, rowsWarned } = run
  const stat = (
    label: 'read' | 'fresh' | 'changed' | 'unchanged' | 'refused' | 'warned',
    rows: number,
    tone: Tone,
  ) => <Stat label={say(label)} value={format.format(rows)} tone={rows > 0 ? tone : 'neutral'} />
  return (
    <Stack gap={4}>
      <Verdict run={run} />
      <Columns min={168} gap={3}>
        {stat('read', rowsRead, 'neutral')}
        {stat('fresh', rowsNew, 'good')}
        {stat('changed', rowsChanged, 'info')}
        {stat('unchanged', rowsUnchanged, 'neutral')}
        {stat('refused', rowsRefused, 'bad')}
        {stat('warned', rowsWarned, 'warn')}
      </Columns>
      <Columns min={420} gap={4}>
        <Stack gap={4}>
          <Counts run={run} dimension="STATUS" />
          <Counts run={run} dimension="YEAR" />
          <Counts run={run} dimension="ISSUE" />
        </Stack>
        <Counts run={run} dimension="CATEGORY" />
      </Columns>
    </Stack>
  )
}

function Verdict({ run }: { readonly run: ImportRunPartsFragment }) {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const phone = useIsPhone()
  const { locale, routing } = useUi()
  const startImport = useAct(StartImport)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const format = new Intl.NumberFormat(locale)
  const figures = { fresh: format.format(run.rowsNew), changed: format.format(run.rowsChanged) }
  const rows = run.rowsNew + run.rowsChanged

  const apply = async (): Promise<void> => {
    if (!run.file) return
    setBusy(true)
    const { mapping, encoding } = run
    const { done, refused } = await startImport({ fileId: run.file.id, mapping, encoding, dryRun: false })
    setBusy(false)
    if (done) routing.go(path(`imports/${done.id}`))
    else setProblem(refused.message)
  }
  const applying = run.dryRun && rows > 0 && may('import:run') && (
    <Button type="primary" block={phone} loading={busy} onClick={() => void apply()}>
      {say('apply', { rows: format.format(rows) })}
    </Button>
  )
  const word = run.dryRun ? (rows > 0 ? 'would' : 'nothing') : rows > 0 ? 'done' : 'same'
  const sentence = word === 'would' || word === 'done' ? say(word, figures) : say(word)
  const isNew = run.categoriesNew + run.departmentsNew > 0
  const created = say('created', {
    categories: format.format(run.categoriesNew),
    departments: format.format(run.departmentsNew),
  })
  return (
    <Stack gap={2}>
      <Alert
        type={run.dryRun ? 'info' : 'success'}
        showIcon
        title={sentence}
        {...(isNew ? { description: created } : {})}
        action={!phone && applying}
      />
      {phone && applying}
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
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
