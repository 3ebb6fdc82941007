/** The attachments' page of the API's contents. */
import { attachmentProjection } from './attachment.projection.ts'
import { AttachmentResolver } from './attachment.resolver.ts'

export const ATTACHMENT_RESOLVERS = [AttachmentResolver] as const
export const ATTACHMENT_PROJECTIONS = [attachmentProjection] as const
