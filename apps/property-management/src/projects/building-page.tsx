import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import {
  AddUnits,
  FailureState,
  messages,
  useMay,
  useMessages,
  usePortalPath,
  useRefreshOnReturn,
} from '@steward/portal'
import { AddIcon, Button, EmptyState, Loading, PageHeader, Panel, Sheet, Stack } from '@steward/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { CaseList } from '../complaints/case-list.tsx'
import { BuildingDoors } from './building-doors.tsx'
import { useAllPages } from './use-all-pages.ts'

const SiteBuilding = graphql(/* GraphQL */ `
  query SiteBuilding($id: ID!, $after: String, $withCases: Boolean!) {
    node(id: $id) {
      id
      ... on Building {
        name
        unitCount
        version
        project {
          id
          name
        }
      }
    }
    units(first: 100, after: $after, filter: { building: [$id] }) {
      edges {
        node {
          id
          ...SiteDoor
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
    complaints(first: 50, filter: { building: [$id], open: true }, orderBy: MOST_SEVERE)
      @include(if: $withCases) {
      edges {
        node {
          id
          ...SiteDoorCase
          ...SiteCaseRow
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

const texts = messages({
  back: { zh: '项目', en: 'Projects' },
  doors: { zh: '各层房号', en: 'Doors, floor by floor' },
  units: { zh: '{{count}} 个房号', en: { one: '{{count}} unit', other: '{{count}} units' } },
  addUnits: { zh: '新增房号', en: 'Add units' },
  cases: { zh: '本楼未结的投诉', en: 'Open cases of this building' },
  worst: { zh: '最严重的 50 件', en: 'the 50 most severe' },
  noCases: { zh: '本楼没有未结的投诉', en: 'No case of this building is open' },
  missing: { zh: '没有找到这栋楼', en: 'There is no such building' },
  missingHint: { zh: '可能不在您的责任片区内。', en: 'It may lie outside your territory.' },
})

/** A building: its doors floor by floor, and what is open in it. */
export function BuildingPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { id = '' } = useParams()
  const may = useMay()
  const withCases = may('complaint:readFacts')
  const [adding, setAdding] = useState(false)
  const close = () => setAdding(false)
  const { data, error, refetch, fetchMore } = useQuery(SiteBuilding, { variables: { id, withCases } })
  useAllPages(data?.units.pageInfo, fetchMore)
  useRefreshOnReturn(refetch)
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.node?.__typename !== 'Building')
    return <EmptyState title={say('missing')} hint={say('missingHint')} />
  const { name, unitCount, project } = data.node
  const cases = data.complaints?.edges.map(({ node }) => node)
  return (
    <>
      <PageHeader
        title={[project?.name, name].filter(Boolean).join(' ')}
        subtitle={say('units', { count: unitCount })}
        back={{ to: path('projects'), label: say('back') }}
      />
      <Stack gap={5}>
        <Panel
          title={say('doors')}
          actions={
            may('project:addUnits') && (
              <Button type="text" icon={<AddIcon aria-hidden />} onClick={() => setAdding(true)}>
                {say('addUnits')}
              </Button>
            )
          }
        >
          <BuildingDoors name={name} units={data.units.edges.map(({ node }) => node)} cases={cases ?? []} />
        </Panel>
        <Sheet open={adding} title={`${say('addUnits')} · ${name}`} onClose={close}>
          <AddUnits building={data.node} onReload={refetch} onClose={close} />
        </Sheet>
        {cases && (
          <CaseList
            title={say('cases')}
            none={say('noCases')}
            note={data.complaints?.pageInfo.hasNextPage && say('worst')}
            cases={cases}
          />
        )}
      </Stack>
    </>
  )
}
