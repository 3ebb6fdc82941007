import { stewardShell } from '@steward/portal/vite'
import { defineConfig } from 'vite'

export default defineConfig(
  stewardShell({
    name: 'admin',
    port: 4001,
    mounts: { 'customer-service': 4002, 'property-management': 4003 },
  }),
)
