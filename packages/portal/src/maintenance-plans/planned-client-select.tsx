import { useQuery } from '@apollo/client/react'
import { NoOption, Select, useSettled } from '@steward/ui'
import { useState } from 'react'
import { messages, useMessages } from '../i18n/messages.ts'
import { placesOf } from '../receptions/client-pick.tsx'
import { ClientsToNote } from '../receptions/reception-documents.ts'
import { PlannedClient } from './plan-writing-documents.ts'

const texts = messages({
  placeholder: { zh: '姓名、拼音、房号或客户编号', en: 'Name, pinyin, unit or code' },
  type: { zh: '输入即查', en: 'Type to look up' },
  searching: { zh: '正在查找…', en: 'Looking up …' },
  none: { zh: '没有找到', en: 'Nobody found' },
})

interface PlannedClientSelectProps {
  readonly value?: string | undefined
  readonly onChange?: (id: string | undefined) => void
  readonly id?: string
}

/** The client that a plan is for, looked up while typing; one that is chosen already is shown by name. */
export function PlannedClientSelect({ value, onChange, ...rest }: PlannedClientSelectProps) {
  const say = useMessages(texts)
  const [typed, setTyped] = useState('')
  const wanted = typed.trim()
  const words = useSettled(wanted)
  const { data, previousData, loading } = useQuery(ClientsToNote, {
    variables: { words },
    skip: words === '',
  })
  const { data: known } = useQuery(PlannedClient, { variables: { id: value ?? '' }, skip: !value })
  const pending = wanted !== words || (loading && words !== '')
  const hits = words === '' ? [] : ((data ?? previousData)?.findClients ?? [])
  const found = hits.map((hit) => ({
    value: hit.id,
    label: [hit.name ?? hit.code, placesOf(hit) || hit.code].join(' · '),
  }))
  const chosen = known?.client
  const options =
    chosen && !found.some((it) => it.value === chosen.id)
      ? [{ value: chosen.id, label: [chosen.name, chosen.code].filter(Boolean).join(' · ') }, ...found]
      : found
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      placeholder={say('placeholder')}
      popupMatchSelectWidth={false}
      notFoundContent={<NoOption>{say(wanted === '' ? 'type' : pending ? 'searching' : 'none')}</NoOption>}
      options={options}
      value={value ?? null}
      onChange={(id: string | null | undefined) => {
        setTyped('')
        onChange?.(id ?? undefined)
      }}
    />
  )
}
