import {
  INSPECTION_ACTION_LABELS,
  INSPECTION_BASES,
  INSPECTION_BASIS_LABELS,
  INSPECTION_INPUTS,
  INSPECTION_RESULT_LABELS,
  INSPECTION_RESULTS,
  nextInspectionOn,
  type InspectionBasis,
  type InspectionResult,
} from '@steward/domain'
import type { InspectionFactsFragment } from '@steward/graphql-client'
import { messages, useCheckInput, useFreshAct, useMessages, useSay, useToday } from '@steward/portal'
import { Choice, Field, Form, Input, InputNumber, Stack, useNotify } from '@steward/ui'
import {
  AmendEquipmentInspection,
  RecordEquipmentInspection,
  ScheduleEquipmentInspection,
} from './equipment-mutations.ts'

const texts = messages({
  name: { zh: '检验名称', en: 'What is inspected' },
  nameHint: { zh: '如“年度定期检验”“消防联动测试”', en: 'As people call it' },
  basis: { zh: '依据', en: 'Asked for by' },
  every: { zh: '每几个月一次', en: 'Every how many months' },
  last: { zh: '上次检验', en: 'Last time' },
  next: { zh: '下次到期', en: 'Next due' },
  byWhom: { zh: '检验单位', en: 'Carried out by' },
  scheduled: { zh: '检验已安排', en: 'The inspection is scheduled' },
  saved: { zh: '已保存', en: 'Saved' },
  doneOn: { zh: '检验日期', en: 'Done on' },
  result: { zh: '结果', en: 'Result' },
  certificate: { zh: '合格证 / 报告编号', en: 'Certificate or report no.' },
  note: { zh: '说明', en: 'Note' },
  nextHint: { zh: '留空则从检验日期起按周期推算', en: 'Empty: reckoned from the day it was done' },
  recorded: { zh: '结果已登记，下次 {{on}}', en: 'Recorded; the next one is due on {{on}}' },
})

type Inspection = InspectionFactsFragment

interface InspectionFormProps {
  readonly equipmentId: string
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

interface Values {
  readonly name?: string
  readonly basis: InspectionBasis
  readonly everyMonths?: number | null
  readonly lastOn?: string
  readonly nextOn?: string
  readonly byWhom?: string
}

const statedOf = ({ name = '', basis, everyMonths, lastOn, nextOn = '', byWhom = '' }: Values) => ({
  name,
  basis,
  everyMonths: everyMonths ?? 0,
  nextOn,
  byWhom,
  ...(lastOn ? { lastOn } : {}),
})

/** What is inspected, how often, and when next; `inspection`: stated anew. */
export function InspectionForm(
  props: InspectionFormProps & { readonly inspection?: Inspection | undefined },
) {
  const { equipmentId, inspection, onReload, onClose } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const schedule = useFreshAct(ScheduleEquipmentInspection, onReload)
  const amend = useFreshAct(AmendEquipmentInspection, onReload)
  const title = sayWord(INSPECTION_ACTION_LABELS[inspection ? 'amend' : 'schedule'])
  return (
    <Form<Values>
      label={title}
      verb={title}
      initial={
        inspection
          ? ({ ...inspection, lastOn: inspection.lastOn ?? undefined } as Partial<Values>)
          : { basis: 'STATUTORY', everyMonths: 12 }
      }
      onCancel={onClose}
      check={(values) => check(INSPECTION_INPUTS.schedule, { equipmentId, ...statedOf(values) })}
      onSubmit={async (values) => {
        const stated = statedOf(values)
        const { refused } = inspection
          ? await amend({ inspectionId: inspection.id, expectedVersion: inspection.version, ...stated })
          : await schedule({ equipmentId, ...stated })
        if (refused) return refused
        notify.done(say(inspection ? 'saved' : 'scheduled'))
        onClose()
        await onReload()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Field name="name" label={say('name')} hint={say('nameHint')} required>
          <Input maxLength={80} />
        </Field>
        <Field name="basis" label={say('basis')} required>
          <Choice
            options={INSPECTION_BASES.map((value) => ({
              value,
              label: sayWord(INSPECTION_BASIS_LABELS[value]),
            }))}
          />
        </Field>
        <Field name="everyMonths" label={say('every')} required>
          <InputNumber<number> min={1} max={240} precision={0} />
        </Field>
        <Field name="lastOn" label={say('last')}>
          <Input type="date" />
        </Field>
        <Field name="nextOn" label={say('next')} required>
          <Input type="date" />
        </Field>
        <Field name="byWhom" label={say('byWhom')} required>
          <Input maxLength={120} />
        </Field>
      </Stack>
    </Form>
  )
}

interface RecordValues {
  readonly doneOn: string
  readonly byWhom: string
  readonly result: InspectionResult
  readonly certificate?: string
  readonly note?: string
  readonly nextOn?: string
}

/** It was carried out. */
export function RecordInspectionForm({
  inspection,
  onReload,
  onClose,
}: Omit<InspectionFormProps, 'equipmentId'> & { readonly inspection: Inspection }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const today = useToday()
  const check = useCheckInput()
  const record = useFreshAct(RecordEquipmentInspection, onReload)
  const title = sayWord(INSPECTION_ACTION_LABELS.record)
  const step = { expectedVersion: inspection.version }
  return (
    <Form<RecordValues>
      label={title}
      verb={title}
      initial={{ doneOn: today, byWhom: inspection.byWhom, result: 'PASSED' }}
      onCancel={onClose}
      check={(values) => check(INSPECTION_INPUTS.record, { ...step, ...values })}
      onSubmit={async ({ doneOn, byWhom, result, certificate, note, nextOn }) => {
        const { done, refused } = await record({
          ...step,
          inspectionId: inspection.id,
          doneOn,
          byWhom,
          result,
          ...(certificate ? { certificate } : {}),
          ...(note ? { note } : {}),
          ...(nextOn ? { nextOn } : {}),
        })
        if (!done) return refused
        notify.done(say('recorded', { on: done.nextOn }))
        onClose()
        await onReload()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Field name="doneOn" label={say('doneOn')} required>
          <Input type="date" max={today} />
        </Field>
        <Field name="result" label={say('result')} required>
          <Choice
            options={INSPECTION_RESULTS.map((value) => ({
              value,
              label: sayWord(INSPECTION_RESULT_LABELS[value]),
            }))}
          />
        </Field>
        <Field name="certificate" label={say('certificate')}>
          <Input maxLength={80} />
        </Field>
        <Field name="byWhom" label={say('byWhom')} required>
          <Input maxLength={120} />
        </Field>
        <Field name="nextOn" label={say('next')} hint={say('nextHint')}>
          <Input type="date" placeholder={nextInspectionOn(today, inspection.everyMonths)} />
        </Field>
        <Field name="note" label={say('note')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Field>
      </Stack>
    </Form>
  )
}
