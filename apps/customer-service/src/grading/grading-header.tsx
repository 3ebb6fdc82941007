import { messages, useMay, useMessages, usePortalPath } from '@steward/portal'
import { PageHeader, Stack, ViewTabs } from '@steward/ui'
import type { ReactNode } from 'react'
import { GRADING_VIEWS, type GradingView } from './grading-views.ts'

const texts = messages({
  title: { zh: '客户分级', en: 'Grading of clients' },
  views: { zh: '客户分级', en: 'Grading' },
  cycles: { zh: '评估周期', en: 'Cycles' },
  directory: { zh: '分级目录', en: 'Directory' },
  changes: { zh: '调整与申诉', en: 'Overrides and appeals' },
  due: { zh: '待重新评级', en: 'Due' },
  standards: { zh: '分级标准', en: 'Standard' },
  simulations: { zh: '模拟分级', en: 'Simulations' },
})

/** The pages of grading under one head: those that the viewer may open. */
export function GradingHeader(props: {
  readonly current: GradingView
  readonly subtitle: string
  readonly actions?: ReactNode
}) {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  return (
    <Stack gap={2}>
      <PageHeader title={say('title')} subtitle={props.subtitle} actions={props.actions} />
      <ViewTabs
        label={say('views')}
        current={props.current}
        views={GRADING_VIEWS.filter(({ permission }) => may(permission)).map(({ key }) => ({
          key,
          label: say(key),
          to: path(`grading/${key}`),
        }))}
      />
    </Stack>
  )
}
