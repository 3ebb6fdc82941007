import { say, text, type Locale, type Text } from '@steward/domain'
import { GraphQLError } from 'graphql'

const TEXTS = {
  UNAUTHENTICATED: text('请先登录。', 'Sign in first.'),
  FORBIDDEN: text('您的角色没有此项权限。', 'None of your roles may do this.'),
  NOT_FOUND: text('没有找到该记录。', 'There is no such record.'),
  RATE_LIMITED: text('操作过于频繁，请稍后再试。', 'Too many attempts; try again later.'),
} as const satisfies Record<string, Text>

/** Access refusals stand at the top level of the answer, never in a payload (house rule 7). */
export const accessError = (
  code: keyof typeof TEXTS,
  locale: Locale,
  details: Readonly<Record<string, unknown>> = {},
): GraphQLError => new GraphQLError(say(TEXTS[code], locale), { extensions: { ...details, code } })
