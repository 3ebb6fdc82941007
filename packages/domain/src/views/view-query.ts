import { CLIENT_KINDS, CLIENT_RELATIONS } from '../clients/client.ts'
import {
  CHANNELS,
  KINDS,
  SEVERITIES,
  STATUSES,
  TASK_STATUSES,
  type Channel,
  type Kind,
} from '../complaints/vocabulary.ts'
import { LEAD_REACHES, LEAD_STATUSES } from '../leads/vocabulary.ts'
import { text, type Text } from '../text.ts'

/** The lists that a view can be saved of. */
export const VIEW_PLACES = ['QUEUE', 'TASKS', 'CASES', 'CLIENTS', 'LEADS'] as const
export type ViewPlace = (typeof VIEW_PLACES)[number]

/** The ready-made views of the queue. */
export const QUEUE_VIEWS = [
  'waiting',
  'mine',
  'team',
  'unanswered',
  'overdue',
  'dueThisHour',
  'dueToday',
  'open',
  'all',
] as const
export const QUEUE_ORDERS = ['NEWEST', 'OLDEST', 'MOST_SEVERE', 'RECENTLY_CHANGED', 'NEXT_DUE'] as const

/** Orders of the list of clients. */
export const CLIENT_LIST_ORDERS = ['CODE', 'NAME', 'NEWEST'] as const
/** What a file may lack. */
export const CLIENT_GAPS = ['phone', 'email', 'manager'] as const
/** Clients in use, those archived, or both. */
export const CLIENT_STATES = ['active', 'archived', 'all'] as const
export const CLIENT_CASES = ['open', 'none'] as const

/** Orders of the list of leads. */
export const LEAD_ORDERS = ['NEWEST', 'NEXT_STEP', 'RETURNS_FIRST', 'RECENTLY_TOUCHED'] as const
/** The ready-made views of leads. */
export const LEAD_VIEWS = ['mine', 'pool', 'due', 'open', 'all'] as const
/** Side by side by state, or one below the other. */
export const LEAD_LAYOUTS = ['board', 'list'] as const

interface Form {
  readonly label: Text
  /** What one value looks like. */
  readonly fits: (value: string) => boolean
  /** Several values, divided by commas. */
  readonly many?: true
}

const among =
  (values: readonly (string | number)[]): Form['fits'] =>
  (value) =>
    values.some((known) => String(known) === value)
const matching =
  (form: RegExp): Form['fits'] =>
  (value) =>
    form.test(value)
const id = (prefix: string) => matching(new RegExp(`^${prefix}_[0-9a-f]{32}$`))
const day = matching(/^\d{4}-\d{2}-\d{2}$/)
const number: Form = { label: text('单号', 'Number'), fits: matching(/^[\d-]{1,20}$/) }
const flag = (label: Text): Form => ({ label, fits: among(['1']) })
const words = (label: Text, values: readonly (string | number | Channel | Kind)[]): Form => ({
  label,
  fits: among(values),
  many: true,
})
const ids = (label: Text, prefix: string): Form => ({ label, fits: id(prefix), many: true })

const STATUS = words(text('状态', 'Status'), STATUSES)
const SEVERITY = words(text('等级', 'Severity'), SEVERITIES)
const BUILDING = ids(text('楼栋', 'Building'), 'bld')
const PROJECT = ids(text('项目', 'Project'), 'prj')

/**
 * What the address of each list may say, and hence what a view of it may hold: filters and an order, nothing else. A filter only
 * narrows what its reader may see anyway.
 */
export const VIEW_FILTERS: Readonly<Record<ViewPlace, Readonly<Record<string, Form>>>> = {
  QUEUE: {
    view: { label: text('视图', 'View'), fits: among(QUEUE_VIEWS) },
    order: { label: text('排序', 'Order'), fits: among(QUEUE_ORDERS) },
    status: STATUS,
    severity: SEVERITY,
    kind: words(text('类别', 'Kind'), KINDS),
    channel: words(text('渠道', 'Channel'), CHANNELS),
    project: PROJECT,
    department: ids(text('承办部门', 'Department'), 'dep'),
    category: ids(text('事项分类', 'Category'), 'cat'),
    assignee: { label: text('承办人', 'Assignee'), fits: id('stf') },
    from: { label: text('登记自', 'Registered from'), fits: day },
    to: { label: text('登记至', 'Registered until'), fits: day },
    number,
  },
  TASKS: {
    mine: flag(text('我的', 'Mine')),
    overdue: flag(text('逾期', 'Overdue')),
    department: { label: text('执行部门', 'Department'), fits: id('dep') },
    project: PROJECT,
    status: { label: text('状态', 'Status'), fits: among(TASK_STATUSES) },
  },
  CASES: {
    all: flag(text('含已结', 'With ended ones')),
    status: STATUS,
    severity: SEVERITY,
    building: BUILDING,
    number,
  },
  LEADS: {
    view: { label: text('视图', 'View'), fits: among(LEAD_VIEWS) },
    layout: { label: text('排列', 'Layout'), fits: among(LEAD_LAYOUTS) },
    status: words(text('状态', 'Status'), LEAD_STATUSES),
    reached: { label: text('曾到达', 'Came as far as'), fits: among(LEAD_REACHES) },
    source: ids(text('来源', 'Source'), 'lsr'),
    campaign: ids(text('推广活动', 'Campaign'), 'cpn'),
    assignee: { label: text('负责人', 'Assigned to'), fits: id('stf') },
    project: PROJECT,
    from: { label: text('登记自', 'Opened from'), fits: day },
    to: { label: text('登记至', 'Opened until'), fits: day },
    order: { label: text('排序', 'Order'), fits: among(LEAD_ORDERS) },
  },
  CLIENTS: {
    kind: words(text('类别', 'Kind'), CLIENT_KINDS),
    relation: words(text('关系', 'Relation'), CLIENT_RELATIONS),
    project: PROJECT,
    building: BUILDING,
    manager: { label: text('专职客户经理', 'Key account manager'), fits: id('stf') },
    grade: { label: text('等级', 'Grade'), fits: matching(/^[\p{L}\p{N}+-]{1,20}$/u), many: true },
    lacks: words(text('缺少', 'Lacks'), CLIENT_GAPS),
    tag: ids(text('标签', 'Tag'), 'tag'),
    field: {
      label: text('自定义字段', 'Custom field'),
      fits: matching(/^fld_[0-9a-f]{32}~[ip]~(eq|has|from|to)~[^,~]{1,200}$/),
      many: true,
    },
    cases: { label: text('在办投诉', 'Open cases'), fits: among(CLIENT_CASES) },
    silent: { label: text('此后无来件', 'Silent since'), fits: day },
    from: { label: text('建档自', 'On file from'), fits: day },
    to: { label: text('建档至', 'On file until'), fits: day },
    state: { label: text('档案状态', 'State of the file'), fits: among(CLIENT_STATES) },
    order: { label: text('排序', 'Order'), fits: among(CLIENT_LIST_ORDERS) },
  },
}

/** Members of an address: `a=1&b=2,3`. Domain code runs where there is no URLSearchParams. */
const membersOf = (query: string): readonly (readonly [string, string])[] =>
  query
    .split('&')
    .filter((member) => member !== '')
    .map((member) => {
      const at = member.indexOf('=')
      return at < 0 ? [member, ''] : [member.slice(0, at), decode(member.slice(at + 1))]
    })

const decode = (value: string): string => {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '))
  } catch {
    return value
  }
}

/** What in the address the list cannot mean (any more): the name of a filter, or null for a member that is none. */
export const lostFilters = (
  place: ViewPlace,
  query: string,
): readonly { readonly name: string; readonly label: Text | null }[] =>
  membersOf(query).flatMap(([name, value]) => {
    const form = Object.hasOwn(VIEW_FILTERS[place], name) ? VIEW_FILTERS[place][name] : undefined
    const values = form?.many ? value.split(',') : [value]
    return form && values.every(form.fits) ? [] : [{ name, label: form?.label ?? null }]
  })

/** The address in the one way in which it is stored and compared: sorted by name, each name once. */
export const canonicalQuery = (query: string): string =>
  [...new Map(membersOf(query))]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
