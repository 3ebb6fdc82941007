import { startShell } from '@steward/portal'
import { portal } from './portal.tsx'

startShell(portal)
