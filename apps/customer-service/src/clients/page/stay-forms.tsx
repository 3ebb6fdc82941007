import {
  CLIENT_ACTION_LABELS,
  CLIENT_INPUTS,
  CLIENT_RELATION_LABELS,
  OCCUPANCY_RELATIONS,
  type OccupancyRelation,
} from '@steward/domain'
import { messages, useCheckInput, useMessages, useSay, useToday } from '@steward/portal'
import { Checkbox, Choice, Field, Fields, Form, Input, InputNumber, useFieldValue } from '@steward/ui'
import { UnitChoice } from '../../complaints/register/place-fields.tsx'
import { EndOccupancy, RecordOccupancy } from './archive-documents.ts'
import { optionsOf, stated } from './options.ts'
import { placeOf, type Stay } from './stay.ts'
import { useArchiveAct, type ArchiveSurroundings } from './use-archive-act.ts'

const texts = messages({
  relation: { zh: '关系', en: 'Relation' },
  fromOn: { zh: '自哪天起', en: 'From' },
  movedInOn: { zh: '实际入住日期', en: 'Moved in on' },
  movedInHint: { zh: '与上面不同时填写', en: 'Where it is another day' },
  share: { zh: '产权份额 %', en: 'Share in %' },
  shareHint: { zh: '共有产权时填写', en: 'Where there are several owners' },
  recorded: { zh: '已登记', en: 'Recorded' },
  toOn: { zh: '最后一天', en: 'Last day' },
  inError: { zh: '这条是登错的，撤销', en: 'It was recorded in error: take it back' },
  ended: { zh: '已登记迁出', en: 'Recorded' },
})

interface Values {
  readonly unitId?: string
  readonly relation: OccupancyRelation
  readonly fromOn: string
  readonly movedInOn?: string
  readonly sharePercent?: number
}

export function RecordStayForm({
  clientId,
  ...surroundings
}: ArchiveSurroundings & { readonly clientId: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const record = useArchiveAct(RecordOccupancy, say('recorded'), surroundings)
  const today = useToday()
  const inputOf = ({ unitId, relation, fromOn, movedInOn, sharePercent }: Values) => ({
    clientId,
    unitId: unitId ?? '',
    relation,
    fromOn,
    ...stated({ movedInOn }),
    ...(relation === 'OWNER' ? stated({ sharePercent }) : {}),
  })
  const verb = sayWord(CLIENT_ACTION_LABELS.recordOccupancy)
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ relation: 'OWNER', fromOn: today }}
      onCancel={surroundings.onClose}
      check={(values) => check(CLIENT_INPUTS.recordOccupancy, inputOf(values))}
      onSubmit={(values) => record(inputOf(values))}
    >
      <UnitChoice required />
      <Field name="relation" label={say('relation')}>
        <Choice options={optionsOf(OCCUPANCY_RELATIONS, CLIENT_RELATION_LABELS, sayWord)} />
      </Field>
      <Fields>
        <Field name="fromOn" label={say('fromOn')} required>
          <Input type="date" />
        </Field>
        <Field name="movedInOn" label={say('movedInOn')} hint={say('movedInHint')}>
          <Input type="date" />
        </Field>
        <ShareField />
      </Fields>
    </Form>
  )
}

export function ShareField() {
  const say = useMessages(texts)
  const relation = useFieldValue<OccupancyRelation>('relation')
  if (relation !== 'OWNER') return null
  return (
    <Field name="sharePercent" label={say('share')} hint={say('shareHint')}>
      <InputNumber min={0.01} max={100} precision={2} />
    </Field>
  )
}

interface Ending {
  readonly toOn?: string
  readonly recordedInError?: boolean
}

export function EndStayForm({ stay, ...surroundings }: ArchiveSurroundings & { readonly stay: Stay }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const end = useArchiveAct(EndOccupancy, say('ended'), surroundings)
  const today = useToday()
  const inputOf = ({ toOn, recordedInError = false }: Ending) => ({
    occupancyId: stay.id,
    expectedVersion: stay.version,
    recordedInError,
    ...(recordedInError ? {} : stated({ toOn })),
  })
  const verb = sayWord(CLIENT_ACTION_LABELS.endOccupancy)
  return (
    <Form<Ending>
      label={`${verb} · ${placeOf(stay)}`}
      verb={verb}
      initial={{ toOn: today }}
      onCancel={surroundings.onClose}
      check={(values) => check(CLIENT_INPUTS.endOccupancy, inputOf(values))}
      onSubmit={(values) => end(inputOf(values))}
    >
      <p className="st-strong">{placeOf(stay)}</p>
      <LastDayField />
      <Field name="recordedInError" label={say('inError')} toggles unlabelled>
        <Checkbox>{say('inError')}</Checkbox>
      </Field>
    </Form>
  )
}

function LastDayField() {
  const say = useMessages(texts)
  const inError = useFieldValue<boolean>('recordedInError') ?? false
  return (
    <Field name="toOn" label={say('toOn')}>
      <Input type="date" autoFocus disabled={inError} />
    </Field>
  )
}
