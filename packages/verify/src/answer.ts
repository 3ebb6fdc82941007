import type { Language } from './findings.ts'
import type { Report } from './report.ts'

/** The answer as a person reads it. */
export const answer = (report: Report, language: Language): string => {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const { entries, checkpoints, checkpointed, witnessed, signaturesChecked, documents, openings } = report
  const verdict = report.valid
    ? say('有效：未发现任何问题。', 'VALID: nothing was found to be wrong.')
    : say(`无效：发现 ${report.findingCount} 处问题。`, `NOT VALID: ${report.findingCount} findings.`)
  const facts = [
    say(
      `组织 ${report.organization}（${report.format}）`,
      `Organization ${report.organization} (${report.format})`,
    ),
    say(
      `条目 ${entries} 条，核对签名 ${signaturesChecked} 个`,
      `${entries} entries, ${signaturesChecked} signatures checked`,
    ),
    say(
      `检查点 ${checkpoints} 个，覆盖 ${checkpointed} 条；见证看到 ${witnessed} 条`,
      `${checkpoints} checkpoints, over ${checkpointed} entries; ${witnessed} seen by a witness`,
    ),
    say(`文件 ${documents} 份，揭示的值 ${openings} 个`, `${documents} documents, ${openings} opened values`),
    say(
      `根密钥 ${report.rootKey ?? '无'}${report.rootNamed ? '（与您指定的一致）' : ''}`,
      `Root key ${report.rootKey ?? 'none'}${report.rootNamed ? ' (the one you named)' : ''}`,
    ),
  ]
  const more = report.findingCount - report.findings.length
  const lines = [
    verdict,
    ...facts.map((fact) => `  ${fact}`),
    ...report.findings.map(({ code, text }) => `✗ ${text[language]} [${code}]`),
    ...(more > 0 ? [say(`✗ 另有 ${more} 处未列出。`, `✗ and ${more} more.`)] : []),
    ...report.notes.map(({ code, text }) => `· ${text[language]} [${code}]`),
  ]
  return `${lines.join('\n')}\n`
}
