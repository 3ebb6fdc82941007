import { COST_CLASS_LABELS, ROLE_LABELS, type CostClass, type LabourRole } from '@steward/domain'
import { messages, useMessages, useMoneyText, useSay } from '@steward/portal'
import { StatusTag, type Tone } from '@steward/ui'

export const CLASS_TONES: Readonly<Record<CostClass, Tone>> = {
  ACQUISITION: 'info',
  RETENTION: 'good',
  SERVICE: 'warn',
  TRANSACTION: 'neutral',
}

export function CostClassTag({ costClass }: { readonly costClass: CostClass }) {
  const sayWord = useSay()
  return <StatusTag tone={CLASS_TONES[costClass]}>{sayWord(COST_CLASS_LABELS[costClass])}</StatusTag>
}

const texts = messages({
  minutes: { zh: '{{role}} {{minutes}} 分钟', en: '{{role}}, {{minutes}} min' },
  rate: { zh: '每小时 {{rate}}', en: '{{rate}} an hour' },
  material: { zh: '材料 {{sum}}', en: 'material {{sum}}' },
  outside: { zh: '外包 {{sum}}', en: 'outside {{sum}}' },
})

interface Parts {
  readonly labourMinutes: number
  readonly labourRole: LabourRole | null
  readonly rateMinor?: number | null
  readonly materialMinor?: number
  readonly outsideMinor?: number
}

/** What a cost is made of, in words. */
export function useCostParts(): (cost: Parts) => string {
  const say = useMessages(texts)
  const sayWord = useSay()
  const money = useMoneyText()
  return ({ labourMinutes, labourRole, rateMinor, materialMinor = 0, outsideMinor = 0 }) =>
    [
      labourMinutes > 0 &&
        labourRole &&
        say('minutes', { role: sayWord(ROLE_LABELS[labourRole]), minutes: labourMinutes }),
      labourMinutes > 0 && typeof rateMinor === 'number' && say('rate', { rate: money(rateMinor) }),
      materialMinor > 0 && say('material', { sum: money(materialMinor) }),
      outsideMinor > 0 && say('outside', { sum: money(outsideMinor) }),
    ]
      .filter(Boolean)
      .join(' · ')
}
