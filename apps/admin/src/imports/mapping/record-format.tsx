import { useQuery } from '@apollo/client/react'
import type { RecordKind, RecordTable } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useAct, useList, useMessages, useSay } from '@steward/portal'
import { Alert, Button, Columns, Input, Loading, Panel, Select, Stack } from '@steward/ui'
import { useState } from 'react'
import { StartImport } from '../import-run-parts.ts'
import type { Uploaded } from '../upload.ts'
import { ColumnTable } from './column-table.tsx'
import { Constants } from './constants.tsx'
import { fits, guessedDraft, missingFields, savedDraft, type Draft } from './mapping-draft.ts'
import { useRecordTable } from './use-record-table.ts'
import { SaveMapping } from './save-mapping.tsx'

export const ImportMappings = graphql(/* GraphQL */ `
  query ImportMappings {
    importMappings {
      id
      version
      name
      kind
      source
      columns {
        column
        field
      }
      words {
        column
        key
        value
      }
      constants {
        key
        value
      }
    }
  }
`)

const texts = messages({
  columns: { zh: '三、各列的含义', en: '3. What the columns mean' },
  saved: { zh: '用已保存的列对应', en: 'Use a saved mapping' },
  none: { zh: '按列名识别', en: 'By the headers' },
  source: { zh: '来源', en: 'Source' },
  sourceHint: {
    zh: '谁的资料，例如“开发商移交 2026”。同一来源的同一客户再次导入时会被认出，不会重复。',
    en: 'Whose file, e.g. “Developer 2026”. Who came from this source before is recognised, whatever the file is called.',
  },
  missing: { zh: '还要指定：{{fields}}', en: 'Still to be told: {{fields}}' },
  look: { zh: '试运行', en: 'Look first' },
  lookHint: {
    zh: '只检查，不写入：逐行报告问题、疑似重复，并说明会新增、更新多少。',
    en: 'Checks and writes nothing: it tells what is wrong, who seems to be on file, and what would be new or changed.',
  },
})

interface RecordFormatProps {
  readonly kind: RecordKind
  readonly file: Uploaded
  readonly onStarted: (id: string) => void
}

/** The headers of the file beside our fields, guessed and corrected; what is true of all rows; then a dry run. */
export function RecordFormat(props: RecordFormatProps) {
  const table = useRecordTable(props.kind)
  return table ? <ColumnsOfFile {...props} table={table} /> : <Loading />
}

function ColumnsOfFile({
  kind,
  table,
  file,
  onStarted,
}: RecordFormatProps & { readonly table: RecordTable }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const list = useList()
  const startImport = useAct(StartImport)
  const { data, refetch } = useQuery(ImportMappings, { fetchPolicy: 'cache-and-network' })
  const [draft, setDraft] = useState<Draft>(() => guessedDraft(kind, table, file.header, ''))
  const [chosen, setChosen] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const saved = data?.importMappings.filter((it) => it.kind === kind) ?? []

  const choose = (id: string): void => {
    setChosen(id)
    const mapping = saved.find((it) => it.id === id)
    setDraft(
      mapping ? savedDraft(mapping, file.header) : guessedDraft(kind, table, file.header, draft.source),
    )
  }
  const missing = missingFields(table, draft).map((field) => sayWord(table.fields[field]!.label))
  const record = { kind, ...draft }
  const look = async (): Promise<void> => {
    setBusy(true)
    const { done, refused } = await startImport({ fileId: file.id, record, dryRun: true })
    setBusy(false)
    if (done) onStarted(done.id)
    else setProblem(Object.values(refused.fields ?? {})[0] ?? refused.message)
  }
  return (
    <Panel title={say('columns')}>
      <Stack gap={4}>
        <Columns min={260} gap={3}>
          <label className="st-stack" style={{ gap: 4 }}>
            <span className="st-strong">{say('source')} *</span>
            <Input
              value={draft.source}
              maxLength={60}
              onChange={({ target }) => setDraft({ ...draft, source: target.value })}
            />
            <span className="st-small st-quiet">{say('sourceHint')}</span>
          </label>
          {saved.length > 0 && (
            <label className="st-stack" style={{ gap: 4 }}>
              <span className="st-strong">{say('saved')}</span>
              <Select
                aria-label={say('saved')}
                value={chosen}
                onChange={choose}
                options={[
                  { value: '', label: say('none') },
                  ...saved.map((it) => ({
                    value: it.id,
                    label: it.name,
                    disabled: !fits(it, file.header),
                  })),
                ]}
              />
            </label>
          )}
        </Columns>
        <ColumnTable table={table} file={file} draft={draft} onChange={setDraft} />
        <Constants table={table} draft={draft} onChange={setDraft} />
        {missing.length > 0 && (
          <Alert type="warning" showIcon title={say('missing', { fields: list(missing) })} />
        )}
        {problem && <Alert type="error" showIcon title={problem} role="alert" />}
        <Stack gap={1}>
          <div className="st-inline" style={{ gap: 8 }}>
            <Button
              type="primary"
              loading={busy}
              disabled={missing.length > 0 || draft.source.trim() === ''}
              onClick={() => void look()}
            >
              {say('look')}
            </Button>
            <SaveMapping
              record={record}
              known={saved.find((it) => it.id === chosen)}
              disabled={missing.length > 0 || draft.source.trim() === ''}
              onChanged={() => void refetch()}
            />
          </div>
          <span className="st-quiet st-small">{say('lookHint')}</span>
        </Stack>
      </Stack>
    </Panel>
  )
}
