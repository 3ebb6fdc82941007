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
import { Button, EmptyState, Loading, PageHeader, PrintIcon, Stack, useUi } from '@steward/ui'
import { OccupantSearch } from './occupant-search.tsx'
import { ProjectMap } from './project-map.tsx'

const SiteProjects = graphql(/* GraphQL */ `
  query SiteProjects {
    projects {
      id
      ...SiteProjectMap
    }
  }
`)

const texts = messages({
  title: { zh: '项目', en: 'Projects' },
  use: { zh: '申请使用客户信息', en: 'Ask for the use of client information' },
  none: { zh: '您还没有负责的项目', en: 'No project is yours yet' },
  noneHint: { zh: '责任片区由系统管理员设置。', en: 'Your administrator sets the territory.' },
})

/** The projects of the viewer's territory, each with its buildings. */
export function ProjectsPage() {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const { routing } = useUi()
  const { data, error, refetch } = useQuery(SiteProjects)
  useRefreshOnReturn(refetch)
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHeader
        title={say('title')}
        actions={
          may('exportRequest:submit') && (
            <Button
              icon={<PrintIcon aria-hidden />}
              onClick={() => routing.go(path('projects/use-of-information'))}
            >
              {say('use')}
            </Button>
          )
        }
      />
      <Stack gap={5}>
        {may('client:lookup') && <OccupantSearch />}
        {!data ? (
          <Loading />
        ) : data.projects.length === 0 ? (
          <EmptyState title={say('none')} hint={say('noneHint')} />
        ) : (
          data.projects.map((project) => <ProjectMap key={project.id} project={project} onReload={refetch} />)
        )}
      </Stack>
    </>
  )
}
