import type { TypedDocumentNode } from '@apollo/client'
import type { Refusal, Success } from '@steward/graphql-client'
import { messages, useMessages } from '../i18n/messages.ts'
import { useAct, type Outcome } from './use-act.ts'

const texts = messages({
  stale: {
    zh: '刚有别人改过这条记录。已载入最新内容，您填写的还在；核对后请再提交一次。',
    en: 'Somebody has just changed this record. The newest version is loaded and what you entered is still here: check it and submit once more.',
  },
})

interface Payload {
  readonly __typename: string
}

/**
 * `useAct` for a record that others change too: when it has moved on, the newest version is loaded before the person is told, so
 * that pressing the button once more is enough.
 */
export function useFreshAct<Data extends Readonly<Record<keyof Data, Payload>>, Input>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  reload: () => Promise<unknown>,
): (input: Input) => Promise<Outcome<Success<Data[keyof Data]>, Refusal<Data[keyof Data]>>> {
  const act = useAct(mutation)
  const say = useMessages(texts)
  return async (input) => {
    const outcome = await act(input)
    const { refusal } = outcome
    if (refusal === undefined || !('code' in refusal) || refusal.code !== 'STALE_RECORD') return outcome
    await reload()
    return { refused: { message: say('stale') }, refusal }
  }
}
