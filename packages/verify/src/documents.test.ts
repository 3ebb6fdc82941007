import { describe, expect, it } from 'vitest'
import { check, codesOf, mutable, type MutableDocuments } from '../testing/tools.ts'
import { exampleLedger, ORG, uuid } from './example-ledger.ts'
import { sha256Hex } from './index.ts'

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
    ['salt', (all: MutableDocuments) => (all[0].openings[1].salt = all[3].openings[1].salt)],
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

it('accepts what the domain’s canonicalContent wrote, with its commitments and openings', async () => {
  const content = String.raw`{"content":{"amountMinor":10000,"approvedAt":"2026-11-20T02:00:00.000Z","name":{"c":"e0ced8694e4c763a2e50a9c5857bb1be333cb37153f2a704cd69d4789f78f6dc"},"options":[{"description":{"c":"fb1ff783b90e847252cd95983111f72cb6d888351fbd32a971dc038b74bc449c"},"kind":"GIFT"},{"description":null,"kind":"REFUND"}],"place":{"a/b~c":{"c":"2a5baf0370a24bf63e7279b633f9a0985b09c04ec2603637a5ac14a2d3b2708f"},"unit":null}},"subject":"Complaint","v":1}`
  const hash = '68f2179d516b6dabc219b1cf04c144aad376981c6ca400d257bdf5eb5639be96'
  const openings = [
    { path: '/name', salt: '01'.repeat(16), value: '王小明' },
    { path: '/options/0/description', salt: '02'.repeat(16), value: '果篮 "大"' },
    { path: '/place/a~1b~0c', salt: '03'.repeat(16), value: 'é' },
  ]
  const one = await exampleLedger({ size: 1, alter: (body) => ({ ...body, content: hash }) })
  const documents = [{ id: uuid(ORG, 'sign-off', 0), content, openings }]
  expect(await check({ ...one, documents })).toMatchObject({ valid: true, documents: 1, openings: 3 })
})
