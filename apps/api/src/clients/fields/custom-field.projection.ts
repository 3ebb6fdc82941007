import { fieldOrdinal, type FieldChoice } from '@steward/domain'
import { ID_PREFIXES } from '../../graphql/global-id.ts'
import { where } from '../../reads/filters.ts'
import { column, id, instant, one, projection, values, type Expression } from '../../reads/projection.ts'
import { uuidOf } from '../../reads/published-id.ts'
import { listRoot } from '../../reads/roots.ts'
import { OF_CLIENT } from '../contacts/contact.projection.ts'
import { ClientFieldValue, CustomField } from './custom-field.entity.ts'

const internal = { class: 'internal' } as const

export const customFieldProjection = projection('CustomField', {
  table: 'custom_field',
  entity: CustomField,
  permission: 'customField:read',
  fields: {
    id: id(),
    key: column('key', internal),
    labelZh: column('label_zh', internal),
    labelEn: column('label_en', internal),
    type: column('type', internal),
    class: column('class', internal),
    kinds: column('kinds', internal),
    choices: values('CustomFieldChoice', {
      ...internal,
      sql: (alias) => `select c$.choice ->> 'key' as key, c$.choice ->> 'zh' as zh, c$.choice ->> 'en' as en
        from jsonb_array_elements(${alias}.choices) with ordinality as c$(choice, position) order by c$.position`,
      reference: (row) => row.choices as FieldChoice[],
    }),
    isRequired: column('is_required', internal),
    unit: column('unit', internal),
    least: column('least', internal),
    most: column('most', internal),
    position: column('position', internal),
    retiredAt: instant('retired_at', internal),
    version: column('version', internal),
  },
})

export const clientFieldValueProjection = projection('ClientFieldValue', {
  table: 'client_field_value',
  entity: ClientFieldValue,
  permission: 'client:read',
  facts: OF_CLIENT,
  fields: {
    id: id(),
    field: one('CustomField', { ...internal, by: 'field_id' }),
    class: column('class', internal),
    value: column('internal_value', internal),
    personalValue: column('personal_value', { class: 'personal', permission: 'client:readParticulars' }),
    setBy: one('Staff', { ...internal, by: 'set_by_id' }),
    setAt: instant('set_at', internal),
    version: column('version', internal),
  },
})

export const customFieldRoots = {
  customFields: listRoot('CustomField', {
    order: [
      ['position', 'asc'],
      ['key', 'asc'],
    ],
    typically: 30,
  }),
}

/** The rows of a class; each class has a list of its own, because a list tells how many there are. */
export const ofClass = (name: 'INTERNAL' | 'PERSONAL' | 'SENSITIVE'): Expression<boolean> => ({
  sql: (alias) => `${alias}.class = '${name}'`,
  reference: (row) => row.class === name,
})

interface Wanted {
  readonly field: string | null
  readonly equals: string | null
  readonly contains: string | null
  readonly least: number | null
  readonly most: number | null
}

/** A bound that is none of any type keeps nobody. */
const NOBODY = 9_000_000_000_000_000

const wantedOf = (value: unknown): readonly Wanted[] =>
  (Array.isArray(value) ? value : []).map((each: Readonly<Record<string, unknown>>) => {
    const said = (name: string) => (typeof each[name] === 'string' ? each[name] : null)
    const [from, to] = [said('from'), said('to')]
    return {
      field: uuidOf({ prefix: ID_PREFIXES.CustomField }, each['fieldId']),
      equals: said('equals'),
      contains: said('contains')?.toLowerCase() ?? null,
      least: from === null ? null : (fieldOrdinal(from) ?? NOBODY),
      most: to === null ? null : (fieldOrdinal(to) ?? -NOBODY),
    }
  })

/** Clients of whom every condition holds, asked of the columns of one class alone: a filter on another class finds nothing there. */
const fieldFilter = (discloses: 'fieldValues' | 'personalFieldValues', of: 'internal' | 'personal') =>
  where({
    discloses: [discloses],
    bind: (value) => ({ wanted: wantedOf(value) }),
    sql: (alias, value) => `not exists (
      select from jsonb_to_recordset(${value}::jsonb -> 'wanted') as w$(field uuid, equals text, contains text, least bigint, most bigint)
       where not exists (select from client_field_value v$
        where v$.org_id = ${alias}.org_id and v$.client_id = ${alias}.id and v$.field_id = w$.field and v$.${of}_value is not null
          and (w$.equals is null or v$.${of}_value = w$.equals)
          and (w$.contains is null or position(w$.contains in lower(v$.${of}_value)) > 0)
          and (w$.least is null or v$.${of}_ordinal >= w$.least)
          and (w$.most is null or v$.${of}_ordinal <= w$.most)))`,
    reference: (row, value, { rows }) =>
      wantedOf(value).every((wanted) =>
        rows('client_field_value').some((it) => {
          const [kept, ordinal] = [it[`${of}_value`], it[`${of}_ordinal`]] as [string | null, number | null]
          return (
            it.client_id === row.id &&
            it.field_id === wanted.field &&
            kept !== null &&
            (wanted.equals === null || kept === wanted.equals) &&
            (wanted.contains === null || kept.toLowerCase().includes(wanted.contains)) &&
            (wanted.least === null || (ordinal !== null && ordinal >= wanted.least)) &&
            (wanted.most === null || (ordinal !== null && ordinal <= wanted.most))
          )
        }),
      ),
  })

export const FIELD_FILTERS = {
  fields: fieldFilter('fieldValues', 'internal'),
  personalFields: fieldFilter('personalFieldValues', 'personal'),
}
