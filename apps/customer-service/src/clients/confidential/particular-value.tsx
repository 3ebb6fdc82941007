import type { Particular } from '@steward/domain'
import { useSay, useViewer } from '@steward/portal'
import { Day, Money, useUi } from '@steward/ui'

export interface ParticularValueProps {
  readonly particular: Particular
  readonly value: string | number
}

/** What stands in a line, in the words of the person who reads it. */
export function ParticularValue({ particular: { kind, choices = {} }, value }: ParticularValueProps) {
  const say = useSay()
  const { organization } = useViewer()
  const { locale } = useUi()
  switch (kind) {
    case 'choice': {
      const words = choices[value]
      return <>{words ? say(words) : value}</>
    }
    case 'day':
      return <Day on={String(value)} />
    case 'money':
      return <Money minor={Number(value)} currency={organization.currency} />
    case 'area':
      return <>{new Intl.NumberFormat(locale).format(Number(value) / 100)} m²</>
    case 'count':
      return <>{new Intl.NumberFormat(locale).format(Number(value))}</>
    default:
      return <>{value}</>
  }
}
