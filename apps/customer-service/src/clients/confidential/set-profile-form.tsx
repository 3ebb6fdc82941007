import { CONFIDENTIAL_INPUTS, PROFILE, PROFILE_FIELDS, type ProfileField } from '@steward/domain'
import { graphql, type SetProfileOfClientInput } from '@steward/graphql-client'
import { messages, useAct, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Alert, Field, Form, Select } from '@steward/ui'
import { ParticularField } from './particular-field.tsx'
import { stated } from '../page/options.ts'

const SetProfile = graphql(/* GraphQL */ `
  mutation SetProfileOfClient($input: SetProfileOfClientInput!) {
    setProfileOfClient(input: $input) {
      ... on ClientProfile {
        id
        onFile
        idDocumentNumberMasked
        isReadable
        setAt
        version
        setBy {
          id
          name
        }
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
  form: { zh: '个人资料', en: 'Profile' },
  save: { zh: '加密保存', en: 'Seal and keep' },
  care: {
    zh: '只填客户同意提供的内容。填写的内容不会暂存在本机，请一次填完。',
    en: 'Only what the client agreed to give. Nothing of it is kept on this computer meanwhile: fill it in at one go.',
  },
  kept: { zh: '已登记；留空保持不变', en: 'On file; empty: stays as it is' },
  clear: { zh: '不再保存', en: 'Keep no more' },
  clearHint: { zh: '选中的项将被删除', en: 'What is chosen is removed' },
})

type Values = Partial<Pick<SetProfileOfClientInput, ProfileField>> & {
  readonly clear?: readonly ProfileField[]
}

interface SetProfileFormProps {
  readonly clientId: string
  readonly version: number
  readonly onFile: readonly string[]
  readonly onCancel: () => void
  readonly onSaved: () => void
}

/** Filled in with the client. What is on file already is not shown: it is replaced, cleared, or stays. */
export function SetProfileForm({ clientId, version, onFile, onCancel, onSaved }: SetProfileFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const set = useAct(SetProfile)
  const inputOf = ({ clear = [], ...values }: Values) => ({
    clientId,
    expectedVersion: version,
    clear: [...clear],
    ...stated(values),
  })
  return (
    <Form<Values>
      label={say('form')}
      verb={say('save')}
      stays
      onCancel={onCancel}
      check={(values) => check(CONFIDENTIAL_INPUTS.setProfile, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused } = await set(inputOf(values))
        if (done) onSaved()
        return refused
      }}
    >
      <div className="st-field-wide st-above-field">
        <Alert type="info" showIcon title={say('care')} />
      </div>
      {PROFILE_FIELDS.map((field) => (
        <ParticularField
          key={field}
          name={field}
          particular={PROFILE[field]}
          hint={onFile.includes(field) ? say('kept') : undefined}
        />
      ))}
      {onFile.length > 0 ? (
        <Field name="clear" label={say('clear')} hint={say('clearHint')} wide>
          <Select
            mode="multiple"
            options={PROFILE_FIELDS.filter((field) => onFile.includes(field)).map((value) => ({
              value,
              label: sayWord(PROFILE[value].label),
            }))}
          />
        </Field>
      ) : null}
    </Form>
  )
}
