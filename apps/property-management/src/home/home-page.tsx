import { useMay } from '@steward/portal'
import { ProjectsPage } from '../projects/projects-page.tsx'
import { MyDay } from './my-day.tsx'
import { SiteDay } from './site-day.tsx'

/** What today asks of one: the next order of a technician, the day of a site, or the places for those who keep their data. */
export function HomePage() {
  const may = useMay()
  if (may('complaint:readFacts')) return <SiteDay />
  if (may('task:read')) return <MyDay />
  return <ProjectsPage />
}
