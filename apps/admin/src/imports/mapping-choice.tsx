import { COMPLAINT_MAPPINGS, findComplaintMapping, type ComplaintMapping } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Button, Choice, Stack, StatusTag, useUi } from '@steward/ui'

const texts = messages({
  mapping: { zh: '文件格式', en: 'Format of the file' },
  columns: { zh: '这种格式的列，带 * 的必须有', en: 'The columns of this format; those with * are required' },
  template: { zh: '下载空白模板', en: 'Download an empty template' },
})

interface MappingChoiceProps {
  readonly value: string
  readonly onChange: (name: string) => void
}

/** Which kind of file it is, and what its columns must be called. */
export function MappingChoice({ value, onChange }: MappingChoiceProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const mapping = findComplaintMapping(value)
  return (
    <Stack gap={3}>
      <Choice
        label={say('mapping')}
        options={COMPLAINT_MAPPINGS.map(({ name, label }) => ({ value: name, label: sayWord(label) }))}
        value={value}
        onChange={onChange}
      />
      {mapping && <p className="st-quiet">{sayWord(mapping.about)}</p>}
      {mapping && <MappingColumns mapping={mapping} />}
    </Stack>
  )
}

function MappingColumns({ mapping }: { readonly mapping: ComplaintMapping }) {
  const say = useMessages(texts)
  const { locale } = useUi()
  const columns = [...new Map(mapping.columns.map((rule) => [rule.column, rule])).values()]
  const nameOf = ({ column, also }: (typeof columns)[number]) =>
    locale === 'en' ? (also[0] ?? column) : column
  return (
    <Stack gap={2}>
      <span className="st-small st-quiet">{say('columns')}</span>
      <div className="st-inline" style={{ gap: 6 }}>
        {columns.map((rule) => (
          <StatusTag key={rule.column} tone={rule.optional ? 'neutral' : 'primary'}>
            {rule.optional ? nameOf(rule) : `${nameOf(rule)} *`}
          </StatusTag>
        ))}
      </div>
      <div>
        <Button size="small" onClick={() => download(`${mapping.name}.csv`, columns.map(nameOf))}>
          {say('template')}
        </Button>
      </div>
    </Stack>
  )
}

/** A header alone; the mark at its beginning makes Excel read Chinese. */
const download = (name: string, columns: readonly string[]): void => {
  const url = URL.createObjectURL(new Blob([`\ufeff${columns.join(',')}\r\n`], { type: 'text/csv' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
