import type { Text } from '@steward/domain'
import {
  Alert,
  Button,
  Field,
  Form,
  Input,
  MenuButton,
  MoreIcon,
  Sheet,
  SignOffIcon,
  Stack,
  type Refused,
} from '@steward/ui'
import { Fragment, type ReactNode } from 'react'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useOpenedSigning } from './use-opened-signing.ts'

const texts = messages({
  more: { zh: '更多操作', en: 'More' },
  note: { zh: '意见', en: 'Remark' },
  why: { zh: '原因', en: 'Reason' },
})

/** What a form of a verb is given by the buttons that open it. */
export interface OpenedVerb {
  readonly onCancel: () => void
  /** Once it is done: it is read again, and whoever came from the list of signatures is led back. */
  readonly onDone: () => Promise<void>
}

export interface SignedVerbsProps<Verb extends string> {
  readonly labels: Readonly<Record<Verb, Text>>
  /** The number of what is signed, in the title of the form. */
  readonly number: string
  /** Signatures that an address can open, whether or not they are asked of the viewer now. */
  readonly signing: readonly Verb[]
  /** Buttons of their own: the next step. */
  readonly steps: readonly Verb[]
  /** Behind a menu: what ends the round, or takes it back. */
  readonly rest: readonly Verb[]
  /** Verbs that need no form. */
  readonly before?: ReactNode
  readonly after?: ReactNode
  readonly onReload: () => Promise<unknown>
  readonly renderForm: (verb: Verb, opened: OpenedVerb) => ReactNode
}

/** What the viewer can do with something that is signed in a round 会签: the next step first, the others behind a menu. */
export function SignedVerbs<Verb extends string>(props: SignedVerbsProps<Verb>) {
  const { labels, number, signing, steps, rest, before, after, onReload, renderForm } = props
  const say = useMessages(texts)
  const sayWord = useSay()
  const { asked, open, close, done } = useOpenedSigning(signing)
  const onDone = async () => {
    await onReload()
    done()
  }
  return (
    <>
      {before}
      {steps.map((step) => (
        <Button key={step} type="primary" icon={<SignOffIcon aria-hidden />} onClick={() => open(step)}>
          {sayWord(labels[step])}
        </Button>
      ))}
      {after}
      {rest.length > 0 && (
        <MenuButton
          label={say('more')}
          icon={<MoreIcon aria-hidden />}
          outlined
          groups={[
            {
              choices: rest.map((key) => ({
                key,
                label: sayWord(labels[key]),
                danger: true,
                onChoose: () => open(key),
              })),
            },
          ]}
        />
      )}
      <Sheet
        open={asked !== undefined}
        title={asked ? `${sayWord(labels[asked])} ${number}` : ''}
        onClose={close}
      >
        {asked && <Fragment key={asked}>{renderForm(asked, { onCancel: close, onDone })}</Fragment>}
      </Sheet>
    </>
  )
}

interface SignedVerbFormProps<Values extends object> extends OpenedVerb {
  readonly label: string
  /** What the signature says, in a sentence. */
  readonly meaning: string
  /** A remark, or the reason of what ends the round; nothing where the form brings fields of its own. */
  readonly asks: 'note' | 'reason' | undefined
  readonly required?: boolean
  readonly initial?: Partial<Values>
  readonly check: (values: Values) => Readonly<Record<string, string>>
  readonly send: (values: Values) => Promise<{ readonly refused?: Refused | undefined }>
  /** Above the sentence. */
  readonly before?: ReactNode
  readonly children?: ReactNode
}

/** One verb of a round: what it means, and what has to be said with it. */
export function SignedVerbForm<Values extends object>(props: SignedVerbFormProps<Values>) {
  const { label, meaning, asks, required = false, initial, check, send, before, children } = props
  const say = useMessages(texts)
  return (
    <Form<Values>
      label={label}
      verb={label}
      {...(initial ? { initial } : {})}
      onCancel={props.onCancel}
      check={check}
      onSubmit={async (values) => {
        const { refused } = await send(values)
        if (!refused) await props.onDone()
        return refused
      }}
    >
      <Stack gap={3}>
        {before}
        <Alert type={asks === 'reason' ? 'warning' : 'info'} showIcon title={meaning} />
        {children}
        {asks && (
          <Field name={asks} label={say(asks === 'reason' ? 'why' : 'note')} required={required}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
          </Field>
        )}
      </Stack>
    </Form>
  )
}
