import { say, text, type Locale, type Text } from '@steward/domain'
import { GraphQLError } from 'graphql'

/** Why a document that passed the door is not answered. */
type RefusalCode = 'FORBIDDEN' | 'BAD_REQUEST' | 'TOO_COSTLY' | 'UNAVAILABLE'

const TEXTS = {
  hiddenField: text(
    '不能按您无权查看的内容筛选或排序。',
    'You may not filter or order by what you may not see.',
  ),
  pageSize: text('first 须为 1 到 100 的整数。', 'first must be a whole number from 1 to 100.'),
  cursor: text('after 无效，或来自另一种排序。', 'after is not a cursor of this list and order.'),
  value: text('参数的值无效或超出范围。', 'The value of an argument is not valid or out of range.'),
  longAlias: text('字段别名不得超过 63 个字符。', 'An alias may have at most 63 characters.'),
  tooCostly: text(
    '一次查询的数据过多，请减少条数或层数。',
    'This asks for too much at once; ask for fewer or flatter lists.',
  ),
  tooSlow: text('查询用时过长，请缩小范围。', 'This took too long; narrow the search.'),
  oneMutation: text('每次请求只能包含一个变更操作。', 'A document holds exactly one mutation field.'),
  introspection: text(
    '只有合作方程序可以读取接口结构。',
    'Only the program of a partner may read the schema this way.',
  ),
  overSocket: text('订阅须通过 WebSocket。', 'Subscriptions go over the WebSocket.'),
  mixed: text('此项须单独查询。', 'This field must be asked for in a document of its own.'),
  unavailable: text('系统暂时不可用，请稍后再试。', 'The service is not available just now; try again soon.'),
} as const satisfies Record<string, Text>

/** A refusal on its way out of the compiler; no word of the schema or of the database is in it. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly words: Text

  constructor(code: RefusalCode, reason: keyof typeof TEXTS) {
    super(`${code}: ${TEXTS[reason].en}`)
    this.code = code
    this.words = TEXTS[reason]
  }

  /** As it leaves the API. A malformed or excessive document is HTTP 400; the others are answers of a healthy API, or 503. */
  toGraphQL(locale: Locale): GraphQLError {
    const http = { status: STATUS[this.code] }
    return new GraphQLError(say(this.words, locale), { extensions: { code: this.code, http } })
  }
}

const STATUS = {
  BAD_REQUEST: 400,
  TOO_COSTLY: 400,
  FORBIDDEN: 200,
  UNAVAILABLE: 503,
} as const satisfies Record<RefusalCode, number>
