import { messages, useMessages, type Outcome } from '@steward/portal'
import { Button, Dialog, Field, Form, Inline, Input } from '@steward/ui'
import { useState } from 'react'

const texts = messages({
  show: { zh: '显示号码', en: 'Show the number' },
  why: { zh: '为什么需要号码', en: 'What you need it for' },
  whyHint: { zh: '会记入审计，例如：上门前联系开门。', en: 'Goes on record, for example: to be let in.' },
  none: { zh: '没有登记号码', en: 'No number is recorded' },
  call: { zh: '拨打 {{phone}}', en: 'Call {{phone}}' },
})

interface RevealPhoneProps {
  readonly masked: string
  /** Absent where the role may not. */
  readonly onReveal?: (reason: string) => Promise<Outcome<{ readonly phone: string | null }, object>>
}

/** A masked number; the number itself for a reason, and then one press calls it. It is gone when the page is left. */
export function RevealPhone({ masked, onReveal }: RevealPhoneProps) {
  const say = useMessages(texts)
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<string | null>()
  if (shown) {
    return (
      <a className="st-strong" href={`tel:${shown}`} aria-label={say('call', { phone: shown })}>
        {shown}
      </a>
    )
  }
  return (
    <Inline gap={2}>
      <span>{masked}</span>
      {shown === null && <span className="st-quiet">{say('none')}</span>}
      {onReveal && shown === undefined && (
        <Button size="small" onClick={() => setAsking(true)}>
          {say('show')}
        </Button>
      )}
      {onReveal && (
        <Dialog open={asking} title={say('show')} onClose={() => setAsking(false)}>
          <Form<{ reason: string }>
            label={say('show')}
            verb={say('show')}
            onSubmit={async ({ reason }) => {
              const { done, refused } = await onReveal(reason)
              if (!done) return refused
              setShown(done.phone)
              setAsking(false)
              return undefined
            }}
          >
            <Field name="reason" label={say('why')} hint={say('whyHint')} required>
              <Input autoFocus maxLength={200} size="large" />
            </Field>
          </Form>
        </Dialog>
      )}
    </Inline>
  )
}
