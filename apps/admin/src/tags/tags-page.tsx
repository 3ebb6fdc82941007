import { useQuery } from '@apollo/client/react'
import { CLIENT_KIND_LABELS, CLIENT_KINDS, TAG_ACTION_LABELS } from '@steward/domain'
import { FailureState, messages, useFreshAct, useMay, useMessages, useSay } from '@steward/portal'
import { StatusTag, type Column, type Tone } from '@steward/ui'
import { VocabularyPage } from '../vocabulary/vocabulary-page.tsx'
import { RestoreTag, RetireTag, Tags, type TagRow } from './tag-documents.ts'
import { TagForm } from './tag-form.tsx'

const texts = messages({
  title: { zh: '客户标签', en: 'Client tags' },
  subtitle: {
    zh: '给客户归类的词，全公司共用',
    en: 'Words that clients are filed by, one vocabulary for all',
  },
  list: { zh: '标签列表', en: 'Client tags' },
  name: { zh: '标签', en: 'Tag' },
  english: { zh: '英文名称', en: 'English name' },
  kinds: { zh: '用于', en: 'For' },
  everybody: { zh: '所有客户', en: 'All clients' },
  state: { zh: '状态', en: 'State' },
  active: { zh: '使用中', en: 'In use' },
  retired: { zh: '已停用', en: 'Retired' },
  retiredNow: {
    zh: '{{name}}已停用：不再新贴，已贴的保留',
    en: '{{name}} is retired: not given any more, kept where it was given',
  },
  empty: { zh: '还没有标签', en: 'No tags yet' },
})

/** The vocabulary of tags; those that are retired last. */
export function TagsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { data, error, refetch } = useQuery(Tags)
  const retire = useFreshAct(RetireTag, refetch)
  const restore = useFreshAct(RestoreTag, refetch)
  const columns = useColumns()
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  return (
    <VocabularyPage
      words={{
        title: say('title'),
        subtitle: say('subtitle'),
        list: say('list'),
        empty: say('empty'),
        define: may('tag:define') ? sayWord(TAG_ACTION_LABELS.define) : undefined,
        amend: sayWord(TAG_ACTION_LABELS.amend),
        retired: (name) => say('retiredNow', { name }),
      }}
      entries={data?.tags}
      nameOf={({ nameZh }) => nameZh}
      columns={columns}
      may={{ amend: may('tag:amend'), retire: may('tag:retire'), restore: may('tag:restore') }}
      turn={({ id, version, retiredAt }) =>
        (retiredAt ? restore : retire)({ tagId: id, expectedVersion: version })
      }
      renderForm={(tag, onDone) => <TagForm tag={tag} onReload={refetch} onDone={onDone} />}
    />
  )
}

function useColumns(): readonly Column<TagRow>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  return [
    {
      key: 'name',
      title: say('name'),
      render: ({ nameZh, tone }) => <StatusTag tone={tone.toLowerCase() as Tone}>{nameZh}</StatusTag>,
    },
    { key: 'english', title: say('english'), render: ({ nameEn }) => nameEn },
    {
      key: 'kinds',
      title: say('kinds'),
      render: ({ kinds }) =>
        kinds.length === CLIENT_KINDS.length
          ? say('everybody')
          : kinds.map((kind) => sayWord(CLIENT_KIND_LABELS[kind])).join(' · '),
    },
    {
      key: 'state',
      title: say('state'),
      width: '120px',
      card: 'tag',
      render: ({ retiredAt }) => (
        <StatusTag tone={retiredAt ? 'neutral' : 'good'}>{say(retiredAt ? 'retired' : 'active')}</StatusTag>
      ),
    },
  ]
}
