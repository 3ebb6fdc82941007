import { RECEIVABLE_KIND_LABELS, RECEIVABLE_KINDS, RECEIVABLE_STATE_LABELS } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { FilterBar, FilterField, Select } from '@steward/ui'
import { optionsOf } from '../../clients/page/options.ts'
import { ClientSelect } from '../../clients/client-select.tsx'
import { ProjectSelect } from '../project-select.tsx'
import type { ReceivableListState } from './receivable-filters.ts'

const texts = messages({
  filters: { zh: '筛选应收', en: 'Filter receivables' },
  client: { zh: '客户', en: 'Client' },
  project: { zh: '项目', en: 'Project' },
  kind: { zh: '种类', en: 'Kind' },
  state: { zh: '状态', en: 'State' },
  all: { zh: '全部', en: 'All' },
  overdue: { zh: '已逾期', en: 'Overdue' },
})

interface ReceivableFilterBarProps {
  readonly state: ReceivableListState
  readonly onChange: (changed: Partial<ReceivableListState>) => void
  readonly onClear: () => void
}

export function ReceivableFilterBar({ state, onChange, onClear }: ReceivableFilterBarProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <FilterBar
      label={say('filters')}
      active={[state.client, state.project, state.kind, state.state !== 'OPEN'].filter(Boolean).length}
      onClear={onClear}
    >
      <FilterField label={say('client')}>
        <ClientSelect
          aria-label={say('client')}
          value={state.client}
          onChange={(client) => onChange({ client })}
        />
      </FilterField>
      <FilterField label={say('project')}>
        <ProjectSelect
          aria-label={say('project')}
          value={state.project}
          onChange={(project) => onChange({ project })}
        />
      </FilterField>
      <FilterField label={say('kind')}>
        <Select
          aria-label={say('kind')}
          placeholder={say('kind')}
          allowClear
          popupMatchSelectWidth={false}
          options={optionsOf(RECEIVABLE_KINDS, RECEIVABLE_KIND_LABELS, sayWord)}
          value={state.kind ?? null}
          onChange={(kind: ReceivableListState['kind'] | null) => onChange({ kind: kind ?? undefined })}
        />
      </FilterField>
      <FilterField label={say('state')}>
        <Select
          aria-label={say('state')}
          popupMatchSelectWidth={false}
          options={[
            { value: 'OPEN', label: sayWord(RECEIVABLE_STATE_LABELS.OPEN) },
            { value: 'OVERDUE', label: say('overdue') },
            { value: 'SETTLED', label: sayWord(RECEIVABLE_STATE_LABELS.SETTLED) },
            { value: 'VOID', label: sayWord(RECEIVABLE_STATE_LABELS.VOID) },
            { value: 'ALL', label: say('all') },
          ]}
          value={state.state}
          onChange={(it: ReceivableListState['state']) => onChange({ state: it })}
        />
      </FilterField>
    </FilterBar>
  )
}
