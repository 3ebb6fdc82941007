/** The reference of the API as a page, made from the schema: what its descriptions say, who may, and what it costs. */
import {
  PARTNER_SCOPES,
  PERMISSION_LABELS,
  ROLE_LABELS,
  rolesHolding,
  say,
  text,
  type Locale,
  type Permission,
  type Text,
} from '@steward/domain'
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql'
import type { DoorRule } from '../access/permission.ts'
import { COST_OF } from '../reads/limits.ts'
import { escapeHtml } from './escape-html.ts'
import { webhookReference } from './webhook-reference.ts'

const TEXTS = {
  title: text('接口参考', 'API reference'),
  explorer: text('打开调试台', 'Open the explorer'),
  other: text('English', '中文'),
  search: text('查找类型、字段、权限', 'Find a type, a field, a permission'),
  none: text('没有匹配的内容。', 'Nothing matches.'),
  intro: text(
    '由接口自身的描述生成，与正在运行的版本一致。合作方程序以 Authorization: Bearer stw_… 访问，只能看到自己登记的投诉；缺少权限的字段为 null。',
    'Made from the schema’s own descriptions, so it is always that of the running version. Programs of partners come with Authorization: Bearer stw_… and see the cases they registered themselves; a field without its scope reads null.',
  ),
  limits: text(
    '合作方文档最多 10 层对象、15 个别名、1,000 个词元。每次应答的 extensions.cost 说明花费与余额；超出每分钟额度时返回 429 与 Retry-After。',
    'Partners’ documents: at most 10 objects deep, 15 aliases, 1,000 tokens. extensions.cost of each answer tells what it cost and what is left; beyond the minute’s allowance the answer is 429 with Retry-After.',
  ),
  queries: text('查询', 'Queries'),
  mutations: text('变更', 'Mutations'),
  subscriptions: text('订阅', 'Subscriptions'),
  objects: text('对象', 'Objects'),
  interfaces: text('接口类型', 'Interfaces'),
  unions: text('联合类型', 'Unions'),
  inputs: text('输入', 'Inputs'),
  enums: text('枚举', 'Enums'),
  scalars: text('标量', 'Scalars'),
  who: text('谁可以', 'Who may'),
  anybody: text('任何人，无需登录', 'Anybody, signed in or not'),
  signedIn: text('任何已登录者', 'Anybody signed in'),
  scope: text('可授予合作方', 'open to partners'),
  cost: text('花费', 'Cost'),
  changeCost: text(`${COST_OF.change} 点`, `${COST_OF.change} points`),
  listCost: text(
    '每页 first + 1 点，再加所选的下级对象',
    '`first` + 1 points a page, and what is selected below',
  ),
  oneCost: text('每个对象 1 点', '1 point for each object'),
  returns: text('返回', 'Answers'),
  deprecated: text('已弃用', 'Deprecated'),
  members: text('可能是', 'One of'),
  isA: text('实现', 'Is a'),
} as const satisfies Record<string, Text>

/** Descriptions are plain sentences with `code` in backticks. */
const prose = (description: string | null | undefined): string =>
  description ? `<p>${escapeHtml(description).replaceAll(/`([^`]+)`/g, '<code>$1</code>')}</p>` : ''

const BUILT_IN = new Set(['String', 'Int', 'Float', 'Boolean', 'ID'])

const typeLink = (type: GraphQLType): string => {
  const { name } = getNamedType(type)
  const shown = escapeHtml(String(type))
  return BUILT_IN.has(name) ? `<code>${shown}</code>` : `<a href="#${name}"><code>${shown}</code></a>`
}

type Say = (words: Text) => string

const memberRow = (
  member: GraphQLInputField | GraphQLArgument | GraphQLField<unknown, unknown>,
  tell: Say,
): string => {
  const preset =
    'defaultValue' in member && member.defaultValue !== undefined
      ? ` = ${JSON.stringify(member.defaultValue)}`
      : ''
  const args =
    'args' in member && member.args.length > 0 ? `(${member.args.map(({ name }) => name).join(', ')})` : ''
  const gone = member.deprecationReason
    ? `<p class="gone">${tell(TEXTS.deprecated)}: ${escapeHtml(member.deprecationReason)}</p>`
    : ''
  return `<tr><th scope="row"><code>${member.name}${args}</code></th><td>${typeLink(member.type)}${escapeHtml(preset)}</td><td>${prose(member.description)}${gone}</td></tr>`
}

const table = (rows: readonly string[]): string =>
  rows.length > 0 ? `<div class="scroll"><table><tbody>${rows.join('')}</tbody></table></div>` : ''

const entry = (id: string, title: string, words: string, body: string): string =>
  `<section id="${id}" class="entry" data-words="${escapeHtml(`${title} ${words}`.toLowerCase())}"><h3><a href="#${id}">${title}</a></h3>${body}</section>`

const whoMay = (rule: DoorRule, locale: Locale): string => {
  const tell: Say = (words) => say(words, locale)
  if (rule === 'anonymous') return escapeHtml(tell(TEXTS.anybody))
  if (rule === 'signed-in') return escapeHtml(tell(TEXTS.signedIn))
  const permission: Permission = rule
  const roles = rolesHolding(permission).map((role) => tell(ROLE_LABELS[role]))
  const partners = PARTNER_SCOPES.includes(permission) ? ` <span class="tag">${tell(TEXTS.scope)}</span>` : ''
  return `<code>${permission}</code> ${escapeHtml(tell(PERMISSION_LABELS[permission]))}${partners}<br><small>${escapeHtml(roles.join(locale === 'en' ? ', ' : '、'))}</small>`
}

const rootEntry = (kind: string, field: GraphQLField<unknown, unknown>, locale: Locale): string => {
  const tell: Say = (words) => say(words, locale)
  const rule = field.extensions['permission'] as DoorRule
  const isList = field.args.some(({ name }) => name === 'first')
  const cost = kind === 'mutation' ? TEXTS.changeCost : isList ? TEXTS.listCost : TEXTS.oneCost
  const facts = [
    [TEXTS.who, whoMay(rule, locale)],
    [TEXTS.cost, escapeHtml(tell(cost)).replaceAll(/`([^`]+)`/g, '<code>$1</code>')],
    [TEXTS.returns, typeLink(field.type)],
  ] as const
  const list = facts.map(([term, value]) => `<div><dt>${tell(term)}</dt><dd>${value}</dd></div>`).join('')
  const body = `${prose(field.description)}<dl>${list}</dl>${table(field.args.map((argument) => memberRow(argument, tell)))}`
  return entry(`${kind}.${field.name}`, field.name, `${rule} ${field.description ?? ''}`, body)
}

const typeEntry = (type: GraphQLNamedType, locale: Locale): string => {
  const tell: Say = (words) => say(words, locale)
  const parts: string[] = [prose(type.description)]
  const words: string[] = [type.description ?? '']
  if (isObjectType(type) || isInterfaceType(type)) {
    const above = type.getInterfaces().map((parent) => typeLink(parent))
    if (above.length > 0) parts.push(`<p>${tell(TEXTS.isA)} ${above.join(', ')}</p>`)
  }
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    const fields = Object.values(type.getFields()) as (GraphQLField<unknown, unknown> | GraphQLInputField)[]
    words.push(...fields.map(({ name }) => name))
    parts.push(table(fields.map((field) => memberRow(field, tell))))
  }
  if (isUnionType(type))
    parts.push(
      `<p>${tell(TEXTS.members)} ${type
        .getTypes()
        .map((member) => typeLink(member))
        .join(' · ')}</p>`,
    )
  if (isEnumType(type)) {
    words.push(...type.getValues().map(({ name }) => name))
    parts.push(
      table(
        type
          .getValues()
          .map(
            (value) =>
              `<tr><th scope="row"><code>${value.name}</code></th><td>${prose(value.description)}</td></tr>`,
          ),
      ),
    )
  }
  return entry(type.name, type.name, words.join(' '), parts.join(''))
}

/** The whole page in one language. */
export const apiReference = (schema: GraphQLSchema, locale: Locale): string => {
  const tell: Say = (words) => say(words, locale)
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  const types = Object.values(schema.getTypeMap())
    .filter(
      (type) => !type.name.startsWith('__') && !BUILT_IN.has(type.name) && !roots.includes(type as never),
    )
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const fieldsOf = (kind: string, at: number) =>
    Object.values(roots[at]?.getFields() ?? {})
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((field) => rootEntry(kind, field, locale))
  const typesBy = (is: (type: GraphQLNamedType) => boolean) =>
    types.filter((type) => is(type)).map((type) => typeEntry(type, locale))
  const groups = (
    [
      ['queries', fieldsOf('query', 0)],
      ['mutations', fieldsOf('mutation', 1)],
      ['subscriptions', fieldsOf('subscription', 2)],
      ['objects', typesBy(isObjectType)],
      ['interfaces', typesBy(isInterfaceType)],
      ['unions', typesBy(isUnionType)],
      ['inputs', typesBy(isInputObjectType)],
      ['enums', typesBy(isEnumType)],
      ['scalars', typesBy(isScalarType)],
    ] as const
  ).filter(([, entries]) => entries.length > 0)
  const webhooks = webhookReference(locale, entry)
  const sections = [
    ...groups.map(([name, entries]) => ({ name, title: tell(TEXTS[name]), entries })),
    { name: 'webhooks', ...webhooks },
  ]
  const nav = sections
    .map(({ name, title, entries }) => `<a href="#${name}">${title}<small>${entries.length}</small></a>`)
    .join('')
  const body = sections
    .map(
      ({ name, title, entries }) =>
        `<section class="group"><h2 id="${name}">${title}</h2>${entries.join('')}</section>`,
    )
    .join('')
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${tell(TEXTS.title)} · 管家 Steward</title><link rel="stylesheet" href="reference.css"></head>
<body><header><a class="brand" href="/admin/">${MARK}<span>管家 Steward</span></a><strong>${tell(TEXTS.title)}</strong>
<a href="/explorer/">${tell(TEXTS.explorer)}</a><a href="?lang=${other}" lang="${other}">${tell(TEXTS.other)}</a></header>
<div class="page"><nav aria-label="${tell(TEXTS.title)}"><label for="search">${tell(TEXTS.search)}</label>
<input id="search" type="search" autocomplete="off">${nav}</nav>
<main><p>${tell(TEXTS.intro)}</p><p>${tell(TEXTS.limits)}</p><p id="none" hidden>${tell(TEXTS.none)}</p>${body}</main></div>
<script src="reference.js" defer></script></body></html>`
}

/** The seal of the house, as in the portals. */
const MARK = `<svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" fill="#ad3827"/><g fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"><path d="M6.5 14.5 16 7l9.5 7.5"/><path d="m10.5 19.5 4 4 7.5-8.5"/></g></svg>`
