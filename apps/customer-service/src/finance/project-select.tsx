import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import { messages, useMessages } from '@steward/portal'
import { Select } from '@steward/ui'

const ProjectsOfMoney = graphql(/* GraphQL */ `
  query ProjectsOfMoney {
    projects {
      id
      name
    }
  }
`)

const texts = messages({ project: { zh: '项目', en: 'Project' } })

interface ProjectSelectProps {
  readonly value?: string | undefined
  readonly onChange?: (id: string | undefined) => void
  readonly id?: string
  readonly 'aria-label'?: string
}

/** One of the projects that the person may see. */
export function ProjectSelect({ value, onChange, ...rest }: ProjectSelectProps) {
  const say = useMessages(texts)
  const { data } = useQuery(ProjectsOfMoney)
  return (
    <Select
      {...rest}
      allowClear
      placeholder={say('project')}
      popupMatchSelectWidth={false}
      options={data?.projects.map((project) => ({ value: project.id, label: project.name })) ?? []}
      value={value ?? null}
      onChange={(id: string | null | undefined) => onChange?.(id ?? undefined)}
    />
  )
}
