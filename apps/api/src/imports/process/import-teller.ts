import {
  IMPORT_ISSUE_LABELS,
  IMPORT_STATUS_LABELS,
  say,
  STATUS_LABELS,
  text,
  type Locale,
  type Status,
  type Text,
} from '@steward/domain'
import { withTenant } from '../../database/with-tenant.ts'
import type { Sign } from '../run/heartbeat.ts'
import { ImportCountEntity, ImportIssueEntity, type ImportRunEntity } from '../import.entity.ts'
import type { ImportPlace } from '../run/run-import.ts'

const WORDS = {
  noFile: text('找不到文件 {file}。', 'There is no file {file}.'),
  tooLarge: text('文件超过 50 MB，请分成几个文件。', 'The file is larger than 50 MB; divide it.'),
  noOrganization: text('没有代码为 {code} 的企业。', 'There is no organization with the code {code}.'),
  noStaff: text(
    '没有用户 {name}，或账号已停用。',
    'There is nobody called {name}, or the account is disabled.',
  ),
  mayNot: text('{name} 没有导入权限。', '{name} may not import.'),
  noMapping: text(
    '看不出文件是哪种格式，请用 --mapping 指明：{names}。',
    'The columns fit no known format; say which it is with --mapping: {names}.',
  ),
  rows: text(
    '{rowsRead} 行：新增 {rowsNew}，更新 {rowsChanged}，不变 {rowsUnchanged}，拒绝 {rowsRefused}；{rowsWarned} 行有提示',
    '{rowsRead} rows: {rowsNew} new, {rowsChanged} changed, {rowsUnchanged} unchanged, {rowsRefused} refused; {rowsWarned} with a warning',
  ),
  created: text(
    '新建分类 {categoriesNew} 个、部门 {departmentsNew} 个',
    '{categoriesNew} categories and {departmentsNew} departments are new',
  ),
  dryRun: text('试运行，没有写入任何数据', 'Dry run: nothing was written'),
  atLine: text('  第 {line} 行', '  line {line}'),
  more: text('  ……另有 {count} 处', '  … and {count} more'),
  refusedRows: text(
    '被拒绝的行及原因可在管理门户“导入”中下载',
    'The refused rows, with the reasons, are fetched from the page of the import',
  ),
} as const satisfies Record<string, Text>

type Values = Readonly<Record<string, string | number>>

/** What the command line says of an import, in one language. */
export interface ImportTeller {
  /** Throws the sentence. */
  giveUp(word: keyof typeof WORDS, values?: Values): never
  progress(sign: Sign): void
  outcome(place: ImportPlace, run: ImportRunEntity): Promise<void>
}

const SHOWN_ISSUES = 10

export const importTeller = (locale: Locale, out: NodeJS.WriteStream): ImportTeller => {
  const figure = new Intl.NumberFormat(locale)
  const words = (word: keyof typeof WORDS, values: Values = {}): string =>
    say(WORDS[word], locale).replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? ''
      return typeof value === 'number' ? figure.format(value) : value
    })
  const line = (what: string): void => void out.write(`${what}\n`)
  let told: Sign['status'] | undefined

  return {
    giveUp(word, values) {
      throw new Error(words(word, values))
    },
    progress({ status, progress, rowsRead }) {
      const what = `${say(IMPORT_STATUS_LABELS[status], locale)} ${Math.round(progress)} %  ${figure.format(rowsRead)}`
      // A terminal sees one line that moves; a log sees each stage once.
      if (out.isTTY) out.write(`\r${what} `)
      else if (told !== status) line(say(IMPORT_STATUS_LABELS[status], locale))
      told = status
    },
    async outcome({ dataSource }, run) {
      if (out.isTTY && told) line('')
      const { orgId, id: runId, refusedFileId } = run
      if (run.status !== 'DONE') {
        const sentence = locale === 'en' ? run.refusalEn : run.refusalZh
        return line(sentence ?? say(IMPORT_STATUS_LABELS[run.status], locale))
      }
      const [counts, issues] = await withTenant(dataSource, orgId, async (manager) => [
        await manager.find(ImportCountEntity, {
          where: { orgId, runId, dimension: 'STATUS' },
          order: { rows: 'DESC' },
        }),
        await manager.find(ImportIssueEntity, {
          where: { orgId, runId },
          order: { level: 'ASC', line: 'ASC', id: 'ASC' },
        }),
      ])
      line(words('rows', { ...run } as unknown as Values))
      line(
        counts
          .map(({ value, rows }) => `${say(STATUS_LABELS[value as Status], locale)} ${figure.format(rows)}`)
          .join(', '),
      )
      if (run.categoriesNew + run.departmentsNew > 0) line(words('created', { ...run } as unknown as Values))
      for (const issue of issues.slice(0, SHOWN_ISSUES)) {
        const where = [
          words('atLine', { line: String(issue.line) }),
          issue.column,
          issue.value && `“${issue.value}”`,
        ]
        line(`${where.filter(Boolean).join(' ')}: ${say(IMPORT_ISSUE_LABELS[issue.reason], locale)}`)
      }
      if (issues.length > SHOWN_ISSUES) line(words('more', { count: issues.length - SHOWN_ISSUES }))
      if (refusedFileId) line(words('refusedRows'))
      if (run.dryRun) line(words('dryRun'))
    },
  }
}
