import { useQuery } from '@apollo/client/react'
import { SIGNATURE_INPUTS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import {
  Button,
  Dialog,
  Field,
  Form,
  Inline,
  Instant,
  Panel,
  PinInput,
  SignOffIcon,
  Stack,
  useNotify,
} from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { useWithProof } from './proof.tsx'

const PinQuery = graphql(/* GraphQL */ `
  query SigningPin {
    mySigningPinSetAt
  }
`)

const SetPinMutation = graphql(/* GraphQL */ `
  mutation SetPin($input: SetPinInput!) {
    setPin(input: $input) {
      ... on PinSet {
        setAt
      }
      ... on UserError {
        code
        message
        ... on NotEligibleError {
          reason
        }
        ... on InvalidInputError {
          fields {
            path
            message
          }
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '签名 PIN 码', en: 'Signing PIN' },
  none: { zh: '还没有签名 PIN 码', en: 'You have no signing PIN yet' },
  noneHint: {
    zh: '登记、签收这类日常签署，用 6 位数字证明是您本人，比输密码快。',
    en: 'Everyday signatures – recording, receiving – are proven by six digits, quicker than a password.',
  },
  since: { zh: '设置于', en: 'Set' },
  set: { zh: '设置 PIN 码', en: 'Set a PIN' },
  change: { zh: '更换', en: 'Change' },
  pin: { zh: '新的 PIN 码', en: 'New PIN' },
  pinHint: { zh: '6 位数字，避开相同或连续的数字', en: 'Six digits; not one repeated, not six in a row' },
  again: { zh: '再输一次', en: 'Once more' },
  differs: { zh: '两次输入的不一样。', en: 'The two are not the same.' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '签名 PIN 码已设置', en: 'The signing PIN is set' },
})

/** The six digits that prove everyday signatures. */
export function SigningPin() {
  const say = useMessages(texts)
  const { data, refetch } = useQuery(PinQuery, { fetchPolicy: 'cache-and-network' })
  const [open, setOpen] = useState(false)
  if (!data) return null
  const setAt = data.mySigningPinSetAt
  return (
    <Panel
      title={say('title')}
      actions={
        <Button icon={<SignOffIcon aria-hidden />} onClick={() => setOpen(true)}>
          {say(setAt ? 'change' : 'set')}
        </Button>
      }
    >
      {setAt ? (
        <Inline>
          <span className="st-quiet">
            {say('since')} <Instant at={setAt} />
          </span>
        </Inline>
      ) : (
        <Stack gap={1}>
          <p className="st-strong">{say('none')}</p>
          <p className="st-quiet">{say('noneHint')}</p>
        </Stack>
      )}
      {open && (
        <PinDialog
          onDone={(changed) => {
            setOpen(false)
            if (changed) void refetch()
          }}
        />
      )}
    </Panel>
  )
}

interface Values {
  readonly pin: string
  readonly again: string
}

function PinDialog({ onDone }: { readonly onDone: (changed: boolean) => void }) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const notify = useNotify()
  const withProof = useWithProof()
  const set = useAct(SetPinMutation)
  return (
    <Dialog open title={say('title')} onClose={() => onDone(false)}>
      <Form<Values>
        label={say('title')}
        verb={say('save')}
        onCancel={() => onDone(false)}
        check={({ pin, again }) => ({
          ...check(SIGNATURE_INPUTS.setPin, { pin: pin ?? '' }),
          ...(pin === again ? {} : { again: say('differs') }),
        })}
        onSubmit={async ({ pin }) => {
          const { done, refused } = await withProof(() => set({ pin }))
          if (done) {
            notify.done(say('saved'))
            onDone(true)
          }
          return refused
        }}
      >
        <Field name="pin" label={say('pin')} hint={say('pinHint')} required>
          <PinInput autoFocus autoComplete="new-password" />
        </Field>
        <Field name="again" label={say('again')} required>
          <PinInput autoComplete="new-password" />
        </Field>
      </Form>
    </Dialog>
  )
}
