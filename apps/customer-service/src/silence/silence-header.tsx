import { messages, useMay, useMessages, usePortalPath } from '@steward/portal'
import { PageHeader, ViewTabs } from '@steward/ui'

const texts = messages({
  title: { zh: '沉默预警', en: 'Silence' },
  subtitle: {
    zh: '客户比平时安静得久，或投诉无果后再无声息：去看看他们',
    en: 'Clients who are quiet for longer than usual, or since they complained in vain: go and see them',
  },
  parts: { zh: '沉默', en: 'Silence' },
  alerts: { zh: '预警', en: 'Alerts' },
  steps: { zh: '流失四步', en: 'Four steps' },
  rfm: { zh: 'RFM', en: 'RFM' },
  backtest: { zh: '回测与规则', en: 'Backtest and rule' },
})

export type SilencePart = 'alerts' | 'steps' | 'rfm' | 'backtest'

/** What the pages of silence have in common: where one is among them. */
export function SilenceHeader({ part }: { readonly part: SilencePart }) {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const views = [
    { key: 'alerts', label: say('alerts'), to: path('silence') },
    ...(may('silence:readFigures')
      ? (['steps', 'rfm', 'backtest'] as const).map((key) => ({
          key,
          label: say(key),
          to: path(`silence/${key}`),
        }))
      : []),
  ]
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      {views.length > 1 && <ViewTabs label={say('parts')} current={part} views={views} />}
    </>
  )
}
