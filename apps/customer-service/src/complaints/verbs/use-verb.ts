import type { TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, RefusalDetails, useAct, useMessages, useViewer } from '@steward/portal'
import { moneyText, useUi, type Refused } from '@steward/ui'
import { useState } from 'react'
import type { Stale } from './stale-dialog.tsx'

interface Payload {
  readonly __typename: string
}

/** What surrounds the form of a verb. */
export interface VerbSurroundings {
  /** Brings the case anew, and with it the version to act on. */
  readonly onReload: () => Promise<unknown>
  readonly onDone: () => void
}

const WhoChanged = graphql(/* GraphQL */ `
  query WhoChanged($id: ID!) {
    node(id: $id) {
      id
      ... on Staff {
        name
      }
    }
  }
`)

const texts = messages({
  limit: {
    zh: '金额超出您的核决权限：须核决 {{amount}}，您的权限为 {{limit}}。请由上级审批。',
    en: 'Above your authority: {{amount}} is to be approved, your limit is {{limit}}. Somebody above you decides.',
  },
})

/** Sends a verb. Done: the page is brought anew. Refused because a colleague was faster: `stale`, and nothing typed is lost. */
export function useVerb<Data extends Readonly<Record<keyof Data, Payload>>, Input>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  { onReload, onDone }: VerbSurroundings,
) {
  const say = useMessages(texts)
  const { locale } = useUi()
  const { currency } = useViewer().organization
  const client = useApolloClient()
  const act = useAct(mutation)
  const [stale, setStale] = useState<
    Stale & { readonly again: (() => Promise<Refused | undefined>) | undefined }
  >()

  const nameOf = async (id: string): Promise<string | undefined> => {
    const { data } = await client.query({ query: WhoChanged, variables: { id } })
    return data?.node?.__typename === 'Staff' ? data.node.name : undefined
  }
  const send = async (input: Input): Promise<Refused | undefined> => {
    const { refused, refusal } = await act(input)
    if (!refused) {
      await onReload()
      onDone()
      return undefined
    }
    const details = readFragment(RefusalDetails, refusal as FragmentType<typeof RefusalDetails> | undefined)
    if (details?.__typename === 'StaleRecordError') {
      const { changedAt, changedBy, version } = details
      const by = changedBy ? await nameOf(changedBy).catch(() => undefined) : undefined
      // What was typed, on the state that the case is in now: for whoever knows that it still holds.
      const again = version ? () => send({ ...input, expectedVersion: version }) : undefined
      setStale({ at: changedAt, by, again })
      return {}
    }
    if (details?.__typename === 'LimitExceededError') {
      const money = (minor: number) => moneyText(minor, currency, locale)
      return {
        message: say('limit', { amount: money(details.amountMinor), limit: money(details.limitMinor) }),
      }
    }
    return refused
  }
  return { send, stale, forgetStale: () => setStale(undefined) }
}
