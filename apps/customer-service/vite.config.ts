import { stewardPortal } from '@steward/portal/vite'
import { defineConfig } from 'vite'
import { title } from './src/words.ts'

export default defineConfig(
  stewardPortal({ name: 'customer-service', port: 4002, exposes: './src/portal.tsx', title }),
)
