import { useQuery } from '@apollo/client/react'
import { EQUIPMENT_CLASS_LABELS, EQUIPMENT_CLASSES, type EquipmentClass } from '@steward/domain'
import { Button, Inline, Select, Stack } from '@steward/ui'
import { useState } from 'react'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { PlannableMachines } from './plan-writing-documents.ts'

const texts = messages({
  place: { zh: '请先选择项目', en: 'Choose the community first' },
  choose: { zh: '从台账选择设备', en: 'Choose from the register' },
  class: { zh: '按设备类别', en: 'By class of machines' },
  building: { zh: '按楼栋', en: 'By building' },
  all: { zh: '加入全部 {{count}} 台', en: { one: 'Add this one', other: 'Add all {{count}}' } },
})

interface MachinesSelectProps {
  readonly projectId: string | undefined
  readonly value?: readonly string[]
  readonly onChange?: (ids: string[]) => void
  readonly id?: string
}

/** Machines of one community, singly or all of a class or a building at once. Retired ones are not offered. */
export function MachinesSelect({ projectId, value = [], onChange, id }: MachinesSelectProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [ofClass, setClass] = useState<EquipmentClass>()
  const [building, setBuilding] = useState<string>()
  const { data } = useQuery(PlannableMachines, {
    variables: { project: projectId ?? '' },
    skip: !projectId,
  })
  const machines = data?.equipmentRegister.edges.map(({ node }) => node) ?? []
  const buildings = new Map(
    machines.flatMap((it) => (it.building ? [[it.building.id, it.building.name]] : [])),
  )
  const shown = machines.filter(
    (it) => (!ofClass || it.class === ofClass) && (!building || it.building?.id === building),
  )
  const missing = shown.filter((it) => !value.includes(it.id))
  return (
    <Stack gap={2}>
      <Select
        {...(id ? { id } : {})}
        mode="multiple"
        disabled={!projectId}
        placeholder={say(projectId ? 'choose' : 'place')}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...value]}
        options={machines
          .filter((it) => shown.includes(it) || value.includes(it.id))
          .map((it) => ({ value: it.id, label: `${it.name} · ${it.place} · ${it.number}` }))}
        onChange={(ids: string[]) => onChange?.(ids)}
      />
      {machines.length > 1 && (
        <Inline gap={2}>
          <Select
            aria-label={say('class')}
            placeholder={say('class')}
            allowClear
            popupMatchSelectWidth={false}
            value={ofClass ?? null}
            options={EQUIPMENT_CLASSES.filter((it) => machines.some(({ class: its }) => its === it)).map(
              (it) => ({
                value: it,
                label: sayWord(EQUIPMENT_CLASS_LABELS[it]),
              }),
            )}
            onChange={(it: EquipmentClass | null | undefined) => setClass(it ?? undefined)}
          />
          {buildings.size > 1 && (
            <Select
              aria-label={say('building')}
              placeholder={say('building')}
              allowClear
              popupMatchSelectWidth={false}
              value={building ?? null}
              options={[...buildings].map(([its, name]) => ({ value: its, label: name }))}
              onChange={(it: string | null | undefined) => setBuilding(it ?? undefined)}
            />
          )}
          {missing.length > 0 && (
            <Button onClick={() => onChange?.([...value, ...missing.map((it) => it.id)])}>
              {say('all', { count: missing.length })}
            </Button>
          )}
        </Inline>
      )}
    </Stack>
  )
}
