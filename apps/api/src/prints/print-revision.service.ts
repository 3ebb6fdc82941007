/** The printed form of a revision of a controlled document. */
import {
  can,
  CAUSE_LABELS,
  CONTROL_STATUS_LABELS,
  DOCUMENT_KIND_LABELS,
  documentFacts,
  paragraphsOf,
  REVISION_STATUS_LABELS,
  revisionContent,
  ROLE_LABELS,
  say,
  type Actor,
  type AuthorityLimit,
  type Clause,
  type DestroyedThing,
  INFORMATION_MEDIUM_LABELS,
  ruleTitle,
  policyStepText,
  type Locale,
  type SignatureRule,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { ControlledDocumentEntity, DocumentRevisionEntity } from '../documents/document.entity.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { Department } from '../organization/organization.entity.ts'
import { houseOf, openedContent, signaturesOf, standingSigning, type House } from './print-source.service.ts'
import { PRINT_WORDS } from './print-words.ts'
import type { PrintedForm, PrintedPart } from './printed-form.ts'

interface Asked {
  readonly actor: Actor
  readonly id: string
  readonly locale: Locale
  readonly now: Date
  /** Where a reader of the code is led. */
  readonly page: (signingId: string) => string
}

/** Undefined where there is no such revision that the actor may read in full. */
export const revisionForm = async (
  manager: EntityManager,
  { actor, id, locale, now, page }: Asked,
): Promise<PrintedForm | undefined> => {
  const orgId = actor.organizationId
  const revision = await manager.findOneBy(DocumentRevisionEntity, { orgId, id })
  if (!revision) return undefined
  const document = await manager.findOneByOrFail(ControlledDocumentEntity, { orgId, id: revision.documentId })
  if (!can(actor, 'document:readContent', documentFacts(document, revision))) return undefined
  const house = await houseOf(manager, orgId)
  const subject = { orgId, subjectId: id }
  const signing = await standingSigning(manager, subject)
  const content = signing
    ? contentFrom(
        signing.content,
        await openedContent(manager, signing, revisionContent(document, revision)),
        say(PRINT_WORDS.erased, locale),
        say(PRINT_WORDS.changed, locale),
      )
    : (revision.content as Content)
  const inForce = revision.status === 'EFFECTIVE'
  const control = inForce
    ? document.controlStatus
    : revision.status === 'OBSOLETE'
      ? 'OBSOLETE'
      : 'UNCONTROLLED'
  return {
    locale,
    organization: house.name,
    title: revision.title,
    kind: say(DOCUMENT_KIND_LABELS[document.kind], locale),
    number: document.number,
    numbering: 'number',
    signs: true,
    label: revision.label,
    control: { word: say(CONTROL_STATUS_LABELS[control], locale), inForce },
    cells: await cellsOf(manager, document, revision, locale, house),
    signatures: await signaturesOf(manager, subject, signing, house.clock, true),
    parts: partsOf(content, locale, house),
    seal: signing ? { hash: signing.contentHash, link: page(toGlobalId('Signing', signing.id)) } : null,
    printedAt: house.clock.minute(now),
  }
}

interface Content {
  readonly clauses?: readonly Clause[]
  readonly limits?: readonly AuthorityLimit[]
  readonly rules?: readonly SignatureRule[]
  readonly destroyed?: readonly DestroyedThing[]
}

/** The content again from its leaves; a value that was erased since is said to be. */
const contentFrom = (
  text: string,
  leaves: Awaited<ReturnType<typeof openedContent>>,
  erased: string,
  changed: string,
): Content => {
  const tree: Record<string, Record<string, Record<string, unknown>>> = {}
  for (const { path, value, state } of leaves) {
    const [, member = '', at = '', field = ''] = path.split('/')
    const rows = (tree[member] ??= {})
    const row = (rows[at] ??= {})
    row[field] = state === 'ERASED' ? erased : state === 'CHANGED' ? changed : value
  }
  const list = (member: string) =>
    Object.entries(tree[member] ?? {})
      .toSorted(([one], [other]) => Number(one) - Number(other))
      .map(([, row]) => row)
  return {
    clauses: list('clauses') as unknown as Clause[],
    limits: list('limits') as unknown as AuthorityLimit[],
    destroyed: list('destroyed') as unknown as DestroyedThing[],
    // Tells of nobody, so that nothing of it is a commitment.
    rules: (JSON.parse(text) as { content: Content }).content.rules ?? [],
  }
}

const partsOf = (
  { clauses = [], limits = [], rules = [], destroyed = [] }: Content,
  locale: Locale,
  { currency }: House,
): readonly PrintedPart[] => {
  const words = (key: keyof typeof PRINT_WORDS) => say(PRINT_WORDS[key], locale)
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2
  const written = clauses.map(({ heading, body }, at) => ({
    kind: 'clause' as const,
    mark: words('clause').replace('{n}', String(at + 1)),
    heading,
    paragraphs: paragraphsOf(body),
  }))
  if (destroyed.length > 0)
    return [
      {
        kind: 'table',
        amounts: false,
        heads: [words('destroyedWhat'), words('destroyedHow')],
        rows: destroyed.map(({ what, medium, method, place, destroyedOn, witnesses }) => [
          `${what}（${say(INFORMATION_MEDIUM_LABELS[medium], locale)}）`,
          [
            `${method}　${place}　${destroyedOn}`,
            ...(witnesses ? [words('witnesses').replace('{names}', witnesses)] : []),
          ].join('\n'),
        ]),
      },
    ]
  if (rules.length > 0)
    return [
      {
        kind: 'table',
        amounts: false,
        heads: [words('ruleMatter'), words('ruleSteps')],
        rows: rules.map(({ steps, ...rule }) => [
          say(ruleTitle(rule, currency), locale),
          steps.map((step) => say(policyStepText(step), locale)).join('\n'),
        ]),
      },
    ]
  if (limits.length === 0) return written
  return [
    {
      kind: 'table',
      amounts: true,
      heads: [words('limitRole'), words('limitCause'), words('limit')],
      rows: limits.map(({ role, cause, limitMinor }) => [
        say(ROLE_LABELS[role], locale),
        cause === null ? words('general') : say(CAUSE_LABELS[cause], locale),
        money.format(limitMinor / 10 ** digits),
      ]),
    },
  ]
}

const cellsOf = async (
  manager: EntityManager,
  document: ControlledDocumentEntity,
  revision: DocumentRevisionEntity,
  locale: Locale,
  { clock }: House,
): Promise<readonly (readonly [string, string])[]> => {
  const departments = await manager.findBy(Department, { orgId: document.orgId })
  const words = (key: keyof typeof PRINT_WORDS) => say(PRINT_WORDS[key], locale)
  const none = words('none')
  const department = (id: string | null) => departments.find((it) => it.id === id)?.name ?? none
  const isAmendment = revision.baseId !== null
  return [
    [words('number'), document.number],
    [words('revision'), `${revision.label}（${say(REVISION_STATUS_LABELS[revision.status], locale)}）`],
    [
      words('effective'),
      revision.effectiveAt ? clock.day(revision.effectiveAt) : (revision.effectiveOn ?? words('onApproval')),
    ],
    [words('executing'), department(revision.executingDepartmentId)],
    [words('supervising'), department(revision.supervisingDepartmentId)],
    [words('editing'), department(revision.editingDepartmentId)],
    [words('mark'), revision.mark ?? none],
    [words('count'), isAmendment ? String(revision.changeCount) : none],
    [words('changedOn'), isAmendment ? clock.day(revision.submittedAt ?? revision.draftedAt) : none],
    ...(revision.changeReason ? [[words('reason'), revision.changeReason] as const] : []),
  ]
}
