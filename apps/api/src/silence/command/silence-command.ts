/** `silence fit FILE.csv`: the model and the measures of silence that the alerts go by, fitted to any file of client, date and amount, and held against its later part. */
import { readFileSync } from 'node:fs'
import {
  backtest,
  canTell,
  dayNumber,
  dayText,
  deciles,
  DEFAULT_SILENCE_POLICY,
  distinctDays,
  fitBgNbd,
  partedAt,
  recencyOf,
  RFM_SCORES,
  rfmOf,
  say,
  SILENCE_MEASURES,
  text,
  type BgNbdFit,
  type Locale,
  type Parted,
  type SilenceMeasure,
} from '@steward/domain'
import { readEvents, type Columns, type FileEvent } from './read-events.ts'

export interface FitCommand extends Columns {
  readonly file: string
  /** The last day that the model knows of; absent: two thirds of the time are known. */
  readonly until?: string
}

const WORDS = {
  noFile: text('读不到文件 {file}。', 'The file {file} cannot be read.'),
  noUntil: text(
    '--until：校准截止日须在 {first} 与 {last} 之间，写作 2026-11-30。',
    '--until: a day such as 2026-11-30 between {first} and {last}.',
  ),
  data: text(
    '{events} 条记录，{clients} 位客户，{first} 至 {last}；校准至 {until}，其后 {weeks} 周用于检验',
    '{events} rows of {clients} clients from {first} to {last}; calibrated until {until}, the {weeks} weeks after are held out',
  ),
  fit: text(
    'BG/NBD：r = {r}  alpha = {alpha}  a = {a}  b = {b}（以周计）',
    'BG/NBD: r = {r}  alpha = {alpha}  a = {a}  b = {b} (in weeks)',
  ),
  likelihood: text(
    '对数似然 {value}；{clients} 位客户，其中 {repeating} 位再次来过{note}',
    'Log-likelihood {value}; {clients} clients, of whom {repeating} came again{note}',
  ),
  notConverged: text('；未收敛', '; not converged'),
  few: text(
    '；看不出谁会离开，预警不会采用此模型',
    '; it cannot tell who leaves: no alert would go by this model',
  ),
  RHYTHM: text('按自身节奏（间隔的 Gamma 分位）', 'By their own rhythm (gamma quantile of gaps)'),
  MODEL: text('按整体模型（1 − P(alive)）', 'By the model of all (1 − P(alive))'),
  threshold: text('阈值', 'threshold'),
  called: text('预警', 'called'),
  right: text('命中', 'right'),
  gone: text('实际沉默', 'gone'),
  precision: text('查准率', 'precision'),
  recall: text('查全率', 'recall'),
  lead: text('提前天数', 'lead days'),
  deciles: text('按 P(alive) 十等分（由低到高）', 'Tenths by P(alive), the least first'),
  decile: text('分组', 'tenth'),
  clients: text('客户', 'clients'),
  expected: text('预计次数', 'expected'),
  came: text('实际次数', 'came'),
  rfm: text(
    'RFM：各分值在检验期内再没来的比例',
    'RFM: of those with each score, how many never came in the time held out',
  ),
  score: text('分值', 'score'),
} as const

type Word = keyof typeof WORDS

const teller =
  (locale: Locale) =>
  (word: Word, values: Readonly<Record<string, string | number>> = {}): string =>
    say(WORDS[word], locale).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
type Tell = ReturnType<typeof teller>

const percent = (basis: number | null): string => (basis === null ? '–' : `${(basis / 100).toFixed(1)}%`)

/** Wide characters take two columns on a terminal. */
const widthOf = (cell: string): number =>
  [...cell].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)

const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))))
  return rows.map((row) =>
    row.map((cell, at) => `${' '.repeat(2 + widths[at]! - widthOf(cell))}${cell}`).join(''),
  )
}

interface Read {
  readonly events: readonly FileEvent[]
  /** Of each client, in order of their names. */
  readonly histories: readonly (readonly FileEvent[])[]
  readonly first: number
  readonly last: number
}

const read = (csv: string, columns: Columns, locale: Locale): Read => {
  const events = readEvents(csv, columns, locale)
  const of = new Map<string, FileEvent[]>()
  for (const event of events) {
    const known = of.get(event.client)
    if (known) known.push(event)
    else of.set(event.client, [event])
  }
  const histories = [...of.keys()].sort().map((client) => of.get(client)!)
  const [first, last] = events.reduce(
    ([least, most], { day }) => [Math.min(least, day), Math.max(most, day)],
    [Infinity, -Infinity],
  )
  return { events, histories, first, last }
}

const untilOf = ({ first, last }: Read, asked: string | undefined, tell: Tell): number => {
  const until = asked === undefined ? first + Math.round(((last - first) * 2) / 3) : dayNumber(asked)
  if (until === undefined || until <= first || until >= last)
    throw new Error(tell('noUntil', { first: dayText(first), last: dayText(last) }))
  return until
}

const measured =
  (parted: readonly Parted[], until: number, model: BgNbdFit, tell: Tell) =>
  (measure: SilenceMeasure): readonly string[] => {
    // Every measure over all whom it can judge: one's own rhythm needs gaps, the model none.
    const policy = { ...DEFAULT_SILENCE_POLICY, ...(measure === 'MODEL' ? { leastGaps: Infinity } : {}) }
    const rows = backtest(parted, until, policy, model, measure)
    return [
      tell(measure),
      ...table([
        (['threshold', 'called', 'right', 'gone', 'precision', 'recall', 'lead'] as const).map((it) =>
          tell(it),
        ),
        ...rows.map(({ threshold, called, right, gone, precision, recall, leadDays }) => [
          percent(threshold),
          String(called),
          String(right),
          String(gone),
          percent(precision),
          percent(recall),
          leadDays === null ? '–' : String(leadDays),
        ]),
      ]),
    ]
  }

const tenths = (parted: readonly Parted[], until: number, weeks: number, model: BgNbdFit, tell: Tell) => [
  tell('deciles'),
  ...table([
    [tell('decile'), tell('clients'), 'P(alive)', tell('expected'), tell('came'), tell('gone')],
    ...deciles(parted, until, weeks, model).map(({ decile, clients, alive, expected, came, gone }) => [
      String(decile),
      String(clients),
      percent(alive),
      (expected / 100).toFixed(2),
      (came / 100).toFixed(2),
      percent(gone),
    ]),
  ]),
]

/** Scores by the year until then, and what they foretold. */
const scored = ({ histories }: Read, until: number, tell: Tell): readonly string[] => {
  const known = histories
    .map((events) => ({ before: events.filter(({ day }) => day <= until), events }))
    .filter(({ before }) => before.length > 0)
  const scores = rfmOf(
    known.map(({ before }) => {
      const year = before.filter(({ day }) => day > until - 365)
      return {
        lastOn: Math.max(...before.map(({ day }) => day)),
        times: new Set(year.map(({ day }) => day)).size,
        minor: year.reduce((sum, { minor }) => sum + minor, 0),
      }
    }),
  )
  const gone = (holds: (at: number) => boolean): string => {
    const some = known.filter((_, at) => holds(at))
    const left = some.filter(({ events }) => !events.some(({ day }) => day > until)).length
    return some.length === 0 ? '–' : percent(Math.round((10_000 * left) / some.length))
  }
  return [
    tell('rfm'),
    ...table([
      [tell('score'), 'R', 'F', 'M'],
      ...RFM_SCORES.map((score) => [
        String(score),
        gone((at) => scores[at]!.recency === score),
        gone((at) => scores[at]!.frequency === score),
        gone((at) => scores[at]!.monetary === score),
      ]),
    ]),
  ]
}

/**
 * Prints fit, likelihood, precision, recall and lead time by threshold, and tables by tenth and by score.
 * @throws Error of one sentence for each fault of the file
 */
export const silenceFit = (
  { file, until: asked, ...columns }: FitCommand,
  locale: Locale,
  print: (lines: readonly string[]) => void,
): void => {
  const tell = teller(locale)
  let csv: string
  try {
    csv = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(tell('noFile', { file }), { cause: error })
  }
  const found = read(csv, columns, locale)
  const until = untilOf(found, asked, tell)
  const days = found.histories.map((events) => distinctDays(events.map(({ day }) => day)))
  const parted = partedAt(days, until, found.last)
  const model = fitBgNbd(parted.map(({ before }) => recencyOf(before, until)))
  const weeks = (found.last - until) / 7
  const { r, alpha, a, b, logLikelihood, clients, repeating, converged } = model
  print([
    tell('data', {
      events: found.events.length,
      clients: found.histories.length,
      first: dayText(found.first),
      last: dayText(found.last),
      until: dayText(until),
      weeks: weeks.toFixed(1),
    }),
    tell('fit', { r, alpha, a, b }),
    tell('likelihood', {
      value: logLikelihood,
      clients,
      repeating,
      note: `${converged ? '' : tell('notConverged')}${canTell(model) ? '' : tell('few')}`,
    }),
  ])
  for (const measure of SILENCE_MEASURES) print(measured(parted, until, model, tell)(measure))
  print(tenths(parted, until, weeks, model, tell))
  print(scored(found, until, tell))
}
