import { messages, useMessages } from '@steward/portal'
import { Alert, Button, Inline, PhoneIcon } from '@steward/ui'
import { useState } from 'react'
import type { TailLookup } from './client-lookup.ts'

const texts = messages({
  offer: { zh: '查手机尾号 {{tail}} 的客户', en: 'Clients whose phone ends in {{tail}}' },
  logged: { zh: '会记录在案', en: 'goes on record' },
  none: { zh: '没有手机尾号是 {{tail}} 的客户。', en: 'No client’s phone ends in {{tail}}.' },
})

/** By the end of a phone number: offered where four digits are typed, done only when asked for. */
export function TailOffer({ lookup }: { readonly lookup: TailLookup }) {
  const say = useMessages(texts)
  const [asking, setAsking] = useState(false)
  const { tail, hits, refused } = lookup
  if (refused) return <Alert type="warning" showIcon title={refused} />
  if (hits) return hits.length > 0 ? null : <Alert type="info" showIcon title={say('none', { tail })} />
  return (
    <Inline gap={2}>
      <Button
        icon={<PhoneIcon aria-hidden />}
        loading={asking}
        onClick={() => {
          setAsking(true)
          void lookup.ask().finally(() => setAsking(false))
        }}
      >
        {say('offer', { tail })}
      </Button>
      <span className="st-quiet st-small">{say('logged')}</span>
    </Inline>
  )
}
