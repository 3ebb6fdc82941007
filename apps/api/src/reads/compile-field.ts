import { getNamedType, GraphQLObjectType, type FieldNode } from 'graphql'
import { actionName } from './action-name.ts'
import { getField } from './comparable.ts'
import { jsonList, jsonObject, where, type Compilation, type ListSource, type View } from './compilation.ts'
import { connectionSql } from './compile-connection.ts'
import { branchesOf } from './compile-merged.ts'
import { fieldArguments } from './field-arguments.ts'
import { fixedOrderSql, rowConditions, tieSql } from './list-sql.ts'
import type { Field, Order } from './projection.ts'
import { publishedIdSql } from './published-id.ts'
import { publishedColumnSql } from './published-value.ts'
import { conditionSql, factSql, scopeSql, visibilitySql } from './scope-sql.ts'
import { literal } from './sql-writer.ts'
import { getObjectType, viewOf } from './view.ts'

/** The fields that the nodes select of the view's row, as columns named by their response keys. */
export function columnsSql(c: Compilation, view: View, nodes: readonly FieldNode[]): string {
  const fields = c.fields(view.type, nodes)
  return [...fields].map(([key, same]) => `${fieldSql(c, view, same)} as "${key}"`).join(', ')
}

function fieldSql(c: Compilation, view: View, nodes: readonly FieldNode[]): string {
  const name = nodes[0]!.name.value
  if (name === '__typename') return literal(view.type.name)
  const field = getField(view.projection, name)
  const visible = visibilitySql(c, view, field)
  const masked = field.kind === 'column' && field.masked ? `${view.alias}.${field.masked}` : 'null'
  if (visible === 'false') return masked
  const value = valueSql(c, view, field, nodes)
  return visible === 'true' ? value : `case when ${visible} then ${value} else ${masked} end`
}

function valueSql(c: Compilation, view: View, field: Field, nodes: readonly FieldNode[]): string {
  const { alias, projection } = view
  switch (field.kind) {
    case 'id':
      return publishedIdSql(projection.prefix ?? '', `${alias}.id`)
    case 'column':
      return publishedColumnSql(`${alias}.${field.column}`, field.format)
    case 'expression':
      return `(${field.expression.sql(alias, c.actor)})`
    case 'constant':
      return literal(field.value)
    case 'actor':
      return c.sql.parameter(
        ({ reader }) => JSON.stringify(reader ? field.value(reader.actor) : null),
        'json',
      )
    case 'actions':
      return actionsSql(c, view, field)
    case 'values':
      return valuesSql(c, view, field, nodes)
    case 'part':
      return jsonObject(c.columns({ ...viewOf(c, field.type, view.times), alias, proven: [] }, nodes))
    case 'one': {
      const target = child(c, view, field.type)
      const tie = [...tieSql(view, target), `${target.alias}.${field.key} = ${alias}.${field.by}`]
      return jsonObject(c.columns(target, nodes), rowsSql(target, tie))
    }
    case 'latest': {
      const target = child(c, view, field.type, 1, field.foreign)
      return jsonObject(
        c.columns(target, nodes),
        `${childrenSql(c, view, target, field.foreign, field.order)} limit 1`,
      )
    }
    case 'many': {
      const target = child(c, view, field.type, field.typically, field.foreign)
      const kept = field.only ? [`(${field.only.sql(target.alias, c.actor)})`] : []
      return jsonList(
        c.columns(target, nodes),
        childrenSql(c, view, target, field.foreign, field.order, kept, field.key),
      )
    }
    case 'connection':
      return nestedConnectionSql(c, view, field, nodes)
    case 'merged':
      return nestedConnectionSql(c, view, field, nodes, branchesOf(c, view, field))
  }
}

/** The view of a related type; charges the objects that it may add to the answer. `by`: its column that points here. */
function child(c: Compilation, parent: View, typeName: string, each = 1, by?: string): View {
  c.charge(parent.times * each)
  return viewOf(c, typeName, parent.times * (each || 1), by === undefined ? undefined : { view: parent, by })
}

/** Members of the listed objects are columns of the field's own query. */
function valuesSql(
  c: Compilation,
  view: View,
  { of, expression }: Extract<Field, { kind: 'values' }>,
  nodes: readonly FieldNode[],
): string {
  const type = getObjectType(c, of)
  const alias = c.sql.alias()
  c.charge(view.times)
  const fields = c.fields(type, nodes)
  const columns = [...fields].map(([key, [node]]) => {
    const name = node!.name.value
    return `${name === '__typename' ? literal(of) : `${alias}."${name}"`} as "${key}"`
  })
  return jsonList(columns.join(', '), `from (${expression.sql(view.alias, c.actor)}) ${alias}`)
}

const rowsSql = (view: View, tie: readonly string[]): string =>
  `from ${view.projection.table} ${view.alias} ${where([...tie, ...rowConditions(view)])}`

const childrenSql = (
  c: Compilation,
  parent: View,
  target: View,
  foreign: string,
  order: Order,
  kept: readonly string[] = [],
  key = 'id',
): string =>
  `${rowsSql(target, [...pointingHere(parent, target, foreign, key), ...kept])} ${fixedOrderSql(c, target, order)}`

const pointingHere = (parent: View, target: View, foreign: string, key = 'id'): string[] => [
  ...tieSql(parent, target),
  `${target.alias}.${foreign} = ${parent.alias}.${key}`,
]

function nestedConnectionSql(
  c: Compilation,
  parent: View,
  { type: typeName, foreign, list }: Extract<Field, { kind: 'connection' | 'merged' }>,
  nodes: readonly FieldNode[],
  branches?: readonly string[],
): string {
  const node = nodes[0]!
  const definition = parent.type.getFields()[node.name.value]
  const type = getNamedType(definition?.type)
  if (!definition || !(type instanceof GraphQLObjectType))
    throw new Error(`${node.name.value} is no connection`)
  const whole = child(c, parent, typeName, 0, foreign)
  // An entry has few of the records that its type can have: one, what that belongs to, and who did it.
  const view = branches ? { ...whole, times: whole.times / 4 } : whole
  const source: ListSource = {
    view,
    list,
    conditions: pointingHere(parent, view, foreign),
    ...(branches && { branches }),
  }
  return connectionSql(c, source, type, nodes, fieldArguments(c, definition, node))
}

/** The verbs open to the reader on this row, each once, in the table's order. */
function actionsSql(
  c: Compilation,
  view: View,
  { transitions }: Extract<Field, { kind: 'actions' }>,
): string {
  const status = factSql(c, view, 'status')
  const rows = transitions.flatMap((row) => {
    const scope = scopeSql(c, view, row.permission)
    if (scope === 'false' || row.from.length === 0) return []
    const from = `${status} in (${row.from.map(literal).join(', ')})`
    const requires = row.requires.map((name) => conditionSql(c, view, name))
    return [
      { action: row.action, open: [from, ...requires, ...(scope === 'true' ? [] : [scope])].join(' and ') },
    ]
  })
  const actions = [...new Set(rows.map(({ action }) => action))].map((action) => {
    const open = rows.filter((row) => row.action === action).map((row) => `(${row.open})`)
    return `case when ${open.join(' or ')} then ${literal(actionName(action))} end`
  })
  return `array_remove(array[${actions.join(', ')}]::text[], null)`
}
