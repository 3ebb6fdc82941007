import { useMessages } from '@steward/portal'
import { OutcomeStrip } from '@steward/ui'
import { barsOf, countsOf, STRIP_PLACES, stripTexts, type Outcome } from './webhook-words.ts'

/** The last messages of an endpoint, drawn. */
export function DeliveryStrip({
  recent,
  large = false,
}: {
  readonly recent: readonly Outcome[]
  readonly large?: boolean
}) {
  const say = useMessages(stripTexts)
  return (
    <OutcomeStrip
      label={recent.length === 0 ? say('nothingYet') : say('strip', countsOf(recent))}
      bars={barsOf(recent)}
      places={STRIP_PLACES}
      large={large}
    />
  )
}
