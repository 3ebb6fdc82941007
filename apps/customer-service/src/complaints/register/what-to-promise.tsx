import type { Kind, Purpose, Severity } from '@steward/domain'
import { messages, PromiseOutlook, useMessages } from '@steward/portal'
import { Panel, useFieldValue } from '@steward/ui'
import { ASKED } from './kinds.ts'

const texts = messages({
  title: { zh: '可以这样答应客户', en: 'What you can promise' },
})

/** What will be promised for what was chosen so far, in words to say on the telephone. */
export function WhatToPromise() {
  const say = useMessages(texts)
  const asked = ASKED[useFieldValue<Kind>('kind') ?? 'COMPLAINT']
  const severity = useFieldValue<Severity>('severity') ?? asked.severity
  const purpose = useFieldValue<Purpose>('purpose') ?? asked.purpose
  const categoryId = useFieldValue<string>('categoryId')
  const clientId = useFieldValue<string>('clientId')
  return (
    <Panel title={say('title')}>
      <PromiseOutlook severity={severity} purpose={purpose} categoryId={categoryId} clientId={clientId} />
    </Panel>
  )
}
