import { Readable } from 'node:stream'
import { COMPLAINT_MAPPINGS, headerFit, type ImportEncoding } from '@steward/domain'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { StoredBytes } from '../../storage/encrypted-file.ts'
import { QuoteNotClosed, textTable } from './table-file.ts'
import { textFile } from './text-file.ts'

const PIECE = 256_000

const held = (bytes: Buffer | string): StoredBytes => {
  const all = Buffer.from(bytes)
  const pieces = Array.from({ length: Math.ceil(all.length / PIECE) }, (_, at) =>
    all.subarray(at * PIECE, (at + 1) * PIECE),
  )
  return {
    sizeBytes: all.length,
    stream: () => Readable.from(pieces, { objectMode: false }),
    head: (many) => Promise.resolve(all.subarray(0, many)),
  }
}

const look = (bytes: Buffer | string, given?: ImportEncoding) => textFile(held(bytes), given)
const told = async (bytes: Buffer | string, given?: ImportEncoding) => {
  const found = await look(bytes, given)
  return found.ok ? found.value.encoding : found.error.text.en
}

const CHINESE = '编号;登记时间;摘要\nA1;2024-05-06;电梯停运，已报修\n'
const LATIN = 'Reference,Opened,Summary\n1,2024-05-06,Müller möchte größere Türen\n'

describe('the encoding of a file is found out', () => {
  it.each<[string, Buffer | string, string]>([
    ['plain ASCII', 'Reference,Opened\nA,1\n', 'UTF_8'],
    ['UTF-8', CHINESE, 'UTF_8'],
    ['UTF-8 with a mark', `\ufeff${CHINESE}`, 'UTF_8'],
    [
      'UTF-16 with a mark',
      Buffer.concat([Buffer.from('fffe', 'hex'), iconv.encode(CHINESE, 'utf-16le')]),
      'UTF_16LE',
    ],
    [
      'UTF-16, big end first',
      Buffer.concat([Buffer.from('feff', 'hex'), iconv.encode(CHINESE, 'utf-16be')]),
      'UTF_16BE',
    ],
    ['GB18030', iconv.encode(CHINESE, 'gb18030'), 'GB18030'],
    ['GB18030 of four words', iconv.encode('编号,登记时间,摘要\nA1,2024-05-06,漏水\n', 'gb18030'), 'GB18030'],
    [
      'GB18030 with rare characters',
      iconv.encode('a\n龘靐齉𠀀漏水严重电梯停运物业不管\n', 'gb18030'),
      'GB18030',
    ],
    [
      'GB18030 after a megabyte of figures',
      Buffer.concat([Buffer.alloc(1_500_000, '1,2\n'), iconv.encode('漏水到楼下\n', 'gb18030')]),
      'GB18030',
    ],
    ['Big5', iconv.encode('編號,登記時間,摘要\nA1,2024-05-06,電梯停運\n', 'big5'), 'BIG5'],
    [
      'UTF-8 with one broken byte',
      Buffer.concat([Buffer.from(CHINESE), Buffer.from('ff0a', 'hex')]),
      'UTF_8',
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(await told(bytes)).toBe(expected)
  })

  it('or believed, unless the bytes speak against it', async () => {
    expect(await told(iconv.encode(LATIN, 'windows-1252'), 'WINDOWS_1252')).toBe('WINDOWS_1252')
    expect(await told(CHINESE, 'GB18030')).toBe(
      'The file cannot be read as GB18030; save it as CSV in UTF-8 or GB18030.',
    )
    expect(await told(`\ufeff${CHINESE}`, 'GB18030')).toBe('UTF_8')
  })

  it.each<[string, Buffer, string]>([
    ['western', iconv.encode(LATIN, 'latin1'), 'ISO-8859-1'],
    [
      'Russian',
      iconv.encode('a\nПротекает крыша в подъезде, просим починить\n', 'windows-1251'),
      'windows-1251',
    ],
    ['Greek', iconv.encode('a\nΗ στέγη στάζει στο διάδρομο\n', 'iso-8859-7'), 'ISO-8859-7'],
    ['Korean', iconv.encode('a\n엘리베이터가 고장났습니다 빨리 고쳐 주세요\n', 'euc-kr'), 'EUC-KR'],
    ['Japanese', iconv.encode('a\nエレベーターが故障しました\n', 'shift_jis'), 'Shift_JIS'],
  ])('and refused where it would come out as other words: %s', async (_, bytes, name) => {
    expect(await told(bytes)).toBe(`The file cannot be read as ${name}; save it as CSV in UTF-8 or GB18030.`)
  })
})

describe('what is no table is refused by what it is', () => {
  it.each([
    ['504b030414000600', 'ZIP'],
    ['d0cf11e0a1b11ae1', 'Excel 97'],
    ['255044462d312e37', 'PDF'],
    ['89504e470d0a1a0a', 'PNG'],
    ['0001000200030004', 'binary'],
  ])('%s: %s', async (hex, kind) => {
    expect(await told(Buffer.from(hex, 'hex'))).toBe(
      `This is not a text file (it looks like ${kind}); save it as CSV and import that.`,
    )
  })

  it('and so is nothing', async () => {
    expect(await told('')).toBe('The file is empty.')
  })
})

describe('the rows of a file', () => {
  const rows = async (text: string) => {
    const fitOf = (header: readonly string[]) =>
      Math.max(...COMPLAINT_MAPPINGS.map((mapping) => headerFit(mapping, header)))
    const table = await textTable(held(text), 'UTF_8', fitOf)
    if (!table.ok) return table.error.code
    const all: unknown[] = []
    for await (const { line, cells, isCutOff } of table.value.rows())
      all.push(isCutOff ? `cut off at ${line}` : [line, ...cells])
    return all
  }
  const HEAD = 'Reference,Opened,Summary'

  it.each([',', ';', '\t', '|'])('are divided by %j where the header says so', async (delimiter) => {
    const text = `${HEAD}\n1,2,a\n`.replaceAll(',', delimiter)
    expect(await rows(text)).toEqual([[2, '1', '2', 'a']])
  })

  it('have the line on which they begin, whatever ends lines and however many are blank', async () => {
    expect(await rows(`\n,,\n${HEAD}\r\n1,2,"a\nb ""c"""\n\n \r4,5,6`)).toEqual([
      [4, '1', '2', 'a\nb "c"'],
      [8, '4', '5', '6'],
    ])
  })

  it('keep stray quotes, and lose the empty cells that spreadsheets add', async () => {
    expect(await rows(`${HEAD},,\n1,5" pipe,"x" y,,\n1,2,3,,x\n`)).toEqual([
      [2, '1', '5" pipe', '"x" y'],
      [3, '1', '2', '3', '', 'x'],
    ])
  })

  it('end where the file ends inside quotes', async () => {
    expect(await rows(`${HEAD}\n1,2,a\n2,3,"b`)).toEqual([[2, '1', '2', 'a'], 'cut off at 3'])
  })

  it.each(['\n3,4,c\n', '\n3,4,c\n'.repeat(200_000)])(
    'are not told apart after quotes that never end',
    async (rest) => {
      const reading = rows(`${HEAD}\n1,2,a\n2,3,"b${rest}`)
      await expect(reading).rejects.toEqual(new QuoteNotClosed(3))
    },
  )

  it('are none in a file of blank lines', async () => {
    expect(await rows('\n\n , ,\n')).toBe('EMPTY_FILE')
    expect(await rows(`${HEAD}\n`)).toEqual([])
  })
})
