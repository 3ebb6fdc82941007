import { useQuery } from '@apollo/client/react'
import { Field, Select, useFieldValue, useFillFields } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'
import { PersonSelect } from '../people/person-select.tsx'
import { useViewer } from '../session/viewer.tsx'
import { HandoverReceivers } from './handover-documents.ts'

const texts = messages({
  department: { zh: '交给部门', en: 'To the department' },
  receiver: { zh: '交给同事', en: 'To a colleague' },
  anyone: { zh: '该部门谁接收都可以', en: 'Whoever of it accepts' },
})

export interface ReceiverValues {
  readonly departmentId?: string
  readonly receiverId?: string
}

/** One's own department: the next shift. */
export const useOwnDepartment = (): ReceiverValues => {
  const id = useViewer().staff.department?.id
  return id ? { departmentId: id } : {}
}

/** Of department and colleague the one that is meant: the colleague, where one was chosen. */
export const receiverIn = ({
  departmentId,
  receiverId,
}: { readonly [K in keyof ReceiverValues]: Id }): ReceiverValues =>
  receiverId ? { receiverId: `${receiverId}` } : departmentId ? { departmentId: `${departmentId}` } : {}

/** As an input has it. */
type Id = string | number | null | undefined

/** To whom: a colleague, or whoever of a department accepts. */
export function ReceiverFields({ hint }: { readonly hint?: string | undefined }) {
  const say = useMessages(texts)
  const me = useViewer().staff.id
  const fill = useFillFields<ReceiverValues>()
  const departmentId = useFieldValue<string>('departmentId')
  const { data } = useQuery(HandoverReceivers, { fetchPolicy: 'cache-first' })
  const departments = (data?.departments ?? []).filter(({ archivedAt }) => archivedAt === null)
  return (
    <>
      <Field name="departmentId" label={say('department')} required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={() => fill({ receiverId: undefined })}
        />
      </Field>
      <Field name="receiverId" label={say('receiver')} {...(hint ? { hint } : {})}>
        <PersonSelect department={departmentId} except={me} placeholder={say('anyone')} />
      </Field>
    </>
  )
}
