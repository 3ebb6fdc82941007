import { failureOf, type Failure, type FailureCode } from '@steward/graphql-client'
import { messages, useMessages } from '../i18n/messages.ts'

const texts = messages({
  OFFLINE: {
    zh: '连不上服务器，请检查网络后重试。',
    en: 'The server cannot be reached. Check the network and try again.',
  },
  UNAVAILABLE: {
    zh: '系统正在重启或维护，请稍候重试。',
    en: 'The system is restarting. Please try again in a moment.',
  },
  RATE_LIMITED: {
    zh: '操作太频繁，请稍等片刻再试。',
    en: 'Too many attempts. Please wait a moment and try again.',
  },
  UNAUTHENTICATED: {
    zh: '登录已失效，请重新登录。',
    en: 'You are no longer signed in. Please sign in again.',
  },
  FORBIDDEN: { zh: '您的岗位没有这项权限。', en: 'Your role does not allow this.' },
  NOT_FOUND: {
    zh: '没有找到，可能不存在，或不在您的负责范围内。',
    en: 'Not found: it does not exist, or it lies outside your responsibility.',
  },
  BAD_REQUEST: {
    zh: '系统没有看懂这个请求，请刷新页面后重试。',
    en: 'The system did not understand this request. Reload the page and try again.',
  },
  TOO_COSTLY: {
    zh: '一次要的内容太多，请缩小范围。',
    en: 'That asks for too much at once. Please narrow it down.',
  },
  INTERNAL: {
    zh: '系统出了点问题，我们已经记录。',
    en: 'Something went wrong on our side. It has been recorded.',
  },
} as const satisfies Record<FailureCode, { zh: string; en: string }>)

/** Any error of a request, as one sentence and the number to quote. */
export function useFailure(): (error: unknown) => Failure & { readonly sentence: string } {
  const say = useMessages(texts)
  return (error) => {
    const failure = failureOf(error)
    return { ...failure, sentence: say(failure.code) }
  }
}
