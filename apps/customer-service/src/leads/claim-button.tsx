import { LEAD_ACTION_LABELS } from '@steward/domain'
import { messages, useFreshAct, useMessages, useSay } from '@steward/portal'
import { Button, useNotify } from '@steward/ui'
import { useState } from 'react'
import { ClaimLead } from './lead-documents.ts'

const texts = messages({
  done: { zh: '已认领，请尽快联系', en: 'It is yours: get in touch soon' },
  gone: { zh: '刚被同事认领了', en: 'A colleague has just claimed it' },
})

interface ClaimButtonProps {
  readonly lead: { readonly id: string; readonly version: number; readonly name?: string | null }
  readonly onChanged: () => unknown
  readonly primary?: boolean
}

/** Takes a lead from the pool with one press; whoever comes second is told so. */
export function ClaimButton({ lead, onChanged, primary = false }: ClaimButtonProps) {
  const say = useMessages(texts)
  const verb = useSay()(LEAD_ACTION_LABELS.claim)
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const claim = useFreshAct(ClaimLead, async () => onChanged())
  const take = async () => {
    setBusy(true)
    const { done, refused, refusal } = await claim({ leadId: lead.id, expectedVersion: lead.version })
    setBusy(false)
    if (done) notify.done(say('done'))
    else notify.failed(refusal?.code === 'STALE_RECORD' ? say('gone') : (refused?.message ?? say('gone')))
    onChanged()
  }
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      loading={busy}
      aria-label={lead.name ? `${verb} ${lead.name}` : verb}
      onClick={() => void take()}
    >
      {verb}
    </Button>
  )
}
