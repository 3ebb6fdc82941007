/** The printed evaluation sheet 客户关系评估表 and directory 客户分级目录, each with its signature block. Each print is on record. */
import {
  can,
  GRADE_CHANGE_STATUS_LABELS,
  METRIC_RULES,
  NO_GRADE_LABELS,
  rawText,
  readLines,
  say,
  text,
  type Locale,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { clientFacts } from '../clients/kept-client.ts'
import type { RequestContext } from '../context.ts'
import { transaction, type TenantRow, type Transaction } from '../database/transaction.ts'
import { accessError } from '../graphql/access-error.ts'
import { fromGlobalId, toGlobalId } from '../graphql/global-id.ts'
import { UserError } from '../graphql/user-error.ts'
import { GradingCycleEntity } from '../grading/cycles/grading-cycle.entity.ts'
import { EvaluationEntity, GradeChangeEntity } from '../grading/evaluations/evaluation.entity.ts'
import { printPdf } from './print-pdf.ts'
import { houseOf, signaturesOf, standingSigning, type House } from './print-source.service.ts'
import type { Printed } from './print.service.ts'
import type { PrintedForm, PrintedPart } from './printed-form.ts'

/** A list beyond this is no print: it leaves by a request for client information. */
const MOST_ENTRIES = 2_000

const WORDS = {
  sheet: text('客户关系评估表', 'Evaluation of a client'),
  directory: text('客户分级目录', 'Grade directory'),
  marked: text('受控文件　内部使用', 'CONTROLLED　for use inside'),
  result: text('评估结果', 'Outcome'),
  client: text('客户', 'Client'),
  asOf: text('截止日', 'As of'),
  total: text('总分', 'Total'),
  grade: text('等级', 'Grade'),
  proposed: text('按标准的等级', 'Grade by the standard'),
  before: text('上次等级与总分', 'Last grade and total'),
  criterion: text('指标', 'Criterion'),
  raw: text('原始值', 'Value'),
  score: text('得分', 'Score'),
  weight: text('权重', 'Weight'),
  gap: text('与目标差距', 'To target'),
  contribution: text('贡献', 'Gives'),
  changes: text('调整与申诉', 'Overrides and appeals'),
  cycle: text('评估周期', 'Cycle'),
  standard: text('分级标准摘要', 'Hash of the standard'),
  hash: text('名单与等级摘要', 'Hash of clients and grades'),
  count: text('客户数', 'Clients'),
  none: text('未评出', 'Not graded'),
  code: text('客户编号', 'Code'),
  long: text(
    '名单超过 2000 位客户，不随目录打印；须用时提交客户信息使用申请。',
    'The list has more than 2,000 clients and is not printed; it is had by a request for client information.',
  ),
  printed: text('打印', 'Printed'),
}

type Word = (key: keyof typeof WORDS) => string
interface Reading {
  readonly manager: EntityManager
  readonly house: House
  readonly locale: Locale
  readonly word: Word
  readonly now: Date
}

const points = (score: number | null): string => (score === null ? '—' : String(score / 100))

/** What both have in common: which cycle, who signed what, and where a reader sees it. */
const formOf = async (
  { manager, house, locale, word, now }: Reading,
  cycle: GradingCycleEntity,
  link: string,
): Promise<Omit<PrintedForm, 'title' | 'parts'>> => {
  const subject = { orgId: cycle.orgId, subjectId: cycle.id }
  const signing = await standingSigning(manager, subject)
  return {
    locale,
    organization: house.name,
    kind: cycle.name,
    number: cycle.number,
    numbering: 'number',
    signs: true,
    label: null,
    control: { word: word('marked'), inForce: cycle.status === 'PUBLISHED' },
    cells: [[word('asOf'), cycle.asOfOn]],
    signatures: signing ? await signaturesOf(manager, subject, signing, house.clock) : [],
    seal: signing ? { hash: signing.contentHash, link } : null,
    printedAt: house.clock.minute(now),
  }
}

/** Prints what the verb reads, with the record of who printed it. Undefined where it is not this person's to print. */
const printing = async <T extends TenantRow>(
  context: RequestContext,
  locale: Locale,
  work: (tx: Transaction, reading: Reading) => Promise<{ readonly row: T; readonly form: PrintedForm }>,
): Promise<Printed | undefined> => {
  let form: PrintedForm | undefined
  const answer = await transaction(context, 'evaluation:print', async (tx) => {
    const house = await houseOf(tx.manager, tx.actor.organizationId)
    const word: Word = (key) => say(WORDS[key], locale)
    const done = await work(tx, { manager: tx.manager, house, locale, word, now: tx.now })
    form = done.form
    return done.row
  }).catch((error: unknown) => {
    if ((error as { extensions?: { code?: string } }).extensions?.code === 'NOT_FOUND') return undefined
    throw error
  })
  if (!form || !answer || answer instanceof UserError) return undefined
  return { name: `${form.number}-${locale}`, pdf: await printPdf(form) }
}

const page = ({ config }: RequestContext, path: string): string =>
  new URL(`/customer-service/grading/${path}`, config.publicUrl).href

const linesOf = (
  { standard }: GradingCycleEntity,
  evaluation: EvaluationEntity,
  { locale, house, word }: Reading,
): PrintedPart => ({
  kind: 'table',
  amounts: true,
  heads: (['criterion', 'raw', 'score', 'weight', 'gap', 'contribution'] as const).map(word),
  rows: standard!.criteria.map(({ key, name, metric, weight }) => {
    const line = readLines(evaluation.lines).find(({ criterion }) => criterion === key)!
    const raw = (value: number | null) =>
      value === null ? '—' : say(rawText(metric, value, house.currency), locale)
    const unit = METRIC_RULES[metric].label
    return [
      `${name} (${say(unit, locale)})`,
      raw(line.raw),
      points(line.score),
      `${weight / 100}%`,
      raw(line.gap),
      points(line.contribution),
    ]
  }),
})

/** One client's sheet. */
export const printedEvaluation = (
  context: RequestContext,
  publishedId: string,
  locale: Locale,
): Promise<Printed | undefined> =>
  printing(context, locale, async (tx, reading) => {
    const { manager, actor } = tx
    const { word } = reading
    const evaluation = await tx.get(EvaluationEntity, fromGlobalId('Evaluation', publishedId) ?? NOBODY)
    const { orgId, finalGrade, proposedGrade, previousGrade, previousTotal } = evaluation
    const client = await tx.get(Client, evaluation.clientId)
    if (!can(actor, 'evaluation:print', clientFacts(client))) throw accessError('NOT_FOUND', context.locale)
    const cycle = await tx.get(GradingCycleEntity, evaluation.cycleId)
    const changes = await manager.findBy(GradeChangeEntity, { orgId, evaluationId: evaluation.id })
    const named = can(actor, 'client:readName', clientFacts(client))
      ? `${client.name} (${client.code})`
      : client.code
    const none = evaluation.ungraded ? `: ${say(NO_GRADE_LABELS[evaluation.ungraded], locale)}` : ''
    const form: PrintedForm = {
      ...(await formOf(reading, cycle, page(context, `evaluations/${publishedId}`))),
      title: word('sheet'),
      parts: [
        {
          kind: 'fields',
          title: word('result'),
          fields: [
            [word('client'), named],
            [word('grade'), finalGrade ?? `${word('none')}${none}`],
            [word('total'), points(evaluation.total)],
            [word('proposed'), proposedGrade ?? word('none')],
            [word('before'), [previousGrade ?? '—', points(previousTotal)].join(' · ')],
          ],
        },
        linesOf(cycle, evaluation, reading),
        ...(changes.length > 0
          ? [
              {
                kind: 'fields',
                title: word('changes'),
                fields: changes.map(
                  ({ fromGrade, toGrade, status, reason, evidence, decisionNote }) =>
                    [
                      `${fromGrade ?? '—'} → ${toGrade}`,
                      [say(GRADE_CHANGE_STATUS_LABELS[status], locale), reason, evidence, decisionNote]
                        .filter(Boolean)
                        .join(' · '),
                    ] as const,
                ),
              } as const,
            ]
          : []),
      ],
    }
    tx.noteRead(Client, client, say(WORDS.sheet, 'zh-CN'), ['evaluation'])
    return { row: client, form }
  })

const ENTRIES = `
select c.code, e.final_grade as grade, e.total from evaluation e join client c on c.org_id = e.org_id and c.id = e.client_id
 where e.org_id = $1 and e.cycle_id = $2 and e.left_out is null order by e.total desc nulls last, c.code limit ${MOST_ENTRIES}`

interface Entry {
  readonly code: string
  readonly grade: string | null
  readonly total: number | null
}

/** The list as it was signed: by codes, without a name. */
export const printedDirectory = (
  context: RequestContext,
  publishedId: string,
  locale: Locale,
): Promise<Printed | undefined> =>
  printing(context, locale, async (tx, reading) => {
    const { word } = reading
    const cycle = await tx.get(GradingCycleEntity, fromGlobalId('GradingCycle', publishedId) ?? NOBODY)
    const mayRead = can(tx.actor, 'gradingCycle:read', {})
    // Sent back, it may be overridden again: its list is not the one that was signed any more.
    if (cycle.listHash === null || cycle.status === 'SCORED' || !mayRead)
      throw accessError('NOT_FOUND', context.locale)
    const isLong = cycle.listCount! > MOST_ENTRIES
    const entries = isLong ? [] : await tx.manager.query<Entry[]>(ENTRIES, [cycle.orgId, cycle.id])
    const form: PrintedForm = {
      ...(await formOf(reading, cycle, page(context, `cycles/${toGlobalId('GradingCycle', cycle.id)}`))),
      title: word('directory'),
      parts: [
        {
          kind: 'fields',
          title: word('cycle'),
          fields: [
            [word('count'), String(cycle.listCount)],
            ...cycle.gradeCounts.map(({ grade, count }) => [grade ?? word('none'), String(count)] as const),
            [word('standard'), cycle.standardHash ?? '—'],
            [word('hash'), cycle.listHash],
            ...(isLong ? [[word('directory'), word('long')] as const] : []),
          ],
        },
        ...(isLong
          ? []
          : [
              {
                kind: 'table',
                amounts: true,
                heads: [word('code'), word('grade'), word('total')],
                rows: entries.map(({ code, grade, total }) => [code, grade ?? word('none'), points(total)]),
              } as const,
            ]),
      ],
    }
    tx.noteRead(GradingCycleEntity, cycle, say(WORDS.directory, 'zh-CN'), ['directory'])
    return { row: cycle, form }
  })

/** An id of the wrong form is answered like a record that is not there. */
const NOBODY = '00000000-0000-7000-8000-000000000000'
