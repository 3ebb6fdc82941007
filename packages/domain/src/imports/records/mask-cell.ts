import { maskEmail, maskName, maskNumber, maskPhone } from '../../search/masking.ts'
import { normalisePhone } from '../../search/phone.ts'
import type { TableField } from './table-field.ts'

/** What is kept of a cell for whoever looks at what was wrong with it: as much as its class lets everybody see. */
export const maskCell = (field: TableField, said: string): string => {
  if (field.class === 'internal' || said === '') return said
  if (field.hidden) return '****'
  if (field.class === 'sensitive') return maskNumber(said)
  const phone = field.takes === 'phone' ? normalisePhone(said) : undefined
  if (phone !== undefined) return maskPhone(phone)
  if (field.takes === 'email' && said.includes('@')) return maskEmail(said)
  return maskName(said)
}
