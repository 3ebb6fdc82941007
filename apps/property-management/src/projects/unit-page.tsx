import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useMay,
  useMessages,
  usePortalPath,
  useRefreshOnReturn,
} from '@steward/portal'
import { AddIcon, Button, EmptyState, Loading, PageHeader, Stack, useUi } from '@steward/ui'
import { useParams } from 'react-router'
import { CaseList } from '../complaints/case-list.tsx'
import { Occupants } from './occupants.tsx'
import { UnitMoney } from './unit-money.tsx'
import { UnitFacts } from './unit-facts.tsx'

const SiteUnit = graphql(/* GraphQL */ `
  query SiteUnit($id: ID!, $withClients: Boolean!, $withCases: Boolean!) {
    node(id: $id) {
      id
      ... on Unit {
        label
        floor
        ...SiteUnitFacts
        occupants @include(if: $withClients) {
          id
          ...SiteStay
        }
        building {
          id
          name
        }
        project {
          id
          name
        }
      }
    }
    complaints(first: 50, filter: { unit: $id }, orderBy: NEWEST) @include(if: $withCases) {
      edges {
        node {
          id
          ...SiteCaseRow
        }
      }
      totalCount
    }
  }
`)

const texts = messages({
  cases: { zh: '这个房号的投诉', en: 'Cases of this unit' },
  latest: { zh: '最近 50 件，共 {{count}} 件', en: 'The latest 50 of {{count}}' },
  noCases: { zh: '这个房号没有投诉', en: 'This unit has no case' },
  register: { zh: '登记', en: 'Register' },
  missing: { zh: '没有找到这个房号', en: 'There is no such unit' },
  missingHint: { zh: '可能不在您的责任片区内。', en: 'It may lie outside your territory.' },
  back: { zh: '项目', en: 'Projects' },
  floor: { zh: '{{floor}}层', en: 'floor {{floor}}' },
  only: { zh: '住户和投诉不在您的岗位权限内。', en: 'Occupants and cases are not for your role.' },
})

/** One door: who lives or works behind it, and what was ever wrong there. */
export function UnitPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { routing } = useUi()
  const may = useMay()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(SiteUnit, {
    variables: { id, withClients: may('client:lookup'), withCases: may('complaint:readFacts') },
  })
  useRefreshOnReturn(refetch)
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.node?.__typename !== 'Unit') return <EmptyState title={say('missing')} hint={say('missingHint')} />
  const { label, floor, building, project, occupants } = data.node
  const cases = data.complaints
  return (
    <>
      <PageHeader
        title={label}
        subtitle={[project?.name, building?.name, floor !== null && say('floor', { floor })]
          .filter(Boolean)
          .join(' · ')}
        back={
          building
            ? {
                to: path(`projects/buildings/${building.id}`),
                label: [project?.name, building.name].filter(Boolean).join(' '),
              }
            : { to: path('projects'), label: say('back') }
        }
        actions={
          may('complaint:register') && (
            <Button
              type="primary"
              icon={<AddIcon aria-hidden />}
              onClick={() => routing.go(path(`complaints/new?unit=${id}`))}
            >
              {say('register')}
            </Button>
          )
        }
      />
      <Stack gap={5}>
        {!occupants && !cases && <span className="st-quiet">{say('only')}</span>}
        {occupants && <Occupants unit={{ id, label }} stays={occupants} />}
        <UnitFacts unit={data.node} />
        {may('receivable:read') && <UnitMoney unitId={id} />}
        {cases && (
          <CaseList
            title={say('cases')}
            none={say('noCases')}
            note={cases.totalCount > cases.edges.length && say('latest', { count: cases.totalCount })}
            withPlace={false}
            cases={cases.edges.map(({ node }) => node)}
          />
        )}
      </Stack>
    </>
  )
}
