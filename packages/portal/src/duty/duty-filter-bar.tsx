import { useQuery } from '@apollo/client/react'
import { FilterBar, FilterField, Select } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'
import { PersonSelect } from '../people/person-select.tsx'
import { useMay } from '../session/viewer.tsx'
import { DutyChoices } from './duty-documents.ts'
import type { DutyState } from './duty-filters.ts'
import { byPartName, partOf, usePartName } from './gap-words.tsx'

const texts = messages({
  filters: { zh: '筛选', en: 'Filter' },
  project: { zh: '项目', en: 'Project' },
  manager: { zh: '专职客户经理', en: 'Key account manager' },
  missing: { zh: '待完善的内容', en: 'What is to complete' },
})

interface DutyFilterBarProps {
  readonly state: DutyState
  readonly onChange: (changed: Partial<DutyState>) => void
}

/** What narrows the work list: place, person, and what is to be filled in. */
export function DutyFilterBar({ state, onChange }: DutyFilterBarProps) {
  const say = useMessages(texts)
  const may = useMay()
  const nameOf = usePartName()
  const { data } = useQuery(DutyChoices, { fetchPolicy: 'cache-first' })
  const many = (
    name: 'project' | 'missing',
    /** The ids that a choice stands for. */
    options: readonly { readonly ids: readonly string[]; readonly label: string }[],
  ) => (
    <FilterField label={say(name)}>
      <Select
        mode="multiple"
        aria-label={say(name)}
        placeholder={say(name)}
        allowClear
        maxTagCount="responsive"
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={options.map(({ ids, label }) => ({ value: ids.join(), label }))}
        value={options
          .filter(({ ids }) => ids.some((id) => state[name].includes(id)))
          .map(({ ids }) => ids.join())}
        onChange={(values: string[]) => onChange({ [name]: values.flatMap((value) => value.split(',')) })}
      />
    </FilterField>
  )
  const on = state.project.length + state.missing.length + (state.manager ? 1 : 0)
  return (
    <FilterBar
      label={say('filters')}
      active={on}
      onClear={() => onChange({ project: [], missing: [], manager: undefined })}
    >
      {many(
        'project',
        (data?.projects ?? []).map(({ id, name }) => ({ ids: [id], label: name })),
      )}
      {many(
        'missing',
        byPartName(
          (data?.archiveRequirements ?? []).filter(({ retiredAt }) => retiredAt === null),
          (row) => nameOf(partOf(row)),
        ).map(([label, rows]) => ({ ids: rows.map(({ id }) => id), label })),
      )}
      {may('client:readCompleteness') && (
        <FilterField label={say('manager')}>
          <PersonSelect
            aria-label={say('manager')}
            placeholder={say('manager')}
            value={state.manager}
            onChange={(manager) => onChange({ manager })}
          />
        </FilterField>
      )}
    </FilterBar>
  )
}
