import type { PortalModule } from '@steward/portal'
import { documentFinder } from './documents/document-finder.tsx'
import { personFinder } from './people/person-finder.tsx'
import { commands, routes } from './routes.tsx'
import { summary, title } from './words.ts'

/** The own pages of the shell. */
export const portal: PortalModule = {
  contract: 1,
  name: 'admin',
  messages: { title, summary },
  permission: 'portal:admin',
  routes,
  commands,
  finders: [personFinder, documentFinder],
}
