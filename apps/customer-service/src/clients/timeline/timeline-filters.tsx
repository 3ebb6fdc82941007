import {
  CHANNEL_LABELS,
  CHANNELS,
  KINDS_OF_GROUP,
  TIMELINE_GROUP_LABELS,
  TIMELINE_GROUPS,
  zonedInstant,
  type Channel,
} from '@steward/domain'
import type { TimelineFilter } from '@steward/graphql-client'
import { messages, PersonSelect, useMessages, useSay } from '@steward/portal'
import { FilterBar, FilterField, Input, Select, useIsPhone, ViewTabs } from '@steward/ui'
import { useLocation, useSearchParams } from 'react-router'

const texts = messages({
  label: { zh: '筛选时间线', en: 'Filter the timeline' },
  kinds: { zh: '看哪些', en: 'What to see' },
  all: { zh: '全部', en: 'All' },
  channel: { zh: '方式', en: 'By which way' },
  person: { zh: '经手人', en: 'By whom' },
  from: { zh: '从', en: 'From' },
  until: { zh: '到', en: 'Until' },
})

const NAMES = ['channel', 'by', 'from', 'until'] as const

/** The first moment of a day of the organization; undefined while no whole day is typed. */
const dayStart = (on: string | null, timeZone: string, later = 0): string | undefined => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/
    .exec(on ?? '')
    ?.slice(1)
    .map(Number)
  if (!parts) return undefined
  const [year = 0, month = 1, day = 1] = parts
  return zonedInstant(
    { year, month, day: day + later, hour: 0, minute: 0, second: 0 },
    timeZone,
  ).toISOString()
}

/** What the address asks of a timeline. */
export function filterIn(params: URLSearchParams, timeZone: string): TimelineFilter {
  const group = TIMELINE_GROUPS.find((it) => it === params.get('show'))
  const channel = CHANNELS.find((it) => it === params.get('channel'))
  const by = params.get('by')
  const from = dayStart(params.get('from'), timeZone)
  const before = dayStart(params.get('until'), timeZone, 1)
  return {
    ...(group ? { kind: [...KINDS_OF_GROUP[group]] } : {}),
    ...(channel ? { channel: [channel] } : {}),
    ...(by ? { by } : {}),
    ...(from ? { from } : {}),
    ...(before ? { before } : {}),
  }
}

/** Changes one narrowing of the address and leaves the others. */
function useNarrowing() {
  const [params, setParams] = useSearchParams()
  const { pathname } = useLocation()
  const changed = (changes: Readonly<Record<string, string | null | undefined>>) => {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(changes))
      if (value) next.set(name, value)
      else next.delete(name)
    return next
  }
  return {
    params,
    change: (changes: Readonly<Record<string, string | null | undefined>>) =>
      setParams(changed(changes), { replace: true }),
    addressOf: (changes: Readonly<Record<string, string | null | undefined>>) => {
      const query = changed(changes).toString()
      return query ? `${pathname}?${query}` : pathname
    },
  }
}

/** Kinds as tabs, which are addresses. */
export function TimelineTabs() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { params, addressOf } = useNarrowing()
  return (
    <ViewTabs
      label={say('kinds')}
      current={params.get('show') ?? 'ALL'}
      views={[
        { key: 'ALL', label: say('all'), to: addressOf({ show: null }) },
        ...TIMELINE_GROUPS.map((group) => ({
          key: group,
          label: sayWord(TIMELINE_GROUP_LABELS[group]),
          to: addressOf({ show: group }),
        })),
      ]}
    />
  )
}

/** Channel, person and time: behind a button, because they are rarely wanted. */
export function TimelineFilters() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const phone = useIsPhone()
  const { params, change } = useNarrowing()
  const active = NAMES.filter((name) => params.get(name)).length
  const filters = (
    <>
      <FilterField label={say('channel')}>
        <Select
          allowClear
          value={params.get('channel') as Channel | null}
          options={CHANNELS.map((value) => ({ value, label: sayWord(CHANNEL_LABELS[value]) }))}
          onChange={(channel?: string) => change({ channel })}
        />
      </FilterField>
      <FilterField label={say('person')}>
        <PersonSelect withGone value={params.get('by')} onChange={(by) => change({ by })} />
      </FilterField>
      <FilterField label={say('from')}>
        <Input
          type="date"
          value={params.get('from') ?? ''}
          onChange={({ target }) => change({ from: target.value })}
        />
      </FilterField>
      <FilterField label={say('until')}>
        <Input
          type="date"
          value={params.get('until') ?? ''}
          onChange={({ target }) => change({ until: target.value })}
        />
      </FilterField>
    </>
  )
  return (
    <FilterBar
      label={say('label')}
      active={active}
      onClear={() => change(Object.fromEntries(NAMES.map((name) => [name, null])))}
      {...(phone ? { children: filters } : { rare: { active, filters } })}
    />
  )
}
