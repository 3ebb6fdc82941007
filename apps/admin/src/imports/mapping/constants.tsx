import type { RecordTable } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { AddIcon, Button, CloseIcon, Columns, Input, Select, Stack } from '@steward/ui'
import type { Draft, Pair } from './mapping-draft.ts'

const texts = messages({
  title: { zh: '所有行都一样的内容', en: 'The same for all rows' },
  hint: {
    zh: '文件里没有的列，例如整份文件都是同一个项目、都是业主。',
    en: 'What no column tells: all of one project, all owners.',
  },
  add: { zh: '添加一项', en: 'Add one' },
  field: { zh: '哪一项', en: 'Which field' },
  value: { zh: '{{field}}：所有行', en: '{{field}}: all rows' },
  remove: { zh: '去掉{{field}}', en: 'Remove {{field}}' },
})

interface ConstantsProps {
  readonly table: RecordTable
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** What is true of every row, as the words that would stand in a cell. */
export function Constants({ table, draft, onChange }: ConstantsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { fields } = table
  const taken = new Set([
    ...draft.columns.flatMap(({ field }) => field ?? []),
    ...draft.constants.map(({ key }) => key),
  ])
  const free = Object.entries(fields).filter(([field]) => !taken.has(field))
  const put = (constants: Pair[]): void => onChange({ ...draft, constants })
  const set = (key: string, value: string): void =>
    put(draft.constants.map((it) => (it.key === key ? { key, value } : it)))
  return (
    <Stack gap={2}>
      <span className="st-strong">{say('title')}</span>
      <span className="st-small st-quiet">{say('hint')}</span>
      <Columns min={220} gap={3}>
        {draft.constants.map(({ key, value }) => {
          const field = fields[key]
          if (!field) return null
          const label = sayWord(field.label)
          return (
            <div key={key} className="st-stack" style={{ gap: 4 }}>
              <span className="st-small">{label}</span>
              <div style={{ display: 'flex', gap: 4 }}>
                {field.takes === 'choice' ? (
                  <Select
                    aria-label={say('value', { field: label })}
                    style={{ flex: 1 }}
                    value={value}
                    options={Object.entries(field.values).map(([code, words]) => ({
                      value: code,
                      label: sayWord(words),
                    }))}
                    onChange={(chosen: string) => set(key, chosen)}
                  />
                ) : (
                  <Input
                    aria-label={say('value', { field: label })}
                    value={value}
                    maxLength={200}
                    onChange={({ target }) => set(key, target.value)}
                  />
                )}
                <Button
                  type="text"
                  aria-label={say('remove', { field: label })}
                  icon={<CloseIcon aria-hidden />}
                  onClick={() => put(draft.constants.filter((it) => it.key !== key))}
                />
              </div>
            </div>
          )
        })}
        {free.length > 0 && (
          <div className="st-stack" style={{ gap: 4 }}>
            <span className="st-small st-quiet">{say('add')}</span>
            <Select
              aria-label={say('field')}
              placeholder={say('field')}
              suffixIcon={<AddIcon aria-hidden />}
              value={null}
              showSearch
              optionFilterProp="label"
              options={free.map(([value, { label }]) => ({ value, label: sayWord(label) }))}
              onChange={(key: string) => {
                const field = fields[key]
                const first = field && 'values' in field ? Object.keys(field.values)[0] : undefined
                put([...draft.constants, { key, value: first ?? '' }])
              }}
            />
          </div>
        )}
      </Columns>
    </Stack>
  )
}
