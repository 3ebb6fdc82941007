import { STAFF_INPUTS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useCheckInput, useFreshAct, useMay, useMessages, useViewer } from '@steward/portal'
import {
  Button,
  DescriptionList,
  EditIcon,
  Field,
  Form,
  Input,
  Instant,
  Panel,
  Select,
  Sheet,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'

const Parts = graphql(/* GraphQL */ `
  fragment PersonParticulars on Staff {
    id
    name
    signInName
    position
    createdAt
    disabledAt
    version
    department {
      id
      name
    }
  }
`)

const Choices = graphql(/* GraphQL */ `
  fragment DepartmentChoice on Department {
    id
    name
    archivedAt
  }
`)

const Change = graphql(/* GraphQL */ `
  mutation ChangeStaff($input: ChangeStaffInput!) {
    changeStaff(input: $input) {
      ... on Staff {
        id
        ...PersonParticulars
        ...PersonRoles
        ...PersonTerritory
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
  title: { zh: '资料', en: 'Particulars' },
  change: { zh: '修改', en: 'Change' },
  form: { zh: '修改资料', en: 'Change particulars' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '资料已更新', en: 'Saved' },
  name: { zh: '姓名', en: 'Name' },
  signInName: { zh: '登录名', en: 'Sign-in name' },
  department: { zh: '部门', en: 'Department' },
  departmentHint: {
    zh: '调动部门后，对方按新部门看到的内容立即生效。',
    en: 'What the person sees by department follows at once.',
  },
  position: { zh: '岗位', en: 'Position' },
  hired: { zh: '录用时间', en: 'Hired' },
  disabled: { zh: '停用时间', en: 'Disabled' },
})

interface PersonParticularsProps {
  readonly person: FragmentType<typeof Parts>
  readonly departments: readonly FragmentType<typeof Choices>[]
  readonly onReload: () => Promise<unknown>
}

interface Values {
  readonly name: string
  readonly position?: string | null
  readonly departmentId?: string | null
}

/** Name, position, department; and the sign-in name, which stays. */
export function PersonParticulars({ person, departments, onReload }: PersonParticularsProps) {
  const it = readFragment(Parts, person)
  const choices = readFragment(Choices, departments)
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const check = useCheckInput()
  const { organization } = useViewer()
  const change = useFreshAct(Change, onReload)
  const [editing, setEditing] = useState(false)
  const input = ({ name, position, departmentId }: Values) => ({
    staffId: it.id,
    expectedVersion: it.version,
    name,
    ...(position ? { position } : {}),
    ...(departmentId ? { departmentId } : {}),
  })
  return (
    <Panel
      title={say('title')}
      actions={
        may('staff:change') && (
          <Button type="text" icon={<EditIcon aria-hidden />} onClick={() => setEditing(true)}>
            {say('change')}
          </Button>
        )
      }
    >
      <DescriptionList
        items={[
          { label: say('signInName'), value: `${it.signInName}@${organization.code}`, wide: true },
          { label: say('department'), value: it.department?.name },
          { label: say('position'), value: it.position },
          { label: say('hired'), value: <Instant at={it.createdAt} show="absolute" /> },
          ...(it.disabledAt
            ? [{ label: say('disabled'), value: <Instant at={it.disabledAt} show="absolute" /> }]
            : []),
        ]}
        min={130}
      />
      <Sheet open={editing} title={say('form')} onClose={() => setEditing(false)}>
        <Form<Values>
          label={say('form')}
          verb={say('save')}
          initial={{ name: it.name, position: it.position, departmentId: it.department?.id ?? null }}
          onCancel={() => setEditing(false)}
          check={(values) => check(STAFF_INPUTS.change, input(values))}
          onSubmit={async (values) => {
            const { done, refused } = await change(input(values))
            if (done) {
              setEditing(false)
              notify.done(say('saved'))
            }
            return refused
          }}
        >
          <Field name="name" label={say('name')} required>
            <Input autoComplete="off" />
          </Field>
          <Field name="departmentId" label={say('department')} hint={say('departmentHint')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={choices
                .filter(({ id, archivedAt }) => archivedAt === null || id === it.department?.id)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
          <Field name="position" label={say('position')}>
            <Input autoComplete="off" />
          </Field>
        </Form>
      </Sheet>
    </Panel>
  )
}
