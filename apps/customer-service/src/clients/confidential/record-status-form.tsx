import {
  CONFIDENTIAL_INPUTS,
  FIELDS_OF_STATUS_GROUP,
  STATUS_GROUP_LABELS,
  STATUS_GROUPS,
  STATUS_OPEN_FIELDS,
  STATUS_RECORD,
  STATUS_SEALED_FIELDS,
  type StatusField,
  type StatusSealedField,
} from '@steward/domain'
import {
  graphql,
  type RecordStatusOfClientInput,
  type StatusRecordPartsFragment,
} from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useDraft, useMessages, useSay } from '@steward/portal'
import { Field, Fields, Form, Select, Stack } from '@steward/ui'
import { ParticularField } from './particular-field.tsx'
import { stated } from '../page/options.ts'

const RecordStatus = graphql(/* GraphQL */ `
  mutation RecordStatusOfClient($input: RecordStatusOfClientInput!) {
    recordStatusOfClient(input: $input) {
      ... on ClientStatusRecord {
        id
        ordinal
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

const texts = messages({
  form: { zh: '客户状况记录表', en: 'Status record of the client' },
  save: { zh: '登记', en: 'Record' },
  kept: { zh: '已登记；留空沿用上一版', en: 'On file; empty: as in the version before' },
  sealed: { zh: '加密保存，不暂存在本机', en: 'Kept sealed; not kept on this computer meanwhile' },
  clear: { zh: '不再保存', en: 'Keep no more' },
  clearHint: { zh: '选中的项在新版中不再保存', en: 'What is chosen is not kept in the new version' },
})

type Values = Partial<Pick<RecordStatusOfClientInput, StatusField>> & {
  readonly clear?: readonly StatusSealedField[]
}

interface RecordStatusFormProps {
  readonly clientId: string
  /** The version in force: the form begins from it. */
  readonly before: StatusRecordPartsFragment | undefined
  readonly onCancel: () => void
  readonly onSaved: () => void
}

const isSealed = (field: string): boolean => (STATUS_SEALED_FIELDS as readonly string[]).includes(field)

/** Only open lines survive a closed page: what is sealed on the server is not left lying in the browser. */
const openOnly = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !isSealed(field))) as Values

/** The whole form, begun from the version in force. */
export function RecordStatusForm({ clientId, before, onCancel, onSaved }: RecordStatusFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const record = useAct(RecordStatus)
  const draft = useDraft<Values>(`status.${clientId}.${before?.ordinal ?? 0}`)
  const onFile = before?.onFile ?? []
  const begun = Object.fromEntries(
    STATUS_OPEN_FIELDS.map((field) => [field, before?.[field] ?? null]),
  ) as Values
  const inputOf = ({ clear = [], ...values }: Values) => ({
    clientId,
    expectedOrdinal: before?.ordinal ?? 0,
    clear: [...clear],
    ...stated(values),
  })
  return (
    <Form<Values>
      label={say('form')}
      verb={say('save')}
      wide
      stays
      initial={{ ...begun, ...draft.found }}
      onCancel={onCancel}
      onChange={(values) => draft.keep(openOnly(values))}
      check={(values) => check(CONFIDENTIAL_INPUTS.recordStatus, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused } = await record(inputOf(values))
        if (!done) return refused
        draft.drop()
        onSaved()
        return undefined
      }}
    >
      {STATUS_GROUPS.map((group) => (
        <div key={group} className="st-field-wide">
          <Stack gap={2}>
            <h3 className="st-part-title">{sayWord(STATUS_GROUP_LABELS[group])}</h3>
            <Fields>
              {FIELDS_OF_STATUS_GROUP[group].map((field) => (
                <ParticularField
                  key={field}
                  name={field}
                  particular={STATUS_RECORD[field]}
                  hint={isSealed(field) ? say(onFile.includes(field) ? 'kept' : 'sealed') : undefined}
                />
              ))}
              {group === 'MONEY' && onFile.length > 0 ? (
                <Field name="clear" label={say('clear')} hint={say('clearHint')}>
                  <Select
                    mode="multiple"
                    options={STATUS_SEALED_FIELDS.filter((field) => onFile.includes(field)).map((value) => ({
                      value,
                      label: sayWord(STATUS_RECORD[value].label),
                    }))}
                  />
                </Field>
              ) : null}
            </Fields>
          </Stack>
        </div>
      ))}
    </Form>
  )
}
