import { useQuery } from '@apollo/client/react'
import { COMPLETENESS_BY, COMPLETENESS_BY_LABELS, type CompletenessBy } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import {
  byPartName,
  FailureState,
  messages,
  useMay,
  useMessages,
  usePartName,
  usePortalPath,
  useSay,
} from '@steward/portal'
import {
  BarList,
  Choice,
  Columns,
  EmptyState,
  Loading,
  PageHeader,
  Panel,
  Stack,
  Stat,
  useUi,
  type Tone,
} from '@steward/ui'
import { useSearchParams } from 'react-router'

const CompletenessQuery = graphql(/* GraphQL */ `
  query ArchiveCompleteness($by: CompletenessBy!) {
    archiveCompleteness(by: $by) {
      total {
        clients
        complete
        wrong
      }
      rows {
        id
        name
        clients
        complete
        wrong
      }
      parts {
        requirementId
        part
        fieldLabelZh
        fieldLabelEn
        missing
        stale
        wrong
      }
    }
  }
`)

const texts = messages({
  title: { zh: '档案完整率', en: 'How complete archives are' },
  subtitle: {
    zh: '按在用档案的现状实时统计；点一行看名单',
    en: 'Counted in the archives in use as they are now; each bar leads to its list',
  },
  back: { zh: '档案待完善', en: 'Archives to complete' },
  by: { zh: '分组', en: 'Divided' },
  share: { zh: '完整率', en: 'Complete' },
  clients: { zh: '在用档案', en: 'Archives in use' },
  lacking: { zh: '待完善', en: 'To complete' },
  wrong: { zh: '抽查有误', en: 'Found wrong' },
  rows: { zh: '各组完整率', en: 'Complete, by place and person' },
  of: { zh: '{{name}}（{{complete}}/{{clients}}）', en: '{{name}} ({{complete}} of {{clients}})' },
  parts: { zh: '最常缺的、最该核对的', en: 'What is missing or to be confirmed most' },
  noProject: { zh: '不在任何项目', en: 'In no project' },
  noManager: { zh: '没有专职客户经理', en: 'Without a key account manager' },
  none: { zh: '还没有在用的档案', en: 'No archive is in use yet' },
  nothing: { zh: '没有缺项', en: 'Nothing is missing' },
})

const GOOD = 90
const FAIR = 60
const toneOf = (percent: number): Tone => (percent >= GOOD ? 'good' : percent >= FAIR ? 'warn' : 'bad')
const percentOf = (complete: number, clients: number) =>
  clients === 0 ? 0 : Math.round((complete / clients) * 100)

/** 档案完整率: the share of complete archives by community, department and manager, and what is missing most. */
export function CompletenessPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const nameOf = usePartName()
  const { locale } = useUi()
  const [params, setParams] = useSearchParams()
  const by: CompletenessBy = COMPLETENESS_BY.find((each) => each === params.get('by')) ?? 'PROJECT'
  const { data, error, refetch } = useQuery(CompletenessQuery, {
    variables: { by },
    fetchPolicy: 'cache-and-network',
  })
  // Whoever only sees figures is led to no list.
  const mayList = may('client:readDuty')
  const list = (query: string) => `${path('duty')}?view=all&${query}`
  const toOf = (id: string | null) => {
    if (!mayList || id === null || by === 'DEPARTMENT') return undefined
    return list(by === 'PROJECT' ? `project=${id}` : `manager=${id}`)
  }
  const found = data?.archiveCompleteness
  const percent = (value: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(value / 100)
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        {...(mayList ? { back: { to: path('duty'), label: say('back') } } : {})}
      />
      {!found ? (
        error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : found.total.clients === 0 ? (
        <EmptyState title={say('none')} />
      ) : (
        <Stack gap={4}>
          <Choice<CompletenessBy>
            label={say('by')}
            options={COMPLETENESS_BY.map((value) => ({
              value,
              label: sayWord(COMPLETENESS_BY_LABELS[value]),
            }))}
            value={by}
            onChange={(value) => setParams({ by: value })}
          />
          <Columns min={150} gap={3} fill>
            <Stat
              label={say('share')}
              value={percent(percentOf(found.total.complete, found.total.clients))}
              tone={toneOf(percentOf(found.total.complete, found.total.clients))}
            />
            <Stat label={say('clients')} value={found.total.clients} />
            <Stat
              label={say('lacking')}
              value={found.total.clients - found.total.complete}
              {...(mayList ? { to: list('') } : {})}
            />
            <Stat label={say('wrong')} value={found.total.wrong} />
          </Columns>
          <Columns min={380} gap={4}>
            <Panel title={say('rows')}>
              <BarList
                label={say('rows')}
                format={percent}
                whole={100}
                items={found.rows.map(({ id, name, clients, complete }) => {
                  const value = percentOf(complete, clients)
                  const to = toOf(id)
                  const called = name ?? say(by === 'PROJECT' ? 'noProject' : 'noManager')
                  return {
                    key: id ?? 'none',
                    label: say('of', { name: called, complete, clients }),
                    value,
                    tone: toneOf(value),
                    ...(to ? { to } : {}),
                  }
                })}
              />
            </Panel>
            <Panel title={say('parts')}>
              {found.parts.length === 0 ? (
                <EmptyState title={say('nothing')} />
              ) : (
                <BarList
                  label={say('parts')}
                  items={byPartName(found.parts, nameOf).map(([label, parts]) => ({
                    key: label,
                    label,
                    value: parts.reduce((sum, { missing, stale, wrong }) => sum + missing + stale + wrong, 0),
                    tone: 'warn' as const,
                    ...(mayList
                      ? { to: list(`missing=${parts.map((part) => part.requirementId).join(',')}`) }
                      : {}),
                  }))}
                />
              )}
            </Panel>
          </Columns>
        </Stack>
      )}
    </>
  )
}
