import { useApolloClient } from '@apollo/client/react'
import { graphql, type FailureCode } from '@steward/graphql-client'
import { messages, useMessages, type Outcome } from '@steward/portal'
import { useNotify, type Refused } from '@steward/ui'

const SiteWhoChanged = graphql(/* GraphQL */ `
  query SiteWhoChanged($id: ID!) {
    node(id: $id) {
      id
      ... on Staff {
        name
      }
    }
  }
`)

const texts = messages({
  changed: {
    zh: '{{name}}刚刚更新过，现在看到的是最新的。',
    en: '{{name}} has just changed this; what you see now is the latest. ',
  },
  again: {
    zh: '您写的还在，看一眼再点一次。',
    en: 'Your words are still here: have a look and press again.',
  },
  gone: { zh: '这已不归您，可能转给了别人。', en: 'This is no longer yours: it may have been handed on.' },
  somebody: { zh: '同事', en: 'A colleague' },
  kept: {
    zh: '您写的已存在本机，有信号后再点一次。',
    en: 'What you wrote is kept on this device: press again when you are back online.',
  },
})

/** After these nobody knows whether the server did it: pressing again is the same act to it. */
const UNKNOWN = ['OFFLINE', 'UNAVAILABLE', 'INTERNAL'] as const satisfies readonly FailureCode[]

/** What a refused step is told with, beyond its sentence. */
interface Refusal {
  readonly __typename: string
  readonly changedBy?: string | null
}

/**
 * What happens after a step was asked for. Done: said, and every list in sight is asked anew. Refused because somebody was
 * faster: the record is brought anew first, so that pressing again acts on what one sees. No answer: nothing typed is lost,
 * and pressing again is the same act to the server.
 */
export function useSettle(): (
  outcome: Outcome<unknown, Refusal>,
  said: { readonly done: string; readonly typed: boolean },
) => Promise<Refused | undefined> {
  const say = useMessages(texts)
  const client = useApolloClient()
  const notify = useNotify()
  const askAnew = () => client.refetchQueries({ include: 'active' })
  const nameOf = async (id: string): Promise<string | undefined> => {
    const { data } = await client.query({ query: SiteWhoChanged, variables: { id } })
    return data?.node?.__typename === 'Staff' ? data.node.name : undefined
  }
  return async ({ refused, refusal, failure }, { done, typed }) => {
    if (!refused) {
      notify.done(done)
      void askAnew()
      return undefined
    }
    if (failure === 'NOT_FOUND') {
      await askAnew().catch(() => undefined)
      return { message: say('gone') }
    }
    if (UNKNOWN.some((code) => code === failure) && typed)
      return { message: `${refused.message ?? ''}${say('kept')}` }
    if (!refusal) return refused
    if (refusal.__typename !== 'StaleRecordError' && refusal.__typename !== 'WrongStatusError') return refused
    const [name] = await Promise.all([
      refusal.changedBy ? nameOf(refusal.changedBy).catch(() => undefined) : undefined,
      askAnew().catch(() => undefined),
    ])
    const changed = say('changed', { name: name ?? say('somebody') })
    return { message: typed ? `${changed}${say('again')}` : changed }
  }
}
