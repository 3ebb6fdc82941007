import { DEPARTMENT_INPUTS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, PersonSelect, useCheckInput, useFreshAct, useMessages } from '@steward/portal'
import { Field, Form, Input, useNotify } from '@steward/ui'
import type { Row } from './departments-page.tsx'

const Add = graphql(/* GraphQL */ `
  mutation AddDepartment($input: AddDepartmentInput!) {
    addDepartment(input: $input) {
      ... on Department {
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

const Change = graphql(/* GraphQL */ `
  mutation ChangeDepartment($input: ChangeDepartmentInput!) {
    changeDepartment(input: $input) {
      ... on Department {
        id
        name
        version
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
  form: { zh: '部门', en: 'Department' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '{{name}}已保存', en: '{{name}} is saved' },
  name: { zh: '名称', en: 'Name' },
  code: { zh: '代码', en: 'Code' },
  codeHint: {
    zh: '字母、数字和 -，用在清单和文件名里',
    en: 'Letters, digits and -; for lists and file names',
  },
  head: { zh: '负责人', en: 'Head' },
  headHint: {
    zh: '确认本部门的客户信息清单；可以是其他部门的人',
    en: 'Confirms the inventory of client information; may work in another department',
  },
  taken: { zh: '这个代码已有部门使用。', en: 'Another department has this code.' },
})

interface Values {
  readonly code: string
  readonly name: string
  readonly headId?: string | undefined
}

interface DepartmentFormProps {
  /** Undefined: a new one. */
  readonly department: Row | undefined
  readonly onReload: () => Promise<unknown>
  readonly onDone: () => void
}

export function DepartmentForm({ department, onReload, onDone }: DepartmentFormProps) {
  const say = useMessages(texts)
  const notify = useNotify()
  const check = useCheckInput()
  const add = useFreshAct(Add, onReload)
  const change = useFreshAct(Change, onReload)
  const seen = department && { departmentId: department.id, expectedVersion: department.version }
  return (
    <Form<Values>
      label={say('form')}
      verb={say('save')}
      initial={
        department ? { code: department.code, name: department.name, headId: department.head?.id } : {}
      }
      onCancel={onDone}
      check={({ code, name }) => check(DEPARTMENT_INPUTS.add, { code, name })}
      onSubmit={async ({ code, name, headId }) => {
        const { done, refused, refusal } = seen
          ? await change({ ...seen, code, name, headId: headId ?? null })
          : await add({ code, name })
        if (refusal?.code === 'DUPLICATE') return { fields: { code: say('taken') } }
        if (done) {
          await onReload()
          notify.done(say('saved', { name: done.name }))
          onDone()
        }
        return refused
      }}
    >
      <Field name="name" label={say('name')} required>
        <Input autoComplete="off" />
      </Field>
      <Field name="code" label={say('code')} hint={say('codeHint')} required>
        <Input autoComplete="off" spellCheck={false} />
      </Field>
      {department && (
        <Field name="headId" label={say('head')} hint={say('headHint')}>
          <PersonSelect />
        </Field>
      )}
    </Form>
  )
}
