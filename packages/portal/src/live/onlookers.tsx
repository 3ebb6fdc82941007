import { useApolloClient } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import { useEffect, useState } from 'react'
import { useList } from '../i18n/use-list.ts'
import { messages, useMessages } from '../i18n/messages.ts'

const OnlookersOfRecord = graphql(/* GraphQL */ `
  subscription OnlookersOfRecord($id: ID!) {
    onlookers(id: $id) {
      id
      name
    }
  }
`)

const texts = messages({
  looking: { zh: '{{names}} 也在查看', en: '{{names}} also looking' },
})

/** Who else has this record open now; whoever sees this line is seen in theirs. */
export function Onlookers({ id }: { readonly id: string }) {
  const say = useMessages(texts)
  const list = useList()
  const client = useApolloClient()
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => {
    const subscription = client
      .subscribe({ query: OnlookersOfRecord, variables: { id }, fetchPolicy: 'no-cache' })
      .subscribe({
        next: ({ data }) => setNames(data?.onlookers.map(({ name }) => name) ?? []),
        error: () => setNames([]),
      })
    return () => {
      subscription.unsubscribe()
      setNames([])
    }
  }, [client, id])
  return (
    <span className="st-quiet st-small" role="status">
      {names.length > 0 && say('looking', { names: list(names) })}
    </span>
  )
}
