import { OF_CLIENT } from '../clients/contacts/contact.projection.ts'
import { column, id, instant, one, projection } from '../reads/projection.ts'
import { AttachmentEntity } from './attachment.entity.ts'

const internal = { class: 'internal' } as const
const told = { class: 'personal', permission: 'attachment:read' } as const

export const attachmentProjection = projection('Attachment', {
  table: 'attachment',
  entity: AttachmentEntity,
  permission: 'client:read',
  facts: OF_CLIENT,
  fields: {
    id: id(),
    name: column('name', told),
    note: column('note', told),
    format: column('format', internal),
    classification: column('classification', internal),
    sizeBytes: column('size_bytes', internal),
    sha256: column('sha256', internal),
    addedBy: one('Staff', { ...internal, by: 'added_by_id' }),
    addedAt: instant('added_at', internal),
    removedBy: one('Staff', { ...internal, by: 'removed_by_id' }),
    removedAt: instant('removed_at', internal),
    removalReason: column('removal_reason', told),
    version: column('version', internal),
  },
})
