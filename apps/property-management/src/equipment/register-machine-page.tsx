import { useQuery } from '@apollo/client/react'
import { EQUIPMENT_ACTION_LABELS, EQUIPMENT_INPUTS } from '@steward/domain'
import {
  FailureState,
  messages,
  useAct,
  useCheckInput,
  useMessages,
  usePortalPath,
  useSay,
} from '@steward/portal'
import { Form, Loading, PageHeader, Panel, useNotify, useUi } from '@steward/ui'
import { EquipmentPlaces } from './equipment-documents.ts'
import { RegisterEquipment } from './equipment-mutations.ts'
import { MachineFields, stated, type MachineValues } from './machine-fields.tsx'

const texts = messages({
  list: { zh: '设施设备台账', en: 'Equipment register' },
  done: { zh: '{{name}} 已登记，编号 {{number}}', en: '{{name}} is registered as {{number}}' },
})

/** A new machine; afterwards one stands on its page, where its inspections are scheduled. */
export function RegisterMachinePage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { routing } = useUi()
  const notify = useNotify()
  const check = useCheckInput()
  const register = useAct(RegisterEquipment)
  const { data, error, refetch } = useQuery(EquipmentPlaces)
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const [only, another] = data.projects
  const title = sayWord(EQUIPMENT_ACTION_LABELS.register)
  return (
    <>
      <PageHeader title={title} back={{ to: path('equipment'), label: say('list') }} />
      <Panel>
        <Form<MachineValues>
          label={title}
          verb={title}
          initial={only && !another ? { projectId: only.id } : {}}
          onCancel={() => routing.go(path('equipment'))}
          check={(values) => check(EQUIPMENT_INPUTS.register, values)}
          onSubmit={async (values) => {
            const { done, refused } = await register(stated(values))
            if (!done) return refused
            notify.done(say('done', { name: done.name, number: done.number }))
            routing.go(path(`equipment/${done.id}`))
            return undefined
          }}
        >
          <MachineFields places={data.projects} />
        </Form>
      </Panel>
    </>
  )
}
