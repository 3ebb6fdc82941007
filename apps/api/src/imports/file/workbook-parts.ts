/** The parts of a workbook that its sheets refer to. */
import { SaxesParser, type SaxesTagPlain } from 'saxes'

type Read = (path: string) => AsyncIterable<Buffer>

/** Without the prefix that some programs give all their elements. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

export const attribute = (tag: SaxesTagPlain, name: string): string | undefined => tag.attributes[name]

interface Listener {
  readonly open?: (name: string, tag: SaxesTagPlain) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Parses XML as it comes. No entity but the five of XML itself is known, so nothing expands. @throws where it is not well formed */
export const parseXml = async (source: AsyncIterable<Buffer>, on: Listener): Promise<void> => {
  const feed = xmlFeed(on)
  for await (const piece of source) feed.write(piece)
  feed.close()
}

export const xmlFeed = (on: Listener): { write(piece: Buffer): void; close(): void } => {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('a workbook has no document type')
  })
  if (on.open) parser.on('opentag', (tag) => on.open!(localName(tag.name), tag))
  if (on.close) parser.on('closetag', (tag) => on.close!(localName(tag.name)))
  if (on.text) parser.on('text', on.text)
  return {
    write: (piece) => void parser.write(decoder.decode(piece, { stream: true })),
    close: () => void parser.close(),
  }
}

/** The sheet that stands first, whatever its file is called. */
export const firstSheetPath = async (read: Read): Promise<string | undefined> => {
  let relation: string | undefined
  await parseXml(read('xl/workbook.xml'), {
    open: (name, tag) => {
      if (name === 'sheet' && relation === undefined && attribute(tag, 'state') === undefined)
        relation =
          attribute(tag, 'r:id') ?? Object.entries(tag.attributes).find(([key]) => key.endsWith(':id'))?.[1]
    },
  })
  let target: string | undefined
  await parseXml(read('xl/_rels/workbook.xml.rels'), {
    open: (name, tag) => {
      if (name === 'Relationship' && attribute(tag, 'Id') === relation) target = attribute(tag, 'Target')
    },
  })
  return target?.startsWith('/') ? target.slice(1) : target && `xl/${target}`
}

/** Texts that cells name by their place; what is only read aloud (ruby) is none of them. */
export const sharedTexts = async (source: AsyncIterable<Buffer>): Promise<readonly string[]> => {
  const texts: string[] = []
  let [words, isText, aloud] = ['', false, 0]
  let isEmpty = true
  const checked = async function* () {
    for await (const piece of source) {
      isEmpty = false
      yield piece
    }
  }
  const feed = xmlFeed({
    open: (name) => {
      if (name === 'si') words = ''
      if (name === 'rPh') aloud += 1
      isText = name === 't' && aloud === 0
    },
    text: (text) => {
      if (isText) words += text
    },
    close: (name) => {
      if (name === 'rPh') aloud -= 1
      if (name === 't') isText = false
      if (name === 'si') texts.push(words)
    },
  })
  for await (const piece of checked()) feed.write(piece)
  if (!isEmpty) feed.close()
  return texts
}

/** Formats of its own that every workbook has: days and times of day. */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])

/** `yyyy/m/d` is a day; what stands in quotes or brackets says nothing, and a clock without a day is none. */
const isDateFormat = (code: string): boolean =>
  /[yd]|m.*[yd]/iu.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

/** Which styles of a cell show a number as a day, and from which day days are counted. */
export const dateStyles = async (
  read: Read,
): Promise<{ readonly isDate: readonly boolean[]; readonly from1904: boolean }> => {
  const codes = new Map<number, string>()
  const isDate: boolean[] = []
  let within = false
  try {
    await parseXml(read('xl/styles.xml'), {
      open: (name, tag) => {
        if (name === 'numFmt')
          codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
        if (name === 'cellXfs') within = true
        if (name !== 'xf' || !within) return
        const id = Number(attribute(tag, 'numFmtId') ?? 0)
        isDate.push(BUILT_IN_DATES.has(id) || isDateFormat(codes.get(id) ?? ''))
      },
      close: (name) => {
        if (name === 'cellXfs') within = false
      },
    })
  } catch (error) {
    if (isDate.length > 0) throw error
  }
  let from1904 = false
  await parseXml(read('xl/workbook.xml'), {
    open: (name, tag) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '')
    },
  })
  return { isDate, from1904 }
}
