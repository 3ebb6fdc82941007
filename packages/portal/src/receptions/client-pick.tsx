import { useQuery } from '@apollo/client/react'
import type { ClientsToNoteQuery } from '@steward/graphql-client'
import { NoOption, Select, useSettled } from '@steward/ui'
import { useState } from 'react'
import { messages, useMessages } from '../i18n/messages.ts'
import { ClientsToNote } from './reception-documents.ts'

const texts = messages({
  placeholder: { zh: '姓名、拼音、房号或客户编号', en: 'Name, pinyin, unit or code' },
  type: { zh: '输入即查', en: 'Type to look up' },
  searching: { zh: '正在查找…', en: 'Looking up …' },
  none: { zh: '没有找到', en: 'Nobody found' },
})

/** Where a client lives or works now, in a word. */
export const placesOf = ({
  occupancies,
}: Pick<ClientsToNoteQuery['findClients'][number], 'occupancies'>): string =>
  occupancies
    .filter(({ toOn }) => toOn === null)
    .flatMap(({ unit }) => (unit ? [[unit.project?.name, unit.label].filter(Boolean).join(' ')] : []))
    .join('、')

interface ClientPickProps {
  readonly label: string
  readonly onPick: (id: string) => void
}

/** A client among those that one may read, by name, pinyin, unit or code. */
export function ClientPick({ label, onPick }: ClientPickProps) {
  const say = useMessages(texts)
  const [typed, setTyped] = useState('')
  const wanted = typed.trim()
  const words = useSettled(wanted)
  const { data, previousData, loading } = useQuery(ClientsToNote, {
    variables: { words },
    skip: words === '',
  })
  const pending = wanted !== words || (loading && words !== '')
  const hits = words === '' ? [] : ((data ?? previousData)?.findClients ?? [])
  return (
    <Select
      size="large"
      autoFocus
      aria-label={label}
      className="st-whole"
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      placeholder={say('placeholder')}
      notFoundContent={<NoOption>{say(wanted === '' ? 'type' : pending ? 'searching' : 'none')}</NoOption>}
      options={hits.map((hit) => ({
        value: hit.id,
        label: [hit.name ?? hit.code, placesOf(hit) || hit.code].join(' · '),
      }))}
      onChange={(id: string) => onPick(id)}
    />
  )
}
