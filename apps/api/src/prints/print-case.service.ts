/** The printed form of what was signed on a case: its proposal, its ruling, its closure. */
import { can, isSignedAmount, say, SIGNING_KIND_LABELS, type Actor, type Locale } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { ComplaintOptionEntity } from '../complaints/complaint-parts.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { readLines } from '../sign-off/readable-lines.service.ts'
import { SigningEntity } from '../sign-off/signing.entity.ts'
import { houseOf, openedContent, signaturesOf, type House } from './print-source.service.ts'
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
  const told = leaves.map(({ path, value, state }) => ({
    path,
    value: state === 'OPEN' ? value : hidden[state],
  }))
  const kind = say(SIGNING_KIND_LABELS[signing.kind], locale)
  return {
    locale,
    organization: house.name,
    title: kind,
    kind: complaint.number,
    number: complaint.number,
    label: null,
    control: null,
    cells: [[say(PRINT_WORDS.case, locale), complaint.number]],
    signatures: await signaturesOf(manager, { orgId, subjectId: complaint.id }, signing, house.clock),
    parts: partsOf(await readLines(manager, { orgId, locale }, told), house, locale),
    seal: { hash: signing.contentHash, link: page(toGlobalId('Signing', signing.id)) },
    printedAt: house.clock.minute(now),
  }
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
