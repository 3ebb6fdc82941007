import {
  EQUIPMENT_CLASS_LABELS,
  EQUIPMENT_CLASSES,
  EQUIPMENT_STATE_LABELS,
  EQUIPMENT_STATES,
} from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { FilterBar, FilterField, Select } from '@steward/ui'
import {
  countEquipmentFilters,
  DUE_WITHIN,
  NOTHING_CHOSEN,
  WARRANTY_WITHIN,
  type EquipmentListState,
} from './equipment-filters.ts'

const texts = messages({
  filters: { zh: '筛选设备', en: 'Filter machines' },
  search: { zh: '名称、位置、出厂编号或设备编号', en: 'Name, place, serial or number' },
  project: { zh: '项目', en: 'Project' },
  class: { zh: '类别', en: 'Class' },
  state: { zh: '状态', en: 'State' },
  due: { zh: '检验到期', en: 'Inspection due' },
  overdue: { zh: '检验已逾期', en: 'Inspection overdue' },
  within: { zh: '{{days}} 天内须检验', en: 'Inspection within {{days}} days' },
  warranty: { zh: '质保到期', en: 'Warranty ends' },
  ends: { zh: '质保 {{days}} 天内到期', en: 'Warranty ends within {{days}} days' },
})

interface EquipmentFilterBarProps {
  readonly state: EquipmentListState
  readonly onChange: (changed: Partial<EquipmentListState>) => void
  readonly projects: readonly { readonly id: string; readonly name: string }[]
}

export function EquipmentFilterBar({ state, onChange, projects }: EquipmentFilterBarProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const several = { mode: 'multiple', allowClear: true, maxTagCount: 'responsive' } as const
  return (
    <FilterBar
      label={say('filters')}
      search={{
        value: state.search,
        placeholder: say('search'),
        onSearch: (search) => onChange({ search }),
      }}
      active={countEquipmentFilters(state)}
      onClear={() => onChange({ ...NOTHING_CHOSEN, search: state.search })}
    >
      {projects.length > 1 && (
        <FilterField label={say('project')}>
          <Select
            {...several}
            aria-label={say('project')}
            placeholder={say('project')}
            popupMatchSelectWidth={false}
            options={projects.map(({ id, name }) => ({ value: id, label: name }))}
            value={[...state.project]}
            onChange={(project: string[]) => onChange({ project })}
          />
        </FilterField>
      )}
      <FilterField label={say('class')}>
        <Select
          {...several}
          aria-label={say('class')}
          placeholder={say('class')}
          popupMatchSelectWidth={false}
          options={EQUIPMENT_CLASSES.map((value) => ({
            value,
            label: sayWord(EQUIPMENT_CLASS_LABELS[value]),
          }))}
          value={[...state.class]}
          onChange={(of: typeof state.class) => onChange({ class: of })}
        />
      </FilterField>
      <FilterField label={say('state')}>
        <Select
          allowClear
          aria-label={say('state')}
          placeholder={say('state')}
          popupMatchSelectWidth={false}
          options={EQUIPMENT_STATES.map((value) => ({
            value,
            label: sayWord(EQUIPMENT_STATE_LABELS[value]),
          }))}
          value={state.state ?? null}
          onChange={(value: typeof state.state | null) => onChange({ state: value ?? undefined })}
        />
      </FilterField>
      <FilterField label={say('due')}>
        <Select
          allowClear
          aria-label={say('due')}
          placeholder={say('due')}
          popupMatchSelectWidth={false}
          options={DUE_WITHIN.map((value) => ({
            value,
            label: value === 0 ? say('overdue') : say('within', { days: value }),
          }))}
          value={state.due ?? null}
          onChange={(value: typeof state.due | null) => onChange({ due: value ?? undefined })}
        />
      </FilterField>
      <FilterField label={say('warranty')}>
        <Select
          allowClear
          aria-label={say('warranty')}
          placeholder={say('warranty')}
          popupMatchSelectWidth={false}
          options={WARRANTY_WITHIN.map((value) => ({ value, label: say('ends', { days: value }) }))}
          value={state.warranty ?? null}
          onChange={(value: typeof state.warranty | null) => onChange({ warranty: value ?? undefined })}
        />
      </FilterField>
    </FilterBar>
  )
}
