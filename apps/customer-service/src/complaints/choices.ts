import { useQuery } from '@apollo/client/react'
import { graphql, type CaseChoicesQuery } from '@steward/graphql-client'
import { useSay } from '@steward/portal'

/** What cases can be sorted by and handed to; changes seldom, so it is asked once and kept. */
const CaseChoices = graphql(/* GraphQL */ `
  query CaseChoices {
    departments {
      id
      name
      archivedAt
    }
    projects {
      id
      name
    }
    complaintCategories {
      id
      nameZh
      nameEn
      parent {
        id
        nameZh
        nameEn
      }
    }
  }
`)

interface Choice {
  readonly value: string
  readonly label: string
}

export interface CaseChoiceLists {
  readonly loading: boolean
  readonly departments: readonly Choice[]
  readonly projects: readonly Choice[]
  readonly categories: readonly Choice[]
}

const NONE: CaseChoicesQuery = {
  departments: [],
  projects: [],
  complaintCategories: [],
}

/** Lists for selects; empty while they are on their way. */
export function useCaseChoices(): CaseChoiceLists {
  const say = useSay()
  const { data = NONE, loading } = useQuery(CaseChoices, { fetchPolicy: 'cache-first' })
  const category = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => say({ zh: nameZh, en: nameEn })
  return {
    loading,
    departments: data.departments
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ id, name }) => ({ value: id, label: name })),
    projects: data.projects.map(({ id, name }) => ({ value: id, label: name })),
    categories: data.complaintCategories.map((it) => ({
      value: it.id,
      label: it.parent ? `${category(it.parent)} / ${category(it)}` : category(it),
    })),
  }
}
