import type { TableField } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { AddIcon, Button, CloseIcon, Input, Select } from '@steward/ui'
import type { Pair } from './mapping-draft.ts'

const texts = messages({
  add: { zh: '词语对照', en: 'Words and meanings' },
  word: { zh: '“{{column}}”列中的词', en: 'Word in “{{column}}”' },
  means: { zh: '“{{word}}”的意思', en: 'What “{{word}}” means' },
  remove: { zh: '删除这条对照', en: 'Remove this word' },
})

interface WordMeaningsProps {
  readonly field: TableField
  readonly column: string
  readonly pairs: readonly Pair[]
  readonly onChange: (pairs: Pair[]) => void
}

/** What words in a column mean, where they are not the ones that we know anyway. */
export function WordMeanings({ field, column, pairs, onChange }: WordMeaningsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const put = (at: number, pair: Pair): void => onChange(pairs.map((it, place) => (place === at ? pair : it)))
  const options =
    'values' in field
      ? Object.entries(field.values).map(([value, words]) => ({ value, label: sayWord(words) }))
      : undefined
  return (
    <div className="st-stack" style={{ gap: 4 }}>
      {pairs.map((pair, at) => (
        <div key={at} style={{ display: 'flex', gap: 4, alignItems: 'center' }}>
          <Input
            aria-label={say('word', { column })}
            size="small"
            value={pair.key}
            maxLength={200}
            onChange={({ target }) => put(at, { ...pair, key: target.value })}
          />
          <span aria-hidden>=</span>
          {options ? (
            <Select
              aria-label={say('means', { word: pair.key })}
              size="small"
              style={{ minWidth: 120 }}
              value={pair.value}
              options={options}
              onChange={(value: string) => put(at, { ...pair, value })}
            />
          ) : (
            <Input
              aria-label={say('means', { word: pair.key })}
              size="small"
              value={pair.value}
              maxLength={200}
              onChange={({ target }) => put(at, { ...pair, value: target.value })}
            />
          )}
          <Button
            size="small"
            type="text"
            aria-label={say('remove')}
            icon={<CloseIcon aria-hidden />}
            onClick={() => onChange(pairs.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          type="link"
          icon={<AddIcon aria-hidden />}
          onClick={() => onChange([...pairs, { key: '', value: options?.[0]?.value ?? '' }])}
        >
          {say('add')}
        </Button>
      </div>
    </div>
  )
}
