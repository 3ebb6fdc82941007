/** The printed form of what was signed on a case: its proposal, its ruling, its closure. */
import {
  can,
  COMPLAINT_CONTENT,
  isSignedAmount,
  PROPOSAL_CONTENT,
  say,
  SIGNING_KIND_LABELS,
  type Actor,
  type ContentShape,
  type Locale,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { ComplaintOptionEntity } from '../complaints/complaint-parts.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { readLines } from '../sign-off/readable-lines.service.ts'
import { SigningEntity } from '../sign-off/signing.entity.ts'
import { houseOf, openedContent, signaturesOf, type House } from './print-source.service.ts'
import type { OpenedLeaf } from './signed-values.ts'
import { PRINT_WORDS } from './print-words.ts'
import type { PrintedForm, PrintedPart } from './printed-form.ts'

interface Asked {
  readonly actor: Actor
  readonly id: string
  readonly locale: Locale
  readonly now: Date
  readonly page: (signingId: string) => string
}

/** Undefined where there is no such signing on a case that the actor may read in full. */
export const caseForm = async (
  manager: EntityManager,
  { actor, id, locale, now, page }: Asked,
): Promise<PrintedForm | undefined> => {
  const orgId = actor.organizationId
  const signing = await manager.findOneBy(SigningEntity, { orgId, id, subjectType: 'Complaint' })
  const complaint = signing && (await manager.findOneBy(ComplaintEntity, { orgId, id: signing.subjectId }))
  if (!complaint) return undefined
  const mayRead = (['complaint:readFacts', 'complaint:readProposal', 'complaint:readAmounts'] as const).every(
    (permission) => can(actor, permission, complaint),
  )
  if (!mayRead) return undefined
  const house = await houseOf(manager, orgId)
  const revision = signing.kind === 'COMPLAINT_PROPOSAL' ? signing.revision : complaint.proposalRevision
  const options = await manager.find(ComplaintOptionEntity, {
    where: { orgId, complaintId: complaint.id, revision },
    order: { rank: 'ASC' },
  })
  const leaves = await openedContent(manager, signing, { complaint, options })
  const hidden = { ERASED: say(PRINT_WORDS.erased, locale), CHANGED: say(PRINT_WORDS.changed, locale) }
  const shape = signing.kind === 'COMPLAINT_PROPOSAL' ? PROPOSAL_CONTENT : COMPLAINT_CONTENT
  const told = inOrder(leaves, shape).map(({ path, value, state }) => ({
    path,
    // A telephone number is shown to who asks for it, one by one and noted: never on paper.
    value: isSensitive(path, shape)
      ? say(PRINT_WORDS.hidden, locale)
      : state === 'OPEN'
        ? value
        : hidden[state],
  }))
  const kind = say(SIGNING_KIND_LABELS[signing.kind], locale)
  return {
    locale,
    organization: house.name,
    title: kind,
    kind: complaint.number,
    number: complaint.number,
    numbering: 'case',
    signs: true,
    label: null,
    control: null,
    cells: [],
    signatures: await signaturesOf(manager, { orgId, subjectId: complaint.id }, signing, house.clock),
    parts: partsOf(await readLines(manager, { orgId, locale }, told), house, locale),
    seal: { hash: signing.contentHash, link: page(toGlobalId('Signing', signing.id)) },
    printedAt: house.clock.minute(now),
  }
}

const keysOf = (path: string): readonly string[] => path.split('/').slice(1)

const shapeAt = (shape: ContentShape, path: string): ContentShape | undefined =>
  keysOf(path).reduce<ContentShape | undefined>((at, key) => {
    if (at === undefined || typeof at === 'string') return undefined
    return Array.isArray(at)
      ? (at as readonly [ContentShape])[0]
      : (at as Readonly<Record<string, ContentShape>>)[key]
  }, shape)

const isSensitive = (path: string, shape: ContentShape): boolean => shapeAt(shape, path) === 'sensitive'

/** As the domain lists the fields; what is signed is sorted for machines. */
const inOrder = (leaves: readonly OpenedLeaf[], shape: Readonly<Record<string, ContentShape>>) => {
  const placeOf = ({ path }: OpenedLeaf): readonly number[] => {
    const places: number[] = []
    let at: ContentShape | undefined = shape
    for (const key of keysOf(path)) {
      if (Array.isArray(at)) {
        places.push(Number(key))
        at = (at as readonly [ContentShape])[0]
      } else if (typeof at === 'object') {
        const members: Readonly<Record<string, ContentShape>> = at as never
        places.push(Object.keys(members).indexOf(key))
        at = members[key]
      }
    }
    return places
  }
  const compare = (one: readonly number[], other: readonly number[]): number => {
    const at = one.findIndex((place, index) => place !== other[index])
    return at < 0 ? one.length - other.length : one[at]! - (other[at] ?? -1)
  }
  return leaves
    .map((leaf) => ({ leaf, place: placeOf(leaf) }))
    .toSorted((one, other) => compare(one.place, other.place))
    .map(({ leaf }) => leaf)
}

type Line = Awaited<ReturnType<typeof readLines>>[number]

/** One table for each part of the content; what is only for machines is signed, and not printed. */
const partsOf = (
  lines: readonly Line[],
  { clock, currency }: House,
  locale: Locale,
): readonly PrintedPart[] => {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2
  const valueOf = ({ path, value, raw, isInstant }: Line): string => {
    if (isInstant) return clock.minute(new Date(value))
    return typeof raw === 'number' && isSignedAmount(path) ? money.format(raw / 10 ** digits) : value
  }
  const parts = new Map<string, (readonly [string, string])[]>()
  for (const line of lines.filter(({ isTechnical }) => !isTechnical)) {
    const fields = parts.get(line.part) ?? []
    parts.set(line.part, [...fields, [line.label, valueOf(line)]])
  }
  return [...parts].map(([title, fields]) => ({ kind: 'fields', title, fields }))
}
