import { describe, expect, it } from 'vitest'
import {
  check,
  codesOf,
  flipped,
  isDrill,
  mutable,
  once,
  witnessed,
  type Ledger,
  type MutableDocuments,
} from '../testing/tools.ts'
import {
  bodyOf,
  chance,
  exampleLedger,
  KEYS,
  ORG,
  START,
  uuid,
  WITNESS_NAME,
  writeLedger,
} from './example-ledger.ts'
import {
  checkpointHash,
  CompactRange,
  endorseKey,
  placeEntry,
  readCheckpoint,
  readNote,
  rootKey,
  signBody,
  signCheckpoint,
  Unusable,
  verifyLedger,
  ZERO_HASH,
  type LedgerEntry,
} from './index.ts'

const SIZE = 200
const true200 = await exampleLedger({ size: SIZE })
const witnesses = witnessed(true200)
const with200 = (change: Partial<Ledger>): Ledger => ({ ...true200, ...change })
const entriesOf = (change: (entries: LedgerEntry[]) => void): Ledger => {
  const entries = [...true200.entries]
  change(entries)
  return with200({ entries })
}

/** As an attacker who holds the database and no key: gives every entry its place and hash anew. */
const chained = (entries: readonly LedgerEntry[]): LedgerEntry[] => {
  const placed: LedgerEntry[] = []
  for (const [seq, { body, sig, at }] of entries.entries()) {
    placed.push(placeEntry({ body, sig }, { seq, at, prev: placed.at(-1)?.hash ?? ZERO_HASH }))
  }
  return placed
}

/** As one who holds the database and the key: new checkpoints over these entries, at the sizes of the true ones. */
const checkpointed = async (entries: readonly LedgerEntry[], key = KEYS.first): Promise<string[]> => {
  const range = new CompactRange()
  const notes: string[] = []
  let previous = ZERO_HASH
  const sizes = true200.checkpoints.map((note) => readCheckpoint(readNote(note)!.text)!)
  for (const { origin, size, at } of sizes) {
    if (size > entries.length) break
    while (range.size < size) range.append(Buffer.from(entries[range.size]!.hash, 'hex'))
    const said = { origin, size, at, previous, head: entries[size - 1]!.hash }
    const root = Buffer.from(range.root()).toString('hex')
    const note = await signCheckpoint({ ...said, root }, key.publicKey, key.sign)
    previous = checkpointHash(readNote(note)!.text)
    notes.push(note)
  }
  return notes
}

it('accuses the true ledger of nothing', async () => {
  const report = await check(true200, witnesses)
  expect(report.findings).toEqual([])
  expect(report).toMatchObject({
    valid: true,
    entries: 200,
    checkpoints: 4,
    checkpointed: 200,
    witnessed: 200,
  })
  expect(report.signaturesChecked).toBe(200)
})

describe('every single bit', () => {
  it('of the line of an entry is found, by chain and signature alone', async () => {
    const small = await exampleLedger({ size: 3, every: 1000, openEnd: true })
    const lines = writeLedger(small).split(/(?<=\n)/)
    let tried = 0
    const missed: string[] = []
    for (const at of isDrill ? [0, 1, 2] : [1]) {
      const line = Buffer.from(lines[at + 1]!)
      const [before, after] = [lines.slice(0, at + 1).join(''), lines.slice(at + 2).join('')]
      for (let bit = 0; bit < line.length * 8; bit += 1) {
        const file = Buffer.concat([Buffer.from(before), flipped(line, bit), Buffer.from(after)])
        const { valid } = await check(file)
        tried += 1
        if (valid) missed.push(`entry ${at}, bit ${bit}`)
      }
    }
    console.log(`bits of whole lines turned over: ${tried}`)
    expect(missed).toEqual([])
    expect(tried).toBeGreaterThan(7000)
  })

  it('of sig, hash, prev, seq and at in the database is found, and named at its entry', async () => {
    const small = await exampleLedger({ size: 3, every: 1000, openEnd: true })
    let tried = 0
    for (const seq of [0, 1, 2]) {
      const entry = small.entries[seq]!
      const line = `${JSON.stringify({ entry })}\n`
      const changes = ['sig', 'hash', 'prev', 'seq', 'at'].flatMap((member) => {
        const value = entry[member as 'sig' | 'seq']
        const bytes = Buffer.alloc(8)
        if (typeof value === 'number') bytes.writeBigUInt64BE(BigInt(value))
        const raw = typeof value === 'number' ? bytes : Buffer.from(value, 'hex')
        return Array.from({ length: raw.length * 8 }, (_, bit) => {
          const turned = flipped(raw, bit)
          const written = typeof value === 'number' ? turned.readBigUInt64BE() : `"${turned.toString('hex')}"`
          return line.replace(`"${member}":${JSON.stringify(value)}`, `"${member}":${written}`)
        })
      })
      for (const changed of changes) {
        expect(changed).not.toBe(line)
        const { findings } = await check(writeLedger(small).replace(line, changed))
        const named = findings.some(({ where }) => where.line === seq + 2)
        if (!named) expect.fail(changed)
      }
      tried += changes.length
    }
    console.log(`bits of single members turned over: ${tried}`)
    expect(tried).toBe(3 * (512 + 256 + 256 + 64 + 64))
  })

  it('of a body is found by its signature even when all hashes are made anew', async () => {
    const small = await exampleLedger({ size: 5, every: 1000, openEnd: true })
    const body = Buffer.from(small.entries[2]!.body)
    let tried = 0
    const missed: number[] = []
    for (let bit = 0; bit < body.length * 8; bit += isDrill ? 1 : 11) {
      const text = flipped(body, bit).toString('utf8')
      const changed = small.entries.map((it) => (it.seq === 2 ? { ...it, body: text } : it))
      const codes = codesOf(await check({ ...small, entries: chained(changed) }))
      tried += 1
      const expected = ['SIGNATURE_WRONG', 'BODY_NOT_CANONICAL', 'KEY_UNKNOWN', 'BODY_MALFORMED']
      if (!codes.some((code) => expected.includes(code))) missed.push(bit)
    }
    console.log(`bits of a body turned over with all hashes anew: ${tried}`)
    expect(missed).toEqual([])
  })

  it('of a checkpoint’s signed text and signature is found', async () => {
    const note = Buffer.from(true200.checkpoints[1]!)
    const end = note.lastIndexOf('— ')
    const missed: number[] = []
    let tried = 0
    for (let bit = 0; bit < end * 8; bit += isDrill ? 1 : 29) {
      const checkpoints = [...true200.checkpoints]
      checkpoints[1] = flipped(note, bit).toString('utf8')
      const { valid } = await check(with200({ checkpoints }))
      tried += 1
      if (valid) missed.push(bit)
    }
    console.log(`bits of a checkpoint turned over: ${tried}`)
    expect(missed).toEqual([])
  })
})

describe('rows', () => {
  const pick = chance('rows')
  const places = isDrill
    ? Array.from({ length: SIZE }, (_, seq) => seq)
    : [0, 1, 63, 64, 65, 127, 198, 199, ...Array.from({ length: 8 }, () => pick(SIZE))]

  it.each([
    ['deleted', (list: LedgerEntry[], at: number) => void list.splice(at, 1)],
    ['doubled', (list: LedgerEntry[], at: number) => void list.splice(at, 0, list[at]!)],
    [
      'exchanged',
      (list: LedgerEntry[], at: number) => {
        const other = (at + 7) % SIZE
        ;[list[at], list[other]] = [list[other]!, list[at]!]
      },
    ],
    [
      'moved to the end',
      (list: LedgerEntry[], at: number) => void list.unshift(...list.splice(at === 0 ? 5 : at, 1)),
    ],
    ['put in another’s place', (list: LedgerEntry[], at: number) => void (list[at] = list[(at + 3) % SIZE]!)],
  ])(
    '%s are found, with and without new hashes',
    async (_, change) => {
      for (const at of places) {
        const changed = entriesOf((list) => change(list, at))
        expect((await check(changed, witnesses)).valid).toBe(false)
        expect((await check(changed)).valid).toBe(false)
        const anew = with200({ entries: chained(changed.entries) })
        expect((await check(anew, witnesses)).valid).toBe(false)
      }
    },
    600_000,
  )

  it('say where they are missing', async () => {
    const report = await check(
      entriesOf((list) => list.splice(90, 1)),
      witnesses,
    )
    expect(report.findings[0]).toMatchObject({
      code: 'SEQUENCE_BROKEN',
      where: { line: 92, seq: 91 },
      text: {
        zh: '第 91 号条目，文件第 92 行：序号应为 90，实为 91：有条目缺失、重复或被移动。',
        en: 'entry 91, line 92 of the file: the sequence number must be 90 and is 91: an entry is missing, doubled or moved.',
      },
    })
    const { findings } = await check(cut(150), witnesses)
    expect(findings.map(({ code }) => code)).toContain('WITNESSED_TAIL_MISSING')
  })

  const cut = (size: number): Ledger => {
    const checkpoints = true200.checkpoints.filter((note) => Number(note.split('\n')[1]) <= size)
    return with200({ entries: true200.entries.slice(0, size), checkpoints })
  }

  it('cut off at any length are found: the witness saw more', async () => {
    const missed: number[] = []
    for (let size = 0; size < SIZE; size += 1) {
      const codes = codesOf(await check(cut(size), witnesses))
      if (!codes.includes('WITNESSED_TAIL_MISSING')) missed.push(size)
    }
    expect(missed).toEqual([])
  })

  it('cut off after the last witnessed checkpoint cannot be seen, and the answer says how far witnesses reach', async () => {
    const open = await exampleLedger({ size: SIZE, openEnd: true })
    const whole = await check(open, witnessed(open))
    expect(whole).toMatchObject({ valid: true, entries: 200, witnessed: 192 })
    expect(whole.notes).toContainEqual(
      expect.objectContaining({ code: 'NOT_YET_WITNESSED', details: { from: 192, to: 199, count: 8 } }),
    )
    const short = { ...open, entries: open.entries.slice(0, 195) }
    expect(await check(short, witnessed(open))).toMatchObject({ valid: true, entries: 195, witnessed: 192 })
    expect(codesOf(await check({ ...open, entries: open.entries.slice(0, 191) }, witnessed(open)))).toContain(
      'WITNESSED_TAIL_MISSING',
    )
  })

  it('changed after the last checkpoint are found by chain and signature', async () => {
    const open = await exampleLedger({ size: SIZE, openEnd: true })
    for (const seq of [192, 195, 199]) {
      const body = open.entries[seq]!.body.replace('"revision":1', '"revision":2')
      const entries = open.entries.map((it) => (it.seq === seq ? { ...it, body } : it))
      expect(codesOf(await check({ ...open, entries }, witnessed(open)))).toEqual([
        'HASH_DIFFERS',
        'SIGNATURE_WRONG',
      ])
      expect(codesOf(await check({ ...open, entries: chained(entries) }, witnessed(open)))).toEqual([
        'SIGNATURE_WRONG',
      ])
    }
  })

  it('put in by one without a key are found', async () => {
    for (const kid of [KEYS.first.kid, KEYS.attacker.kid]) {
      const body = { ...bodyOf(ORG, 900, kid, START + 90_000) }
      const forged = await signBody(body, KEYS.attacker.sign)
      const entries = [...true200.entries]
      entries.splice(90, 0, placeEntry(forged, { seq: 90, at: entries[90]!.at, prev: ZERO_HASH }))
      const codes = codesOf(await check(with200({ entries: chained(entries) }), witnesses))
      expect(codes).toContain(kid === KEYS.first.kid ? 'SIGNATURE_WRONG' : 'KEY_UNKNOWN')
      expect(codes).toContain('WITNESSED_ROOT_DIFFERS')
    }
  })

  it('of another organization, signed by the same key, are found', async () => {
    const other = await exampleLedger({ size: 100, org: uuid('another organization') })
    const entries = [...true200.entries]
    entries[50] = other.entries[50]!
    expect(codesOf(await check(with200({ entries }), witnesses))).toContain('OTHER_ORGANIZATION')
    entries.splice(50, 1, true200.entries[50]!)
    entries.push(other.entries[99]!)
    const codes = codesOf(await check(with200({ entries: chained(entries) }), witnesses))
    expect(codes).toContain('OTHER_ORGANIZATION')
    const named = { ...other, org: ORG, origin: true200.origin }
    expect(codesOf(await check(named, witnesses))).toContain('CHECKPOINT_OF_OTHER_LEDGER')
    expect(codesOf(await check(other, witnesses))).toEqual(['WITNESS_OF_OTHER_LEDGER'])
  })
})

describe('whole histories', () => {
  it('chained anew by an attacker with a key of their own are found by root and by witness', async () => {
    const forged = await exampleLedger({ size: SIZE, key: KEYS.attacker })
    expect(codesOf(await check(forged))).toEqual(['ROOT_KEY_DIFFERS'])
    const codes = codesOf(await check(forged, { ...witnesses, root: undefined }))
    expect(codes).toEqual(['WITNESSED_UNSIGNED', 'WITNESSED_ROOT_DIFFERS'])
    // Under the true ring no entry is signed by a trusted key.
    expect(codesOf(await check({ ...forged, keys: true200.keys }))).toContain('KEY_UNKNOWN')
    // Nor does it help to put a key into the ring that the root never endorsed.
    const key = await endorseKey(
      KEYS.attacker.publicKey,
      { by: KEYS.first.kid, from: true200.keys[0]!.from, retires: null },
      KEYS.attacker.sign,
    )
    const smuggled = codesOf(await check({ ...forged, keys: [...true200.keys, key] }))
    expect(smuggled).toEqual(expect.arrayContaining(['KEY_WRONG', 'KEY_UNKNOWN', 'CHECKPOINT_UNSIGNED']))
  })

  it('rewritten with the true key from some entry on are found by the witness, and by it alone', async () => {
    for (const from of [0, 1, 63, 64, 130, 199]) {
      const bodies = await Promise.all(
        true200.entries.map(async ({ seq, at, body, sig }) => {
          if (seq !== from) return { seq, at, body, sig }
          const signed = await signBody(
            { ...bodyOf(ORG, seq, KEYS.first.kid, at), content: 'ab'.repeat(32) },
            KEYS.first.sign,
          )
          return { seq, at, ...signed }
        }),
      )
      const entries = chained(bodies as LedgerEntry[])
      const forged = with200({ entries, checkpoints: await checkpointed(entries) })
      const { valid, notes } = await check(forged)
      expect(valid).toBe(true)
      expect(notes.map(({ code }) => code)).toContain('NO_WITNESS')
      const { findings } = await check(forged, witnesses)
      const first = findings.find(({ code }) => code === 'WITNESSED_ROOT_DIFFERS')!
      expect(first.details['from']).toBeLessThanOrEqual(from)
      expect(first.details['to']).toBeGreaterThanOrEqual(from)
    }
  })

  it('with a cosigning witness instead of a log are found too', async () => {
    const witnessKeys = [{ name: WITNESS_NAME, publicKey: KEYS.witness.publicKey }]
    expect(await check(true200, { witnessKeys })).toMatchObject({ valid: true, witnessed: 200 })
    const checkpoints = await checkpointed(true200.entries)
    const { notes, witnessed } = await check(with200({ checkpoints }), { witnessKeys })
    expect(witnessed).toBe(0)
    expect(notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['KEYS_WITHOUT_COSIGNATURE', 'NO_WITNESS']),
    )
    // Its line cannot be carried to another checkpoint.
    const [text, lines] = true200.checkpoints[0]!.split('\n\n')
    const line = lines!.split('\n')[1]!
    const carried = checkpoints.map((note, at) => (at === 1 ? `${note}${line}\n` : note))
    expect(codesOf(await check(with200({ checkpoints: carried }), { witnessKeys }))).toEqual([
      'COSIGNATURE_WRONG',
    ])
    expect(text).toContain('\n64\n')
  })
})

describe('checkpoints', () => {
  it('taken back, exchanged, doubled or put in another order are found', async () => {
    const [a, b, c, d] = true200.checkpoints as [string, string, string, string]
    const attempts: Record<string, readonly string[]> = {
      'all taken back': [],
      'last taken back': [a, b, c],
      'first taken back': [b, c, d],
      'one in the middle taken back': [a, c, d],
      doubled: [a, b, b, c, d],
      'in another order': [a, c, b, d],
      unsigned: [a, b, c, `${d.split('\n\n')[0]!}\n\n— nobody ${Buffer.alloc(68).toString('base64')}\n`],
    }
    for (const [name, checkpoints] of Object.entries(attempts)) {
      const { valid } = await check(with200({ checkpoints }), witnesses)
      if (valid) expect.fail(name)
    }
    expect(codesOf(await check(with200({ checkpoints: [a, b, c] }), witnesses))).toEqual([
      'WITNESSED_CHECKPOINT_MISSING',
    ])
    expect(codesOf(await check(with200({ checkpoints: [a, c, b, d] })))).toContain('CHECKPOINT_SHRINKS')
  })

  it('signed by a key of nobody’s are found', async () => {
    const checkpoints = await checkpointed(true200.entries, KEYS.attacker)
    expect(codesOf(await check(with200({ checkpoints })))).toEqual(['CHECKPOINT_UNSIGNED'])
  })
})

describe('separation of duties', () => {
  const person = uuid('one person')
  it.each([
    ['REVIEWED', 'complaint:review', 'PREPARER_REVIEWS'],
    ['REVIEWED', 'complaint:other', 'PREPARER_REVIEWS'],
    ['APPROVED', 'complaint:approve', 'PREPARER_APPROVES'],
    ['APPROVED', 'complaint:rule', null],
    ['CLOSED', 'complaint:close', null],
  ] as const)('%s by %s through another account of who prepared: %s', async (meaning, verb, code) => {
    const ledger = await exampleLedger({
      size: 12,
      alter: (body, seq) => {
        if (seq !== 6 && seq !== 7) return body
        const signer = { staff: uuid('account', seq), person, role: 'SERVICE_LEAD' }
        return seq === 6 ? { ...body, signer } : { ...body, signer, meaning, verb }
      },
    })
    const { findings } = await check(ledger)
    expect(findings.map((it) => [it.code, it.where.seq])).toEqual(code ? [[code, 7]] : [])
  })

  it('looks at who prepared last', async () => {
    const ledger = await exampleLedger({
      size: 4,
      alter: (body, seq) => {
        const subject = { type: 'Complaint', id: uuid('case'), revision: seq }
        const signer = { ...body.signer, person: uuid('person', seq === 3 ? 0 : seq) }
        return {
          ...body,
          subject,
          signer,
          meaning: seq < 2 ? 'PREPARED' : 'APPROVED',
          verb: 'complaint:approve',
        }
      },
    })
    expect((await check(ledger)).findings).toEqual([])
  })
})

describe('keys', () => {
  it('that were retired sign no more, whatever the file says of their end', async () => {
    const ledger = await exampleLedger({
      size: 80,
      rotateAt: 40,
      openEnd: true,
      timeOf: (seq) => START + seq * 10_000,
    })
    expect((await check(ledger, witnessed(ledger))).findings).toEqual([])
    const at = START + 90 * 10_000
    const signed = await signBody(bodyOf(ORG, 90, KEYS.first.kid, at), KEYS.first.sign)
    const late = placeEntry(signed, { seq: 80, at, prev: ledger.entries[79]!.hash })
    const entries = [...ledger.entries, late]
    for (const until of [ledger.keys[0]!.until, null, '2099-01-01T00:00:00.000Z']) {
      const keys = [{ ...ledger.keys[0]!, until }, ledger.keys[1]!]
      expect(codesOf(await check({ ...ledger, keys, entries }, witnessed(ledger)))).toEqual([
        'KEY_OUTSIDE_ITS_TIME',
      ])
    }
    const keys = [ledger.keys[0]!, { ...ledger.keys[1]!, retires: null }]
    expect(codesOf(await check({ ...ledger, keys, entries }))).toContain('KEY_WRONG')
  })

  it('sign nothing before their time', async () => {
    const ledger = await exampleLedger({ size: 30 })
    const keys = [rootKey(KEYS.first.publicKey, new Date(START + 80_000).toISOString())]
    const { findings } = await check({ ...ledger, keys })
    expect(findings[0]).toMatchObject({ code: 'KEY_OUTSIDE_ITS_TIME', where: { seq: 0 } })
    expect(findings.filter(({ code }) => code === 'KEY_OUTSIDE_ITS_TIME')).toHaveLength(20)
  })

  it('sign no checkpoint outside their time', async () => {
    const keys = [{ ...true200.keys[0]!, until: new Date(START + 100_000).toISOString() }]
    const codes = codesOf(await check(with200({ keys })))
    expect(codes).toEqual(['KEY_OUTSIDE_ITS_TIME', 'CHECKPOINT_KEY_OUTSIDE_ITS_TIME'])
  })
})

describe('documents', async () => {
  const ledger = await exampleLedger({ size: 9, withDocuments: true })
  const swap = async (change: (documents: MutableDocuments) => void) => {
    const documents = mutable<MutableDocuments>(ledger.documents)
    change(documents)
    return codesOf(await check({ ...ledger, documents }))
  }

  it('and their openings are found true, also when openings are left out', async () => {
    expect(await check(ledger)).toMatchObject({ valid: true, documents: 9, openings: 23 })
    expect(await swap((all) => all.forEach((it) => it.openings.splice(0)))).toEqual([])
  })

  it('exchanged, changed or foreign are found', async () => {
    const swapContent = (all: MutableDocuments) =>
      ([all[0].content, all[3].content] = [all[3].content, all[0].content])
    expect(await swap(swapContent)).toEqual(['DOCUMENT_DIFFERS'])
    expect(await swap((all) => (all[0].content = all[0].content.replace('10000', '90000')))).toEqual([
      'DOCUMENT_DIFFERS',
    ])
    expect(await swap((all) => (all[0].id = uuid('nobody')))).toEqual(['DOCUMENT_WITHOUT_ENTRY'])
    expect(await swap((all) => (all[0].more = 1))).toEqual(['DOCUMENT_MALFORMED'])
  })

  it.each([
    ['value', (all: MutableDocuments) => (all[0].openings[1].value = '别的话')],
    ['value that has no canonical form', (all: MutableDocuments) => (all[0].openings[1].value = 0.5)],
    ['salt', (all: MutableDocuments) => (all[0].openings[1].salt = all[1].openings[1].salt)],
    ['path', (all: MutableDocuments) => (all[0].openings[1].path = '/options/0/note')],
    ['path to no commitment', (all: MutableDocuments) => (all[0].openings[1].path = '/number')],
    ['path to nothing', (all: MutableDocuments) => (all[0].openings[1].path = '/constructor')],
    ['comment of another entry', (all: MutableDocuments) => (all[0].openings[2] = all[2].openings[2])],
    ['comment where there is none', (all: MutableDocuments) => all[1].openings.push(all[0].openings[2])],
    ['opening of another document', (all: MutableDocuments) => (all[0].openings[1] = all[3].openings[1])],
  ])('with another %s are found', async (_, change) => {
    expect(await swap(change)).toEqual(['OPENING_WRONG'])
  })

  it('of another subject, or not canonical, are found although they were signed', async () => {
    const { sha256Hex } = await import('./index.ts')
    const of = async (content: string) => {
      const one = await exampleLedger({
        size: 1,
        alter: (body) => ({ ...body, content: sha256Hex(content) }),
      })
      const documents = [{ id: uuid(ORG, 'sign-off', 0), content, openings: [] }]
      return codesOf(await check({ ...one, documents }))
    }
    expect(await of('{"content":{},"subject":"Complaint","v":1}')).toEqual([])
    expect(await of('{"content":{},"subject":"Client","v":1}')).toEqual(['DOCUMENT_OF_OTHER_SUBJECT'])
    expect(await of('{"content":{},"subject":"Complaint","v":1.0}')).toEqual(['DOCUMENT_NOT_CANONICAL'])
    expect(await of('{"content":{"a":1,"a":2},"subject":"Complaint","v":1}')).toEqual([
      'DOCUMENT_NOT_CANONICAL',
    ])
  })
})

describe('what the server alone could do wrong', () => {
  it.each([
    ['an id that occurs twice', { id: uuid('same') }, 'ID_TWICE'],
    ['another organization', { org: uuid('another') }, 'OTHER_ORGANIZATION'],
    ['signed after it was appended', { signedAt: '2027-01-01T00:00:00.000Z' }, 'SIGNED_AFTER_APPENDED'],
    ['a day that does not exist', { signedAt: '2026-02-30T00:00:00.000Z' }, 'BODY_MALFORMED'],
    ['a meaning unknown', { meaning: 'AGREED' }, 'BODY_MALFORMED'],
    ['a member too many', { more: null }, 'BODY_MALFORMED'],
    ['another version', { v: 2 }, 'BODY_MALFORMED'],
    ['an identifier in capitals', { id: uuid('x').toUpperCase() }, 'BODY_MALFORMED'],
  ])('%s is found under a right signature', async (_, change, code) => {
    const ledger = await exampleLedger({
      size: 4,
      alter: (body, seq) => (seq > 1 ? ({ ...body, ...change } as never) : body),
    })
    expect(codesOf(await check(ledger))).toEqual([code])
  })

  it('an earlier time than that of the entry before is found', async () => {
    const ledger = await exampleLedger({ size: 6, timeOf: (seq) => START + (seq === 3 ? 0 : seq * 1000) })
    expect(codesOf(await check(ledger))).toEqual(['TIME_RUNS_BACK'])
  })

  it('an unknown kind is told of, not judged', async () => {
    const alter = (body: object, seq: number) =>
      (seq === 1 ? { ...body, kind: 'DELEGATE', scope: [] } : body) as never
    const { valid, notes } = await check(await exampleLedger({ size: 3, alter }))
    expect(valid).toBe(true)
    expect(notes).toContainEqual(
      expect.objectContaining({ code: 'KIND_UNKNOWN', details: { kind: 'DELEGATE', count: 1 } }),
    )
  })
})

describe('files', () => {
  const file = writeLedger(true200)

  it.each([
    ['an empty line', file.replace('\n{"checkpoint"', '\n\n{"checkpoint"'), 'LINE_UNREADABLE'],
    ['no end of the last line', file.slice(0, -1), 'FILE_CUT_OFF'],
    ['a line cut off', file.slice(0, -100), 'FILE_CUT_OFF'],
    ['a duplicate key', file.replace('"seq":7,', '"seq":6,"seq":7,'), 'LINE_UNREADABLE'],
    [
      'a duplicate key under another spelling',
      file.replace('"seq":7,', '"s\\u0065q":6,"seq":7,'),
      'LINE_UNREADABLE',
    ],
    ['an unknown line', `${file}{"more":1}\n`, 'LINE_UNREADABLE'],
    ['an unknown member', file.replace('"seq":7,', '"seq":7,"x":1,'), 'ENTRY_MALFORMED'],
    [
      'hexadecimal in capitals',
      file.replace(/"sig":"[^"]*"/, (it) => it.toUpperCase().replace('SIG', 'sig')),
      'ENTRY_MALFORMED',
    ],
    ['another origin', file.replace('"origin":"steward/', '"origin":"other/'), 'HEADER_WRONG'],
  ])('with %s are refused', async (_, text, code) => {
    expect(codesOf(await check(text))).toContain(code)
  })

  it('with a checkpoint among the entries are refused', async () => {
    const lines = file.split(/(?<=\n)/)
    lines.splice(100, 0, lines.pop()!)
    expect(codesOf(await check(lines.join('')))).toContain('LINE_OUT_OF_ORDER')
  })

  it('with lines spelt otherwise say the same', async () => {
    const spaced = file.replaceAll(',"seq"', ' , "seq"').replace('"seq":7', '"s\\u0065q":7')
    expect((await check(spaced, witnesses)).findings).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['words', 'hello\n'],
    ['an entry first', file.slice(file.indexOf('\n') + 1)],
  ])('of %s are unusable', async (_, text) => {
    await expect(check(text)).rejects.toThrow(Unusable)
  })

  it('say the same in whatever pieces they come', async () => {
    const bytes = Buffer.from(file)
    const pieces: Buffer[] = []
    const next = chance('pieces')
    for (let at = 0; at < bytes.length;) {
      const end = at + 1 + next(3000)
      pieces.push(bytes.subarray(at, end))
      at = end
    }
    const report = await verifyLedger(pieces, { root: KEYS.first.kid, verify: once, ...witnesses })
    expect(report).toEqual(await check(bytes, witnesses))
  })
})

describe('witness logs', () => {
  it('may keep other ledgers’ checkpoints too', async () => {
    const other = await exampleLedger({ size: 3, org: uuid('another organization') })
    const text = other.log + true200.log
    expect((await check(true200, { witnesses: [{ name: 'all.witness.log', text }] })).findings).toEqual([])
  })

  it('that are damaged are told of, and the rest of them is used', async () => {
    const text = `${true200.log}{"at":"2026-`
    const report = await check(true200, { witnesses: [{ name: 'a.witness.log', text }] })
    expect(report.findings.map(({ code, where }) => [code, where.witnessLine])).toEqual([
      ['WITNESS_LINE_WRONG', 5],
    ])
    expect(report.witnessed).toBe(200)
  })
})
