/** The test vectors, from fixed keys: `npm run vectors` writes them, a test holds them to the code. */
import {
  bodyOf,
  exampleLedger,
  KEYS,
  ORG,
  proofOf,
  START,
  uuid,
  WITNESS_NAME,
  writeLedger,
  type Example,
} from '../src/example-ledger.ts'
import {
  checkpointHash,
  CompactRange,
  commitment,
  cosign,
  endorseKey,
  entrySigningMessage,
  keyStatementMessage,
  leafHash,
  ledgerKeyHash,
  MerkleTree,
  placeEntry,
  readCheckpoint,
  readNote,
  sha256,
  sha256Hex,
  signBody,
  toHex,
  writeKeyRing,
  type FindingCode,
  type KeyStatement,
  type LedgerEntry,
  type Opening,
  type SignOffBody,
} from '../src/index.ts'
import { actLedgers, acts } from './act-vectors.ts'
import { chained, checkpointed } from './attack.ts'
import { auditVectors } from './audit-vectors.ts'
import { exchange, mutable, type MutableDocuments, type MutableProof } from './tools.ts'

export interface GoodFile {
  readonly name: string
  readonly file: string
  readonly root?: string
  readonly witness?: string
  /** NAME=PUBLICKEYHEX */
  readonly witnessKey?: string
  /** Entries that a witness saw. */
  readonly witnessed: number
}

export interface BadFile extends Omit<GoodFile, 'witnessed'> {
  /** What the verifier of this package finds; another may name it otherwise, but must refuse. */
  readonly findings: readonly FindingCode[]
}

const ROOT = KEYS.first.kid
const WITNESS_KEY = `${WITNESS_NAME}=${toHex(KEYS.witness.publicKey)}`

const canonical = () => ({
  accepted: [
    '{}',
    '[]',
    'null',
    '-1',
    '""',
    '[9007199254740991,-9007199254740991]',
    '{"10":1,"9":2}',
    '{"":{"a":[true,false,null]}}',
    '{"\\r":2,"1":4,"\x80":6,"ö":7,"€":1,"😀":5}',
    '"\\u0000\\b\\t\\n\\f\\r\\u001f\\"\\\\/\x7f"',
    '"\\n\u0303"',
    '"三单元"',
    `${'['.repeat(64)}${']'.repeat(64)}`,
  ],
  refused: [
    ['{"a":1,"a":1}', 'a duplicate key'],
    ['{"a":1,"\\u0061":1}', 'a duplicate key'],
    ['{"b":1,"a":2}', 'another order'],
    ['{"9":2,"10":1}', 'keys are ordered as texts'],
    ['{ "a":1}', 'a blank'],
    ['{}\n', 'a blank'],
    ['[1.0]', 'another spelling'],
    ['[1.5]', 'a float'],
    ['[1e3]', 'another spelling'],
    ['[-0]', 'another spelling'],
    ['[9007199254740992]', 'no safe integer'],
    ['["\\ud800"]', 'a lone surrogate'],
    ['["\\ud83d\\ude00"]', 'another spelling'],
    ['["\\u0041"]', 'another spelling'],
    ['["\\/"]', 'another spelling'],
    ['["\\u001F"]', 'another spelling'],
    ['["e\u0301"]', 'not NFC'],
    ['{"e\u0301":1}', 'not NFC'],
    ['["\x01"]', 'a control character'],
    ['[NaN]', 'not JSON'],
    ['', 'not JSON'],
    ['\ufeff[]', 'not JSON'],
    [`${'['.repeat(65)}${']'.repeat(65)}`, 'nested deeper than 64'],
  ].map(([text = '', why = '']) => ({ text, why })),
})

const entries = (ledger: Example) =>
  ledger.entries.map((entry) => {
    const { kid } = JSON.parse(entry.body) as SignOffBody
    const key = [KEYS.first, KEYS.second].find((it) => it.kid === kid)!
    return {
      publicKey: toHex(key.publicKey),
      kid,
      bodyHash: sha256Hex(entry.body),
      message: toHex(entrySigningMessage(entry.body)),
      entry,
      leaf: toHex(leafHash(Buffer.from(entry.hash, 'hex'))),
    }
  })

const tree = () => {
  const hashes = Array.from({ length: 13 }, (_, at) => sha256(`vector ${at}`))
  const grown = new MerkleTree(hashes)
  const range = new CompactRange()
  for (const hash of hashes) range.append(hash)
  const sizes = Array.from({ length: 14 }, (_, size) => size)
  return {
    hashes: hashes.map(toHex),
    roots: sizes.map((size) => toHex(grown.root(size))),
    compactRange: range.toJSON(),
    inclusion: sizes.flatMap((size) =>
      [...new Set([0, Math.floor(size / 2), size - 1])]
        .filter((index) => index >= 0 && index < size)
        .map((index) => ({ index, size, path: grown.inclusionProof(index, size).map(toHex) })),
    ),
    consistency: sizes.flatMap((size) =>
      [...new Set([1, Math.floor(size / 2), size])]
        .filter((first) => first > 0 && first <= size)
        .map((first) => ({ first, size, path: grown.consistencyProof(first, size).map(toHex) })),
    ),
  }
}

const checkpoints = async (ledger: Example) => {
  const note = ledger.log
    .split('\n')
    .map((line) => (line === '' ? '' : (JSON.parse(line) as { checkpoint: string }).checkpoint))[0]!
  const { text } = readNote(note)!
  const seconds = START / 1000
  return {
    origin: ledger.origin,
    publicKey: toHex(KEYS.first.publicKey),
    keyHash: ledgerKeyHash(ledger.origin, KEYS.first.publicKey),
    checkpoint: readCheckpoint(text),
    text,
    hash: checkpointHash(text),
    note,
    witness: { name: WITNESS_NAME, publicKey: toHex(KEYS.witness.publicKey), seconds },
    cosigned: await cosign(
      note,
      { name: WITNESS_NAME, publicKey: KEYS.witness.publicKey },
      seconds,
      KEYS.witness.sign,
    ),
  }
}

const keys = (ledger: Example) => ({
  root: ROOT,
  ring: writeKeyRing(ledger.keys),
  statements: ledger.keys
    .filter(({ by }) => by !== null)
    .map((key) => ({ kid: key.kid, message: toHex(keyStatementMessage(key as KeyStatement)), sig: key.sig })),
})

const commitments = () =>
  (['王小明', '', 0, true, null, 'a"\\\n', '😀'] as const).map((value, at) => {
    const salt = sha256Hex(`vector salt ${at}`).slice(0, 32)
    return { salt, value, c: commitment(salt, value) }
  })

/** Signs whatever text it is, as a faulty server would. */
const signedText = async (it: LedgerEntry, body: string): Promise<LedgerEntry> => ({
  ...it,
  body,
  sig: toHex(await KEYS.first.sign(entrySigningMessage(body))),
})

const rewritten = async (ledger: Example): Promise<Example> => {
  const at = ledger.entries[1]!.at
  const signed = await signBody({ ...bodyOf(ORG, 1, ROOT, at), verb: 'complaint:rewritten' }, KEYS.first.sign)
  const list = chained(ledger.entries.map((it) => (it.seq === 1 ? { ...it, ...signed } : it)))
  return { ...ledger, entries: list, checkpoints: await checkpointed(list, KEYS.first, ledger) }
}

const ledgers = async (four: Example, rotated: Example) => {
  const good: GoodFile[] = []
  const bad: BadFile[] = []
  const accept = (name: string, it: Example, witnessed: number, more: Partial<GoodFile> = {}) =>
    good.push({ name, file: writeLedger(it), root: ROOT, witnessed, ...more })
  const log = { witness: four.log }

  accept('an empty ledger', await exampleLedger({ size: 0 }), 0)
  accept('one entry', await exampleLedger({ size: 1 }), 0)
  accept('four entries with documents and a witness', four, 4, log)
  accept('a witness that cosigns', four, 4, { witnessKey: WITNESS_KEY })
  accept(
    'documents whose salts were erased',
    { ...four, documents: four.documents.map((it) => ({ ...it, openings: [] })) },
    0,
  )
  accept('two keys', rotated, 6, { witness: rotated.log })
  const open = await exampleLedger({ size: 5, every: 2, openEnd: true })
  accept('an entry after the last checkpoint', open, 4, { witness: open.log })
  const alterKind = (body: SignOffBody, seq: number) =>
    seq === 1 ? ({ ...body, kind: 'DELEGATE', scope: [] } as never) : body
  accept('an unknown kind', await exampleLedger({ size: 2, alter: alterKind }), 0)
  good.push({
    name: 'lines spelt freely',
    file: writeLedger(four).replaceAll(',"seq"', ' , "s\\u0065q"'),
    root: ROOT,
    witnessed: 4,
    ...log,
  })

  const refuse = (
    name: string,
    it: Partial<Example> | string,
    findings: readonly FindingCode[],
    more: Partial<GoodFile> = {},
  ) =>
    bad.push({
      name,
      file: typeof it === 'string' ? it : writeLedger({ ...four, ...it }),
      root: ROOT,
      ...more,
      findings,
    })
  const entry = (seq: number, change: Partial<LedgerEntry>) => ({
    entries: four.entries.map((it) => (it.seq === seq ? { ...it, ...change } : it)),
  })
  const [e0, e1, e2, e3] = four.entries as [LedgerEntry, LedgerEntry, LedgerEntry, LedgerEntry]
  const [c0, c1] = four.checkpoints as [string, string]
  const changedBody = e1.body.replace('complaint:review', 'complaint:settle')
  refuse('a body changed', entry(1, { body: changedBody }), ['HASH_DIFFERS', 'SIGNATURE_WRONG'])
  refuse(
    'a body changed and all hashes made anew',
    { entries: chained(entry(1, { body: changedBody }).entries), checkpoints: [], documents: [] },
    ['SIGNATURE_WRONG'],
  )
  refuse('a time changed', entry(1, { at: e1.at + 1 }), ['HASH_DIFFERS'])
  refuse('an entry before named otherwise', entry(1, { prev: e1.hash }), ['HASH_DIFFERS', 'PREVIOUS_DIFFERS'])
  refuse('a signature changed', entry(1, { sig: e2.sig }), ['HASH_DIFFERS', 'SIGNATURE_WRONG'])
  refuse('an entry missing', { entries: [e0, e2, e3], checkpoints: [c0], documents: [] }, [
    'SEQUENCE_BROKEN',
    'PREVIOUS_DIFFERS',
    'CHECKPOINT_ROOT_DIFFERS',
    'CHECKPOINT_HEAD_DIFFERS',
  ])
  refuse('an entry doubled', { entries: [e0, e1, e1, e2, e3], checkpoints: [c0] }, [
    'ID_TWICE',
    'STEP_TWICE',
    'PERSON_SIGNS_TWICE',
    'SEQUENCE_BROKEN',
    'PREVIOUS_DIFFERS',
  ])
  refuse('the first entries missing', { entries: [e2, e3], checkpoints: [], documents: [] }, [
    'SEQUENCE_BROKEN',
    'PREVIOUS_DIFFERS',
  ])
  refuse(
    'a tail cut off',
    { entries: [e0, e1], checkpoints: [c0], documents: [] },
    ['WITNESSED_TAIL_MISSING'],
    log,
  )
  refuse('a tail cut off and the checkpoint kept', { entries: [e0, e1], documents: [] }, [
    'CHECKPOINT_BEYOND_END',
  ])
  refuse('a checkpoint taken back', { checkpoints: [c0] }, ['WITNESSED_CHECKPOINT_MISSING'], log)
  refuse('the first checkpoint taken back', { checkpoints: [c1] }, ['CHECKPOINT_PREVIOUS_DIFFERS'])
  refuse('checkpoints in another order', { checkpoints: [c1, c0] }, [
    'CHECKPOINT_PREVIOUS_DIFFERS',
    'CHECKPOINT_SHRINKS',
  ])
  refuse('a checkpoint changed', { checkpoints: [c0.replace('at 2026', 'at 2027')] }, [
    'CHECKPOINT_SIGNATURE_WRONG',
  ])
  refuse(
    'history rewritten with the true key',
    await rewritten({ ...four, documents: [] }),
    ['WITNESSED_ROOT_DIFFERS'],
    log,
  )
  const forged = await exampleLedger({ size: 4, every: 2, key: KEYS.attacker })
  refuse('history rewritten with another key', forged, ['ROOT_KEY_DIFFERS'])
  bad.push({
    name: 'history rewritten with another key, its root taken on trust',
    file: writeLedger(forged),
    ...log,
    findings: ['WITNESSED_UNSIGNED', 'WITNESSED_ROOT_DIFFERS'],
  })
  const smuggled = await endorseKey(
    KEYS.attacker.publicKey,
    { by: ROOT, from: four.keys[0]!.from, retires: null },
    KEYS.attacker.sign,
  )
  refuse('a key that nobody endorsed', { keys: [...four.keys, smuggled] }, ['KEY_WRONG'])
  refuse('a key without an endorsement', { keys: [...four.keys, { ...smuggled, sig: null }] }, ['KEY_WRONG'])
  const at = START + 600_000
  const lateBody = await signBody(bodyOf(ORG, 7, ROOT, at), KEYS.first.sign)
  const late = placeEntry(lateBody, { seq: 6, at, prev: rotated.entries[5]!.hash })
  const revived = { ...rotated.keys[0]!, until: null }
  refuse(
    'a retired key signs, its end struck out',
    { ...rotated, keys: [revived, rotated.keys[1]!], entries: [...rotated.entries, late] },
    ['KEY_OUTSIDE_ITS_TIME'],
  )
  const dated = await endorseKey(
    KEYS.attacker.publicKey,
    { by: ROOT, from: rotated.keys[0]!.from, retires: null },
    KEYS.first.sign,
  )
  const byDated = await signBody(bodyOf(ORG, 7, KEYS.attacker.kid, at), KEYS.attacker.sign)
  refuse(
    'a retired key endorses another, dated back',
    {
      ...rotated,
      keys: [...rotated.keys, dated],
      entries: [...rotated.entries, placeEntry(byDated, { seq: 6, at, prev: rotated.entries[5]!.hash })],
    },
    ['KEY_OUTSIDE_ITS_TIME'],
  )
  const other = await exampleLedger({ size: 4, every: 2, org: uuid('another organization') })
  refuse(
    'an entry of another organization',
    { entries: [e0, other.entries[1]!, e2, e3], checkpoints: [], documents: [] },
    ['OTHER_ORGANIZATION', 'PREVIOUS_DIFFERS'],
  )
  refuse('another organization’s ledger', other, ['WITNESS_OF_OTHER_LEDGER'], log)

  const person = uuid('one person')
  const twice = (seq: number) => (body: SignOffBody, at: number) =>
    at === 0 || at === seq ? { ...body, signer: { ...body.signer, person } } : body
  refuse('the preparer reviews', await exampleLedger({ size: 3, alter: twice(1) }), ['PERSON_SIGNS_TWICE'])
  refuse('the preparer approves', await exampleLedger({ size: 3, alter: twice(2) }), ['PERSON_SIGNS_TWICE'])
  const behalf = { delegation: uuid('delegation'), staff: uuid('account'), person }
  const delegated = (seq: number) => (body: SignOffBody, at: number) =>
    at === 0 ? { ...body, signer: { ...body.signer, person } } : at === seq ? { ...body, behalf } : body
  refuse('the preparer’s delegate approves', await exampleLedger({ size: 3, alter: delegated(2) }), [
    'PERSON_SIGNS_TWICE',
  ])
  accept(
    'signed by delegation',
    await exampleLedger({ size: 3, alter: (body, at) => (at === 2 ? { ...body, behalf } : body) }),
    0,
  )
  const altered = (change: (body: SignOffBody) => object) =>
    exampleLedger({
      size: 3,
      alter: (body, at) => (at === 2 ? ({ ...body, ...change(body) } as never) : body),
    })
  refuse('approved without a signing', await altered(() => ({ signing: null })), ['SIGNING_MISSING'])
  refuse('a step signed twice', await altered(({ signing }) => ({ signing: { ...signing, step: 1 } })), [
    'STEP_TWICE',
  ])
  refuse(
    'on behalf of oneself',
    await altered(({ signer }) => ({ behalf: { ...behalf, person: signer.person } })),
    ['ON_BEHALF_OF_ONESELF', 'PERSON_SIGNS_TWICE'],
  )
  refuse('approves another content', await altered(() => ({ content: 'ab'.repeat(32) })), [
    'SIGNING_CONTENT_DIFFERS',
  ])
  refuse(
    'approved after it was rejected',
    await exampleLedger({
      size: 3,
      alter: (body, at) => (at === 1 ? { ...body, meaning: 'REJECTED' } : body),
    }),
    ['SIGNED_AFTER_REJECTED'],
  )
  const signed = async (name: string, change: object, code: FindingCode) =>
    refuse(
      name,
      await exampleLedger({
        size: 2,
        alter: (body, seq) => (seq === 1 ? ({ ...body, ...change } as never) : body),
      }),
      [code],
    )
  await signed('an id twice', { id: uuid(ORG, 'sign-off', 0) }, 'ID_TWICE')
  await signed(
    'signed long after it was appended',
    { signedAt: '2027-01-01T00:00:00.000Z' },
    'SIGNED_AFTER_APPENDED',
  )
  await signed('a day that does not exist', { signedAt: '2026-02-30T00:00:00.000Z' }, 'BODY_MALFORMED')
  await signed('an unknown meaning', { meaning: 'AGREED' }, 'BODY_MALFORMED')
  await signed('a member too many', { more: 1 }, 'BODY_MALFORMED')
  await signed('another version', { v: 2 }, 'BODY_MALFORMED')
  const one = await exampleLedger({ size: 1, openEnd: true })
  const spelt = async (name: string, change: (body: string) => string) =>
    refuse(
      name,
      { ...one, entries: chained([await signedText(one.entries[0]!, change(one.entries[0]!.body))]) },
      ['BODY_NOT_CANONICAL'],
    )
  await spelt('a body with a blank', (body) => body.replace(',"content"', ', "content"'))
  await spelt('a body with a duplicate key', (body) => body.replace(',"behalf"', ',"behalf":null,"behalf"'))
  await spelt('a body with a float', (body) => body.replace('"revision":1', '"revision":1.5'))
  refuse(
    'time runs back',
    await exampleLedger({ size: 3, timeOf: (seq) => START + (seq === 1 ? 9 : 0) * 1000 }),
    ['TIME_RUNS_BACK'],
  )

  const [d0, d1, d2, d3] = mutable<MutableDocuments>(four.documents)
  refuse('documents exchanged', { documents: [{ ...d0, content: d3.content }, d1, d2] }, ['DOCUMENT_DIFFERS'])
  refuse('a document of nobody', { documents: [{ ...d0, id: uuid('nobody') }] }, ['DOCUMENT_WITHOUT_ENTRY'])
  const opened = (openings: readonly Opening[]) => ({ documents: [{ ...d0, openings }] })
  refuse('another value shown', opened([{ ...d0.openings[1], value: '别的话' }]), ['OPENING_WRONG'])
  refuse('a value shown elsewhere', opened([{ ...d0.openings[1], path: '/options/0/note' }]), [
    'OPENING_WRONG',
  ])
  refuse('the comment of another', opened([d2.openings[2]]), ['OPENING_WRONG'])

  const file = writeLedger(four)
  refuse('an empty line', file.replace('\n{"checkpoint"', '\n\n{"checkpoint"'), ['LINE_UNREADABLE'])
  refuse('a file cut off', file.slice(0, -1), ['FILE_CUT_OFF'])
  refuse('a duplicate key in a line', file.replace('"openings":[', '"openings":[],"openings":['), [
    'LINE_UNREADABLE',
  ])
  refuse('a member too many in a line', file.replace('"seq":3,', '"more":0,"seq":3,'), [
    'ENTRY_MALFORMED',
    'CHECKPOINT_ROOT_DIFFERS',
    'CHECKPOINT_HEAD_DIFFERS',
    'DOCUMENT_WITHOUT_ENTRY',
  ])
  refuse(
    'a checkpoint among the entries',
    [
      ...file.split(/(?<=\n)/).slice(0, 3),
      `${JSON.stringify({ checkpoint: c0 })}\n`,
      ...file.split(/(?<=\n)/).slice(3, 5),
    ].join(''),
    ['LINE_OUT_OF_ORDER'],
  )
  const proven = await actLedgers()
  for (const [name, it] of proven.good) accept(name, it, 0)
  for (const [name, it, codes] of proven.bad) refuse(name, it, codes)
  refuse('another origin', file.replace('"origin":"steward/', '"origin":"other/'), ['HEADER_WRONG'])
  return { good, bad }
}

const proofs = async (four: Example) => {
  const good: GoodFile[] = []
  const bad: BadFile[] = []
  const make = (change: (proof: MutableProof) => void = () => {}) => {
    const proof = mutable<MutableProof>(proofOf(four, [1, 2]))
    change(proof)
    return `${JSON.stringify(proof)}\n`
  }
  good.push({ name: 'two entries of four', file: make(), root: ROOT, witness: four.log, witnessed: 4 })
  good.push({ name: 'no witness', file: make(), root: ROOT, witnessed: 0 })
  const refuse = (name: string, change: (proof: MutableProof) => void, findings: readonly FindingCode[]) =>
    bad.push({ name, file: make(change), root: ROOT, witness: four.log, findings })
  refuse('a path changed', (it) => (it.inclusion[0][0] = 'ab'.repeat(32)), ['INCLUSION_WRONG'])
  refuse('paths exchanged', (it) => exchange(it.inclusion), ['INCLUSION_WRONG'])
  refuse('a path too long', (it) => it.inclusion[0].push('ab'.repeat(32)), ['INCLUSION_WRONG'])
  refuse('a path missing', (it) => it.inclusion.pop(), ['HEADER_WRONG', 'INCLUSION_WRONG'])
  refuse('an entry changed', (it) => (it.entries[1].at += 1), ['HASH_DIFFERS'])
  refuse('entries in another order', (it) => (exchange(it.entries), exchange(it.inclusion)), [
    'SEQUENCE_BROKEN',
    'TIME_RUNS_BACK',
  ])
  refuse('an earlier checkpoint', (it) => (it.checkpoint = four.checkpoints[0]!), [
    'INCLUSION_WRONG',
    'ENTRY_BEYOND_CHECKPOINT',
  ])
  refuse('a document changed', (it) => (it.documents[0].content += ' '), ['DOCUMENT_DIFFERS'])
  const forged = await rewritten(four)
  const proof = JSON.stringify({ ...proofOf(forged, [1]), documents: [] })
  bad.push({
    name: 'of a history rewritten with the true key',
    file: proof,
    root: ROOT,
    witness: four.log,
    findings: ['WITNESSED_ROOT_DIFFERS'],
  })
  return { good, bad }
}

/** Each file's name and what it says. */
export const makeVectors = async () => {
  const four = await exampleLedger({ size: 4, every: 2, withDocuments: true })
  const rotated = await exampleLedger({ size: 6, every: 3, rotateAt: 3 })
  return {
    'acts.json': await acts(),
    'audit.json': await auditVectors(),
    'canonical.json': canonical(),
    'checkpoints.json': await checkpoints(four),
    'commitments.json': commitments(),
    'entries.json': entries(rotated),
    'keys.json': keys(rotated),
    'ledgers.json': await ledgers(four, rotated),
    'proofs.json': await proofs(four),
    'tree.json': tree(),
  }
}

export type Vectors = Awaited<ReturnType<typeof makeVectors>>

/** How a vector file is written. */
export const vectorText = (content: object): string => `${JSON.stringify(content, null, 1)}\n`
