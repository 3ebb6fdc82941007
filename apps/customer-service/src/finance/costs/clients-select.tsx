import { messages, placesOf, useMessages } from '@steward/portal'
import { NoOption, Select } from '@steward/ui'
import { useState } from 'react'
import { useClientLookup } from '../../clients/client-lookup.ts'

const texts = messages({
  placeholder: { zh: '逐个查找：姓名、拼音、房号或编号', en: 'One by one: name, pinyin, unit or code' },
  type: { zh: '输入即查', en: 'Type to look up' },
  searching: { zh: '正在查找…', en: 'Looking up …' },
  none: { zh: '没有找到', en: 'Nobody found' },
})

interface ClientsSelectProps {
  readonly value?: readonly string[] | undefined
  readonly onChange?: (ids: string[]) => void
  readonly id?: string
}

/** Several clients, looked up while typing; those chosen keep their names. */
export function ClientsSelect({ value = [], onChange, id }: ClientsSelectProps) {
  const say = useMessages(texts)
  const [typed, setTyped] = useState('')
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const { hits, pending } = useClientLookup(typed)
  const found = hits.map((hit) => ({
    value: hit.id,
    label: [hit.name ?? hit.code, placesOf(hit)].filter(Boolean).join(' · '),
  }))
  const chosen = value
    .filter((each) => !found.some((hit) => hit.value === each))
    .map((each) => ({ value: each, label: names.get(each) ?? each }))
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      placeholder={say('placeholder')}
      popupMatchSelectWidth={false}
      notFoundContent={<NoOption>{say(typed === '' ? 'type' : pending ? 'searching' : 'none')}</NoOption>}
      options={[...chosen, ...found]}
      value={[...value]}
      onChange={(ids: string[]) => {
        setNames(new Map([...names, ...found.map((hit) => [hit.value, hit.label] as const)]))
        setTyped('')
        onChange?.(ids)
      }}
    />
  )
}
