import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { checkReadModel } from './check-read-model.ts'
import { is } from './filters.ts'
import { actions, column, id, many, one, projection, type Field } from './projection.ts'
import { readModel } from './read-model.ts'
import { connectionRoot, objectRoot, type Root } from './roots.ts'

const schema = buildSchema(`
  enum Order { NAME }
  type Thing { id: ID! name: String! owner: Thing things: [Thing!]! }
  type ThingEdge { node: Thing! }
  type ThingConnection { edges: [ThingEdge!]! }
  type Query { thing(id: ID!): Thing things(first: Int!, orderBy: Order, name: String): ThingConnection }
`)
const internal = { class: 'internal' } as const
const FIELDS: Record<string, Field> = {
  id: id(),
  name: column('name', internal),
  owner: one('Thing', { ...internal, by: 'owner_id' }),
  things: many('Thing', { ...internal, foreign: 'owner_id', order: [['name', 'asc']] }),
}
const ROOTS: Record<string, Root> = {
  thing: objectRoot('Thing'),
  things: connectionRoot('Thing', { orders: { NAME: [['name', 'asc']] }, filters: { name: is('name') } }),
}
const FACTS = { projectId: 'project_id' } as const

const faults = (fields: Record<string, Field>, roots: Record<string, Root> = {}): readonly string[] => {
  const thing = projection('Thing', {
    table: 'thing',
    prefix: 'thg',
    permission: 'project:read',
    facts: FACTS,
    fields: { ...FIELDS, ...fields },
  })
  return checkReadModel(schema, readModel([thing], { ...ROOTS, ...roots }))
}
const list = (more: object): Record<string, Root> => ({
  things: connectionRoot('Thing', {
    orders: { NAME: [['name', 'asc']] },
    filters: { name: is('name') },
    ...more,
  }),
})

describe('the check of projections against the schema', () => {
  it('finds no fault where they fit', () => {
    expect(faults({})).toEqual([])
  })

  it.each<[what: string, found: readonly string[], fault: RegExp]>([
    [
      'an undeclared field',
      checkReadModel(schema, readModel([], ROOTS)),
      /reads Thing, which nobody projects/,
    ],
    [
      'an unpublished field',
      faults({ other: column('other', internal) }),
      /Thing.other is declared, not published/,
    ],
    [
      'a hidden field that is not nullable',
      faults({ name: column('name', { class: 'personal', permission: 'client:readName' }) }),
      /Thing.name can be hidden/,
    ],
    [
      'a relation to nowhere',
      faults({ owner: one('Nothing', { ...internal, by: 'x' }) }),
      /leads to Nothing/,
    ],
    ['a relation declared as a value', faults({ owner: column('owner', internal) }), /declared as a value/],
    [
      'an order that cannot be compared',
      faults({}, list({ orders: { NAME: [['things', 'asc']] } })),
      /orders by things/,
    ],
    [
      'an order that the enum lacks',
      faults({}, list({ orders: { NAME: [['name', 'asc']], AGE: [['name', 'asc']] } })),
      /order AGE is declared/,
    ],
    [
      'an argument that filters nothing',
      faults({}, list({ filters: {} })),
      /filter name is published, not declared/,
    ],
    ['a filter by no field', faults({}, list({ filters: { name: is('nothing') } })), /filters by nothing/],
    [
      'a root that nobody declares',
      checkReadModel(schema, readModel([], {})),
      /Query.thing is published, not declared/,
    ],
    [
      'a condition without its facts',
      faults({
        name: actions([
          {
            action: 'a',
            from: ['X'],
            to: 'SAME',
            requires: ['noOpenTasks'],
            permission: 'project:read',
            accountable: 'ADMIN',
          },
        ]),
      }),
      /lacks the facts of noOpenTasks/,
    ],
  ])('names %s', (_, found, fault) => {
    expect(found.join('\n')).toMatch(fault)
  })

  it('refuses two projections of one type or prefix', () => {
    const thing = projection('Thing', {
      table: 'thing',
      prefix: 'thg',
      permission: 'signed-in',
      fields: FIELDS,
    })
    expect(() => readModel([thing, thing], {})).toThrow('Two projections declare Thing')
    expect(() => readModel([thing, { ...thing, type: 'Other' }], {})).toThrow('Two projections declare thg')
  })
})
