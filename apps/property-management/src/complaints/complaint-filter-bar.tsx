import { SEVERITIES, SEVERITY_LABELS, STATUS_LABELS, STATUSES, type Text } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { FilterBar, FilterField, Select } from '@steward/ui'
import { byNumber } from '../projects/place.ts'
import { countCaseFilters, OPEN_CASES, type CaseState } from './complaint-filters.ts'

const texts = messages({
  filters: { zh: '筛选投诉', en: 'Filter cases' },
  number: { zh: '单号，如 2611-0042', en: 'Number, e.g. 2611-0042' },
  scope: { zh: '范围', en: 'Which' },
  open: { zh: '未结', en: 'Open' },
  all: { zh: '全部', en: 'All' },
  status: { zh: '状态', en: 'Status' },
  severity: { zh: '等级', en: 'Severity' },
  building: { zh: '楼栋', en: 'Building' },
})

/** A project with its buildings, for the choice of places. */
export interface PlaceChoice {
  readonly id: string
  readonly name: string
  readonly buildings: readonly { readonly id: string; readonly name: string }[]
}

interface CaseFilterBarProps {
  readonly state: CaseState
  readonly onChange: (changed: Partial<CaseState>) => void
  readonly projects: readonly PlaceChoice[]
}

/** What narrows the cases of the territory. */
export function CaseFilterBar({ state, onChange, projects }: CaseFilterBarProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const words = <Key extends string | number>(keys: readonly Key[], labels: Readonly<Record<Key, Text>>) =>
    keys.map((key) => ({ value: key, label: sayWord(labels[key]) }))
  const many = <Value extends string | number>(
    label: string,
    value: readonly Value[],
    options: object[],
    onChoose: (values: Value[]) => void,
  ) => (
    <FilterField label={label}>
      <Select
        mode="multiple"
        aria-label={label}
        placeholder={label}
        allowClear
        maxTagCount="responsive"
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        value={[...value]}
        onChange={onChoose}
      />
    </FilterField>
  )
  const places = projects.map(({ name, buildings }) => ({
    label: name,
    options: buildings
      .toSorted((one, other) => byNumber.compare(one.name, other.name))
      .map((building) => ({ value: building.id, label: `${name} ${building.name}` })),
  }))
  return (
    <FilterBar
      label={say('filters')}
      search={{
        value: state.number ?? '',
        placeholder: say('number'),
        onSearch: (number) => onChange({ number: number || undefined }),
      }}
      active={countCaseFilters(state)}
      onClear={() => onChange({ ...OPEN_CASES, all: state.all, number: state.number })}
    >
      <FilterField label={say('scope')}>
        <Select
          aria-label={say('scope')}
          options={[
            { value: 0, label: say('open') },
            { value: 1, label: say('all') },
          ]}
          value={state.all ? 1 : 0}
          onChange={(all: number) => onChange({ all: all === 1 })}
        />
      </FilterField>
      {many(say('severity'), state.severity, words(SEVERITIES, SEVERITY_LABELS), (severity) =>
        onChange({ severity }),
      )}
      {many(say('status'), state.status, words(STATUSES, STATUS_LABELS), (status) => onChange({ status }))}
      {many(say('building'), state.building, places, (building) => onChange({ building }))}
    </FilterBar>
  )
}
