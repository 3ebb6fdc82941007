/** A row of a file as a client with a unit: what it says, in the words of the tables. */
import { maskEmail, maskPhone, type OccupancyRelation, type RecordValues } from '@steward/domain'
import { phoneTail } from '../../../clients/client-columns.ts'
import { searchGramsOf } from '../../../clients/search/search-grams.ts'
import { identityOf } from '../imported-rows.ts'
import type { KnownUnit } from '../known-places.ts'

const textOf = (values: RecordValues, field: string): string | null =>
  (values[field] as string | undefined) ?? null

/** Columns of `client` that a file states. */
export const CLIENT_COLUMNS = ['kind', 'relation', 'name', 'phone', 'email', 'source', 'referrer'] as const
export type ClientColumn = (typeof CLIENT_COLUMNS)[number]
export type ClientValues = Readonly<Record<ClientColumn, string | null>>

export const clientValues = (values: RecordValues): ClientValues => ({
  kind: textOf(values, 'kind'),
  relation: textOf(values, 'relation'),
  name: textOf(values, 'name'),
  phone: textOf(values, 'phone'),
  email: textOf(values, 'email'),
  source: textOf(values, 'source'),
  referrer: textOf(values, 'referrer'),
})

/** What is stored beside them. */
export const derivedColumns = ({ name, phone, email }: Pick<ClientValues, 'name' | 'phone' | 'email'>) => ({
  phone_masked: phone && maskPhone(phone),
  phone_tail: phoneTail(phone),
  email_masked: email && maskEmail(email),
  search_grams: searchGramsOf(name!),
})

export interface StatedStay {
  readonly unitId: string
  readonly relation: OccupancyRelation
  readonly fromOn: string
  readonly toOn: string | null
  readonly movedInOn: string | null
  readonly shareBasisPoints: number | null
}

const STAYING: readonly string[] = ['OWNER', 'OCCUPANT', 'COMMERCIAL'] satisfies readonly OccupancyRelation[]

/** Undefined where the row names no unit; null where it does, but not since when. */
export const stayOf = (values: RecordValues, unit: KnownUnit | undefined): StatedStay | null | undefined => {
  if (!unit) return undefined
  const movedInOn = textOf(values, 'movedInOn')
  const fromOn = textOf(values, 'fromOn') ?? movedInOn
  if (fromOn === null) return null
  const stated = textOf(values, 'stayRelation') ?? textOf(values, 'relation')
  const relation = (stated !== null && STAYING.includes(stated) ? stated : 'OCCUPANT') as OccupancyRelation
  const share = values['sharePercent'] as number | undefined
  return {
    unitId: unit.id,
    relation,
    fromOn,
    toOn: textOf(values, 'toOn'),
    movedInOn,
    shareBasisPoints: share === undefined || relation !== 'OWNER' ? null : Math.round(share * 100),
  }
}

/** What tells the client of a row from all others of the source; undefined where nothing does. */
export const clientIdentity = (values: RecordValues, unit: KnownUnit | undefined): string | undefined => {
  const [key, code, name, phone] = ['sourceKey', 'code', 'name', 'phone'].map((it) => textOf(values, it!))
  if (key != null) return identityOf('key', key)
  if (code != null) return identityOf('code', code)
  if (phone != null) return identityOf('phone', name!, phone)
  return unit && identityOf('unit', name!, unit.id)
}

export interface StatedContact {
  readonly name: string
  readonly phone: string | null
  readonly position: string | null
}

export const contactsOf = (values: RecordValues): readonly StatedContact[] => {
  const contact = (name: string, phone: string, position?: string): readonly StatedContact[] => {
    const found = { name: textOf(values, name), phone: textOf(values, phone) }
    if (found.name === null && found.phone === null) return []
    return [
      {
        name: found.name ?? textOf(values, 'name')!,
        phone: found.phone,
        position: position === undefined ? null : textOf(values, position),
      },
    ]
  }
  const other = textOf(values, 'otherPhone')
  return [
    ...contact('contactName', 'contactPhone', 'contactPosition'),
    ...contact('otherContactName', 'otherContactPhone'),
    ...(other === null ? [] : [{ name: textOf(values, 'name')!, phone: other, position: null }]),
  ]
}

export const consentsOf = (values: RecordValues): readonly string[] =>
  (values['consentPurposes'] as readonly string[] | undefined) ?? []

export const consentWayOf = (values: RecordValues): string => textOf(values, 'consentWay') ?? 'SIGNED'

export const codeOf = (values: RecordValues): string | null => textOf(values, 'code')

export const documentNumberOf = (values: RecordValues): string | null => textOf(values, 'idDocumentNumber')
