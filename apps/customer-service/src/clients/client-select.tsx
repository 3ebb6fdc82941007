import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import { messages, placesOf, useMessages } from '@steward/portal'
import { NoOption, Select } from '@steward/ui'
import { useState } from 'react'
import { useClientLookup } from './client-lookup.ts'

const ChosenClient = graphql(/* GraphQL */ `
  query ChosenClient($id: ID!) {
    client(id: $id) {
      id
      code
      name
    }
  }
`)

const texts = messages({
  placeholder: { zh: '姓名、拼音、房号或客户编号', en: 'Name, pinyin, unit or code' },
  type: { zh: '输入即查', en: 'Type to look up' },
  searching: { zh: '正在查找…', en: 'Looking up …' },
  none: { zh: '没有找到', en: 'Nobody found' },
})

interface ClientSelectProps {
  readonly value?: string | undefined
  readonly onChange?: (id: string | undefined) => void
  readonly id?: string
  readonly 'aria-label'?: string
}

/** A client, looked up while typing; one that is chosen already is shown by name. */
export function ClientSelect({ value, onChange, ...rest }: ClientSelectProps) {
  const say = useMessages(texts)
  const [typed, setTyped] = useState('')
  const { hits, pending } = useClientLookup(typed)
  const { data } = useQuery(ChosenClient, { variables: { id: value ?? '' }, skip: !value })
  const known = hits.map((hit) => ({
    value: hit.id,
    label: [hit.name ?? hit.code, placesOf(hit) || (hit.name && hit.code)].filter(Boolean).join(' · '),
  }))
  const chosen = data?.client
  const options =
    chosen && !known.some((it) => it.value === chosen.id)
      ? [{ value: chosen.id, label: [chosen.name, chosen.code].filter(Boolean).join(' · ') }, ...known]
      : known
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      placeholder={say('placeholder')}
      popupMatchSelectWidth={false}
      notFoundContent={<NoOption>{say(typed === '' ? 'type' : pending ? 'searching' : 'none')}</NoOption>}
      options={options}
      value={value ?? null}
      onChange={(id: string | null | undefined) => {
        setTyped('')
        onChange?.(id ?? undefined)
      }}
    />
  )
}
