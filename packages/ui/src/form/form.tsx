import { Alert, Button, Form as KitForm } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useWords } from '../theme/ui-context.ts'
import { fieldPath } from './field-path.ts'
import { FilledContext } from './form-values.ts'

/** Why a form was not accepted: one sentence for the whole, or sentences by field path (`contacts.0.phone`), or both. */
export interface Refused {
  readonly message?: string
  readonly fields?: Readonly<Record<string, string>>
}

export interface FormProps<Values extends object> {
  readonly label: string
  readonly initial?: Partial<Values>
  /** The verb on the button. */
  readonly verb: string
  /** Gives back why it was refused, or nothing when it was done. The button waits for it. */
  readonly onSubmit: (values: Values) => Promise<Refused | undefined>
  /** Rules that need no server; sentences by field path. */
  readonly check?: (values: Values) => Readonly<Record<string, string>>
  readonly onCancel?: () => void
  /** What is typed so far, at every change; for keeping a draft. */
  readonly onChange?: (values: Partial<Values>) => void
  readonly wide?: boolean
  /** The button stays in sight while the form is scrolled. */
  readonly stays?: boolean
  readonly children: ReactNode
}

/** A form that puts every refusal beside its field, moves to the first one, and keeps what was typed. */
export function Form<Values extends object>(props: FormProps<Values>) {
  const {
    label,
    initial,
    verb,
    onSubmit,
    check,
    onCancel,
    onChange,
    wide = false,
    stays = false,
    children,
  } = props
  const [form] = KitForm.useForm<Values>()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<readonly string[]>([])
  const alert = useRef<HTMLDivElement>(null)
  const say = useWords()

  useEffect(() => {
    if (refusal.length > 0) alert.current?.focus()
  }, [refusal])

  const show = ({ message, fields = {} }: Refused) => {
    const known = form.getFieldsError().map(({ name }) => name.join('.'))
    const homeless = Object.entries(fields).filter(([path]) => !known.includes(path))
    const first = known.find((path) => path in fields)
    form.setFields(
      known.map((path) => ({ name: fieldPath(path) as never, errors: fields[path] ? [fields[path]] : [] })),
    )
    setRefusal([
      ...(first === undefined && message ? [message] : []),
      ...homeless.map(([, sentence]) => sentence),
    ])
    if (first !== undefined) form.scrollToField(fieldPath(first) as never, { focus: true, block: 'center' })
  }

  const submit = async (values: Values) => {
    setRefusal([])
    const wrong = check?.(values) ?? {}
    if (Object.keys(wrong).length > 0) return show({ fields: wrong })
    setBusy(true)
    try {
      const refused = await onSubmit(values)
      if (refused) show(refused)
    } finally {
      setBusy(false)
    }
  }

  return (
    <KitForm
      form={form}
      aria-label={label}
      layout="vertical"
      initialValues={initial ?? {}}
      onFinish={(values: Values) => void submit(values)}
      onValuesChange={(_, values: Partial<Values>) => onChange?.(values)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || busy) return
        event.preventDefault()
        form.submit()
      }}
      scrollToFirstError={{ focus: true, block: 'center' }}
      className="st-form"
      data-wide={wide}
      data-stays={stays}
    >
      {refusal.length > 0 && (
        <div ref={alert} tabIndex={-1} className="st-form-alert">
          <Alert type="error" showIcon title={refusal.join(' ')} role="alert" />
        </div>
      )}
      <FilledContext value={() => onChange?.(form.getFieldsValue())}>
        <div className="st-form-fields">{children}</div>
      </FilledContext>
      <div className="st-form-actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          {verb}
        </Button>
        {onCancel && (
          <Button onClick={onCancel} disabled={busy}>
            {say('cancel')}
          </Button>
        )}
      </div>
    </KitForm>
  )
}
