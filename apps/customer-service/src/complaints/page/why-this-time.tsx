import { useLazyQuery } from '@apollo/client/react'
import { graphql } from '@steward/graphql-client'
import { DueTimeArithmetic, messages, useMessages } from '@steward/portal'
import { Button, Stack } from '@steward/ui'
import { useState } from 'react'

const ExplainPromise = graphql(/* GraphQL */ `
  query ExplainPromise($id: ID!) {
    node(id: $id) {
      id
      ... on ComplaintPromise {
        explainDueTime {
          ...DueTimeArithmetic
        }
      }
    }
  }
`)

const texts = messages({
  why: { zh: '为什么是这个时间', en: 'Why this time' },
  hide: { zh: '收起', en: 'Hide' },
})

/** The due time as arithmetic that can be read out to a client: the rule, then day by day. */
export function WhyThisTime({ promiseId }: { readonly promiseId: string }) {
  const say = useMessages(texts)
  const [open, setOpen] = useState(false)
  const [explain, { data, loading }] = useLazyQuery(ExplainPromise, { fetchPolicy: 'network-only' })
  const found = data?.node?.__typename === 'ComplaintPromise' ? data.node.explainDueTime : undefined
  const toggle = () => {
    if (!open) void explain({ variables: { id: promiseId } })
    setOpen(!open)
  }
  return (
    <Stack gap={1}>
      <div>
        <Button size="small" type="link" loading={open && loading} aria-expanded={open} onClick={toggle}>
          {say(open ? 'hide' : 'why')}
        </Button>
      </div>
      {open && found && <DueTimeArithmetic explanation={found} />}
    </Stack>
  )
}
