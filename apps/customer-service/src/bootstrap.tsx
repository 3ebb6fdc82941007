import { startPortal } from '@steward/portal'
import { portal } from './portal.tsx'

startPortal(portal)
