import {
  DOCUMENT_INPUTS,
  DOCUMENT_KIND_LABELS,
  parseContent,
  type AuthorityLimit,
  type Clause,
  type DocumentKind,
  type SignatureRule,
} from '@steward/domain'
import { messages, useCheckInput, useMessages, useSay } from '@steward/portal'
import { Field, Fields, Form, Input, Panel, Select, Stack, useFieldValue, type Refused } from '@steward/ui'
import { LimitMatrix } from '../limits/limit-matrix.tsx'
import { PolicyField } from './policy-field.tsx'
import { ClausesField } from './clauses-field.tsx'
import { paperOf, TemplateWords } from './template-words.tsx'

const texts = messages({
  form: { zh: '文件内容', en: 'Document' },
  head: { zh: '表头', en: 'Head' },
  content: { zh: '内容', en: 'Content' },
  kind: { zh: '类别', en: 'Kind' },
  kindHint: { zh: '编号由类别决定，保存后不能更改', en: 'The number follows from it; it stays as it is' },
  title: { zh: '文件名称', en: 'Title' },
  executing: { zh: '执行部门', en: 'Carried out by' },
  supervising: { zh: '监督部门', en: 'Watched over by' },
  editing: { zh: '编制部门', en: 'Written by' },
  effectiveOn: { zh: '生效日期', en: 'Effective from' },
  effectiveHint: {
    zh: '当日零时起生效；留空则批准即生效',
    en: 'From the beginning of that day; empty: from its approval',
  },
  reason: { zh: '修改说明', en: 'Statement of changes' },
  reasonHint: {
    zh: '改了什么、为什么改；提交会签时必填',
    en: 'What is changed and why; needed when it is submitted',
  },
  caseNumber: { zh: '案件编号', en: 'Number of the case' },
  caseHint: { zh: '处理协议属于一个案件，如 2611-0042', en: 'An agreement is about a case, e.g. 2611-0042' },
  policyHint: {
    zh: '生效后开始的会签按新规则；已经开始的会签不变。',
    en: 'Signings that begin once it is effective go by it; those that have begun keep their steps.',
  },
  matrixHint: {
    zh: '点单元格修改，回车采用，Esc 放弃。生效时整表替换现行权限。',
    en: 'Press a cell to change it, Enter to take it over, Esc to leave. When effective it replaces all limits in force.',
  },
})

export interface DocumentValues {
  readonly kind: DocumentKind
  readonly caseNumber?: string | null
  readonly title: string
  readonly executingDepartmentId: string
  readonly supervisingDepartmentId: string
  readonly editingDepartmentId: string
  readonly effectiveOn?: string | null
  readonly changeReason?: string | null
  readonly clauses?: readonly Clause[]
  readonly limits?: readonly AuthorityLimit[]
  readonly rules?: readonly SignatureRule[]
}

/** The values as the API takes them, but for what says which record it is. */
export const inputOf = (values: DocumentValues) => ({
  title: values.title,
  executingDepartmentId: values.executingDepartmentId,
  supervisingDepartmentId: values.supervisingDepartmentId,
  editingDepartmentId: values.editingDepartmentId,
  ...(values.effectiveOn ? { effectiveOn: values.effectiveOn } : {}),
  content: contentInput(values),
})

const contentInput = ({ kind, clauses = [], limits = [], rules = [] }: DocumentValues) => {
  if (kind === 'AUTHORITY_LIMITS')
    return {
      limits: limits.map(({ role, cause, limitMinor }) => ({
        role,
        limitMinor,
        ...(cause === null ? {} : { cause }),
      })),
    }
  if (kind === 'SIGNATURE_POLICY')
    return {
      rules: rules.map(({ kind: of, fromMinor, grades, siteTiers = [], steps }) => ({
        kind: of,
        fromMinor,
        grades: [...grades],
        siteTiers: [...siteTiers],
        steps: steps.map(({ meaning, roles, dueMinutes, escalateAfterMinutes, level }) => ({
          meaning,
          roles: [...roles],
          escalateAfterMinutes: [...escalateAfterMinutes],
          ...(dueMinutes === null ? {} : { dueMinutes }),
          ...(level ? { level } : {}),
        })),
      })),
    }
  return { clauses: clauses.map(({ heading, body }) => ({ heading, body: body ?? '' })) }
}

/** Paths of the API's refusals as the form names its fields. */
const asFields = (fields: Readonly<Record<string, string>> | undefined) =>
  fields &&
  Object.fromEntries(
    Object.entries(fields).map(([path, sentence]) => [path.replace(/^content\./, ''), sentence]),
  )

interface DocumentFormProps {
  readonly verb: string
  readonly initial: Partial<DocumentValues>
  /** Kinds that this person may draft, for a new one; a kind that is there cannot be changed. */
  readonly kinds?: readonly DocumentKind[]
  readonly isAmendment: boolean
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (values: Partial<DocumentValues>) => void
  readonly onSubmit: (values: DocumentValues) => Promise<Refused | undefined>
  readonly onCancel: () => void
}

/** Head and content of a draft. What is typed is the caller's to keep. */
export function DocumentForm(props: DocumentFormProps) {
  const { verb, initial, kinds, isAmendment, departments, onChange, onSubmit, onCancel } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const checkAll = (given: DocumentValues): Record<string, string> => {
    const values = { ...initial, ...given } as DocumentValues
    const input = inputOf(values)
    const content = parseContent(values.kind, input.content)
    return {
      ...check(DOCUMENT_INPUTS.change, { ...input, expectedVersion: 1 }),
      ...(content.ok
        ? {}
        : asFields(
            Object.fromEntries(content.error.fields.map(({ path, message }) => [path, sayWord(message)])),
          )),
    }
  }
  const options = departments.map(({ id, name }) => ({ value: id, label: name }))
  const department = (name: 'executing' | 'supervising' | 'editing') => (
    <Field name={`${name}DepartmentId`} label={say(name)} required>
      <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Field>
  )
  return (
    <Form<DocumentValues>
      label={say('form')}
      verb={verb}
      wide
      stays
      initial={initial}
      onChange={onChange}
      onCancel={onCancel}
      check={checkAll}
      onSubmit={async (values) => {
        const refused = await onSubmit({ ...initial, ...values } as DocumentValues)
        return refused && { ...refused, ...(refused.fields ? { fields: asFields(refused.fields)! } : {}) }
      }}
    >
      <div className="st-field-wide">
        <Stack gap={4}>
          <Panel title={say('head')}>
            <Fields>
              {kinds && (
                <Field name="kind" label={say('kind')} hint={say('kindHint')} required>
                  <Select
                    options={kinds.map((value) => ({
                      value,
                      label: sayWord(DOCUMENT_KIND_LABELS[value]),
                    }))}
                  />
                </Field>
              )}
              {kinds && <CaseNumber />}
              <Field name="title" label={say('title')} required>
                <Input maxLength={120} />
              </Field>
              {department('executing')}
              {department('supervising')}
              {department('editing')}
              <Field name="effectiveOn" label={say('effectiveOn')} hint={say('effectiveHint')}>
                <Input type="date" />
              </Field>
              {isAmendment && (
                <Field name="changeReason" label={say('reason')} hint={say('reasonHint')} wide>
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
                </Field>
              )}
            </Fields>
          </Panel>
          <Content initialKind={initial.kind} />
        </Stack>
      </div>
    </Form>
  )
}

function CaseNumber() {
  const say = useMessages(texts)
  const kind = useFieldValue<DocumentKind>('kind')
  return kind === 'SETTLEMENT_AGREEMENT' ? (
    <Field name="caseNumber" label={say('caseNumber')} hint={say('caseHint')} required>
      <Input />
    </Field>
  ) : null
}

function Content({ initialKind }: { readonly initialKind: DocumentKind | undefined }) {
  const say = useMessages(texts)
  const kind = useFieldValue<DocumentKind | undefined>('kind') ?? initialKind
  if (kind === 'SIGNATURE_POLICY')
    return (
      <Field name="rules" label={say('content')} hint={say('policyHint')}>
        <PolicyField />
      </Field>
    )
  if (kind === 'AUTHORITY_LIMITS')
    return (
      <Stack gap={2}>
        <Field name="limits" label={say('content')} hint={say('matrixHint')}>
          <MatrixField />
        </Field>
      </Stack>
    )
  const paper = paperOf(kind)
  return (
    <Panel title={say('content')}>
      {paper && <TemplateWords paper={paper} />}
      <ClausesField />
    </Panel>
  )
}

/** The matrix as a control of the form, which hands in value and change. */
function MatrixField({
  value = [],
  onChange,
}: {
  readonly value?: readonly AuthorityLimit[]
  readonly onChange?: (limits: readonly AuthorityLimit[]) => void
}) {
  return <LimitMatrix limits={value} onChange={onChange} />
}
