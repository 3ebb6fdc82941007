import {
  PROJECT_INPUTS,
  PROJECT_TYPES,
  PROJECT_TYPE_LABELS,
  SITE_TIERS,
  SITE_TIER_LABELS,
  type ProjectType,
  type SiteTier,
} from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useCheckInput, useFreshAct, useMessages, useSay } from '@steward/portal'
import { Choice, Field, Form, Input, useNotify } from '@steward/ui'

const Add = graphql(/* GraphQL */ `
  mutation AddProject($input: AddProjectInput!) {
    addProject(input: $input) {
      ... on Project {
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
  mutation ChangeProject($input: ChangeProjectInput!) {
    changeProject(input: $input) {
      ... on Project {
        id
        name
        type
        address
        tier
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
  form: { zh: '项目', en: 'Project' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '{{name}}已保存', en: '{{name}} is saved' },
  name: { zh: '名称', en: 'Name' },
  code: { zh: '代码', en: 'Code' },
  codeHint: {
    zh: '字母、数字和 -，如 CH-1；以后不能更改',
    en: 'Letters, digits and -, e.g. CH-1; stays as it is',
  },
  taken: { zh: '这个代码已有项目使用。', en: 'Another project has this code.' },
  type: { zh: '类型', en: 'Type' },
  address: { zh: '地址', en: 'Address' },
  tier: { zh: '服务中心规模', en: 'Size of the site office' },
  tierHint: {
    zh: '签核权限规定可以按规模要求不同的签核步骤',
    en: 'The signature policy can ask other steps by it',
  },
})

interface Values {
  readonly code: string
  readonly name: string
  readonly type: ProjectType
  readonly address?: string | null
  readonly tier: SiteTier
}

interface ProjectFormProps {
  /** Undefined: a new one. */
  readonly project: (Omit<Values, 'code'> & { readonly id: string; readonly version: number }) | undefined
  readonly onReload: () => Promise<unknown>
  readonly onCancel: () => void
  readonly onDone: (id: string) => void
}

export function ProjectForm({ project, onReload, onCancel, onDone }: ProjectFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const add = useFreshAct(Add, onReload)
  const change = useFreshAct(Change, onReload)
  const seen = project && { projectId: project.id, expectedVersion: project.version }
  return (
    <Form<Values>
      label={say('form')}
      verb={say('save')}
      initial={
        project
          ? { name: project.name, type: project.type, address: project.address ?? null, tier: project.tier }
          : { type: 'RESIDENTIAL', tier: 'MEDIUM' }
      }
      onCancel={onCancel}
      check={(values) =>
        seen ? check(PROJECT_INPUTS.change, { ...seen, ...values }) : check(PROJECT_INPUTS.add, values)
      }
      onSubmit={async ({ code, name, type, address, tier }) => {
        const values = { name, type, tier, ...(address ? { address } : {}) }
        const { done, refused, refusal } = seen
          ? await change({ ...seen, ...values })
          : await add({ ...values, code })
        if (refusal?.code === 'DUPLICATE') return { fields: { code: say('taken') } }
        if (done) {
          notify.done(say('saved', { name: done.name }))
          await onReload()
          onDone(done.id)
        }
        return refused
      }}
    >
      <Field name="name" label={say('name')} required>
        <Input autoComplete="off" />
      </Field>
      {!project && (
        <Field name="code" label={say('code')} hint={say('codeHint')} required>
          <Input autoComplete="off" spellCheck={false} />
        </Field>
      )}
      <Field name="type" label={say('type')} required>
        <Choice
          options={PROJECT_TYPES.map((type) => ({ value: type, label: sayWord(PROJECT_TYPE_LABELS[type]) }))}
        />
      </Field>
      <Field name="tier" label={say('tier')} hint={say('tierHint')} required>
        <Choice
          options={SITE_TIERS.map((tier) => ({ value: tier, label: sayWord(SITE_TIER_LABELS[tier]) }))}
        />
      </Field>
      <Field name="address" label={say('address')}>
        <Input autoComplete="off" />
      </Field>
    </Form>
  )
}
