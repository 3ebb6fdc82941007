import { PROJECT_INPUTS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { Field, Form, Input, useNotify } from '@steward/ui'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages } from '../i18n/messages.ts'

const Add = graphql(/* GraphQL */ `
  mutation AddBuilding($input: AddBuildingInput!) {
    addBuilding(input: $input) {
      ... on Building {
        id
        name
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
  form: { zh: '新增楼栋', en: 'Add a building' },
  verb: { zh: '保存', en: 'Save' },
  name: { zh: '名称', en: 'Name' },
  nameHint: { zh: '业主平时怎么叫就怎么写，如 3栋、A座', en: 'As people say it, e.g. Tower A' },
  taken: { zh: '这个项目已有同名楼栋。', en: 'The project has a building of that name.' },
  saved: { zh: '{{name}}已新增', en: '{{name}} is added' },
})

interface AddBuildingProps {
  readonly projectId: string
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** Another building of a project. */
export function AddBuilding({ projectId, onReload, onClose }: AddBuildingProps) {
  const say = useMessages(texts)
  const notify = useNotify()
  const check = useCheckInput()
  const add = useAct(Add)
  return (
    <Form<{ name: string }>
      label={say('form')}
      verb={say('verb')}
      onCancel={onClose}
      check={(values) => check(PROJECT_INPUTS.addBuilding, values)}
      onSubmit={async ({ name }) => {
        const { done, refused, refusal } = await add({ projectId, name })
        if (refusal?.code === 'DUPLICATE') return { fields: { name: say('taken') } }
        if (done) {
          await onReload()
          notify.done(say('saved', { name: done.name }))
          onClose()
        }
        return refused
      }}
    >
      <Field name="name" label={say('name')} hint={say('nameHint')} required>
        <Input autoComplete="off" />
      </Field>
    </Form>
  )
}
