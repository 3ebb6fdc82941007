export { fileSize } from '@steward/ui'
