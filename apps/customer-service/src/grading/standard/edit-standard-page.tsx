import { DOCUMENT_INPUTS } from '@steward/domain'
import { readFragment, type StandardRevisionPartsFragment } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  standardOf,
  StandardParts,
  useCheckInput,
  useDraft,
  useFreshAct,
  useMessages,
  usePortalPath,
  useSay,
  useWorkTab,
} from '@steward/portal'
import {
  EmptyState,
  Field,
  Fields,
  Form,
  Input,
  Loading,
  PageHeader,
  Panel,
  Select,
  Stack,
  useNotify,
  useSettled,
  useUi,
  WithAside,
} from '@steward/ui'
import { useState } from 'react'
import { PreviewPanel } from './preview-panel.tsx'
import { ChangeStandard, DraftStandard } from './standard-documents.ts'
import {
  checkedDraft,
  draftOf,
  inputOfStandard,
  NEW_STANDARD,
  type DraftStandard as Typed,
} from './standard-draft.ts'
import { StandardField } from './standard-field.tsx'
import { useStandards } from './use-standards.ts'

const texts = messages({
  title: { zh: '编辑分级标准 {{label}}', en: 'Edit the grading standard {{label}}' },
  new: { zh: '起草分级标准', en: 'Draft a grading standard' },
  back: { zh: '分级标准', en: 'Grading standard' },
  saved: { zh: '草稿已保存', en: 'The draft is saved' },
  save: { zh: '保存草稿', en: 'Save the draft' },
  form: { zh: '分级标准', en: 'Grading standard' },
  head: { zh: '表头', en: 'Head' },
  name: { zh: '文件名称', en: 'Title' },
  executing: { zh: '执行部门', en: 'Carried out by' },
  supervising: { zh: '监督部门', en: 'Watched over by' },
  editing: { zh: '编制部门', en: 'Written by' },
  effectiveOn: { zh: '生效日期', en: 'Effective from' },
  effectiveHint: { zh: '留空则批准即生效', en: 'Empty: from its approval' },
  reason: { zh: '修改说明', en: 'Statement of changes' },
  reasonHint: {
    zh: '改了什么、为什么改；提交会签时必填',
    en: 'What is changed and why; needed when it is submitted',
  },
  content: { zh: '标准内容', en: 'Standard' },
  closed: { zh: '没有可以编辑的草稿', en: 'There is no draft to edit' },
  closedHint: {
    zh: '已提交会签的版次不能再改；生效后可以修订。',
    en: 'What was submitted is not changed any more; once in force it can be amended.',
  },
  usual: { zh: '客户分级标准', en: 'Grading standard of clients' },
})

interface Values {
  readonly title: string
  readonly executingDepartmentId: string
  readonly supervisingDepartmentId: string
  readonly editingDepartmentId: string
  readonly effectiveOn?: string | null
  readonly changeReason?: string | null
  readonly standard: Typed
}

/** The draft of the standard: what is typed survives, and beside it stands how it grades the clients of today. */
export function EditStandardPage() {
  const say = useMessages(texts)
  const { isLoaded, error, refetch, document, open, departments } = useStandards()
  if (!isLoaded) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  if (document && open?.status !== 'DRAFT')
    return <EmptyState title={say('closed')} hint={say('closedHint')} />
  return <Editor key={open?.id ?? 'new'} revision={open} departments={departments} onReload={refetch} />
}

interface EditorProps {
  /** Null: the first one. */
  readonly revision: StandardRevisionPartsFragment | null
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly onReload: () => Promise<unknown>
}

function Editor({ revision, departments, onReload }: EditorProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const notify = useNotify()
  const { routing } = useUi()
  const check = useCheckInput()
  const back = path('grading/standards')
  const kept = useDraft<Values>(`grading-standard.${revision?.id ?? 'new'}`)
  const draftIt = useFreshAct(DraftStandard, onReload)
  const change = useFreshAct(ChangeStandard, onReload)
  const stored = storedOf(revision, say('usual'))
  const initial = { ...stored, ...kept.found }
  const [standard, setStandard] = useState(initial.standard)
  const title = revision ? say('title', { label: revision.label }) : say('new')
  useWorkTab(say('back'), title)
  const options = departments.map(({ id, name }) => ({ value: id, label: name }))
  const department = (name: 'executing' | 'supervising' | 'editing') => (
    <Field name={`${name}DepartmentId`} label={say(name)} required>
      <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Field>
  )
  const headOf = ({ effectiveOn, changeReason, ...values }: Values) => ({
    title: values.title,
    executingDepartmentId: values.executingDepartmentId,
    supervisingDepartmentId: values.supervisingDepartmentId,
    editingDepartmentId: values.editingDepartmentId,
    ...(effectiveOn ? { effectiveOn } : {}),
    ...(revision && changeReason ? { changeReason } : {}),
  })
  const submit = async (values: Values) => {
    const checked = checkedDraft(values.standard)
    if (!checked.standard) return { fields: {} }
    const input = { ...headOf(values), content: { standard: inputOfStandard(checked.standard) } }
    const { refused } = revision
      ? await change({ ...input, revisionId: revision.id, expectedVersion: revision.version })
      : await draftIt({ ...input, kind: 'GRADING_STANDARD' })
    if (refused) return refused
    kept.drop()
    await onReload()
    notify.done(say('saved'))
    routing.go(back)
    return undefined
  }
  return (
    <Stack gap={4}>
      <PageHeader title={title} back={{ to: back, label: say('back') }} />
      <WithAside aside={<Preview standard={standard} />}>
        <Form<Values>
          label={say('form')}
          verb={say('save')}
          wide
          stays
          initial={initial}
          onChange={(values) => {
            kept.keep(values)
            if (values.standard) setStandard(values.standard)
          }}
          onCancel={() => routing.go(back)}
          check={(values) => {
            const { content: _, ...wrong } = check(DOCUMENT_INPUTS.change, {
              ...headOf(values),
              content: {},
              expectedVersion: 1,
            })
            const [problem] = checkedDraft(values.standard).problems
            return { ...wrong, ...(problem ? { standard: sayWord(problem.message) } : {}) }
          }}
          onSubmit={submit}
        >
          <div className="st-field-wide">
            <Stack gap={4}>
              <Field name="standard" label={say('content')}>
                <StandardField />
              </Field>
              <Panel title={say('head')}>
                <Fields>
                  <Field name="title" label={say('name')} required>
                    <Input maxLength={120} />
                  </Field>
                  {department('executing')}
                  {department('supervising')}
                  {department('editing')}
                  <Field name="effectiveOn" label={say('effectiveOn')} hint={say('effectiveHint')}>
                    <Input type="date" />
                  </Field>
                  {revision && (
                    <Field name="changeReason" label={say('reason')} hint={say('reasonHint')} wide>
                      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
                    </Field>
                  )}
                </Fields>
              </Panel>
            </Stack>
          </div>
        </Form>
      </WithAside>
    </Stack>
  )
}

const storedOf = (
  revision: StandardRevisionPartsFragment | null,
  usual: string,
): Partial<Values> & Pick<Values, 'standard'> => {
  if (!revision) return { title: usual, standard: NEW_STANDARD }
  const standard = standardOf(readFragment(StandardParts, revision))
  const { executingDepartment, supervisingDepartment, editingDepartment } = revision
  return {
    title: revision.title,
    effectiveOn: revision.effectiveOn,
    changeReason: revision.changeReason,
    standard: standard ? draftOf(standard) : NEW_STANDARD,
    ...(executingDepartment ? { executingDepartmentId: executingDepartment.id } : {}),
    ...(supervisingDepartment ? { supervisingDepartmentId: supervisingDepartment.id } : {}),
    ...(editingDepartment ? { editingDepartmentId: editingDepartment.id } : {}),
  }
}

/** Asks once the person rests; while the standard is not whole, what was answered last stays. */
function Preview({ standard: typed }: { readonly standard: Typed }) {
  const sayWord = useSay()
  const settled = useSettled(JSON.stringify(typed))
  const { standard, problems } = checkedDraft(JSON.parse(settled) as Typed)
  const [problem] = problems
  return <PreviewPanel standard={standard} why={problem && sayWord(problem.message)} />
}
