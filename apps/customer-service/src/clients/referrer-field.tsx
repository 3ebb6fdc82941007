import { messages, placesOf, useMessages } from '@steward/portal'
import { Field, NoOption, Select, type Refused } from '@steward/ui'
import { useState } from 'react'
import { useClientLookup } from './client-lookup.ts'

/** Who sent them: a client of ours, else only a name. */
export interface Referred {
  readonly clientId?: string
  readonly name: string
}

/** The two members of an input that say it, of which one holds; for an amendment, `blank` takes away what was. */
export const referrerOf = (referred: Referred | null | undefined) =>
  referred ? (referred.clientId ? { referrerClientId: referred.clientId } : { referrer: referred.name }) : {}

/** What a record says of it. */
export const referredBy = (it: {
  readonly referrer?: string | null
  readonly referrerClient?: {
    readonly id: string
    readonly code: string
    readonly name?: string | null
  } | null
}): Referred | undefined =>
  it.referrerClient
    ? { clientId: it.referrerClient.id, name: it.referrerClient.name ?? it.referrerClient.code }
    : it.referrer
      ? { name: it.referrer }
      : undefined

/** Refusals of either member stand beside the one field. */
export const besideReferrer = (refused: Refused | undefined): Refused | undefined => {
  const { referrer, referrerClientId, ...fields } = refused?.fields ?? {}
  const said = referrer ?? referrerClientId
  return said ? { ...refused, fields: { ...fields, referredBy: said } } : refused
}

const texts = messages({
  label: { zh: '介绍人', en: 'Referred by' },
  hint: {
    zh: '是客户就从档案里选，不是就直接写姓名',
    en: 'A client of ours from the archive, or just a name',
  },
  other: { zh: '“{{name}}”（不在客户档案）', en: '“{{name}}” (no client of ours)' },
  type: { zh: '输入姓名', en: 'Type a name' },
})

export function ReferrerField() {
  const say = useMessages(texts)
  return (
    <Field name="referredBy" label={say('label')} hint={say('hint')}>
      <ReferrerSelect />
    </Field>
  )
}

interface ReferrerSelectProps {
  readonly id?: string
  readonly value?: Referred | null
  readonly onChange?: (value: Referred | undefined) => void
}

const WORDS = 'words:'

function ReferrerSelect({ value, onChange, ...rest }: ReferrerSelectProps) {
  const say = useMessages(texts)
  const [typed, setTyped] = useState('')
  const { hits } = useClientLookup(typed)
  const keyOf = ({ clientId, name }: Referred) => clientId ?? `${WORDS}${name}`
  const labelOf = ({ clientId, name }: Referred) => (clientId ? name : say('other', { name }))
  const found: readonly (Referred & { readonly note?: string })[] = [
    ...hits.map((hit) => ({
      clientId: hit.id,
      name: hit.name ?? hit.code,
      note: [hit.code, placesOf(hit)].filter(Boolean).join(' · '),
    })),
    ...(typed.trim() ? [{ name: typed.trim() }] : []),
  ]
  const all = value && !found.some((it) => keyOf(it) === keyOf(value)) ? [value, ...found] : found
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      notFoundContent={<NoOption>{say('type')}</NoOption>}
      value={value ? keyOf(value) : null}
      options={all.map((it) => ({
        value: keyOf(it),
        label: ['note' in it && it.note ? `${labelOf(it)}  ${it.note}` : labelOf(it)].join(''),
      }))}
      onChange={(key: string | null | undefined) => {
        const chosen = all.find((it) => keyOf(it) === key)
        setTyped('')
        onChange?.(chosen && { ...(chosen.clientId ? { clientId: chosen.clientId } : {}), name: chosen.name })
      }}
    />
  )
}
