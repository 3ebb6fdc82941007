import { stewardPortal } from '@steward/portal/vite'
import { defineConfig } from 'vite'
import { title } from './src/words.ts'

export default defineConfig(
  stewardPortal({ name: 'property-management', port: 4003, exposes: './src/portal.tsx', title }),
)
