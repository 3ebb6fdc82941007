import { useQuery } from '@apollo/client/react'
import { graphql, type ClientsToUseQuery } from '@steward/graphql-client'
import {
  AskForUse,
  FailureState,
  messages,
  useList,
  useMay,
  useMessages,
  usePagePath,
  usePortalPath,
} from '@steward/portal'
import {
  Alert,
  AppLink,
  Button,
  CheckboxGroup,
  Columns,
  EmptyState,
  Inline,
  Loading,
  PageHeader,
  Panel,
  Select,
  Stack,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { useAllPages } from '../projects/use-all-pages.ts'

const SitesOfMine = graphql(/* GraphQL */ `
  query SitesOfMine {
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

const ClientsToUse = graphql(/* GraphQL */ `
  query ClientsToUse($filter: ClientFilter!, $after: String) {
    clients(first: 100, after: $after, filter: $filter) {
      edges {
        node {
          id
          code
          name
          occupancies {
            id
            toOn
            unit {
              id
              label
            }
          }
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
  title: { zh: '申请使用客户信息', en: 'Ask for the use of client information' },
  subtitle: {
    zh: '名单、通讯录、索引卡离开系统前须有申请和批准；只能用本人负责的项目',
    en: 'A list, numbers or cards leave the system only on a request that was approved; of your own communities',
  },
  back: { zh: '项目', en: 'Projects' },
  requests: { zh: '我的申请', en: 'My requests' },
  whom: { zh: '一、哪些客户', en: '1. Which clients' },
  what: { zh: '二、用来做什么', en: '2. What for' },
  project: { zh: '项目', en: 'Community' },
  building: { zh: '楼栋', en: 'Building' },
  all: { zh: '全部楼栋', en: 'All buildings' },
  chosen: { zh: '已选 {{count}} / {{all}} 位', en: '{{count}} of {{all}} are chosen' },
  everybody: { zh: '全选', en: 'Choose all' },
  nobody: { zh: '全不选', en: 'Choose none' },
  none: { zh: '这里没有客户档案', en: 'There is no client archive here' },
  noneHint: { zh: '换一栋楼试试。', en: 'Try another building.' },
  noneChosen: { zh: '请至少选一位客户。', en: 'Choose one client at least.' },
  scope: { zh: '{{place}}的现有客户', en: 'Clients of {{place}}' },
})

/** A request for the use of client information, begun on site: of one's own community, house by house. */
export function UsePage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const pathOf = usePagePath()
  const may = useMay()
  const { data, error, refetch } = useQuery(SitesOfMine)
  const [project, setProject] = useState<string>()
  const [building, setBuilding] = useState<string>()
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const site = data.projects.find(({ id }) => id === project) ?? data.projects[0]
  const house = site?.buildings.find(({ id }) => id === building)
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        back={{ to: path('projects'), label: say('back') }}
        actions={
          may('exportRequest:read') && (
            <AppLink to={pathOf({ portal: 'admin', path: 'releases' })}>{say('requests')}</AppLink>
          )
        }
      />
      <Stack gap={4}>
        <Panel title={say('whom')}>
          <Columns min={220} gap={3}>
            <label className="st-stack" style={{ gap: 4 }}>
              <span className="st-strong">{say('project')}</span>
              <Select
                aria-label={say('project')}
                value={site?.id ?? null}
                options={data.projects.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(id: string) => {
                  setProject(id)
                  setBuilding(undefined)
                }}
              />
            </label>
            <label className="st-stack" style={{ gap: 4 }}>
              <span className="st-strong">{say('building')}</span>
              <Select
                aria-label={say('building')}
                value={house?.id ?? ''}
                options={[
                  { value: '', label: say('all') },
                  ...(site?.buildings ?? []).map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(id: string) => setBuilding(id === '' ? undefined : id)}
              />
            </label>
          </Columns>
        </Panel>
        {site && (
          <OfPlace
            key={`${site.id} ${house?.id ?? ''}`}
            project={site.id}
            building={house?.id}
            name={[site.name, house?.name].filter(Boolean).join(' ')}
          />
        )}
      </Stack>
    </>
  )
}

type Client = ClientsToUseQuery['clients']['edges'][number]['node']

const BY_DOOR = new Intl.Collator('zh', { numeric: true })

/** By the door, as one knows them on site. */
function useLabel(): (client: Client) => string {
  const list = useList()
  return ({ code, name, occupancies }) => {
    const doors = occupancies.flatMap(({ toOn, unit }) => (toOn === null && unit ? unit.label : []))
    return [list(doors), name ?? code].filter((it) => it !== '').join(' ')
  }
}

interface OfPlaceProps {
  readonly project: string
  readonly building: string | undefined
  readonly name: string
}

/** Who has an archive there, all chosen at first; then what they are needed for. */
function OfPlace({ project, building, name }: OfPlaceProps) {
  const say = useMessages(texts)
  const labelOf = useLabel()
  const path = usePortalPath()
  const { routing } = useUi()
  const filter = { project: [project], ...(building ? { building: [building] } : {}), archived: false }
  const { data, error, refetch, fetchMore } = useQuery(ClientsToUse, { variables: { filter } })
  useAllPages(data?.clients.pageInfo, fetchMore)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  // Asked for is a whole list: it is shown when all of it is there.
  if (!data || data.clients.pageInfo.hasNextPage) return <Loading />
  const clients = data.clients.edges
    .map(({ node }) => ({ id: node.id, label: labelOf(node) }))
    .toSorted((one, other) => BY_DOOR.compare(one.label, other.label))
  if (clients.length === 0) return <EmptyState title={say('none')} hint={say('noneHint')} />
  const chosen = clients.flatMap(({ id }) => (left.has(id) ? [] : id))
  return (
    <>
      <Panel
        title={say('chosen', { count: chosen.length, all: clients.length })}
        actions={
          <Inline gap={1}>
            <Button size="small" type="text" onClick={() => setLeft(new Set())}>
              {say('everybody')}
            </Button>
            <Button size="small" type="text" onClick={() => setLeft(new Set(clients.map(({ id }) => id)))}>
              {say('nobody')}
            </Button>
          </Inline>
        }
      >
        <div style={{ maxHeight: 320, overflowY: 'auto' }}>
          <CheckboxGroup
            options={clients.map(({ id, label }) => ({ value: id, label }))}
            value={chosen}
            onChange={(kept) => setLeft(new Set(clients.flatMap(({ id }) => (kept.includes(id) ? [] : id))))}
          />
        </div>
      </Panel>
      <Panel title={say('what')}>
        {chosen.length === 0 ? (
          <Alert type="info" showIcon title={say('noneChosen')} />
        ) : (
          <AskForUse
            clientIds={chosen}
            scopeNote={say('scope', { place: name })}
            projectId={project}
            onCancel={() => routing.go(path('projects'))}
          />
        )}
      </Panel>
    </>
  )
}
