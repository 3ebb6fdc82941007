import { ACCOUNT_INPUTS } from '@steward/domain'
import type { SetUpOneTimeCodeMutation as SetUp } from '@steward/graphql-client'
import { CopyButton, Field, Form, Inline, Input, QRCode, Sheet, Stack } from '@steward/ui'
import { useState } from 'react'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { ConfirmOneTimeCodeMutation, SetUpOneTimeCodeMutation } from './account-documents.ts'
import { useWithProof } from './proof.tsx'

const texts = messages({
  title: { zh: '设置动态验证码', en: 'Set up a one-time code' },
  intro: {
    zh: '手机上任何一款验证器应用都可以（如微信小程序“腾讯身份验证器”、Microsoft Authenticator）。以后登录时，除密码外再输入应用显示的 6 位数字。',
    en: 'Any authenticator app will do. From then on, signing in asks for the six digits that it shows, after the password.',
  },
  name: { zh: '给这台手机起个名字', en: 'Name this phone' },
  myPhone: { zh: '我的手机', en: 'My phone' },
  next: { zh: '下一步', en: 'Next' },
  scan: { zh: '一、用应用扫描二维码', en: '1. Scan with the app' },
  typed: { zh: '扫不了？在应用里手动输入密钥：', en: 'Cannot scan? Type this key into the app:' },
  copy: { zh: '复制密钥', en: 'Copy the key' },
  enter: { zh: '二、输入应用显示的 6 位数字', en: '2. Type the six digits that it shows' },
  confirm: { zh: '启用', en: 'Turn on' },
})

type Begun = Extract<SetUp['setUpOneTimeCode'], { __typename: 'OneTimeCodeSetUp' }>

interface SetUpAppProps {
  readonly open: boolean
  readonly onClose: () => void
  /** The recovery codes that came with it, to be kept; none where there were some already. */
  readonly onAdded: (recoveryCodes: readonly string[]) => void
}

/** From an app on a phone to a second factor: name it, scan, type one code. */
export function SetUpApp({ open, onClose, onAdded }: SetUpAppProps) {
  const say = useMessages(texts)
  return (
    <Sheet open={open} title={say('title')} onClose={onClose}>
      <Steps onClose={onClose} onAdded={onAdded} />
    </Sheet>
  )
}

function Steps({ onClose, onAdded }: Omit<SetUpAppProps, 'open'>) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const withProof = useWithProof()
  const begin = useAct(SetUpOneTimeCodeMutation)
  const confirm = useAct(ConfirmOneTimeCodeMutation)
  const [begun, setBegun] = useState<Begun>()
  if (!begun)
    return (
      <Stack gap={4}>
        <p>{say('intro')}</p>
        <Form<{ name: string }>
          label={say('title')}
          verb={say('next')}
          initial={{ name: say('myPhone') }}
          onCancel={onClose}
          check={(values) => check(ACCOUNT_INPUTS.setUpOneTimeCode, values)}
          onSubmit={async (values) => {
            const { done, refused } = await withProof(() => begin(values))
            if (done) setBegun(done)
            return refused
          }}
        >
          <Field name="name" label={say('name')} required>
            <Input />
          </Field>
        </Form>
      </Stack>
    )
  return (
    <Stack gap={4}>
      <h3>{say('scan')}</h3>
      <Code uri={begun.uri} label={say('scan')} />
      <p className="st-quiet">{say('typed')}</p>
      <Inline>
        <code className="st-secret">{begun.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
        <CopyButton text={begun.secret} label={say('copy')} />
      </Inline>
      <h3>{say('enter')}</h3>
      <Form<{ code: string }>
        label={say('enter')}
        verb={say('confirm')}
        onCancel={onClose}
        check={({ code }) => check(ACCOUNT_INPUTS.confirmOneTimeCode, { factorId: begun.factorId, code })}
        onSubmit={async ({ code }) => {
          const { done, refused } = await withProof(() => confirm({ factorId: begun.factorId, code }))
          if (done) onAdded(done.recoveryCodes)
          return refused && !refused.fields?.code ? { fields: { code: refused.message ?? '' } } : refused
        }}
      >
        <Field name="code" label={say('enter')} unlabelled required>
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={7} aria-label={say('enter')} />
        </Field>
      </Form>
    </Stack>
  )
}

/** Dark on light in both looks: many apps do not read the reverse. */
function Code({ uri, label }: { readonly uri: string; readonly label: string }) {
  return (
    <div role="img" aria-label={label} className="st-qr">
      <QRCode value={uri} type="svg" size={200} color="#000000" bgColor="#ffffff" bordered={false} />
    </div>
  )
}
