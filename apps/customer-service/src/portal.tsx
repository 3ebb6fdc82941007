import { receptionFinder, type PortalModule } from '@steward/portal'
import { clientFinder } from './clients/client-finder.tsx'
import { caseFinder } from './complaints/case-finder.tsx'
import { leadFinder } from './leads/lead-finder.tsx'
import { commands, routes } from './routes.tsx'
import { summary, title } from './words.ts'

/** What the shell imports, and what runs alone. */
export const portal: PortalModule = {
  contract: 1,
  name: 'customer-service',
  messages: { title, summary },
  permission: 'portal:customerService',
  routes,
  commands,
  finders: [receptionFinder, clientFinder, leadFinder, caseFinder],
}
