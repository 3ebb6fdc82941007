import { useQuery } from '@apollo/client/react'
import { SHIFT_INPUTS, type ShiftOfDay } from '@steward/domain'
import { Field, Form, Loading, Select, useNotify } from '@steward/ui'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { useWithNote } from '../i18n/use-with-note.ts'
import { AssignDuty, DepartmentPeopleQuery } from './roster-documents.ts'

const texts = messages({
  form: { zh: '排班', en: 'Assign' },
  people: { zh: '值班人员', en: 'On duty' },
  hint: { zh: '可选多人；留空即无人值班', en: 'One or several; empty: nobody' },
  done: { zh: '已排班', en: 'Assigned' },
})

interface Values {
  readonly staffIds?: readonly string[]
}

interface DutyFormProps {
  readonly department: string
  readonly place: ShiftOfDay
  /** Who is on it now. */
  readonly present: readonly string[]
  readonly onCancel: () => void
  readonly onDone: () => void
}

/** Says who is on one shift. */
export function DutyForm({ department, place, present, onCancel, onDone }: DutyFormProps) {
  const say = useMessages(texts)
  const withNote = useWithNote()
  const notify = useNotify()
  const checkInput = useCheckInput()
  const assign = useAct(AssignDuty)
  const { data, error, refetch } = useQuery(DepartmentPeopleQuery, { variables: { department } })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const inputOf = ({ staffIds = [] }: Values) => ({
    departmentId: department,
    on: place.on,
    shift: place.shift,
    staffIds: [...staffIds],
    expectedStaffIds: [...present],
  })
  return (
    <Form<Values>
      label={say('form')}
      verb={say('form')}
      initial={{ staffIds: present }}
      onCancel={onCancel}
      check={(values) => checkInput(SHIFT_INPUTS.assign, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused } = await assign(inputOf(values))
        if (!done) return refused
        notify.done(say('done'))
        onDone()
        return undefined
      }}
    >
      <Field name="staffIds" label={say('people')} hint={say('hint')} wide>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={data.staff.edges.map(({ node: { id, name, position } }) => ({
            value: id,
            label: withNote(name, position),
          }))}
        />
      </Field>
    </Form>
  )
}
