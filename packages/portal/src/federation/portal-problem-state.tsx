import { ErrorState } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'
import type { PortalProblem } from './load-portal.ts'

const texts = messages({
  missing: { zh: '“{{portal}}”暂时不在', en: '{{portal}} is not there at the moment' },
  missingHint: {
    zh: '它可能正在更新，或还没有启动。',
    en: 'It may be being updated, or it has not been started.',
  },
  hanging: { zh: '“{{portal}}”迟迟没有回应', en: '{{portal}} does not answer' },
  hangingHint: {
    zh: '网络或服务器可能很忙，请稍后重试。',
    en: 'The network or the server may be busy. Try again in a moment.',
  },
  broken: { zh: '“{{portal}}”启动时出错', en: '{{portal}} failed while starting' },
  brokenHint: {
    zh: '这不是您的操作造成的，请告诉系统管理员。',
    en: 'This is nothing you did. Please tell your administrator.',
  },
  contract: { zh: '“{{portal}}”与当前版本不匹配', en: '{{portal}} does not fit this version' },
  contractHint: {
    zh: '它和外壳不是同一批发布的。重新载入页面；如果仍然这样，请告诉系统管理员。',
    en: 'It was published for another version of the shell. Load the page again; if that does not help, tell your administrator.',
  },
} as const satisfies Record<PortalProblem | `${PortalProblem}Hint`, { zh: string; en: string }>)

interface ProblemProps {
  readonly portal: string
  readonly problem: PortalProblem
  readonly onRetry: () => void
}

/** In place of a portal that could not be brought in; the rest of the shell works on. */
export function PortalProblemState({ portal, problem, onRetry }: ProblemProps) {
  const say = useMessages(texts)
  return <ErrorState title={say(problem, { portal })} hint={say(`${problem}Hint`)} onRetry={onRetry} />
}
