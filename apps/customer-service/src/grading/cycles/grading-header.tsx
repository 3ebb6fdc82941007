import { messages, useMay, useMessages, usePortalPath } from '@steward/portal'
import { PageHeader, Stack, ViewTabs } from '@steward/ui'
import type { ReactNode } from 'react'

const texts = messages({
  title: { zh: '客户分级', en: 'Grading of clients' },
  views: { zh: '客户分级', en: 'Grading' },
  cycles: { zh: '评估周期', en: 'Cycles' },
  directory: { zh: '分级目录', en: 'Directory' },
  changes: { zh: '调整与申诉', en: 'Overrides and appeals' },
  due: { zh: '待重新评级', en: 'Due' },
})

const VIEWS = [
  { key: 'cycles', permission: 'gradingCycle:read' },
  { key: 'directory', permission: 'gradingCycle:read' },
  { key: 'changes', permission: 'evaluation:read' },
  { key: 'due', permission: 'gradingDue:read' },
] as const
export type GradingView = (typeof VIEWS)[number]['key']

/** The pages of grading under one head. */
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
        views={VIEWS.filter(({ permission }) => may(permission)).map(({ key }) => ({
          key,
          label: say(key),
          to: path(`grading/${key}`),
        }))}
      />
    </Stack>
  )
}
