import { useQuery } from '@apollo/client/react'
import { EQUIPMENT_ACTION_LABELS, EQUIPMENT_INPUTS } from '@steward/domain'
import type { OneMachineQuery } from '@steward/graphql-client'
import { messages, useCheckInput, useFreshAct, useMessages, useSay } from '@steward/portal'
import { Alert, Field, Form, Input, Loading, Stack, useNotify } from '@steward/ui'
import { EquipmentPlaces } from './equipment-documents.ts'
import { AmendEquipment, RetireEquipment } from './equipment-mutations.ts'
import { MachineFields, stated, type MachineValues } from './machine-fields.tsx'

export type Machine = NonNullable<OneMachineQuery['equipment']>

export interface MachineFormProps {
  readonly machine: Machine
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

const texts = messages({
  amended: { zh: '已保存', en: 'Saved' },
  hint: {
    zh: '报废后不再检验、不能再报停机；历史记录保留，不能恢复。',
    en: 'It is not inspected any more and reports no outages. Its history stays; it does not come back.',
  },
  reason: { zh: '报废原因与去向', en: 'Why, and what becomes of it' },
  retired: { zh: '{{name}} 已报废', en: '{{name}} is retired' },
})

/** States a machine anew. */
export function AmendMachineForm({ machine, onReload, onClose }: MachineFormProps) {
  const say = useMessages(texts)
  const title = useSay()(EQUIPMENT_ACTION_LABELS.amend)
  const notify = useNotify()
  const check = useCheckInput()
  const amend = useFreshAct(AmendEquipment, onReload)
  const { data } = useQuery(EquipmentPlaces)
  if (!data) return <Loading />
  const { id, version, project, building } = machine
  const initial = {
    class: machine.class,
    name: machine.name,
    place: machine.place,
    projectId: project?.id,
    buildingId: building?.id,
    maker: machine.maker,
    model: machine.model,
    serial: machine.serial,
    installedOn: machine.installedOn,
    warrantyUntil: machine.warrantyUntil,
  }
  return (
    <Form<MachineValues>
      label={title}
      verb={title}
      initial={initial as Partial<MachineValues>}
      onCancel={onClose}
      check={(values) => check(EQUIPMENT_INPUTS.register, values)}
      onSubmit={async (values) => {
        const { refused } = await amend({ equipmentId: id, expectedVersion: version, ...stated(values) })
        if (refused) return refused
        notify.done(say('amended'))
        onClose()
        await onReload()
        return undefined
      }}
    >
      <MachineFields places={data.projects} />
    </Form>
  )
}

export function RetireMachineForm({ machine, onReload, onClose }: MachineFormProps) {
  const say = useMessages(texts)
  const title = useSay()(EQUIPMENT_ACTION_LABELS.retire)
  const notify = useNotify()
  const check = useCheckInput()
  const retire = useFreshAct(RetireEquipment, onReload)
  const step = { equipmentId: machine.id, expectedVersion: machine.version }
  return (
    <Form<{ readonly reason?: string }>
      label={title}
      verb={title}
      initial={{}}
      onCancel={onClose}
      check={(values) => check(EQUIPMENT_INPUTS.retire, { ...values, expectedVersion: machine.version })}
      onSubmit={async ({ reason = '' }) => {
        const { refused } = await retire({ ...step, reason })
        if (refused) return refused
        notify.done(say('retired', { name: machine.name }))
        onClose()
        await onReload()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Alert type="warning" showIcon title={say('hint')} />
        <Field name="reason" label={say('reason')} required>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Field>
      </Stack>
    </Form>
  )
}
