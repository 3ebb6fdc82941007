import type { RecordTable, TableField } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { DataTable, Select, StatusTag, type Column } from '@steward/ui'
import type { Uploaded } from '../upload.ts'
import { withField, withValues, type Draft } from './mapping-draft.ts'
import { WordMeanings } from './word-meanings.tsx'

const texts = messages({
  list: { zh: '文件的列与我们的字段', en: 'Columns of the file and our fields' },
  column: { zh: '文件的列', en: 'Column of the file' },
  samples: { zh: '前几行', en: 'First rows' },
  field: { zh: '对应字段', en: 'Tells' },
  fieldOf: { zh: '“{{column}}”对应的字段', en: 'What “{{column}}” tells' },
  leaveOut: { zh: '不导入', en: 'Leave out' },
  none: { zh: '（空）', en: '(empty)' },
})

interface ColumnTableProps {
  readonly table: RecordTable
  readonly file: Uploaded
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

interface Row {
  readonly at: number
  readonly column: string
  readonly field: string | null
  readonly samples: readonly string[]
}

/** Each column of the file with its first values, and the field that it tells. */
export function ColumnTable({ table, file, draft, onChange }: ColumnTableProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { fields, required } = table
  const rows = draft.columns.map(({ column, field }, at): Row => {
    const samples = file.samples.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '')
    return { at, column, field, samples: [...new Set(samples)].slice(0, 3) }
  })
  const options = [
    { value: '', label: say('leaveOut') },
    ...Object.entries(fields).map(([value, { label }]) => ({
      value,
      label: required.includes(value) ? `${sayWord(label)} *` : sayWord(label),
    })),
  ]
  const columns: readonly Column<Row>[] = [
    {
      key: 'column',
      title: say('column'),
      width: '22%',
      render: (row) => <span className="st-strong">{row.column}</span>,
    },
    {
      key: 'samples',
      title: say('samples'),
      render: ({ samples }) =>
        samples.length === 0 ? (
          <span className="st-quiet">{say('none')}</span>
        ) : (
          <span className="st-inline" style={{ gap: 4 }}>
            {samples.map((sample) => (
              <StatusTag key={sample}>{sample}</StatusTag>
            ))}
          </span>
        ),
    },
    {
      key: 'field',
      title: say('field'),
      width: '34%',
      render: ({ at, column, field }) => (
        <div className="st-stack" style={{ gap: 6 }}>
          <Select
            aria-label={say('fieldOf', { column })}
            style={{ width: '100%' }}
            value={field ?? ''}
            options={options}
            showSearch
            optionFilterProp="label"
            onChange={(value: string) => onChange(withField(draft, at, value === '' ? null : value))}
          />
          {field !== null && takesWords(fields[field]) && (
            <WordMeanings
              field={fields[field]!}
              column={column}
              pairs={draft.columns[at]!.values}
              onChange={(values) => onChange(withValues(draft, at, values))}
            />
          )}
        </div>
      ),
    },
  ]
  return <DataTable label={say('list')} columns={columns} rows={rows} rowKey={({ at }) => String(at)} />
}

/** Words of the file may stand for something else: a value of a choice, or the name of a record. */
const takesWords = (field: TableField | undefined): boolean =>
  field !== undefined &&
  (field.takes === 'choice' ||
    field.takes === 'choices' ||
    field.takes === 'record' ||
    field.takes === 'records')
