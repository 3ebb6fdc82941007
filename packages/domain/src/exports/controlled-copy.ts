/** Controlled copies 受控副本 of client information: numbered, signed for, due back, returned or destroyed. */
import type { Actor } from '../access/actor.ts'
import type { FactBag } from '../access/facts.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import { staleness } from '../complaints/complaint-change.ts'
import { fail, invalidInput, notEligible, ok, type DomainError, type Result } from '../errors.ts'
import { refusal, type Transition } from '../lifecycle/state-machine.ts'
import type { ContentShape } from '../sign-off/canonical-content.ts'
import { text } from '../text.ts'
import type { CopyInput } from './export-inputs.ts'
import { isForSubject, type CopyAction, type CopyStatus, type ExportForm } from './vocabulary.ts'

/** The row of the table `controlled_copy`. */
export interface ControlledCopy {
  id: string
  requestId: string
  /** `UR-2611-001-01`, as it is written on each page. */
  number: string
  status: CopyStatus
  form: ExportForm
  projectId: string | null
  requestedById: string
  /** Who answers for it: the colleague who gets it, else who asked for it. */
  holderId: string
  /** As it is written on the copy. */
  recipient: string
  /** The hidden mark of this copy and of no other: 40 bits, hex. */
  mark: string
  /** Of 100, while it is being produced. */
  progress: number
  producedAt: Date | null
  /** The stored file, until it is signed for: then the bytes are gone, and their hash stays. */
  fileId: string | null
  /** SHA-256 of the file's bytes, hex. */
  fileHash: string | null
  sizeBytes: number | null
  receivedAt: Date | null
  /** Who signed on paper, where that is somebody outside. */
  signer: string | null
  /** The last local day of use: then it is back, or destroyed. */
  dueOn: string
  returnedAt: Date | null
  returnedToId: string | null
  returnNote: string | null
  /** The destruction record, from the first of its two signatures on. */
  destructionRevisionId: string | null
  destroyedAt: Date | null
  /** How often it was chased: 1 warned, 2 told above. */
  chased: number
  version: number
  updatedAt: Date
  updatedById: string | null
}

const base = { class: 'internal', permission: 'controlledCopy:read' } as const satisfies FieldRule
const named = { class: 'personal', permission: 'controlledCopy:read' } as const satisfies FieldRule

export const CONTROLLED_COPY_FIELDS: Readonly<Record<keyof ControlledCopy, FieldRule>> = {
  id: base,
  requestId: base,
  number: base,
  status: base,
  form: base,
  projectId: base,
  requestedById: base,
  holderId: base,
  recipient: named,
  mark: { class: 'internal', permission: 'controlledCopy:readMark' },
  progress: base,
  producedAt: base,
  fileId: base,
  fileHash: base,
  sizeBytes: base,
  receivedAt: base,
  signer: named,
  dueOn: base,
  returnedAt: base,
  returnedToId: base,
  returnNote: named,
  destructionRevisionId: base,
  destroyedAt: base,
  chased: base,
  version: base,
  updatedAt: base,
  updatedById: base,
}

/** What its recipient signs for. */
export const COPY_SHAPE: { readonly [key: string]: ContentShape } = {
  copy: {
    number: 'internal',
    form: 'internal',
    recipient: 'personal',
    holderId: 'internal',
    signer: 'personal',
    fileHash: 'internal',
    dueOn: 'internal',
  },
}

type Row = Transition<CopyStatus, CopyAction>
const row = (
  action: CopyAction,
  from: readonly CopyStatus[],
  to: CopyStatus | 'SAME',
  rest: Partial<Row> = {},
): Row => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'CS_MANAGER',
  ...rest,
  permission: `controlledCopy:${action}`,
})

/** That it is destroyed, the second signature of the record says; `destroy` gives the first. */
export const COPY_TRANSITIONS: readonly Row[] = [
  row('produce', ['FAILED'], 'PRODUCING', { accountable: 'CR_SPECIALIST' }),
  row('fetch', ['PRODUCED'], 'SAME', { accountable: 'CR_SPECIALIST' }),
  row('receive', ['PRODUCED'], 'HELD', { signs: 'RECEIVED', accountable: 'CR_SPECIALIST' }),
  row('return', ['HELD'], 'RETURNED'),
  row('destroy', ['PRODUCED', 'HELD', 'RETURNED'], 'SAME', { signs: 'PREPARED' }),
]

/** `own`: who asked for it; `mine`: who answers for it. */
export const copyFacts = (
  it: Pick<ControlledCopy, 'status' | 'projectId' | 'requestedById' | 'holderId'>,
): FactBag & { readonly status: CopyStatus } => ({
  status: it.status,
  projectId: it.projectId,
  registeredById: it.requestedById,
  recipientId: it.holderId,
})

const refused = (
  action: CopyAction,
  copy: ControlledCopy,
  { expectedVersion }: { readonly expectedVersion: number },
  actor: Actor,
): DomainError | undefined =>
  staleness(copy, expectedVersion) ?? refusal(COPY_TRANSITIONS, action, actor, copyFacts(copy))

const by = (actor: Actor, now: Date) => ({ updatedAt: now, updatedById: actor.staffId })

/** Its making failed, and is tried again as it was approved. */
export const produceCopyAgain = (
  copy: ControlledCopy,
  input: CopyInput<'produce'>,
  actor: Actor,
  now: Date,
): Result<Partial<ControlledCopy>> => {
  const no = refused('produce', copy, input, actor)
  return no ? fail(no) : ok({ status: 'PRODUCING', progress: 0, ...by(actor, now) })
}

/** A link to the file. @returns nothing changes of the copy but who touched it last */
export const fetchCopy = (
  copy: ControlledCopy,
  input: CopyInput<'fetch'>,
  actor: Actor,
  now: Date,
): Result<Partial<ControlledCopy>> => {
  const no = refused('fetch', copy, input, actor)
  return no ? fail(no) : ok(by(actor, now))
}

const SIGNER = text('请填写在纸上签收的人。', 'Name who signed on paper.')

/** From here on the holder answers for it. @param outside the recipient is nobody of ours */
export const receiveCopy = (
  copy: ControlledCopy,
  input: CopyInput<'receive'>,
  outside: boolean,
  actor: Actor,
  now: Date,
): Result<Partial<ControlledCopy>> => {
  const no = refused('receive', copy, input, actor)
  if (no) return fail(no)
  if (outside && input.signer === null) return fail(invalidInput({ path: 'signer', message: SIGNER }))
  return ok({
    // What a person has of their own comes back to nobody.
    status: isForSubject(copy.form) ? 'GIVEN' : 'HELD',
    receivedAt: now,
    fileId: null,
    signer: outside ? input.signer : null,
    ...by(actor, now),
  })
}

const OWN_RETURN = notEligible(
  'actorIsNotHolder',
  text('副本须由他人收回，不能自己收回自己的。', 'Somebody else takes a copy back, not who holds it.'),
)

export const returnCopy = (
  copy: ControlledCopy,
  input: CopyInput<'return'>,
  actor: Actor,
  now: Date,
): Result<Partial<ControlledCopy>> => {
  const no = refused('return', copy, input, actor)
  if (no) return fail(no)
  if (copy.holderId === actor.staffId) return fail(OWN_RETURN)
  return ok({
    status: 'RETURNED',
    returnedAt: now,
    returnedToId: actor.staffId,
    returnNote: input.note,
    ...by(actor, now),
  })
}

const BEING_CERTIFIED = notEligible(
  'noDestructionIsOpen',
  text('销毁记录正在等待监销人签字。', 'A destruction record awaits the supervising manager already.'),
)

/** May it be destroyed? @param recordIsOpen a record of it awaits its second signature */
export const destroyCopy = (
  copy: ControlledCopy,
  input: CopyInput<'destroy'>,
  recordIsOpen: boolean,
  actor: Actor,
): DomainError | undefined =>
  refused('destroy', copy, input, actor) ?? (recordIsOpen ? BEING_CERTIFIED : undefined)

/** Days past the last day of use; 0: not overdue. */
export const overdueDays = (
  { status, dueOn }: Pick<ControlledCopy, 'status' | 'dueOn'>,
  today: string,
): number =>
  status === 'PRODUCED' || status === 'HELD'
    ? Math.max(0, Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000))
    : 0

/** `UR-2611-001-03`. */
export const copyNumber = (request: string, nth: number): string =>
  `${request}-${String(nth).padStart(2, '0')}`
