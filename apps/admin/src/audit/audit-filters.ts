import { AUDIT_EVENT_LABELS, AUDIT_SUBJECTS } from '@steward/domain'
import type { AuditEntryFilter, AuditSubject } from '@steward/graphql-client'

/** What the page shows: all of it stands in the address, so that a finding can be sent as a link. */
export interface AuditState {
  readonly actor: string | undefined
  readonly kind: AuditSubject | undefined
  readonly verb: string | undefined
  /** First and last day, `yyyy-mm-dd`, in the organization's zone. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** Looked for in what changed and why, in numbers and names; a request's id too. */
  readonly text: string
  /** One record; set by links from its page. */
  readonly subject: string | undefined
  /** One entry; set by what a verification finds. */
  readonly entry: string | undefined
}

const DAY = /^\d{4}-\d\d-\d\d$/
const ID = /^[a-z]{3}_[0-9a-f]{32}$/

/** Reads an address; what it cannot mean is left out. */
export function readAudit(params: URLSearchParams): AuditState {
  const text = (name: string, form: RegExp) => {
    const value = params.get(name) ?? ''
    return form.test(value) ? value : undefined
  }
  const kinds = AUDIT_SUBJECTS.map((subject) => subject.toUpperCase() as AuditSubject)
  return {
    actor: text('actor', ID),
    kind: kinds.find((kind) => kind === params.get('kind')),
    verb: Object.keys(AUDIT_EVENT_LABELS).find((verb) => verb === params.get('verb')),
    from: text('from', DAY),
    to: text('to', DAY),
    text: params.get('text')?.trim() ?? '',
    subject: text('subject', ID),
    entry: text('entry', ID),
  }
}

export const writeAudit = (state: AuditState): URLSearchParams =>
  new URLSearchParams(
    Object.entries(state).flatMap(([name, value]): [string, string][] =>
      value ? [[name, String(value)]] : [],
    ),
  )

/** Midnight at which a day begins in a zone, as an instant. */
export function startOfDay(day: string, timeZone: string): string {
  const utc = Date.parse(`${day}T00:00:00Z`)
  const shown = (at: number) => {
    const parts = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
      at,
    )
    return Date.parse(`${parts.replace(' ', 'T')}Z`)
  }
  // Twice: the offset at the first guess may be that of the other side of a clock change.
  const guess = utc - (shown(utc) - utc)
  return new Date(utc - (shown(guess) - guess)).toISOString()
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

export const filterOf = (state: AuditState, timeZone: string): AuditEntryFilter => ({
  ...(state.actor ? { actor: state.actor } : {}),
  ...(state.kind ? { subjectType: [state.kind] } : {}),
  ...(state.verb ? { verb: [state.verb] } : {}),
  ...(state.text ? { text: state.text } : {}),
  ...(state.subject ? { subject: state.subject } : {}),
  ...(state.entry ? { entry: state.entry } : {}),
  ...(state.from ? { from: startOfDay(state.from, timeZone) } : {}),
  ...(state.to ? { before: startOfDay(nextDay(state.to), timeZone) } : {}),
})
