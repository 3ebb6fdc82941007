import { useQuery } from '@apollo/client/react'
import {
  CLIENT_CASES,
  CLIENT_GAPS,
  CLIENT_KIND_LABELS,
  CLIENT_KINDS,
  CLIENT_LIST_ORDERS,
  CLIENT_RELATION_LABELS,
  CLIENT_RELATIONS,
  CLIENT_STATES,
} from '@steward/domain'
import { graphql, type ClientOrder } from '@steward/graphql-client'
import { messages, PersonSelect, useMay, useMessages, useSay } from '@steward/portal'
import { FilterBar, FilterField, Input, Select } from '@steward/ui'
import { FieldFilter } from '../fields/field-filter.tsx'
import { useGrades } from '../../grading/cycles/use-grades.ts'
import { useTagName, useTags } from '../tags/tag-documents.ts'
import { CLIENT_MEMBERSHIPS, countFilters, NOTHING_CHOSEN, type FilingState } from './filing-filters.ts'

const PlacesOfClients = graphql(/* GraphQL */ `
  query PlacesOfClients {
    projects {
      id
      name
      buildings {
        id
        name
      }
    }
  }
`)

const texts = messages({
  filters: { zh: '筛选客户', en: 'Filter clients' },
  kind: { zh: '类别', en: 'Kind' },
  relation: { zh: '关系', en: 'Relation' },
  project: { zh: '项目', en: 'Project' },
  building: { zh: '楼栋', en: 'Building' },
  manager: { zh: '专职客户经理', en: 'Key account manager' },
  tag: { zh: '标签', en: 'Tag' },
  grade: { zh: '等级', en: 'Grade' },
  lacks: { zh: '缺少', en: 'Lacks' },
  phone: { zh: '没有电话', en: 'No phone' },
  email: { zh: '没有邮箱', en: 'No e-mail' },
  noManager: { zh: '没有专职客户经理', en: 'No key account manager' },
  cases: { zh: '在办投诉', en: 'Open cases' },
  open: { zh: '有在办投诉', en: 'With an open case' },
  none: { zh: '没有在办投诉', en: 'Without an open case' },
  silent: { zh: '此日起无来件', en: 'Silent since' },
  membership: { zh: '会员', en: 'Membership' },
  member: { zh: '会员', en: 'Members' },
  notMember: { zh: '非会员', en: 'Not members' },
  from: { zh: '建档自', en: 'On file from' },
  to: { zh: '建档至', en: 'On file until' },
  state: { zh: '档案状态', en: 'State of the file' },
  active: { zh: '在用', en: 'In use' },
  archived: { zh: '已停用', en: 'Archived' },
  all: { zh: '全部', en: 'All' },
  order: { zh: '排序', en: 'Order' },
  CODE: { zh: '按编号', en: 'By code' },
  NAME: { zh: '按姓名', en: 'By name' },
  NEWEST: { zh: '最新建档', en: 'Newest file first' },
})

const GAP_WORDS = { phone: 'phone', email: 'email', manager: 'noManager' } as const

interface FilingFilterBarProps {
  readonly state: FilingState
  readonly onChange: (changed: Partial<FilingState>) => void
}

interface Option {
  readonly value: string
  readonly label: string
}

/** What narrows the list of clients. A filter on something that the viewer's roles may not read is not offered. */
export function FilingFilterBar({ state, onChange }: FilingFilterBarProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { data } = useQuery(PlacesOfClients, { fetchPolicy: 'cache-first' })
  const tags = useTags()
  const grades = useGrades()
  const nameOf = useTagName()
  const projects = data?.projects ?? []
  const active = countFilters(state)
  const within = projects.filter(({ id }) => state.project.length === 0 || state.project.includes(id))
  const many = (
    name: 'kind' | 'relation' | 'project' | 'building' | 'tag' | 'grade' | 'lacks',
    options: readonly Option[],
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
  const day = (name: 'silent' | 'from' | 'to') => (
    <FilterField label={say(name)}>
      <Input
        type="date"
        aria-label={say(name)}
        value={state[name] ?? ''}
        onChange={({ target }) => onChange({ [name]: target.value || undefined })}
      />
    </FilterField>
  )
  const named = may('client:readName')
  return (
    <FilterBar
      label={say('filters')}
      active={active.all}
      onClear={() => onChange({ ...NOTHING_CHOSEN, order: state.order })}
      rare={{
        active: active.rare,
        filters: (
          <>
            {many(
              'building',
              within.flatMap(({ name: project, buildings }) =>
                buildings.map(({ id, name }) => ({ value: id, label: `${project} ${name}` })),
              ),
            )}
            <FilterField label={say('manager')}>
              <PersonSelect
                aria-label={say('manager')}
                placeholder={say('manager')}
                value={state.manager}
                onChange={(manager) => onChange({ manager })}
              />
            </FilterField>
            <FieldFilter conditions={state.field} onChange={(field) => onChange({ field })} />
            {may('client:readCases') && day('silent')}
            {day('from')}
            {day('to')}
            <FilterField label={say('state')}>
              <Select
                aria-label={say('state')}
                options={CLIENT_STATES.map((value) => ({ value, label: say(value) }))}
                value={state.state}
                onChange={(value) => onChange({ state: value })}
              />
            </FilterField>
          </>
        ),
      }}
    >
      {many(
        'kind',
        CLIENT_KINDS.map((value) => ({ value, label: sayWord(CLIENT_KIND_LABELS[value]) })),
      )}
      {many(
        'relation',
        CLIENT_RELATIONS.map((value) => ({ value, label: sayWord(CLIENT_RELATION_LABELS[value]) })),
      )}
      {many(
        'project',
        projects.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {named &&
        tags.length > 0 &&
        many(
          'tag',
          tags.map((tag) => ({ value: tag.id, label: nameOf(tag) })),
        )}
      {may('client:readGrade') &&
        many(
          'grade',
          [...new Set([...grades, ...state.grade])].map((grade) => ({ value: grade, label: grade })),
        )}
      {many(
        'lacks',
        CLIENT_GAPS.filter((gap) => named || gap === 'manager').map((value) => ({
          value,
          label: say(GAP_WORDS[value]),
        })),
      )}
      {may('client:readCases') && (
        <FilterField label={say('cases')}>
          <Select
            aria-label={say('cases')}
            placeholder={say('cases')}
            allowClear
            popupMatchSelectWidth={false}
            options={CLIENT_CASES.map((value) => ({ value, label: say(value) }))}
            value={state.cases ?? null}
            onChange={(cases) => onChange({ cases: cases ?? undefined })}
          />
        </FilterField>
      )}
      {may('membership:read') && (
        <FilterField label={say('membership')}>
          <Select
            aria-label={say('membership')}
            placeholder={say('membership')}
            allowClear
            popupMatchSelectWidth={false}
            options={CLIENT_MEMBERSHIPS.map((value) => ({ value, label: say(value) }))}
            value={state.member ?? null}
            onChange={(member) => onChange({ member: member ?? undefined })}
          />
        </FilterField>
      )}
      <FilterField label={say('order')}>
        <Select
          aria-label={say('order')}
          popupMatchSelectWidth={false}
          options={CLIENT_LIST_ORDERS.filter((order) => named || order !== 'NAME').map((value) => ({
            value,
            label: say(value),
          }))}
          value={state.order}
          onChange={(order: ClientOrder) => onChange({ order })}
        />
      </FilterField>
    </FilterBar>
  )
}
