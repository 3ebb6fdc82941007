import { FINDINGS, NOTES, type FindingCode, type NoteCode } from './sentences.ts'

export type { FindingCode, NoteCode }
export type Language = 'zh' | 'en'
export type Text = Readonly<Record<Language, string>>

/** Where in the file: what is known of it. */
export interface Where {
  /** Of the ledger's file, from 1. */
  readonly line?: number
  readonly seq?: number
  /** Of the ledger's checkpoints, from 0. */
  readonly checkpoint?: number
  /** Of the key ring, from 0. */
  readonly key?: number
  /** The name of a witness or its log, and the line in it, from 1. */
  readonly witness?: string
  readonly witnessLine?: number
  /** The id of the sign-off or row whose document it is. */
  readonly document?: string
}

/** What is wrong, and where. */
export interface Finding {
  readonly code: FindingCode
  readonly where: Where
  /** Values that the sentence names. */
  readonly details: Readonly<Record<string, string | number>>
  readonly text: Text
}

/** What is worth knowing and no fault. */
export interface Note {
  readonly code: NoteCode
  readonly details: Readonly<Record<string, string | number>>
  readonly text: Text
}

/** The input is no ledger and no proof: nothing can be said of it. */
export class Unusable extends Error {
  readonly text: Text

  constructor(zh: string, en: string) {
    super(en)
    this.text = { zh, en }
  }
}

const PLACES: readonly (readonly [keyof Where, string, string])[] = [
  ['seq', '第 {} 号条目', 'entry {}'],
  ['checkpoint', '第 {} 个检查点', 'checkpoint {}'],
  ['key', '第 {} 把密钥', 'key {}'],
  ['witness', '见证“{}”', 'witness “{}”'],
  ['witnessLine', '第 {} 行', 'line {}'],
  ['document', '{} 的文件', 'document of {}'],
  ['line', '文件第 {} 行', 'line {} of the file'],
]

/** Names the place in words: `entry 7, line 9 of the file`. */
export const placeOf = (where: Where, language: Language): string =>
  PLACES.filter(([key]) => where[key] !== undefined)
    .map(([key, zh, en]) => (language === 'zh' ? zh : en).replace('{}', String(where[key])))
    .join(language === 'zh' ? '，' : ', ')

const fill = (text: Text, details: Finding['details']): Text => {
  const put = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name]))
  return { zh: put(text.zh), en: put(text.en) }
}

/** Collects what a verification finds; keeps the first ones and counts all. */
export class Findings {
  readonly list: Finding[] = []
  readonly notes: Note[] = []
  count = 0
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  add(code: FindingCode, where: Where, details: Finding['details'] = {}): void {
    this.count += 1
    if (this.list.length >= this.#most) return
    const said = fill(FINDINGS[code], details)
    const [zh, en] = [placeOf(where, 'zh'), placeOf(where, 'en')]
    const text = { zh: zh ? `${zh}：${said.zh}` : said.zh, en: en ? `${en}: ${said.en}` : said.en }
    this.list.push({ code, where, details, text })
  }

  note(code: NoteCode, details: Note['details'] = {}): void {
    this.notes.push({ code, details, text: fill(NOTES[code], details) })
  }

  /** In the order of the file: signatures are checked out of turn. */
  sorted(): readonly Finding[] {
    const place = ({ where }: Finding) => where.line ?? Number.POSITIVE_INFINITY
    return this.list.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
  }
}
