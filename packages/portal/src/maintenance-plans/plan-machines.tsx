import { AppLink, Inline, Panel } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'
import { usePagePath } from '../routing/use-page-path.ts'
import { useMay } from '../session/viewer.tsx'
import type { PlanTextOf } from './plan-documents.ts'
import { CommentButton, RemarksAt, type Remarks } from './plan-remarks.tsx'

const texts = messages({
  machines: { zh: '设备（{{count}} 台）', en: { one: 'One machine', other: '{{count}} machines' } },
  retired: { zh: '已报废', en: 'retired' },
})

interface PlanMachinesProps {
  readonly text: PlanTextOf
  readonly remarks: Remarks
}

/** Of a facility plan: the machines that it is for, each with a way to its page. */
export function PlanMachines({ text, remarks }: PlanMachinesProps) {
  const say = useMessages(texts)
  const pageOf = usePagePath()
  const mayOpen = useMay()('equipment:read')
  const machines = text.machines ?? []
  return (
    <Panel
      title={say('machines', { count: machines.length })}
      actions={<CommentButton places={['equipmentIds']} remarks={remarks} />}
    >
      <Inline gap={3}>
        {machines.map(({ equipmentId, name, number, isRetired }) => (
          <span key={equipmentId}>
            {mayOpen ? (
              <AppLink to={pageOf({ portal: 'property-management', path: `equipment/${equipmentId}` })}>
                {name}
              </AppLink>
            ) : (
              name
            )}{' '}
            <span className="st-quiet st-small">
              {number}
              {isRetired && ` · ${say('retired')}`}
            </span>
          </span>
        ))}
      </Inline>
      <RemarksAt at="equipmentIds" remarks={remarks} />
    </Panel>
  )
}
