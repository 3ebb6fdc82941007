import { useQuery } from '@apollo/client/react'
import {
  AUDIT_EVENT_LABELS,
  AUDIT_SUBJECT_LABELS,
  AUDIT_SUBJECTS,
  CONFIGURATION_SUBJECTS,
  PERMISSION_LABELS,
  type AuditedVerb,
} from '@steward/domain'
import { graphql, readFragment } from '@steward/graphql-client'
import { FailureState, messages, PersonSelect, useMay, useMessages, useSay, useViewer } from '@steward/portal'
import {
  Alert,
  Button,
  EmptyState,
  FilterBar,
  FilterField,
  Input,
  Loading,
  PageHeader,
  Panel,
  Select,
} from '@steward/ui'
import { useSearchParams } from 'react-router'
import { ActList } from './act-list.tsx'
import { AuditChain } from './audit-chain.tsx'
import { AuditEntryParts } from './audit-entry-parts.ts'
import { filterOf, readAudit, writeAudit, type AuditState } from './audit-filters.ts'

const PAGE = 40

const AuditTrail = graphql(/* GraphQL */ `
  query AuditTrail($filter: AuditEntryFilter, $first: Int!, $after: String) {
    auditEntries(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          ...AuditEntryParts
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const texts = messages({
  title: { zh: '审计', en: 'Audit trail' },
  subtitle: {
    zh: '谁在什么时候做了什么；只增不改',
    en: 'Who did what and when; nothing in it is ever altered',
  },
  share: {
    zh: '系统管理员看得到人员、组织、权限和导入的记录；投诉与客户的记录由审计人员查看。',
    en: 'Administrators see what became of people, places, limits and imports; auditors also see cases and clients.',
  },
  list: { zh: '审计记录，最新在前', en: 'Audit trail, newest first' },
  filters: { zh: '筛选审计记录', en: 'Filter the trail' },
  search: { zh: '改动内容、理由、编号、姓名或请求编号', en: 'Change, reason, number, name, request id' },
  actor: { zh: '操作人', en: 'Who' },
  verb: { zh: '操作', en: 'What' },
  kind: { zh: '对象', en: 'Kind of record' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至', en: 'Until' },
  one: { zh: '只看一个对象的记录。', en: 'Only one record is shown.' },
  oneEntry: { zh: '只看核验所指的一条记录。', en: 'Only the entry that a verification named is shown.' },
  showAll: { zh: '查看全部', en: 'Show all' },
  none: { zh: '还没有记录', en: 'Nothing is recorded yet' },
  noneHint: {
    zh: '有人作出改动后，会出现在这里。',
    en: 'As soon as somebody changes something, it stands here.',
  },
  empty: { zh: '没有符合条件的记录', en: 'Nothing matches' },
  emptyHint: { zh: '放宽筛选条件再试试。', en: 'Try with fewer filters.' },
  more: { zh: '更早的记录', en: 'Earlier' },
})

const NOTHING: AuditState = {
  actor: undefined,
  kind: undefined,
  verb: undefined,
  from: undefined,
  to: undefined,
  text: '',
  subject: undefined,
  entry: undefined,
}

/** The audit trail: sentences, what changed behind each, narrowed by the address. */
export function AuditPage() {
  const say = useMessages(texts)
  const { organization } = useViewer()
  const may = useMay()
  const seesCases = may('complaint:read')
  const [params, setParams] = useSearchParams()
  const state = readAudit(params)
  const change = (changed: Partial<AuditState>) => setParams(writeAudit({ ...state, ...changed }))
  const { data, error, loading, refetch, fetchMore } = useQuery(AuditTrail, {
    variables: { filter: filterOf(state, organization.timeZone), first: PAGE },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  })
  const entries = readFragment(
    AuditEntryParts,
    data?.auditEntries.edges.map(({ node }) => node),
  )
  const page = data?.auditEntries.pageInfo
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      {may('audit:verify') && (
        <div className="st-note">
          <AuditChain />
        </div>
      )}
      {!seesCases && <p className="st-quiet st-note">{say('share')}</p>}
      <AuditFilterBar state={state} onChange={change} seesCases={seesCases} />
      {(state.subject ?? state.entry) && (
        <Alert
          type="info"
          showIcon
          title={say(state.entry ? 'oneEntry' : 'one')}
          action={
            <Button size="small" onClick={() => change({ subject: undefined, entry: undefined })}>
              {say('showAll')}
            </Button>
          }
        />
      )}
      {error && !data ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : !entries ? (
        <Loading />
      ) : entries.length === 0 ? (
        <EmptyState
          title={say(params.size > 0 ? 'empty' : 'none')}
          hint={say(params.size > 0 ? 'emptyHint' : 'noneHint')}
        />
      ) : (
        <Panel>
          <ActList label={say('list')} entries={entries} goesOn={page?.hasNextPage ?? false} />
          {page?.hasNextPage && (
            <div className="st-list-more">
              <Button
                loading={loading}
                onClick={() => void fetchMore({ variables: { after: page.endCursor } })}
              >
                {say('more')}
              </Button>
            </div>
          )}
        </Panel>
      )}
    </>
  )
}

interface AuditFilterBarProps {
  readonly state: AuditState
  readonly onChange: (changed: Partial<AuditState>) => void
  readonly seesCases: boolean
}

const isOfCases = (verb: string) => /^(complaint|task|client):/.test(verb)

function AuditFilterBar({ state, onChange, seesCases }: AuditFilterBarProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const verbs = (Object.keys(AUDIT_EVENT_LABELS) as AuditedVerb[]).filter(
    (verb) => seesCases || !isOfCases(verb),
  )
  const kinds = seesCases ? AUDIT_SUBJECTS : CONFIGURATION_SUBJECTS
  const pick = (
    name: 'verb' | 'kind',
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <FilterField label={say(name)}>
      <Select
        aria-label={say(name)}
        placeholder={say(name)}
        allowClear
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...options]}
        value={state[name] ?? null}
        onChange={(value: string | null) => onChange({ [name]: value ?? undefined })}
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
  const rare = [state.kind, state.from, state.to].filter(Boolean).length
  const active = rare + [state.actor, state.verb].filter(Boolean).length
  return (
    <FilterBar
      label={say('filters')}
      search={{
        value: state.text,
        placeholder: say('search'),
        onSearch: (text) => onChange({ text }),
      }}
      active={active}
      onClear={() => onChange({ ...NOTHING, text: state.text, subject: state.subject, entry: state.entry })}
      rare={{
        active: rare,
        filters: (
          <>
            {pick(
              'kind',
              kinds.map((kind) => ({
                value: kind.toUpperCase(),
                label: sayWord(AUDIT_SUBJECT_LABELS[kind]),
              })),
            )}
            {day('from')}
            {day('to')}
          </>
        ),
      }}
    >
      <FilterField label={say('actor')}>
        <PersonSelect
          aria-label={say('actor')}
          placeholder={say('actor')}
          withGone
          value={state.actor}
          onChange={(actor) => onChange({ actor })}
        />
      </FilterField>
      {pick(
        'verb',
        verbs.map((verb) => ({ value: verb, label: sayWord(PERMISSION_LABELS[verb]) })),
      )}
    </FilterBar>
  )
}
