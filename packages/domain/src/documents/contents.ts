/** One row a kind of document: what its content is, how it is checked, signed and compared. */
import type { z } from 'zod'
import type { AuthorityLimit } from '../complaints/authority-matrix.ts'
import { invalidInput, ok, fail, type InvalidInput, type Result } from '../errors.ts'
import { parseInput } from '../input.ts'
import { templateFault, type SalesPaper } from '../opportunities/papers/sales-placeholders.ts'
import type { ContentShape } from '../sign-off/canonical-content.ts'
import { text, type Text } from '../text.ts'
import {
  DESTRUCTION_CONTENT,
  destructionPairs,
  destructionUnits,
  type DestroyedThing,
  type DestructionContent,
} from './destruction-content.ts'
import { limitPairs, LIMITS_CONTENT, limitUnits, type LimitsContent } from './limits-content.ts'
import {
  POLICY_CONTENT,
  policyFrom,
  policyPairs,
  policyUnits,
  type PolicyContent,
  type PolicyPart,
} from './policy-content.ts'
import { applyPlaces, difference, type Difference, type Place, type Unit } from './places.ts'
import {
  STANDARD_CONTENT,
  STANDARD_SHAPE,
  standardFrom,
  standardPairs,
  standardUnits,
  type StandardContent,
  type StandardPart,
} from './standard-content.ts'
import { CASE_DOCUMENT_KINDS, type DocumentKind } from './vocabulary.ts'
import {
  WRITTEN_CONTENT,
  writtenFrom,
  writtenPairs,
  writtenUnits,
  type WrittenContent,
  type WrittenPart,
} from './written-content.ts'

export type DocumentContent =
  | WrittenContent
  | LimitsContent
  | PolicyContent
  | StandardContent
  | DestructionContent

/** How what is stored is told to a person. */
export interface TellingContent {
  /** Of the amounts in it. */
  readonly currency: string
  /** In the reader's language. */
  readonly say: (words: Text) => string
}

/** How a content is built; each kind of document has one of these. */
interface ContentForm<C extends DocumentContent, V> {
  /** The member that the content is made of. */
  readonly member: keyof C & string
  readonly schema: z.ZodType<C>
  readonly units: (content: C, telling: TellingContent) => readonly Unit<V>[]
  readonly pairs: (before: Unit<V>, after: Unit<V>) => boolean
  readonly from: (values: readonly V[]) => C
}

const WRITTEN: ContentForm<WrittenContent, WrittenPart> = {
  member: 'clauses',
  schema: WRITTEN_CONTENT as z.ZodType<WrittenContent>,
  units: writtenUnits,
  pairs: writtenPairs,
  from: writtenFrom,
}

const LIMITS: ContentForm<LimitsContent, AuthorityLimit> = {
  member: 'limits',
  schema: LIMITS_CONTENT as z.ZodType<LimitsContent>,
  units: (content, { currency }) => limitUnits(content, currency),
  pairs: limitPairs,
  from: (limits) => ({ limits }),
}

const POLICY: ContentForm<PolicyContent, PolicyPart> = {
  member: 'rules',
  schema: POLICY_CONTENT as z.ZodType<PolicyContent>,
  units: (content, { currency, say }) => policyUnits(content, currency, say),
  pairs: policyPairs,
  from: policyFrom,
}

const DESTRUCTION: ContentForm<DestructionContent, DestroyedThing> = {
  member: 'destroyed',
  schema: DESTRUCTION_CONTENT as z.ZodType<DestructionContent>,
  units: (content, { say }) => destructionUnits(content, say),
  pairs: destructionPairs,
  from: (destroyed) => ({ destroyed }),
}

const STANDARD: ContentForm<StandardContent, StandardPart> = {
  member: 'standard',
  schema: STANDARD_CONTENT as unknown as z.ZodType<StandardContent>,
  units: (content, { currency, say }) => standardUnits(content, currency, say),
  pairs: standardPairs,
  from: standardFrom,
}

type AnyForm = ContentForm<DocumentContent, unknown>
const STRUCTURED: Readonly<Partial<Record<DocumentKind, AnyForm>>> = {
  AUTHORITY_LIMITS: LIMITS as unknown as AnyForm,
  SIGNATURE_POLICY: POLICY as unknown as AnyForm,
  GRADING_STANDARD: STANDARD as unknown as AnyForm,
  DESTRUCTION_RECORD: DESTRUCTION as unknown as AnyForm,
}
const formOf = (kind: DocumentKind): AnyForm => STRUCTURED[kind] ?? (WRITTEN as unknown as AnyForm)
/** Grading standards were written once: those keep the form in which they were signed. */
const formOfContent = (kind: DocumentKind, content: DocumentContent): AnyForm =>
  'clauses' in content ? (WRITTEN as unknown as AnyForm) : formOf(kind)

/** Is the kind written in clauses? Else it has rows of its own. */
export const isWritten = (kind: DocumentKind): boolean => formOf(kind).member === 'clauses'

/** Kinds whose clauses are templates, and of what. */
const TEMPLATES: Readonly<Partial<Record<DocumentKind, SalesPaper>>> = {
  PROPOSAL_TEMPLATE: 'PROPOSAL',
  AGREEMENT_TEMPLATE: 'AGREEMENT',
}

const NOT_THIS_CONTENT = text('这类文件没有这样的内容。', 'A document of this kind has no such content.')

/** Checks and cleans a content of the kind; a member of another kind's content is refused, not dropped. */
export const parseContent = (
  kind: DocumentKind,
  given: Readonly<Record<string, unknown>>,
): Result<DocumentContent, InvalidInput> => {
  const { member, schema } = formOf(kind)
  const foreign = Object.keys(given).filter((key) => key !== member && given[key] != null)
  if (foreign.length > 0)
    return fail(
      invalidInput(...foreign.map((key) => ({ path: `content.${key}`, message: NOT_THIS_CONTENT }))),
    )
  const parsed = parseInput(schema, given)
  const paper = TEMPLATES[kind]
  const fault =
    parsed.ok && paper ? templateFault(paper, (parsed.value as WrittenContent).clauses) : undefined
  if (fault) return fail(fault)
  if (parsed.ok) return ok(parsed.value)
  const fields = parsed.error.fields.map(({ path, message }) => ({
    path: path === '' ? 'content' : `content.${path}`,
    message,
  }))
  return fail(invalidInput(...fields))
}

/** What is said about a client is committed to, so that it can be erased; the company's own rules are signed in clear. */
export const contentShape = (kind: DocumentKind): { readonly [key: string]: ContentShape } => {
  if (kind === 'AUTHORITY_LIMITS')
    return { limits: [{ role: 'internal', cause: 'internal', limitMinor: 'internal' }] }
  if (kind === 'SIGNATURE_POLICY')
    return {
      rules: [
        {
          kind: 'internal',
          fromMinor: 'internal',
          grades: ['internal'],
          'siteTiers?': ['internal'],
          steps: [
            {
              meaning: 'internal',
              roles: ['internal'],
              dueMinutes: 'internal',
              escalateAfterMinutes: ['internal'],
              'level?': 'internal',
            },
          ],
        },
      ],
    }
  if (kind === 'DESTRUCTION_RECORD')
    return {
      destroyed: [
        {
          subject: 'internal',
          subjectId: 'internal',
          what: 'personal',
          medium: 'internal',
          method: 'internal',
          place: 'internal',
          destroyedOn: 'internal',
          witnesses: 'personal',
        },
      ],
    }
  if (kind === 'GRADING_STANDARD')
    return { 'standard?': STANDARD_SHAPE, 'clauses?': [{ heading: 'internal', body: 'internal' }] }
  const said = (CASE_DOCUMENT_KINDS as readonly DocumentKind[]).includes(kind) ? 'personal' : 'internal'
  return { clauses: [{ heading: said, body: said }] }
}

/** All of two contents of one kind beside each other, and where they differ. Null: there was none before. */
export const contentDifference = (
  kind: DocumentKind,
  before: DocumentContent | null,
  after: DocumentContent,
  telling: TellingContent,
): Difference => {
  const { units, pairs } = formOfContent(kind, after)
  const form = before && formOfContent(kind, before)
  return difference(
    before === null ? [] : form!.units(before, telling),
    units(after, telling),
    form === null || form.units === units ? pairs : () => false,
  )
}

/** Where only values count. */
const UNTOLD: TellingContent = { currency: 'CNY', say: ({ en }) => en }

/** The changed places carried out on the content before. */
export const applyContentChanges = (
  kind: DocumentKind,
  before: DocumentContent,
  places: readonly Place[],
): DocumentContent => {
  return formOf(kind).from(
    applyPlaces(
      formOfContent(kind, before)
        .units(before, UNTOLD)
        .map(({ value }) => value),
      places,
    ),
  )
}
