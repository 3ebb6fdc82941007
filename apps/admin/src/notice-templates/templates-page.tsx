import { useQuery } from '@apollo/client/react'
import {
  NOTICE_KINDS,
  NOTICE_RULES,
  NOTICE_SEVERITY_LABELS,
  STATUS_LABELS,
  STATUSES,
  templateLabel,
  type NoticeKind,
  type TemplateKey,
} from '@steward/domain'
import { FailureState, messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import {
  DataTable,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Stack,
  StatusTag,
  useIsPhone,
  type Column,
  type Tone,
} from '@steward/ui'
import { NoticeTemplates, type OwnTemplate } from './template-documents.ts'
import { houseWords, sameWords, wordsInForce } from './template-words.ts'

const texts = messages({
  title: { zh: '消息模板', en: 'Notice texts' },
  subtitle: {
    zh: '系统发给员工、为客户准备的话，中英文各一份；改动从下一条消息起生效',
    en: 'What is said to staff and prepared for clients, in both languages; a change holds from the next notice on',
  },
  staff: { zh: '发给员工', en: 'To staff' },
  clients: { zh: '告知客户：案件每到一个状态', en: 'To clients: when a case comes to a state' },
  kind: { zh: '何时', en: 'When' },
  said: { zh: '标题', en: 'What it says' },
  body: { zh: '正文', en: 'What it says' },
  loud: { zh: '性质', en: 'How loud' },
  words: { zh: '文字', en: 'Words' },
  changed: { zh: '改动', en: 'Changed' },
  house: { zh: '原文', en: 'Original' },
  own: { zh: '已改，第 {{count}} 版', en: 'Own, revision {{count}}' },
})

interface Row {
  readonly key: TemplateKey
  readonly own: OwnTemplate | undefined
}

const TO_STAFF: readonly TemplateKey[] = [...NOTICE_KINDS, 'DIGEST']
const TO_CLIENTS: readonly TemplateKey[] = STATUSES.map((status) => `CLIENT_${status}` as const)

const TONES: Readonly<Record<'INFO' | 'ATTENTION' | 'URGENT', Tone>> = {
  INFO: 'neutral',
  ATTENTION: 'warn',
  URGENT: 'bad',
}

/** Every text that the organization may write anew. */
export function TemplatesPage() {
  const say = useMessages(texts)
  const phone = useIsPhone()
  const path = usePortalPath()
  const staffColumns = useColumns(true)
  const clientColumns = useColumns(false)
  const { data, error, refetch } = useQuery(NoticeTemplates, { fetchPolicy: 'cache-and-network' })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const rowsOf = (keys: readonly TemplateKey[]): readonly Row[] =>
    keys.map((key) => ({ key, own: data.noticeTemplates.find((it) => it.key === key) }))
  const lists = [
    { title: say('staff'), keys: TO_STAFF, columns: staffColumns },
    { title: say('clients'), keys: TO_CLIENTS, columns: clientColumns },
  ]
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <Stack gap={4}>
        {lists.map(({ title, keys, columns }) => (
          <Panel key={title} title={title} flush={!phone}>
            <DataTable
              label={title}
              columns={columns}
              rows={rowsOf(keys)}
              rowKey={({ key }) => key}
              rowTo={({ key }) => path(`notice-templates/${key}`)}
            />
          </Panel>
        ))}
      </Stack>
    </>
  )
}

function useColumns(toStaff: boolean): readonly Column<Row>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const nameOf = (key: TemplateKey): string => {
    const status = STATUSES.find((it) => key === `CLIENT_${it}`)
    return sayWord(status ? STATUS_LABELS[status] : templateLabel(key))
  }
  const loudness: Column<Row> = {
    key: 'loud',
    title: say('loud'),
    width: '110px',
    render: ({ key }) => {
      const severity = NOTICE_RULES[key as NoticeKind]?.severity ?? 'INFO'
      return <StatusTag tone={TONES[severity]}>{sayWord(NOTICE_SEVERITY_LABELS[severity])}</StatusTag>
    },
  }
  return [
    { key: 'kind', title: say('kind'), width: '22%', render: ({ key }) => nameOf(key) },
    {
      key: 'said',
      title: say(toStaff ? 'said' : 'body'),
      render: ({ key, own }) => {
        const { subjectZh, subjectEn, bodyZh, bodyEn } = wordsInForce(key, own)
        // To clients every subject is alike: what differs is the body.
        const said = toStaff ? { zh: subjectZh, en: subjectEn } : { zh: bodyZh, en: bodyEn }
        return <span className="st-quiet">{sayWord(said)}</span>
      },
    },
    ...(toStaff ? [loudness] : []),
    {
      key: 'words',
      title: say('words'),
      width: '150px',
      card: 'tag',
      render: ({ key, own }) =>
        own && !sameWords(wordsInForce(key, own), houseWords(key)) ? (
          <StatusTag tone="primary">{say('own', { count: own.version })}</StatusTag>
        ) : (
          <span className="st-quiet">{say('house')}</span>
        ),
    },
    {
      key: 'changed',
      title: say('changed'),
      width: '200px',
      minor: true,
      render: ({ own }) =>
        own ? (
          <>
            {own.updatedBy?.name} · <Instant at={own.updatedAt} />
          </>
        ) : (
          '—'
        ),
    },
  ]
}
