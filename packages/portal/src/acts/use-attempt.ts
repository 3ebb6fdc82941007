import { useApolloClient } from '@apollo/client/react'
import type { TypedDocumentNode } from '@apollo/client'
import { narrow } from '@steward/graphql-client'
import { toSignOf, type ToSign } from '../signing/signing.ts'

interface Payload {
  readonly __typename: string
}

/** One try of a mutation: done, or the server's refusal. Throws where no answer came. */
export function useAttempt<Data extends Readonly<Record<keyof Data, Payload>>, Input>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
) {
  const client = useApolloClient()
  return async (input: Input) => {
    const { data } = await client.mutate({ mutation, variables: { input } })
    const payload = data && (Object.values(data)[0] as Data[keyof Data] | undefined)
    if (!payload) throw new Error('the answer has no payload')
    return narrow(payload)
  }
}

/** What must be signed before a try can succeed. */
export const wantedBy = (result: { readonly ok: boolean; readonly refusal?: unknown }): ToSign | undefined =>
  result.ok ? undefined : toSignOf(result.refusal)
