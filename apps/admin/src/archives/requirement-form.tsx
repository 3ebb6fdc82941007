import { useQuery } from '@apollo/client/react'
import {
  ARCHIVE_PART_LABELS,
  ARCHIVE_PARTS,
  ARCHIVE_REQUIREMENT_INPUTS,
  CLIENT_KIND_LABELS,
  CLIENT_KINDS,
  CLIENT_RELATION_LABELS,
  CLIENT_RELATIONS,
  DUTY_ROLES,
  ROLE_LABELS,
  type ArchivePart,
  type ClientKind,
  type ClientRelation,
  type DutyRole,
} from '@steward/domain'
import { messages, useCheckInput, useFreshAct, useMessages, useSay } from '@steward/portal'
import { CheckboxGroup, Field, Form, InputNumber, Select, useFieldValue, useNotify, useUi } from '@steward/ui'
import { FieldsToRequire, SetArchiveRequirement, type RequirementRow } from './requirement-documents.ts'

const texts = messages({
  form: { zh: '档案要求', en: 'Requirement' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '要求已保存，即刻生效', en: 'The requirement is saved and in force' },
  part: { zh: '档案里必须有', en: 'The archive must have' },
  field: { zh: '哪个自定义字段', en: 'Which custom field' },
  kinds: { zh: '客户类别', en: 'Kinds of client' },
  relations: { zh: '客户关系', en: 'Relations' },
  relationsHint: {
    zh: '准业主还没有成交，通常不要求',
    en: 'A prospect has had no transaction yet: usually nothing is asked of them',
  },
  stale: { zh: '多少天核对一次', en: 'Confirmed every so many days' },
  staleHint: { zh: '留空：有了就行，不必定期核对', en: 'Empty: it only has to be there' },
  owedBy: { zh: '没有专职客户经理时由谁负责', en: 'Who owes it where there is no key account manager' },
  owedByHint: {
    zh: '有专职客户经理的，由客户经理负责；项目经理只负责本片区',
    en: 'A key account manager owes it for their clients; a site manager in their territory only',
  },
})

interface Values {
  readonly part: ArchivePart
  readonly fieldId?: string
  readonly kinds: ClientKind[]
  readonly relations: ClientRelation[]
  readonly staleAfterDays?: number | null
  readonly owedBy: DutyRole
}

interface RequirementFormProps {
  /** Undefined: a new one. */
  readonly requirement: RequirementRow | undefined
  readonly onReload: () => Promise<unknown>
  readonly onDone: () => void
}

const initialOf = (row: RequirementRow | undefined): Partial<Values> =>
  row
    ? {
        part: row.part,
        kinds: [...row.kinds],
        relations: [...row.relations],
        owedBy: row.owedBy as DutyRole,
        ...(row.field ? { fieldId: row.field.id } : {}),
        ...(row.staleAfterDays === null ? {} : { staleAfterDays: row.staleAfterDays }),
      }
    : {
        kinds: [...CLIENT_KINDS],
        relations: CLIENT_RELATIONS.filter((relation) => relation !== 'PROSPECT'),
        owedBy: 'CR_SPECIALIST',
      }

/** One requirement: which part, of which clients, how often it is confirmed, who owes it. */
export function RequirementForm({ requirement, onReload, onDone }: RequirementFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const notify = useNotify()
  const set = useFreshAct(SetArchiveRequirement, onReload)
  const seen = requirement && { requirementId: requirement.id, expectedVersion: requirement.version }
  const stated = ({ fieldId, staleAfterDays, ...values }: Values) => ({
    ...seen,
    ...values,
    ...(values.part === 'CUSTOM_FIELD' && fieldId ? { fieldId } : {}),
    ...(typeof staleAfterDays === 'number' ? { staleAfterDays } : {}),
  })
  const options = <T extends string>(
    values: readonly T[],
    labels: Readonly<Record<T, { readonly zh: string; readonly en: string }>>,
  ) => values.map((value) => ({ value, label: sayWord(labels[value]) }))
  return (
    <Form<Values>
      label={say('form')}
      verb={say('save')}
      initial={initialOf(requirement)}
      onCancel={onDone}
      check={(values) => check(ARCHIVE_REQUIREMENT_INPUTS.set, stated(values))}
      onSubmit={async (values) => {
        const { done, refused } = await set(stated(values))
        if (done) {
          await onReload()
          notify.done(say('saved'))
          onDone()
        }
        return refused
      }}
    >
      <Field name="part" label={say('part')} required>
        <Select options={options(ARCHIVE_PARTS, ARCHIVE_PART_LABELS)} />
      </Field>
      <WhichField />
      <Field name="kinds" label={say('kinds')} required>
        <CheckboxGroup options={options(CLIENT_KINDS, CLIENT_KIND_LABELS)} />
      </Field>
      <Field name="relations" label={say('relations')} hint={say('relationsHint')} required>
        <CheckboxGroup options={options(CLIENT_RELATIONS, CLIENT_RELATION_LABELS)} />
      </Field>
      <Field name="staleAfterDays" label={say('stale')} hint={say('staleHint')}>
        <InputNumber min={1} max={3650} precision={0} />
      </Field>
      <Field name="owedBy" label={say('owedBy')} hint={say('owedByHint')} required>
        <Select options={options(DUTY_ROLES, ROLE_LABELS)} />
      </Field>
    </Form>
  )
}

function WhichField() {
  const say = useMessages(texts)
  const { locale } = useUi()
  const wanted = useFieldValue<ArchivePart>('part') === 'CUSTOM_FIELD'
  const { data } = useQuery(FieldsToRequire, { skip: !wanted })
  return wanted ? (
    <Field name="fieldId" label={say('field')} required>
      <Select
        options={(data?.customFields ?? [])
          .filter(({ retiredAt }) => retiredAt === null)
          .map(({ id, labelZh, labelEn }) => ({ value: id, label: locale === 'en' ? labelEn : labelZh }))}
      />
    </Field>
  ) : null
}
