import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, usePortalPath } from '@steward/portal'
import { Instant, PageHeader, Panel } from '@steward/ui'

const Erased = graphql(/* GraphQL */ `
  fragment ClientErased on Client {
    id
    code
    erasedAt
    erasureNumber
  }
`)

const texts = messages({
  back: { zh: '客户', en: 'Clients' },
  erased: { zh: '已按本人请求删除', en: 'Erased at the request of the person' },
})

/** All that there is to say of somebody who asked to be forgotten: that they did, the number of the certificate, the day. */
export function ClientErased({ client }: { readonly client: FragmentType<typeof Erased> }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { code, erasedAt, erasureNumber } = readFragment(Erased, client)
  return (
    <>
      <PageHeader title={code} back={{ to: path('clients'), label: say('back') }} />
      <Panel>
        {say('erased')} · <code>{erasureNumber ?? code}</code> · {erasedAt && <Instant at={erasedAt} />}
      </Panel>
    </>
  )
}
