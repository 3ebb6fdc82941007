/** Settlement agreements 处理协议: which remedies need one, and how a draft of it is worded (domain.md 4). */
import { z } from 'zod'
import type { Clause } from '../documents/written-content.ts'
import { text, type Text } from '../text.ts'
import { take, type Verb } from './complaint-change.ts'
import { invalidInput } from '../errors.ts'
import { OPTION_KIND_LABELS } from './labels.ts'
import type { OptionKind } from './vocabulary.ts'

/** From which sum on, in minor units, the client's word is not enough. */
export interface AgreementPolicy {
  /** Of money and of waiver. */
  readonly moneyFromMinor: number
  /** Of works. */
  readonly worksFromMinor: number
}

/** While an organization has not set its own: money from the manager's limit on, works from where they are long. */
export const DEFAULT_AGREEMENT_POLICY: AgreementPolicy = {
  moneyFromMinor: 5_000_00,
  worksFromMinor: 10_000_00,
}

/** Any other remedy may have an agreement, and is bound by it once it is in force. */
const POLICY_OF: Readonly<Partial<Record<OptionKind, keyof AgreementPolicy>>> = {
  REFUND: 'moneyFromMinor',
  FEE_CREDIT: 'moneyFromMinor',
  DISCOUNT: 'moneyFromMinor',
  COMPENSATION_MONEY: 'moneyFromMinor',
  REPAIR: 'worksFromMinor',
  REPLACEMENT: 'worksFromMinor',
}

export const needsAgreement = (
  policy: AgreementPolicy,
  kind: OptionKind | null,
  amountMinor: number | null,
): boolean => {
  const from = kind === null ? undefined : POLICY_OF[kind]
  return from !== undefined && (amountMinor ?? 0) >= policy[from]
}

const sum = () => z.int().min(1).max(Number.MAX_SAFE_INTEGER)

export const AGREEMENT_POLICY_INPUTS = {
  set: z.object({
    moneyFromMinor: sum(),
    worksFromMinor: sum(),
    /** 0 while nobody had set one. */
    expectedVersion: z.int().min(0),
  }),
} as const

/** What of a case its agreement is about. */
export interface AgreementMatter {
  readonly organization: string
  /** Who signs it on the other side. */
  readonly client: string
  readonly place: string | null
  /** Number of the case. */
  readonly number: string
  readonly summary: string
  readonly optionKind: OptionKind
  readonly description: string
  /** With its currency; null where no money changes hands. */
  readonly amount: string | null
  /** The day that the client was promised; null: none was. */
  readonly dueOn: string | null
}

interface Worded {
  readonly heading: Text
  readonly body: Text
}

/** The clauses of a first draft; a person words them further. */
export const agreementClauses = (
  { organization, client, place, number, summary, optionKind, description, amount, dueOn }: AgreementMatter,
  say: (words: Text) => string,
): readonly Clause[] => {
  const kind = OPTION_KIND_LABELS[optionKind]
  const at = place === null ? text('', '') : text(`（${place}）`, ` (${place})`)
  const sum = amount === null ? text('', '') : text(`\n金额：${amount}。`, `\nAmount: ${amount}.`)
  const worded: readonly Worded[] = [
    {
      heading: text('双方', 'Parties'),
      body: text(
        `甲方：${organization}\n乙方：${client}${at.zh}`,
        `A: ${organization}\nB: ${client}${at.en}`,
      ),
    },
    {
      heading: text('事由', 'Matter'),
      body: text(`乙方的投诉，编号 ${number}：${summary}`, `B’s complaint, number ${number}: ${summary}`),
    },
    {
      heading: text('处理方案', 'What is agreed'),
      body: text(`${kind.zh}：${description}${sum.zh}`, `${kind.en}: ${description}${sum.en}`),
    },
    {
      heading: text('履行期限', 'By when'),
      body:
        dueOn === null
          ? text(
              '甲方自双方签署之日起 15 日内履行完毕。',
              'A carries it out within 15 days of both signatures.',
            )
          : text(`甲方于 ${dueOn} 前履行完毕。`, `A carries it out by ${dueOn}.`),
    },
    {
      heading: text('结清', 'Settlement'),
      body: text(
        '甲方按本协议履行完毕后，本次投诉即告处理完毕。\n本协议一式两份，双方各执一份，签署后生效。',
        'Once A has carried it out the complaint is settled.\nMade in two copies, one for each party; it holds once both have signed.',
      ),
    },
  ]
  return worded.map(({ heading, body }) => ({ heading: say(heading), body: say(body) }))
}

/** Days of the organization's calendar. */
export interface AgreementContext {
  readonly today: string
  /** When the agreement came into force: nobody signs it before. */
  readonly agreementSince: string
}

/** The client signed the agreement on paper: whoever saw it answers for that with their own signature. */
export const recordAgreement: Verb<'recordAgreement', [context: AgreementContext]> = (
  complaint,
  { signer, signedOn, note, ...input },
  actor,
  now,
  { today, agreementSince },
) => {
  const wrong =
    signedOn > today
      ? text('日期不能晚于今天。', 'The day cannot lie in the future.')
      : signedOn < agreementSince
        ? text('日期不能早于协议批准之日。', 'The day cannot lie before the agreement was approved.')
        : undefined
  return take('recordAgreement', complaint, input, actor, now, {
    refuse: wrong && invalidInput({ path: 'signedOn', message: wrong }),
    patch: { agreementOwed: false, agreementSigner: signer, agreementSignedOn: signedOn },
    note,
  })
}
