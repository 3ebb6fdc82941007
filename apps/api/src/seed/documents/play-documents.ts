/** The controlled documents of the demonstration, each revision played through the services by the people of the organization. */
import { randomUUID } from 'node:crypto'
import { isWritten, type Role } from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { ControlledDocumentEntity, DocumentRevisionEntity } from '../../documents/document.entity.ts'
import * as documents from '../../documents/document.service.ts'
import { UserError } from '../../graphql/user-error.ts'
import { DAY, HOUR } from '../calendar.ts'
import type { Stage } from '../cases/play-cases.ts'
import { holding, idOf, type Member } from '../organizations/world.ts'
import { COMPLAINT_PROCEDURE } from './complaint-procedure.ts'
import { CONFIDENTIALITY_REGULATION, DUTY_REGULATION } from './regulations.ts'
import { AUTHORITY_MATRIX, GRADING_STANDARD, VISIT_RULES } from './standards.ts'
import type { DocumentStory, RevisionStory } from './story.ts'

const STORIES: readonly DocumentStory[] = [
  COMPLAINT_PROCEDURE,
  DUTY_REGULATION,
  CONFIDENTIALITY_REGULATION,
  VISIT_RULES,
  AUTHORITY_MATRIX,
  GRADING_STANDARD,
]
