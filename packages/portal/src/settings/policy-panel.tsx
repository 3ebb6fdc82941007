import type { Permission } from '@steward/domain'
import { Button, DescriptionList, Form, Panel, Sheet, Stack, useNotify, type Refused } from '@steward/ui'
import { useState, type ReactNode } from 'react'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { useMay } from '../session/viewer.tsx'

const texts = messages({
  change: { zh: '修改', en: 'Change' },
  save: { zh: '保存', en: 'Save' },
})

interface PolicyPanelProps<Values extends object> {
  readonly title: string
  readonly hint?: string
  /** Whose it is to change. */
  readonly permission: Permission
  /** What holds now, as people read it. */
  readonly lines: Parameters<typeof DescriptionList>[0]['items']
  readonly values: Values
  /** Of the row that was read; 0 while nobody has set one and the house's own holds. */
  readonly version: number
  readonly schema: Parameters<ReturnType<typeof useCheckInput>>[0]
  readonly set: (
    input: Values & { readonly expectedVersion: number },
  ) => Promise<{ readonly refused?: Refused | undefined }>
  /** What is said when it is done: from when on it holds. */
  readonly saved: string
  readonly onReload: () => Promise<unknown>
  /** The fields of the form. */
  readonly children: ReactNode
}

/** A rule of the organization: what holds, and the form that changes it. */
export function PolicyPanel<Values extends object>(props: PolicyPanelProps<Values>) {
  const { title, hint, permission, lines, values, version, schema, set, saved, onReload, children } = props
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const check = useCheckInput()
  const [changing, setChanging] = useState(false)
  const close = () => setChanging(false)
  const inputOf = (typed: Values) => ({ ...typed, expectedVersion: version })
  return (
    <Panel
      title={title}
      actions={
        may(permission) && (
          <Button size="small" onClick={() => setChanging(true)}>
            {say('change')}
          </Button>
        )
      }
    >
      <Stack gap={2}>
        {hint && <p className="st-quiet st-small">{hint}</p>}
        <DescriptionList min={260} items={lines} />
      </Stack>
      <Sheet open={changing} title={title} onClose={close}>
        <Form<Values>
          label={title}
          verb={say('save')}
          initial={values}
          onCancel={close}
          check={(typed) => check(schema, inputOf(typed))}
          onSubmit={async (typed) => {
            const { refused } = await set(inputOf(typed))
            if (refused) return refused
            await onReload()
            notify.done(saved)
            close()
            return undefined
          }}
        >
          {children}
        </Form>
      </Sheet>
    </Panel>
  )
}
