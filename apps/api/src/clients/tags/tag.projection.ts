import { ID_PREFIXES } from '../../graphql/global-id.ts'
import { where } from '../../reads/filters.ts'
import { column, id, instant, one, projection } from '../../reads/projection.ts'
import { uuidOf } from '../../reads/published-id.ts'
import { listRoot } from '../../reads/roots.ts'
import { OF_CLIENT } from '../contacts/contact.projection.ts'
import { ClientTag, Tag } from './tag.entity.ts'

const internal = { class: 'internal' } as const

export const tagProjection = projection('Tag', {
  table: 'tag',
  entity: Tag,
  permission: 'tag:read',
  fields: {
    id: id(),
    nameZh: column('name_zh', internal),
    nameEn: column('name_en', internal),
    tone: column('tone', internal),
    kinds: column('kinds', internal),
    retiredAt: instant('retired_at', internal),
    version: column('version', internal),
  },
})

export const clientTagProjection = projection('ClientTag', {
  table: 'client_tag',
  entity: ClientTag,
  permission: 'client:readName',
  facts: OF_CLIENT,
  fields: {
    id: id(),
    tag: one('Tag', { class: 'personal', by: 'tag_id' }),
    taggedBy: one('Staff', { ...internal, by: 'tagged_by_id' }),
    taggedAt: instant('tagged_at', internal),
  },
})

export const tagRoots = { tags: listRoot('Tag', { order: [['nameZh', 'asc']], typically: 30 }) }

const tagUuids = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : []).flatMap((each) => uuidOf({ prefix: ID_PREFIXES.Tag }, each) ?? [])

/** Who bears one of them. */
export const tagFilter = where({
  discloses: ['tags'],
  bind: (value) => `{${tagUuids(value).join(',')}}`,
  sql: (alias, value) => `exists (select from client_tag t$
    where t$.org_id = ${alias}.org_id and t$.client_id = ${alias}.id and t$.tag_id = any(${value}::uuid[]))`,
  reference: (row, value, { rows }) =>
    rows('client_tag').some((it) => it.client_id === row.id && tagUuids(value).includes(String(it.tag_id))),
})
