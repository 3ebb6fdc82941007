import { messages, useMay, useMessages, useViewer } from '@steward/portal'
import { FilterBar, FilterField, Select, useIsPhone } from '@steward/ui'
import { COLUMNS, countTaskFilters, EVERYTHING, type TaskState } from './task-filters.ts'
import { statusTexts } from './task-status.tsx'

const texts = messages({
  filters: { zh: '筛选执行单', en: 'Filter orders' },
  whose: { zh: '谁的', en: 'Whose' },
  all: { zh: '全部人员', en: 'Everybody' },
  mine: { zh: '派给我的', en: 'Assigned to me' },
  time: { zh: '期限', en: 'Time' },
  anyTime: { zh: '不限期限', en: 'Any time' },
  overdue: { zh: '已逾期', en: 'Late' },
  department: { zh: '部门', en: 'Department' },
  own: { zh: '{{name}}（本部门）', en: '{{name}} (mine)' },
  project: { zh: '项目', en: 'Project' },
  status: { zh: '状态', en: 'Where it stands' },
  allColumns: { zh: '全部状态', en: 'All columns' },
})

interface Named {
  readonly id: string
  readonly name: string
}

interface TaskFilterBarProps {
  readonly state: TaskState
  readonly onChange: (changed: Partial<TaskState>) => void
  readonly departments: readonly Named[]
  readonly projects: readonly Named[]
}

/** What narrows the board. Who sees nothing but their own orders is not asked whose. */
export function TaskFilterBar({ state, onChange, departments, projects }: TaskFilterBarProps) {
  const say = useMessages(texts)
  const sayStatus = useMessages(statusTexts)
  const phone = useIsPhone()
  const own = useViewer().staff.department?.id
  const manages = useMay()('task:assign')
  const flag = (name: 'mine' | 'overdue', label: string, off: string, on: string) => (
    <FilterField label={label}>
      <Select
        aria-label={label}
        options={[
          { value: 0, label: off },
          { value: 1, label: on },
        ]}
        value={state[name] ? 1 : 0}
        onChange={(value: number) => onChange({ [name]: value === 1 })}
      />
    </FilterField>
  )
  return (
    <FilterBar
      label={say('filters')}
      active={countTaskFilters(state)}
      onClear={() => onChange({ ...EVERYTHING, status: state.status })}
    >
      {manages && flag('mine', say('whose'), say('all'), say('mine'))}
      {flag('overdue', say('time'), say('anyTime'), say('overdue'))}
      {manages && (
        <FilterField label={say('department')}>
          <Select
            aria-label={say('department')}
            placeholder={say('department')}
            allowClear
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: 'label' }}
            options={departments.map(({ id, name }) => ({
              value: id,
              label: id === own ? say('own', { name }) : name,
            }))}
            value={state.department ?? null}
            onChange={(department: string | null) => onChange({ department: department ?? undefined })}
          />
        </FilterField>
      )}
      {projects.length > 1 && (
        <FilterField label={say('project')}>
          <Select
            mode="multiple"
            aria-label={say('project')}
            placeholder={say('project')}
            allowClear
            maxTagCount="responsive"
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: 'label' }}
            options={projects.map(({ id, name }) => ({ value: id, label: name }))}
            value={[...state.project]}
            onChange={(project: string[]) => onChange({ project })}
          />
        </FilterField>
      )}
      {!phone && (
        <FilterField label={say('status')}>
          <Select
            aria-label={say('status')}
            options={[
              { value: '', label: say('allColumns') },
              ...COLUMNS.map((status) => ({ value: status, label: sayStatus(status) })),
            ]}
            value={state.status ?? ''}
            onChange={(status: string) => onChange({ status: COLUMNS.find((column) => column === status) })}
          />
        </FilterField>
      )}
    </FilterBar>
  )
}
