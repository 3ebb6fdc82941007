import type { ClientHitFragment } from '@steward/graphql-client'
import { messages, placesOf, useMay, useMessages } from '@steward/portal'
import { Field, NoOption, Select, Stack, useFieldValue, useFillFields } from '@steward/ui'
import { useState, type ReactElement } from 'react'
import { contactFound, useClientLookup, type TailLookup } from '../../clients/client-lookup.ts'
import { TailOffer } from '../../clients/tail-offer.tsx'
import { unitsNow, useClientOfCase } from './client-of-case.ts'
import type { RegisterValues } from './registration.ts'

const texts = messages({
  client: { zh: '客户', en: 'Client' },
  placeholder: { zh: '姓名、拼音、房号或客户编号', en: 'Name, pinyin, unit or code' },
  placeholderTail: {
    zh: '姓名、拼音、房号、编号，或手机后四位',
    en: 'Name, pinyin, unit, code, or last 4 digits',
  },
  hint: { zh: '不在档案里的，直接填联系人。', en: 'Not on file? Just fill in the contact.' },
  searching: { zh: '正在查找…', en: 'Looking up …' },
  none: { zh: '没有找到，可直接填联系人', en: 'Nobody found; fill in the contact' },
  type: { zh: '输入即查', en: 'Type to look up' },
  contact: { zh: '联系人 {{name}}', en: 'contact {{name}}' },
})

/** Looks a client up while the name is being said, and brings along what is known: the contact and the place. */
export function ClientField() {
  const say = useMessages(texts)
  const may = useMay()
  const fill = useFillFields<RegisterValues>()
  const [typed, setTyped] = useState('')
  const chosen = useFieldValue<string>('clientId')
  const { client } = useClientOfCase(chosen)
  const { hits: found, pending, byTail } = useClientLookup(typed)
  const hits = [...(byTail?.hits ?? []), ...found].filter(
    ({ id }, at, all) => all.findIndex((other) => other.id === id) === at,
  )
  const known = client && !hits.some(({ id }) => id === client.id) ? [client, ...hits] : hits
  const take = (id: string | undefined) => {
    const hit = hits.find((it) => it.id === id)
    setTyped('')
    fill({ ...NOWHERE, ...(hit ? broughtBy(hit) : {}) })
  }
  return (
    <Field name="clientId" label={say('client')} hint={say('hint')} wide>
      <Select
        size="large"
        autoFocus
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
        placeholder={say(may('client:lookupByPhone') ? 'placeholderTail' : 'placeholder')}
        notFoundContent={<NoOption>{say(typed === '' ? 'type' : pending ? 'searching' : 'none')}</NoOption>}
        options={known.map((it) => ({
          value: it.id,
          label: it.name ?? it.code,
          hit: it,
          contact: contactFound(it, typed),
        }))}
        optionRender={renderHit}
        popupRender={withOffer(byTail)}
        onChange={(id: string | undefined) => take(id)}
      />
    </Field>
  )
}

/** The way by the end of a phone stands above those who were found. */
const withOffer = (byTail: TailLookup | undefined) => (list: ReactElement) => (
  <>
    {byTail && <TailOffer key={byTail.tail} lookup={byTail} />}
    {list}
  </>
)

const NOWHERE = { unitId: undefined, buildingId: undefined, projectId: undefined, contactName: undefined }

/** A company is not who is on the phone; a person usually is. */
const broughtBy = (hit: ClientHitFragment): Partial<RegisterValues> => {
  const [unit, ...others] = unitsNow(hit)
  return {
    ...(hit.kind !== 'COMPANY' && hit.name ? { contactName: hit.name } : {}),
    ...(unit && others.length === 0 ? { unitId: unit.id } : {}),
  }
}

/** The options carry the client they stand for. */
const renderHit = ({ data }: { readonly data: object }) => <Hit {...(data as HitProps)} />

interface HitProps {
  readonly hit: ClientHitFragment
  /** By whose name they were found, where it was not their own. */
  readonly contact: string | undefined
}

function Hit({ hit, contact }: HitProps) {
  const say = useMessages(texts)
  return (
    <Stack gap={0}>
      <span>
        <span className="st-strong">{hit.name ?? hit.code}</span>{' '}
        {hit.name && <span className="st-quiet">{hit.code}</span>}
      </span>
      <span className="st-quiet st-small">
        {[contact && say('contact', { name: contact }), placesOf(hit), hit.phoneMasked]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </Stack>
  )
}
