/** The dossier 大客户信息管理档案: ten heads, rivals, and what was known before; kept in versions that nobody edits. */
import { z } from 'zod'
import { fieldIssue, id, optional, words } from '../input.ts'
import { text, type Text } from '../text.ts'

/** Open to whoever reads dossiers. */
export const DOSSIER_OPEN_HEADS = [
  'shareholders',
  'executives',
  'plannedProjects',
  'tendering',
  'contractHabits',
  'priceLevel',
  'cooperation',
] as const
export type DossierOpenHead = (typeof DOSSIER_OPEN_HEADS)[number]

/** Money and credit: sealed under the client's key, as in a company's status record. */
export const DOSSIER_SEALED_HEADS = ['assets', 'abilityToPay', 'credit'] as const
export type DossierSealedHead = (typeof DOSSIER_SEALED_HEADS)[number]

export type DossierHead = DossierOpenHead | DossierSealedHead

/** The ten heads, in the order of the form. */
export const DOSSIER_HEAD_LABELS: Readonly<Record<DossierHead, Text>> = {
  assets: text('资产状况', 'Assets'),
  shareholders: text('股东构成', 'Shareholders'),
  executives: text('高管与关键人物', 'Executives and key people'),
  plannedProjects: text('计划项目', 'Planned projects'),
  tendering: text('招标方式', 'Ways of tendering'),
  contractHabits: text('合同习惯', 'Contract habits'),
  priceLevel: text('价格水平', 'Price level'),
  abilityToPay: text('支付能力', 'Ability to pay'),
  cooperation: text('与我方及对手的合作', 'Cooperation with us and rivals'),
  credit: text('信用状况', 'Credit'),
}
export const DOSSIER_HEADS = Object.keys(DOSSIER_HEAD_LABELS) as readonly DossierHead[]

/** What a version can differ in from the one before: a head, or the map of competition as a whole. */
export const DOSSIER_PARTS = [...DOSSIER_HEADS, 'competition'] as const
export type DossierPart = (typeof DOSSIER_PARTS)[number]

/** Who else serves the client. Shares are of what the client spends on such services, in basis points. */
export interface DossierRival {
  readonly name: string
  readonly shareBasisPoints: number | null
  readonly strengths: string | null
  readonly weaknesses: string | null
}

const MOST_RIVALS = 12
const WHOLE = 10_000
const share = () => optional(z.int().min(0).max(WHOLE))
const head = () => optional(words(2_000))

const record = z
  .object({
    keyAccountId: id(),
    /** Of the version that the person saw; 0 while there was none. */
    expectedOrdinal: z.int().min(0),
    assets: head(),
    shareholders: head(),
    executives: head(),
    plannedProjects: head(),
    tendering: head(),
    contractHabits: head(),
    priceLevel: head(),
    abilityToPay: head(),
    cooperation: head(),
    credit: head(),
    /** Sealed heads that are to be kept no more; one that is left out is carried over. */
    clear: z.array(z.enum(DOSSIER_SEALED_HEADS)).default([]),
    ourShareBasisPoints: share(),
    rivals: z
      .array(
        z.object({
          name: words(100),
          shareBasisPoints: share(),
          strengths: optional(words(500)),
          weaknesses: optional(words(500)),
        }),
      )
      .max(MOST_RIVALS)
      .default([]),
  })
  .superRefine(({ ourShareBasisPoints, rivals }, ctx) => {
    const sum = rivals.reduce((all, it) => all + (it.shareBasisPoints ?? 0), ourShareBasisPoints ?? 0)
    if (sum > WHOLE)
      ctx.addIssue(
        fieldIssue(
          'rivals',
          text('我方与各对手的份额合计不得超过 100%。', 'Our share and theirs are 100 % at most.'),
        ),
      )
  })

const reveal = z.object({
  dossierId: id(),
  heads: z.array(z.enum(DOSSIER_SEALED_HEADS)).min(1),
  reason: words(200).pipe(z.string().min(4)),
})

export const DOSSIER_INPUTS = { record, reveal } as const
export type DossierStated = z.output<typeof record>

/** A version as far as its differences go. */
export type DossierValues = { readonly [H in DossierHead]?: string | null | undefined } & {
  readonly ourShareBasisPoints?: number | null | undefined
  readonly rivals?: readonly DossierRival[] | undefined
}

const competitionOf = ({ ourShareBasisPoints = null, rivals = [] }: DossierValues): string =>
  JSON.stringify([
    ourShareBasisPoints,
    rivals.map((it) => [it.name, it.shareBasisPoints, it.strengths, it.weaknesses]),
  ])

/** In what two versions differ, in the order of the form; before the first there was nothing to differ from. */
export const dossierDifference = (before: DossierValues | undefined, after: DossierValues): DossierPart[] =>
  before === undefined
    ? []
    : [
        ...DOSSIER_HEADS.filter((it) => (before[it] ?? null) !== (after[it] ?? null)),
        ...(competitionOf(before) === competitionOf(after) ? [] : (['competition'] as const)),
      ]
