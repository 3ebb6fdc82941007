import { useQuery } from '@apollo/client/react'
import {
  CLIENT_KIND_LABELS,
  CLIENT_KINDS,
  CLIENT_RELATION_LABELS,
  CLIENT_RELATIONS,
  ROLE_LABELS,
  type DutyRole,
} from '@steward/domain'
import {
  FailureState,
  messages,
  partOf,
  useFreshAct,
  useList,
  useMay,
  useMessages,
  usePartName,
  useSay,
} from '@steward/portal'
import { Inline, StatusTag, type Column } from '@steward/ui'
import { VocabularyPage } from '../vocabulary/vocabulary-page.tsx'
import {
  ArchiveRequirements,
  RetireArchiveRequirement,
  SetArchiveRequirement,
  type RequirementRow,
} from './requirement-documents.ts'
import { RequirementForm } from './requirement-form.tsx'

const texts = messages({
  title: { zh: '档案要求', en: 'Archive requirements' },
  subtitle: {
    zh: '哪类客户的档案必须有什么、多久要与客户核对一次、由谁负责',
    en: 'What the archive of which client must have, how often it is confirmed with them, and who owes it',
  },
  list: { zh: '要求列表', en: 'Requirements' },
  define: { zh: '新增要求', en: 'Ask for a part' },
  amend: { zh: '修改要求', en: 'Change the requirement' },
  empty: { zh: '还没有要求：档案里缺什么都不会提醒', en: 'Nothing is asked yet: no archive lacks anything' },
  part: { zh: '内容', en: 'Part' },
  clients: { zh: '哪些客户', en: 'Of which clients' },
  everybody: { zh: '所有客户', en: 'All clients' },
  all: { zh: '所有关系', en: 'all relations' },
  stale: { zh: '核对周期', en: 'Confirmed' },
  days: { zh: '每 {{count}} 天', en: { one: 'every day', other: 'every {{count}} days' } },
  never: { zh: '不必核对', en: 'Not asked' },
  owedBy: { zh: '无客户经理时', en: 'Without a manager' },
  retired: { zh: '已停用', en: 'Retired' },
  retiredNow: { zh: '不再要求{{name}}', en: '{{name}} is asked no more' },
})

/** 档案要求: the policy of what archives must have. */
export function RequiredPage() {
  const say = useMessages(texts)
  const may = useMay()
  const nameOf = usePartName()
  const { data, error, refetch } = useQuery(ArchiveRequirements)
  const retire = useFreshAct(RetireArchiveRequirement, refetch)
  const set = useFreshAct(SetArchiveRequirement, refetch)
  const columns = useColumns()
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  const isSetter = may('archiveRequirement:set')
  return (
    <VocabularyPage
      words={{
        title: say('title'),
        subtitle: say('subtitle'),
        list: say('list'),
        empty: say('empty'),
        define: isSetter ? say('define') : undefined,
        amend: say('amend'),
        retired: (name) => say('retiredNow', { name }),
      }}
      entries={data?.archiveRequirements}
      nameOf={(row) => nameOf(partOf(row))}
      columns={columns}
      may={{ amend: isSetter, retire: may('archiveRequirement:retire'), restore: isSetter }}
      turn={async (row) => {
        const seen = { requirementId: row.id, expectedVersion: row.version }
        const outcome = row.retiredAt ? await set({ ...seen, ...statedOf(row) }) : await retire(seen)
        if (outcome.done) await refetch()
        // What stands in the way is told beside the list, not beside a field.
        const [field] = Object.values(outcome.refused?.fields ?? {})
        return field && !outcome.refused?.message ? { refused: { message: field } } : outcome
      }}
      renderForm={(row, onDone) => <RequirementForm requirement={row} onReload={refetch} onDone={onDone} />}
    />
  )
}

const statedOf = ({ part, field, kinds, relations, staleAfterDays, owedBy }: RequirementRow) => ({
  part,
  kinds: [...kinds],
  relations: [...relations],
  owedBy: owedBy as DutyRole,
  ...(field ? { fieldId: field.id } : {}),
  ...(staleAfterDays === null ? {} : { staleAfterDays }),
})

function useColumns(): readonly Column<RequirementRow>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const list = useList()
  const nameOf = usePartName()
  return [
    {
      key: 'part',
      title: say('part'),
      render: (row) => (
        <Inline gap={1}>
          <span className="st-strong">{nameOf(partOf(row))}</span>
          {row.retiredAt && <StatusTag>{say('retired')}</StatusTag>}
        </Inline>
      ),
    },
    {
      key: 'clients',
      title: say('clients'),
      render: ({ kinds, relations }) =>
        [
          kinds.length === CLIENT_KINDS.length
            ? say('everybody')
            : list(kinds.map((kind) => sayWord(CLIENT_KIND_LABELS[kind]))),
          relations.length === CLIENT_RELATIONS.length
            ? say('all')
            : list(relations.map((relation) => sayWord(CLIENT_RELATION_LABELS[relation]))),
        ].join(' · '),
    },
    {
      key: 'stale',
      title: say('stale'),
      width: '130px',
      render: ({ staleAfterDays }) =>
        staleAfterDays === null ? say('never') : say('days', { count: staleAfterDays }),
    },
    {
      key: 'owedBy',
      title: say('owedBy'),
      width: '170px',
      render: ({ owedBy }) => sayWord(ROLE_LABELS[owedBy]),
    },
  ]
}
