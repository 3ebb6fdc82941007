/** The controlled documents of the demonstration, each revision played through the services by the people of the organization. */
import { randomUUID } from 'node:crypto'
import type { Role } from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { ControlledDocumentEntity, DocumentRevisionEntity } from '../../documents/document.entity.ts'
import * as documents from '../../documents/document.service.ts'
import { UserError } from '../../graphql/user-error.ts'
import { DAY, HOUR, localDay } from '../calendar.ts'
import type { Stage } from '../cases/stage.ts'
import { holding, idOf } from '../organizations/world.ts'
import { COMPLAINT_PROCEDURE } from './complaint-procedure.ts'
import { CONFIDENTIALITY_REGULATION, DUTY_REGULATION } from './regulations.ts'
import { GRADING_STANDARD } from './grading-standard.ts'
import { AGREEMENT_TEMPLATE, PROPOSAL_TEMPLATE } from './sales-templates.ts'
import { AUTHORITY_MATRIX, VISIT_RULES } from './standards.ts'
import type { DocumentStory, RevisionStory } from './story.ts'

const STORIES: readonly DocumentStory[] = [
  COMPLAINT_PROCEDURE,
  DUTY_REGULATION,
  CONFIDENTIALITY_REGULATION,
  VISIT_RULES,
  AUTHORITY_MATRIX,
  GRADING_STANDARD,
  PROPOSAL_TEMPLATE,
  AGREEMENT_TEMPLATE,
]

/** Documents are written and signed at the desk, an hour or two after one another. */
const STEP = 2 * HOUR

export const playDocuments = async (stage: Stage): Promise<void> => {
  for (const story of STORIES) await playDocument(stage, story)
}

const playDocument = async (stage: Stage, story: DocumentStory): Promise<void> => {
  let before: DocumentRevisionEntity | undefined
  if (story.kind === 'AUTHORITY_LIMITS') before = await effectiveOf(stage, story)
  for (const told of story.revisions) before = await playRevision(stage, story, told, before)
  const { retired } = story
  if (!retired || !before) return
  const last = { ...step(before), reason: retired.reason }
  agreed(await documents.retire(by(stage, retired.by, at(stage, retired.daysAgo)), last))
}

/** What the organization began with. */
const effectiveOf = ({ dataSource, world: { orgId } }: Stage, { kind }: DocumentStory) =>
  withTenant(dataSource, orgId, async (manager) => {
    const { effectiveRevisionId } = await manager.findOneByOrFail(ControlledDocumentEntity, { orgId, kind })
    return manager.findOneByOrFail(DocumentRevisionEntity, { orgId, id: effectiveRevisionId! })
  })

const playRevision = async (
  stage: Stage,
  story: DocumentStory,
  told: RevisionStory,
  before: DocumentRevisionEntity | undefined,
): Promise<DocumentRevisionEntity> => {
  const { departments } = stage.world
  const [executing, supervising, editing] = story.departments
  const begins = at(stage, told.daysAgo)
  const head = {
    title: story.title,
    executingDepartmentId: idOf(departments, executing),
    supervisingDepartmentId: idOf(departments, supervising),
    editingDepartmentId: idOf(departments, editing),
    ...(told.effectiveInDays === undefined
      ? {}
      : { effectiveOn: localDay(new Date(stage.now.getTime() + told.effectiveInDays * DAY)) }),
    content: told.content,
  }
  const author = by(stage, told.by, begins)
  let revision: DocumentRevisionEntity
  if (before) {
    const draft = agreed(await documents.amend(author, step(before)))
    const reason = told.reason ? { changeReason: told.reason } : {}
    revision = agreed(await documents.change(author, { ...step(draft), ...head, ...reason }))
  } else revision = agreed(await documents.draft(author, { kind: story.kind, ...head }))
  if (told.goes === 'DRAFT') return revision
  let current = agreed(await documents.submit(by(stage, told.by, later(begins, 1)), step(revision)))
  const reviewer = by(stage, story.reviewer, later(begins, 2))
  if (told.goes === 'REJECTED') {
    const no = { ...step(current), reason: told.rejection! }
    return agreed(await documents.reject(reviewer, no))
  }
  if (told.goes === 'SUBMITTED') return current
  current = agreed(await documents.review(reviewer, step(current)))
  if (told.goes === 'REVIEWED') return current
  return agreed(await documents.approve(by(stage, story.approver, later(begins, 4)), step(current)))
}

const step = ({ id, version }: DocumentRevisionEntity) => ({ revisionId: id, expectedVersion: version })

const at = ({ now }: Stage, daysAgo: number): Date => new Date(now.getTime() - daysAgo * DAY)
const later = (since: Date, steps: number): Date => new Date(since.getTime() + steps * STEP)

const agreed = (outcome: DocumentRevisionEntity | UserError): DocumentRevisionEntity => {
  if (outcome instanceof UserError) throw new Error(`a document of the story was refused: ${outcome.message}`)
  return outcome
}

const by = ({ dataSource, signer, world }: Stage, role: Role, now: Date): VerbContext => {
  const [member] = holding(world, role)
  if (!member) throw new Error(`nobody is ${role}`)
  return {
    dataSource,
    signer,
    now,
    locale: 'zh-CN',
    requestId: `seed-${randomUUID()}`,
    signedIn: { actor: member.actor },
    idempotencyKey: undefined,
    requestHash: '',
    history: true,
  }
}
