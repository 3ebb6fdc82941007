import {
  CHANNEL_LABELS,
  CHANNELS,
  KIND_LABELS,
  KINDS,
  SEVERITIES,
  SEVERITY_LABELS,
  STATUS_LABELS,
  STATUSES,
  type Text,
} from '@steward/domain'
import type { ComplaintOrder } from '@steward/graphql-client'
import { messages, PersonSelect, useMay, useMessages, useSay } from '@steward/portal'
import { FilterBar, FilterField, Input, Select } from '@steward/ui'
import { useCaseChoices } from '../choices.ts'
import { countFilters, NOTHING_CHOSEN, ORDERS, type QueueState } from './queue-filters.ts'

const texts = messages({
  filters: { zh: '筛选投诉', en: 'Filter cases' },
  number: { zh: '单号，如 2611-0042', en: 'Number, e.g. 2611-0042' },
  status: { zh: '状态', en: 'Status' },
  severity: { zh: '等级', en: 'Severity' },
  kind: { zh: '类别', en: 'Kind' },
  channel: { zh: '渠道', en: 'Channel' },
  department: { zh: '承办部门', en: 'Department' },
  assignee: { zh: '承办人', en: 'Assignee' },
  project: { zh: '项目', en: 'Project' },
  category: { zh: '事项分类', en: 'Category' },
  from: { zh: '登记自', en: 'Registered from' },
  to: { zh: '登记至', en: 'Registered until' },
  order: { zh: '排序', en: 'Order' },
  NEWEST: { zh: '最新登记', en: 'Newest first' },
  OLDEST: { zh: '最早登记', en: 'Oldest first' },
  MOST_SEVERE: { zh: '最严重', en: 'Most severe first' },
  RECENTLY_CHANGED: { zh: '最近变动', en: 'Recently changed' },
  NEXT_DUE: { zh: '最先到期', en: 'Due first' },
})

interface QueueFilterBarProps {
  readonly state: QueueState
  readonly onChange: (changed: Partial<QueueState>) => void
}

/** What narrows the queue. A filter on something that the viewer's roles may not read is not offered. */
export function QueueFilterBar({ state, onChange }: QueueFilterBarProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const choices = useCaseChoices()
  const active = countFilters(state)
  const words = <Key extends string | number>(keys: readonly Key[], labels: Readonly<Record<Key, Text>>) =>
    keys.map((key) => ({ value: key, label: sayWord(labels[key]) }))
  const many = <Key extends keyof QueueState>(
    name: Key,
    label: string,
    options: readonly { value: string | number; label: string }[],
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
        options={[...options]}
        value={[...(state[name] as readonly (string | number)[])]}
        onChange={(values: (string | number)[]) => onChange({ [name]: values })}
      />
    </FilterField>
  )
  const day = (name: 'from' | 'to', label: string) => (
    <FilterField label={label}>
      <Input
        type="date"
        aria-label={label}
        value={state[name] ?? ''}
        onChange={({ target }) => onChange({ [name]: target.value || undefined })}
      />
    </FilterField>
  )
  const handling = may('complaint:readHandling')
  const classified = may('complaint:readClassification')
  return (
    <FilterBar
      label={say('filters')}
      search={{
        value: state.number ?? '',
        placeholder: say('number'),
        onSearch: (number) => onChange({ number: number || undefined }),
      }}
      active={active.all}
      onClear={() =>
        onChange({ ...NOTHING_CHOSEN, view: state.view, order: state.order, number: state.number })
      }
      rare={{
        active: active.rare,
        filters: (
          <>
            {handling && (
              <FilterField label={say('assignee')}>
                <PersonSelect
                  aria-label={say('assignee')}
                  placeholder={say('assignee')}
                  value={state.assignee}
                  onChange={(assignee) => onChange({ assignee })}
                />
              </FilterField>
            )}
            {may('complaint:readPlace') && many('project', say('project'), choices.projects)}
            {classified && many('category', say('category'), choices.categories)}
            {classified && many('channel', say('channel'), words(CHANNELS, CHANNEL_LABELS))}
            {day('from', say('from'))}
            {day('to', say('to'))}
          </>
        ),
      }}
    >
      {many('status', say('status'), words(STATUSES, STATUS_LABELS))}
      {many('severity', say('severity'), words(SEVERITIES, SEVERITY_LABELS))}
      {classified && many('kind', say('kind'), words(KINDS, KIND_LABELS))}
      {handling && many('department', say('department'), choices.departments)}
      <FilterField label={say('order')}>
        <Select
          aria-label={say('order')}
          popupMatchSelectWidth={false}
          options={ORDERS.map((order) => ({ value: order, label: say(order) }))}
          value={state.order}
          onChange={(order: ComplaintOrder) => onChange({ order })}
        />
      </FilterField>
    </FilterBar>
  )
}
