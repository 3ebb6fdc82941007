import { createReadStream, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { answer } from './answer.ts'
import { fromHex, isHex } from './bytes.ts'
import { Unusable, type Language } from './findings.ts'
import { isKeyId } from './format.ts'
import type { Options, Report } from './report.ts'
import { LEDGER_FORMAT, verifyLedger } from './verify-ledger.ts'
import { PROOF_FORMAT, verifyProof } from './verify-proof.ts'

const USAGE = `steward-verify FILE [--root KID] [--witness LOG …] [--witness-key NAME=PUBLICKEYHEX …]
               [--no-signatures] [--json] [--language zh|en]

FILE            a ledger (*.ledger.jsonl) or a proof (*.proof.json)
--root          key id of the root key, from a source that is not the file / 根密钥编号，须来自账以外的来源
--witness       what a witness outside kept: its log, or a mail as it came / 外部见证保存的记录，或收到的邮件
--witness-key   a witness that cosigns checkpoints / 副署检查点的见证
Exit code: 0 valid / 有效, 1 findings / 有问题, 2 unusable input / 无法使用的输入
`

/** Where the command writes: the answer, and what is no part of it. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

const TERMINAL: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}

/** The command. @returns its exit code */
export const main = async (words: readonly string[], terminal: Terminal = TERMINAL): Promise<0 | 1 | 2> => {
  let asked: Asked
  try {
    asked = readWords(words)
  } catch (error) {
    terminal.err(`${(error as Error).message}\n\n${USAGE}`)
    return 2
  }
  if (asked.help) {
    terminal.out(USAGE)
    return 0
  }
  try {
    const report = await verifyFile(asked.file, asked.options, terminal)
    terminal.out(asked.json ? `${JSON.stringify(report, null, 2)}\n` : answer(report, asked.language))
    return report.valid ? 0 : 1
  } catch (error) {
    const text = error instanceof Unusable ? error.text[asked.language] : unreadable(error, asked.language)
    if (asked.json) terminal.out(`${JSON.stringify({ unusable: text })}\n`)
    terminal.err(`${text}\n`)
    return 2
  }
}

interface Asked {
  readonly file: string
  readonly help: boolean
  readonly json: boolean
  readonly language: Language
  readonly options: Options
}

const readWords = (words: readonly string[]): Asked => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      root: { type: 'string' },
      witness: { type: 'string', multiple: true, default: [] },
      'witness-key': { type: 'string', multiple: true, default: [] },
      'no-signatures': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      language: { type: 'string', default: 'zh' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [file = '', ...more] = positionals
  if (!values.help && (file === '' || more.length > 0)) throw new Error('Name one file. / 请指定一个文件。')
  if (values.root !== undefined && !isKeyId(values.root)) {
    throw new Error('--root: 16 hexadecimal digits / 16 位十六进制数字')
  }
  const { language } = values
  if (language !== 'zh' && language !== 'en') throw new Error('--language: zh | en')
  return {
    file,
    help: values.help,
    json: values.json,
    language,
    options: {
      root: values.root,
      signatures: !values['no-signatures'],
      witnesses: values.witness.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') })),
      witnessKeys: values['witness-key'].map(readWitnessKey),
    },
  }
}

const readWitnessKey = (word: string) => {
  const at = word.lastIndexOf('=')
  const [name, key] = [word.slice(0, at), word.slice(at + 1)]
  if (at < 1 || !isHex(key, 32)) throw new Error('--witness-key: NAME=PUBLICKEYHEX (64 digits / 64 位)')
  return { name, publicKey: fromHex(key, 32) }
}

const unreadable = (error: unknown, language: Language): string => {
  const why = (error as Error).message
  return language === 'zh' ? `文件无法读取：${why}` : `The file cannot be read: ${why}`
}

/** Files larger than this tell how far they are. */
const BIG = 32 * 1024 * 1024
const HEAD = 64

const verifyFile = async (file: string, options: Options, { err }: Terminal): Promise<Report> => {
  const { size } = statSync(file)
  if (!(await beginsAsLedger(file))) {
    const text = readFileSync(file, 'utf8')
    if (text.includes(PROOF_FORMAT)) return verifyProof(text, options)
    throw new Unusable('这既不是账的导出文件，也不是证明。', 'This is neither a ledger’s file nor a proof.')
  }
  const source = createReadStream(file, { highWaterMark: 1024 * 1024 })
  if (size < BIG) return verifyLedger(source, options)
  let told = -1
  const report = await verifyLedger(source, {
    ...options,
    onProgress: ({ entries }) => {
      const percent = Math.floor((source.bytesRead / size) * 100)
      if (percent > told) err(`\r${percent} % (${entries})`)
      told = percent
    },
  })
  err('\n')
  return report
}

/** A ledger is told from a proof by its first line, which names its format and may be spelt freely. */
const beginsAsLedger = async (file: string): Promise<boolean> => {
  let head = ''
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: HEAD * 1024 })) {
    head += chunk as string
    if (head.includes('\n') || head.length > BIG) break
  }
  return head.split('\n', 1)[0]!.includes(LEDGER_FORMAT)
}
