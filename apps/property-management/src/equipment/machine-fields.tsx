import { EQUIPMENT_CLASS_LABELS, EQUIPMENT_CLASSES, type EquipmentClass } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Field, Input, Select, Stack, useFieldValue } from '@steward/ui'

const texts = messages({
  class: { zh: '类别', en: 'Class' },
  name: { zh: '名称', en: 'Name' },
  nameHint: { zh: '现场怎么叫它，如“2 号楼 1 单元客梯”', en: 'As people on site call it' },
  project: { zh: '项目', en: 'Project' },
  building: { zh: '楼栋', en: 'Building' },
  whole: { zh: '服务整个项目', en: 'It serves the whole project' },
  place: { zh: '具体位置', en: 'Where it stands' },
  placeHint: { zh: '如“负二层水泵房”', en: 'In words' },
  maker: { zh: '生产厂家', en: 'Maker' },
  model: { zh: '型号', en: 'Model' },
  serial: { zh: '出厂编号', en: 'Serial number' },
  installed: { zh: '安装日期', en: 'Installed on' },
  warranty: { zh: '质保至', en: 'Warranty until' },
})

export interface MachineValues {
  readonly class?: EquipmentClass
  readonly name?: string
  readonly projectId?: string
  readonly buildingId?: string
  readonly place?: string
  readonly maker?: string
  readonly model?: string
  readonly serial?: string
  readonly installedOn?: string
  readonly warrantyUntil?: string
}

export interface PlaceChoice {
  readonly id: string
  readonly name: string
  readonly buildings: readonly { readonly id: string; readonly name: string }[]
}

/** Values as the server is sent them: what was left empty is left out. */
export const stated = (values: MachineValues) => {
  const { class: of = 'OTHER', name = '', projectId = '', place = '', ...rest } = values
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value))
  return { class: of, name, projectId, place, ...given } as Required<
    Pick<MachineValues, 'class' | 'name' | 'projectId' | 'place'>
  > &
    Omit<MachineValues, 'class' | 'name' | 'projectId' | 'place'>
}

/** All that is stated of a machine. */
export function MachineFields({ places }: { readonly places: readonly PlaceChoice[] }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const projectId = useFieldValue<string>('projectId')
  const buildings = places.find(({ id }) => id === projectId)?.buildings ?? []
  return (
    <Stack gap={3}>
      <Field name="class" label={say('class')} required>
        <Select
          options={EQUIPMENT_CLASSES.map((value) => ({
            value,
            label: sayWord(EQUIPMENT_CLASS_LABELS[value]),
          }))}
        />
      </Field>
      <Field name="name" label={say('name')} hint={say('nameHint')} required>
        <Input maxLength={80} />
      </Field>
      <Field name="projectId" label={say('project')} required>
        <Select options={places.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <Field name="buildingId" label={say('building')}>
        <Select
          allowClear
          placeholder={say('whole')}
          options={buildings.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field name="place" label={say('place')} hint={say('placeHint')} required>
        <Input maxLength={120} />
      </Field>
      <Field name="maker" label={say('maker')}>
        <Input maxLength={120} />
      </Field>
      <Field name="model" label={say('model')}>
        <Input maxLength={80} />
      </Field>
      <Field name="serial" label={say('serial')}>
        <Input maxLength={80} />
      </Field>
      <Field name="installedOn" label={say('installed')}>
        <Input type="date" />
      </Field>
      <Field name="warrantyUntil" label={say('warranty')}>
        <Input type="date" />
      </Field>
    </Stack>
  )
}
