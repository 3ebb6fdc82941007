import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actor, NOW, uuid } from '../../test/given.ts'
import {
  actionsFrom,
  amendDocument,
  approveDocument,
  canonicalContent,
  changeDocument,
  changeMark,
  comeIntoForce,
  DOCUMENT_ACTIONS,
  DOCUMENT_TRANSITIONS,
  documentFacts,
  documentNumber,
  documentSeries,
  draftDocument,
  isDueOn,
  OPEN_REVISION_STATUSES,
  REVISION_STATUSES,
  rejectDocument,
  reviewDocument,
  retireDocument,
  revisionContent,
  revisionLabel,
  revisionShape,
  submitDocument,
  unreachable,
  withdrawDocument,
  type Actor,
  type ControlledDocument,
  type DocumentAtHand,
  type DocumentInput,
  type DocumentRevision,
  type Result,
} from '../index.ts'

let ids = 70_000
const newId = () => uuid(ids++)
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const refusalOf = (result: Result<unknown>) => (result.ok ? undefined : result.error)

const writer = actor('CR_SUPERVISOR')
const manager = actor('CS_MANAGER')
const reviewer = actor('QUALITY')
const director = actor('CS_DIRECTOR')
const head = {
  title: '客户投诉处理控制程序',
  executingDepartmentId: uuid(1),
  supervisingDepartmentId: uuid(2),
  editingDepartmentId: uuid(1),
  effectiveOn: null,
}
const CONTENT = { clauses: [{ heading: '目的', body: '规范投诉处理。' }] }

const first = (
  kind: DocumentInput<'draft'>['kind'] = 'CONTROL_PROCEDURE',
  by: Actor = writer,
): DocumentAtHand => {
  const input: DocumentInput<'draft'> = { kind, complaintId: null, ...head, content: {} }
  const given = { id: newId(), revisionId: newId(), number: 'CP-001', content: CONTENT, optionId: null }
  return { ...value(draftDocument(input, given, by, NOW)), base: null }
}

/** What the API does with a change. */
const after = (
  at: DocumentAtHand,
  { document, revision }: { document: Partial<ControlledDocument>; revision: Partial<DocumentRevision> },
): DocumentAtHand => ({
  ...at,
  document: { ...at.document, ...document },
  revision: { ...at.revision, ...revision, version: at.revision.version + 1 },
})
const step = (at: DocumentAtHand) => ({ expectedVersion: at.revision.version })
const submitted = (at: DocumentAtHand, by: Actor = writer) =>
  after(at, value(submitDocument(at, { ...step(at), changeReason: '缩短时限' }, 1, by, NOW)))
const inForce = (at: DocumentAtHand) => {
  const seen = { delegationId: null, note: null }
  const reviewed = after(at, value(reviewDocument(at, { ...step(at), ...seen }, reviewer, NOW)))
  const approver = at.revision.preparedById === manager.staffId ? director : manager
  const approved = after(
    reviewed,
    value(approveDocument(reviewed, { ...step(reviewed), ...seen }, approver, NOW)),
  )
  return after(approved, comeIntoForce(approved, NOW, manager.staffId))
}
const amended = (at: DocumentAtHand, by: Actor = writer): DocumentAtHand => {
  const given = { revisionId: newId(), ordinal: at.revision.ordinal + 1 }
  const { document, revision } = value(amendDocument(at, step(at), given, by, NOW))
  return { document: { ...at.document, ...document }, revision, base: at.revision }
}
const actions = ({ document, revision }: DocumentAtHand, by: Actor) =>
  actionsFrom(DOCUMENT_TRANSITIONS, by, documentFacts(document, revision))

describe('the life of a revision', () => {
  it('is reached as the table and the calendar lead', () => {
    const byItself = ['EFFECTIVE', 'SUPERSEDED'] as const
    expect(unreachable(DOCUMENT_TRANSITIONS, 'DRAFT', REVISION_STATUSES)).toEqual(byItself)
    expect(unreachable(DOCUMENT_TRANSITIONS, 'EFFECTIVE', ['OBSOLETE'])).toEqual([])
  })

  it('shows each hand what it can do', () => {
    const draft = first()
    expect(actions(draft, writer)).toEqual(['change', 'submit', 'withdraw'])
    const signing = submitted(draft)
    // Nobody reviews or approves what they prepared, nor approves what they reviewed, nor before it is reviewed.
    expect(actions(signing, writer)).toEqual(['withdraw'])
    expect(actions(signing, reviewer)).toEqual(['review', 'reject', 'withdraw'])
    expect(actions(signing, manager)).toEqual(['review', 'reject', 'withdraw'])
    const input = { ...step(signing), delegationId: null, note: null }
    const reviewed = after(signing, value(reviewDocument(signing, input, manager, NOW)))
    expect(actions(reviewed, manager)).toEqual(['reject', 'withdraw'])
    expect(actions(reviewed, director)).toEqual(['approve', 'reject', 'withdraw'])
    const valid = inForce(signing)
    expect(actions(valid, manager)).toEqual(['amend', 'retire'])
    // Who prepared it does not end it.
    expect(actions(inForce(submitted(first(), manager)), manager)).toEqual(['amend'])
    expect(actions(valid, actor('AUDITOR'))).toEqual([])
    expect(actions(valid, actor('ADMIN'))).toEqual([])
    const next = amended(valid)
    expect(actions({ ...next, revision: valid.revision }, manager)).toEqual([])
  })

  it('keeps the old revision in force until the new one is effective', () => {
    const valid = inForce(submitted(first()))
    const next = submitted(
      after(
        amended(valid),
        value(
          changeDocument(
            amended(valid),
            { expectedVersion: 1, ...head, effectiveOn: '2026-12-01', changeReason: '缩短时限', content: {} },
            { clauses: [{ heading: '目的', body: '规范投诉的受理与处理。' }] },
            writer,
            NOW,
          ),
        ),
      ),
    )
    expect(next.revision).toMatchObject({ label: 'A/1', mark: 'a', changeCount: 1 })
    expect(next.document.effectiveRevisionId).toBe(valid.revision.id)
    expect(isDueOn(next.revision, '2026-11-30')).toBe(false)
    expect(isDueOn(next.revision, '2026-12-01')).toBe(true)
    const force = comeIntoForce(next, NOW, null)
    expect(force.superseded).toMatchObject({ status: 'SUPERSEDED', endedAt: NOW })
    expect(force.document).toMatchObject({
      controlStatus: 'CONTROLLED',
      effectiveRevisionId: next.revision.id,
      openRevisionId: null,
    })
  })

  it('comes back as a draft with the reason, and is submitted anew', () => {
    const signing = submitted(first())
    const no = { ...step(signing), delegationId: null, reason: '时限不合理' }
    const back = after(signing, value(rejectDocument(signing, no, reviewer, NOW)))
    expect(back.revision).toMatchObject({ status: 'DRAFT', preparedById: null, rejectedReason: '时限不合理' })
    expect(submitted(back).revision.rejectedReason).toBe('时限不合理')
  })

  it('is not submitted where nothing is different, or nobody says why', () => {
    const draft = amended(inForce(submitted(first())))
    const reason = { ...step(draft), changeReason: '无' }
    expect(refusalOf(submitDocument(draft, reason, 1, writer, NOW))).toMatchObject({
      reason: 'nothingChanged',
    })
    const input = { ...step(draft), ...head, title: '投诉处理程序', changeReason: null, content: {} }
    const changed = after(draft, value(changeDocument(draft, input, CONTENT, writer, NOW)))
    const silent = submitDocument(changed, { ...step(changed), changeReason: null }, 1, writer, NOW)
    expect(refusalOf(silent)).toMatchObject({ fields: [{ path: 'changeReason' }] })
  })

  it('ends by withdrawal or as obsolete, the document with its last one', () => {
    const draft = first()
    const gone = after(draft, value(withdrawDocument(draft, { ...step(draft), reason: null }, writer, NOW)))
    expect(gone.document).toMatchObject({ controlStatus: 'OBSOLETE', openRevisionId: null })

    const valid = inForce(submitted(first()))
    const next = amended(valid)
    const dropped = after(next, value(withdrawDocument(next, { ...step(next), reason: null }, writer, NOW)))
    expect(dropped.document).toMatchObject({
      controlStatus: 'CONTROLLED',
      effectiveRevisionId: valid.revision.id,
      openRevisionId: null,
    })
    const ended = value(retireDocument(valid, { ...step(valid), reason: '合并' }, manager, NOW))
    expect(ended).toMatchObject({
      document: { controlStatus: 'OBSOLETE', effectiveRevisionId: null },
      revision: { status: 'OBSOLETE', endReason: '合并' },
      signs: 'CLOSED',
      comment: '合并',
    })
  })

  it('of the authority matrix never ends: the system goes by it', () => {
    const matrix = inForce(submitted(first('AUTHORITY_LIMITS')))
    expect(refusalOf(retireDocument(matrix, { ...step(matrix), reason: 'x' }, manager, NOW))).toMatchObject({
      reason: 'kindMayEnd',
    })
  })

  it('refuses a version that nobody sees any more, and whoever has no part in it', () => {
    const draft = first()
    expect(
      refusalOf(submitDocument(draft, { expectedVersion: 7, changeReason: null }, 1, writer, NOW)),
    ).toMatchObject({
      code: 'STALE_RECORD',
    })
    expect(
      refusalOf(submitDocument(draft, { ...step(draft), changeReason: null }, 1, actor('ADMIN'), NOW)),
    ).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })

  it('knows which statuses are on the way', () => {
    const after_ = REVISION_STATUSES.filter((it) => !OPEN_REVISION_STATUSES.includes(it))
    for (const status of after_)
      expect(
        DOCUMENT_ACTIONS.filter((action) =>
          DOCUMENT_TRANSITIONS.some((row) => row.action === action && row.from.includes(status)),
        ),
      ).toEqual(status === 'EFFECTIVE' ? ['amend', 'retire'] : [])
  })
})

describe('numbers', () => {
  it('follow the pattern of the kind', () => {
    expect(documentNumber(documentSeries('CONTROL_PROCEDURE', '2611'), 7)).toBe('CP-007')
    expect(documentNumber(documentSeries('SETTLEMENT_AGREEMENT', '2611'), 1_000)).toBe('SA-2611-1000')
    expect(() => documentNumber('CP', 0)).toThrow(RangeError)
  })

  it('of revisions and marks go on without end and never twice', () => {
    expect([0, 1, 9, 10, 259, 260].map(revisionLabel)).toEqual(['A/0', 'A/1', 'A/9', 'B/0', 'Z/9', 'AA/0'])
    expect([0, 1, 2, 26, 27, 28].map(changeMark)).toEqual([null, 'a', 'b', 'z', 'aa', 'ab'])
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), (one, other) => {
        expect(revisionLabel(one) === revisionLabel(other)).toBe(one === other)
        expect(changeMark(one) === changeMark(other)).toBe(one === other)
      }),
    )
  })
})

describe('what is signed', () => {
  const signed = (kind: DocumentInput<'draft'>['kind']) => {
    const { document, revision } = first(kind)
    const salt = () => new Uint8Array(16)
    return canonicalContent(
      'DocumentRevision',
      revisionContent(document, revision),
      revisionShape(kind),
      salt,
    )
  }

  it('is the company’s rules in clear, and what is said about a client as commitments', () => {
    expect(signed('CONTROL_PROCEDURE').text).toContain('规范投诉处理。')
    expect(signed('CONTROL_PROCEDURE').openings).toEqual([])
    expect(signed('SETTLEMENT_AGREEMENT').text).not.toContain('规范投诉处理。')
    expect(signed('SETTLEMENT_AGREEMENT').openings.map(({ path }) => path)).toEqual([
      '/clauses/0/heading',
      '/clauses/0/body',
    ])
  })

  it('binds number, revision, head and content', () => {
    const { document, revision } = first()
    const hash = (d: Partial<ControlledDocument>, r: Partial<DocumentRevision>) =>
      canonicalContent(
        'DocumentRevision',
        revisionContent({ ...document, ...d }, { ...revision, ...r }),
        revisionShape('CONTROL_PROCEDURE'),
        () => new Uint8Array(16),
      ).hash
    const hashes = [
      hash({}, {}),
      hash({ number: 'CP-002' }, {}),
      hash({}, { label: 'A/1' }),
      hash({}, { title: '别的' }),
      hash({}, { executingDepartmentId: uuid(9) }),
      hash({}, { effectiveOn: '2026-12-01' }),
      hash({}, { changeCount: 2 }),
      hash({}, { content: { clauses: [{ heading: '目的', body: '别的。' }] } }),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
    // Where it stands in its life is not part of what it says.
    expect(hash({}, { status: 'APPROVED', version: 9, approvedAt: NOW })).toBe(hashes[0])
  })
})
