import {
  EXPORT_COLUMN_RULES,
  EXPORT_COLUMNS,
  EXPORT_FORM_LABELS,
  ASKED_EXPORT_FORMS,
  EXPORT_INPUTS,
  EXPORT_USE_LABELS,
  EXPORT_USES,
  localDate,
  MOST_COPIES,
  needsNecessity,
  type ExportColumn,
  type ExportForm,
  type ExportUse,
} from '@steward/domain'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { PersonSelect } from '../people/person-select.tsx'
import { usePagePath } from '../routing/use-page-path.ts'
import { useMay, useViewer } from '../session/viewer.tsx'
import {
  Alert,
  AppLink,
  Field,
  Fields,
  Form,
  Input,
  InputNumber,
  Select,
  Stack,
  useFieldValue,
  useNow,
} from '@steward/ui'
import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { SitesToUseAt, SubmitExportRequest } from './export-documents.ts'

const texts = messages({
  form: { zh: '申请使用客户信息', en: 'Ask for the use of client information' },
  verb: { zh: '签署并提交', en: 'Sign and submit' },
  count: {
    zh: '{{count}} 位客户，名单提交后固定',
    en: { one: '{{count}} client; the list is frozen', other: '{{count}} clients; the list is frozen' },
  },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeHint: { zh: '做什么用，为什么离不开这份名单', en: 'What for, and why it takes this list' },
  scope: { zh: '客户怎么选的', en: 'How they were chosen' },
  use: { zh: '使用范围', en: 'Where it is used' },
  outside: {
    zh: '公司外使用只由总经理批准。',
    en: 'Outside the company the general manager alone approves.',
  },
  inside: {
    zh: '公司内使用由档案主管部门经理批准。',
    en: 'Inside, the head of the department that keeps the archive approves.',
  },
  site: { zh: '现场使用的项目', en: 'Used on site of' },
  siteHint: {
    zh: '选了项目即由项目经理审批，客户须都属于它',
    en: 'With a site its manager approves; all clients are of it',
  },
  columns: { zh: '信息项', en: 'Data' },
  columnsHint: {
    zh: '只选用得着的；加密的资料不在其中，只能逐位查阅',
    en: 'Only what is needed; what is sealed is never among it, it is shown client by client',
  },
  necessity: { zh: '必要性', en: 'Why it is needed' },
  necessityHint: {
    zh: '含完整联系方式或家庭成员，须说明为什么遮盖后的不够用',
    en: 'Contact data in full, or household: say why masked is not enough',
  },
  kind: { zh: '形式', en: 'Form' },
  copies: { zh: '份数', en: 'Copies' },
  recipient: { zh: '接收人', en: 'Recipient' },
  recipientHint: { zh: '由其签收并保管', en: 'They sign for it and answer for it' },
  name: { zh: '外部接收人', en: 'Recipient outside' },
  company: { zh: '接收单位', en: 'Their company' },
  from: { zh: '使用期限自', en: 'Use from' },
  until: { zh: '至', en: 'until' },
  untilHint: { zh: '到期须交回或销毁', en: 'Then it is returned or destroyed' },
  done: { zh: '申请 {{number}} 已提交', en: 'Request {{number}} is submitted' },
  doneHint: {
    zh: '批准后会通知您，再制作副本。',
    en: 'You are told once it is approved; then have the copies produced.',
  },
  open: { zh: '打开申请', en: 'Open the request' },
})

const WEEK_DAYS = 7

interface Values {
  readonly purpose: string
  readonly scopeNote: string
  readonly use: ExportUse
  readonly projectId?: string | null
  readonly columns: ExportColumn[]
  readonly necessity?: string | null
  readonly form: ExportForm
  readonly copies: number
  readonly recipientId?: string | null
  readonly recipientName?: string | null
  readonly recipientCompany?: string | null
  readonly useFrom: string
  readonly useUntil: string
}

interface AskForUseProps {
  readonly clientIds: readonly string[]
  readonly scopeNote: string
  /** What is offered first. */
  readonly form?: ExportForm
  /** The site where it is used, offered first. */
  readonly projectId?: string | undefined
  readonly onCancel: () => void
}

/** Asks for the use of these clients' information: what for, how much of it, who gets it, until when. */
export function AskForUse({
  clientIds,
  scopeNote,
  form = 'PRINT',
  projectId: site,
  onCancel,
}: AskForUseProps) {
  const say = useMessages(texts)
  const submit = useAct(SubmitExportRequest)
  const check = useCheckInput()
  const { staff, organization } = useViewer()
  const now = useNow()
  const [made, setMade] = useState<{ readonly id: string; readonly number: string }>()
  if (made) return <Submitted request={made} />
  const day = (ahead: number) => localDate(new Date(now + ahead * 86_400_000), organization.timeZone)
  const inputOf = (values: Values) => {
    const { necessity, projectId, recipientId, recipientName, recipientCompany, ...rest } = values
    const isOutside = values.use === 'OUTSIDE'
    return {
      ...rest,
      clientIds: [...clientIds],
      ...(!isOutside && projectId ? { projectId } : {}),
      ...(necessity && needsNecessity(values.columns) ? { necessity } : {}),
      ...(!isOutside && recipientId ? { recipientId } : {}),
      ...(isOutside && recipientName ? { recipientName } : {}),
      ...(isOutside && recipientCompany ? { recipientCompany } : {}),
    }
  }
  return (
    <Form<Values>
      label={say('form')}
      verb={say('verb')}
      initial={{
        scopeNote,
        use: 'INSIDE',
        columns: ['code', 'name', 'phoneMasked', 'units', 'project'],
        form,
        projectId: site ?? null,
        copies: 1,
        recipientId: staff.id,
        useFrom: day(0),
        useUntil: day(WEEK_DAYS),
      }}
      onCancel={onCancel}
      check={(values) => check(EXPORT_INPUTS.submit, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused } = await submit(inputOf(values))
        if (done) setMade(done)
        return refused
      }}
    >
      <Stack gap={3}>
        <Alert type="info" showIcon title={say('count', { count: clientIds.length })} />
        <AskedFields />
      </Stack>
    </Form>
  )
}

function AskedFields() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const use = useFieldValue<ExportUse>('use')
  const columns = useFieldValue<ExportColumn[] | undefined>('columns') ?? []
  const isOutside = use === 'OUTSIDE'
  return (
    <Fields>
      <Field name="purpose" label={say('purpose')} hint={say('purposeHint')} required wide>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Field>
      <Field name="scopeNote" label={say('scope')} required wide>
        <Input maxLength={200} />
      </Field>
      <Field name="use" label={say('use')} hint={say(isOutside ? 'outside' : 'inside')} required>
        <Select options={EXPORT_USES.map((value) => ({ value, label: sayWord(EXPORT_USE_LABELS[value]) }))} />
      </Field>
      <Field name="form" label={say('kind')} required>
        <Select
          options={ASKED_EXPORT_FORMS.map((value) => ({ value, label: sayWord(EXPORT_FORM_LABELS[value]) }))}
        />
      </Field>
      {!isOutside && <SiteField />}
      <Field name="columns" label={say('columns')} hint={say('columnsHint')} required wide>
        <Select
          mode="multiple"
          options={EXPORT_COLUMNS.filter((it) => may(EXPORT_COLUMN_RULES[it].permission)).map((value) => ({
            value,
            label: sayWord(EXPORT_COLUMN_RULES[value].label),
          }))}
        />
      </Field>
      {needsNecessity(columns) && (
        <Field name="necessity" label={say('necessity')} hint={say('necessityHint')} required wide>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Field>
      )}
      {isOutside ? (
        <>
          <Field name="recipientName" label={say('name')} hint={say('recipientHint')} required>
            <Input maxLength={60} />
          </Field>
          <Field name="recipientCompany" label={say('company')}>
            <Input maxLength={100} />
          </Field>
        </>
      ) : (
        <Field name="recipientId" label={say('recipient')} hint={say('recipientHint')} required>
          <PersonSelect />
        </Field>
      )}
      <Field name="copies" label={say('copies')} required>
        <InputNumber<number> min={1} max={MOST_COPIES} precision={0} />
      </Field>
      <Field name="useFrom" label={say('from')} required>
        <Input type="date" />
      </Field>
      <Field name="useUntil" label={say('until')} hint={say('untilHint')} required>
        <Input type="date" />
      </Field>
    </Fields>
  )
}

function SiteField() {
  const say = useMessages(texts)
  const { data } = useQuery(SitesToUseAt)
  return (
    <Field name="projectId" label={say('site')} hint={say('siteHint')}>
      <Select allowClear options={data?.projects.map(({ id, name }) => ({ value: id, label: name })) ?? []} />
    </Field>
  )
}

function Submitted({ request }: { readonly request: { readonly id: string; readonly number: string } }) {
  const say = useMessages(texts)
  const pageOf = usePagePath()
  return (
    <Alert
      type="success"
      showIcon
      title={say('done', { number: request.number })}
      description={
        <Stack gap={2}>
          <span>{say('doneHint')}</span>
          <AppLink to={pageOf({ portal: 'admin', path: `releases/${request.id}` })}>{say('open')}</AppLink>
        </Stack>
      }
    />
  )
}
