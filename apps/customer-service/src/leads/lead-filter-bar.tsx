import { useQuery } from '@apollo/client/react'
import { LEAD_ORDERS, LEAD_REACHES, LEAD_STATUS_LABELS, LEAD_STATUSES, type LeadReach } from '@steward/domain'
import type { LeadOrder } from '@steward/graphql-client'
import { messages, PersonSelect, useMay, useMessages, useSay } from '@steward/portal'
import { FilterBar, FilterField, Input, Select } from '@steward/ui'
import { LeadOrigins } from './lead-documents.ts'
import { countFilters, NOTHING_CHOSEN, type LeadState } from './lead-filters.ts'

const texts = messages({
  filters: { zh: '筛选线索', en: 'Filter leads' },
  status: { zh: '状态', en: 'Status' },
  source: { zh: '来源', en: 'Source' },
  campaign: { zh: '推广活动', en: 'Campaign' },
  assignee: { zh: '负责人', en: 'Assigned to' },
  project: { zh: '意向项目', en: 'Project' },
  reached: { zh: '曾到达', en: 'Came as far as' },
  from: { zh: '登记自', en: 'Opened from' },
  to: { zh: '登记至', en: 'Opened until' },
  order: { zh: '排序', en: 'Order' },
  NEWEST: { zh: '最新登记', en: 'Newest first' },
  NEXT_STEP: { zh: '按下一步日期', en: 'By next step' },
  RETURNS_FIRST: { zh: '最先退回公海', en: 'Returning first' },
  RECENTLY_TOUCHED: { zh: '最近跟进', en: 'Recently touched' },
})

interface LeadFilterBarProps {
  readonly state: LeadState
  readonly onChange: (changed: Partial<LeadState>) => void
}

/** What narrows the leads. Who sees only their own is not asked whose. */
export function LeadFilterBar({ state, onChange }: LeadFilterBarProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { data } = useQuery(LeadOrigins, { fetchPolicy: 'cache-first' })
  const active = countFilters(state)
  const many = (
    name: 'status' | 'source' | 'campaign' | 'project',
    options: readonly { readonly value: string; readonly label: string }[],
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
        options={[...options]}
        value={[...state[name]] as string[]}
        onChange={(values: string[]) => onChange({ [name]: values })}
      />
    </FilterField>
  )
  const day = (name: 'from' | 'to') => (
    <FilterField label={say(name)}>
      <Input
        type="date"
        aria-label={say(name)}
        value={state[name] ?? ''}
        onChange={({ target }) => onChange({ [name]: target.value || undefined })}
      />
    </FilterField>
  )
  const named = (rows: readonly { readonly id: string; readonly name: string }[] | undefined) =>
    (rows ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FilterBar
      label={say('filters')}
      active={active.all}
      onClear={() =>
        onChange({ ...NOTHING_CHOSEN, view: state.view, layout: state.layout, order: state.order })
      }
      rare={{
        active: active.rare,
        filters: (
          <>
            {many('project', named(data?.projects))}
            <FilterField label={say('reached')}>
              <Select
                aria-label={say('reached')}
                placeholder={say('reached')}
                allowClear
                popupMatchSelectWidth={false}
                options={LEAD_REACHES.map((value) => ({
                  value,
                  label: sayWord(LEAD_STATUS_LABELS[value]),
                }))}
                value={state.reached ?? null}
                onChange={(value: LeadReach | null) => onChange({ reached: value ?? undefined })}
              />
            </FilterField>
            {day('from')}
            {day('to')}
          </>
        ),
      }}
    >
      {state.layout === 'list' &&
        state.view !== 'pool' &&
        many(
          'status',
          LEAD_STATUSES.map((value) => ({ value, label: sayWord(LEAD_STATUS_LABELS[value]) })),
        )}
      {many('source', named(data?.leadSources))}
      {many('campaign', named(data?.campaigns))}
      {may('lead:readYield') && (
        <FilterField label={say('assignee')}>
          <PersonSelect
            aria-label={say('assignee')}
            placeholder={say('assignee')}
            value={state.assignee}
            onChange={(assignee) => onChange({ assignee })}
          />
        </FilterField>
      )}
      <FilterField label={say('order')}>
        <Select
          aria-label={say('order')}
          popupMatchSelectWidth={false}
          options={LEAD_ORDERS.map((order) => ({ value: order, label: say(order) }))}
          value={state.order}
          onChange={(order: LeadOrder) => onChange({ order })}
        />
      </FilterField>
    </FilterBar>
  )
}
