import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, useRefreshOnReturn } from '@steward/portal'
import { EmptyState, Loading, PageHeader, Stack } from '@steward/ui'
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
  none: { zh: '您还没有负责的项目', en: 'No project is yours yet' },
  noneHint: { zh: '责任片区由系统管理员设置。', en: 'Your administrator sets the territory.' },
})

/** The projects of the viewer's territory, each with its buildings. */
export function ProjectsPage() {
  const say = useMessages(texts)
  const may = useMay()
  const { data, error, refetch } = useQuery(SiteProjects)
  useRefreshOnReturn(refetch)
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHeader title={say('title')} />
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
