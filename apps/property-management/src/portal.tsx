import { receptionFinder, type PortalModule } from '@steward/portal'
import { caseFinder } from './complaints/case-finder.tsx'
import { occupantFinder } from './projects/occupant-finder.tsx'
import { unitFinder } from './projects/unit-finder.tsx'
import { commands, routes } from './routes.tsx'
import { summary, title } from './words.ts'

/** What the shell imports, and what runs alone. */
export const portal: PortalModule = {
  contract: 1,
  name: 'property-management',
  messages: { title, summary },
  permission: 'portal:propertyManagement',
  routes,
  commands,
  finders: [receptionFinder, occupantFinder, unitFinder, caseFinder],
}
