import { useQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import { FailureState, messages, useMay, useMessages, usePortalPath } from '@steward/portal'
import { EmptyState, Inline, Loading, PageHeader, StatusTag, WithAside } from '@steward/ui'
import { useParams } from 'react-router'
import { SubjectHistory } from '../audit/subject-history.tsx'
import { PersonAccess } from './person-access.tsx'
import { PersonAccount } from './person-account.tsx'
import { PersonParticulars } from './person-particulars.tsx'
import { PersonRoles } from './person-roles.tsx'
import { PersonTerritory } from './person-territory.tsx'

const Person = graphql(/* GraphQL */ `
  query Person($id: ID!) {
    staffMember(id: $id) {
      id
      name
      position
      disabledAt
      version
      ...PersonParticulars
      ...PersonRoles
      ...PersonTerritory
      ...PersonAccount
      ...PersonAccess
    }
    departments {
      id
      ...DepartmentChoice
    }
    projects {
      id
      ...TerritoryChoice
    }
  }
`)

const texts = messages({
  people: { zh: '人员', en: 'People' },
  disabled: { zh: '账号已停用', en: 'Account disabled' },
  gone: { zh: '没有这个人', en: 'There is no such person' },
  goneHint: {
    zh: '链接可能不完整，请从人员名单进入。',
    en: 'The link may be cut; start from the list of people.',
  },
})

/** One person: roles, places, particulars, account, and what has been changed about them. */
export function PersonPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(Person, { variables: { id } })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const person = data.staffMember
  if (!person) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const reload = () => refetch()
  return (
    <>
      <PageHeader
        title={person.name}
        back={{ to: path('people'), label: say('people') }}
        subtitle={
          <Inline gap={2}>
            {person.position}
            {person.disabledAt && <StatusTag tone="bad">{say('disabled')}</StatusTag>}
          </Inline>
        }
      />
      <WithAside
        aside={
          <>
            <PersonParticulars person={person} departments={data.departments} onReload={reload} />
            <PersonAccount person={person} onReload={reload} />
            <PersonAccess person={person} onReload={reload} />
            {may('audit:read') && <SubjectHistory key={person.version} subject={person.id} />}
          </>
        }
      >
        <PersonRoles key={person.id} person={person} onReload={reload} />
        <PersonTerritory person={person} projects={data.projects} onReload={reload} />
      </WithAside>
    </>
  )
}
