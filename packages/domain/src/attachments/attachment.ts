import type { Permission } from '../access/policy.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { FieldClass } from '../sign-off/field-class.ts'
import type { AttachmentFormat } from './format.ts'
import type { AttachmentClass } from './vocabulary.ts'

/** A file that hangs on a record. The row stays for ever, the content until it is removed. */
export interface Attachment {
  readonly id: string
  readonly clientId: string
  /** As it was called, in characters that can be shown. */
  readonly name: string
  readonly note: string | null
  readonly format: AttachmentFormat
  readonly classification: AttachmentClass
  /** Of what is kept, which of a picture is what was drawn anew. */
  readonly sizeBytes: number
  /** SHA-256 of the same, in hex. */
  readonly sha256: string
  readonly addedById: string
  readonly addedAt: Date
  readonly removedById: string | null
  readonly removedAt: Date | null
  readonly removalReason: string | null
  readonly version: number
}

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})
const base = rule('internal', 'client:read')
/** A name such as “identity card of …” tells as much as what it names. */
const told = rule('personal', 'attachment:read')

export const ATTACHMENT_FIELDS: Readonly<Record<keyof Attachment | 'sealedKey', FieldRule>> = {
  id: base,
  clientId: base,
  name: told,
  note: told,
  format: base,
  classification: base,
  sizeBytes: base,
  sha256: base,
  addedById: base,
  addedAt: base,
  removedById: base,
  removedAt: base,
  removalReason: told,
  version: base,
  sealedKey: rule('sensitive', 'attachment:reveal'),
}
