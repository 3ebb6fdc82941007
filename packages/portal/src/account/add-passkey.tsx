import { Field, Form, Input, Sheet, Stack } from '@steward/ui'
import { useAct } from '../acts/use-act.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { makePasskey } from './passkey.ts'
import { AddPasskeyMutation, BeginPasskeyMutation } from './passkey-documents.ts'
import { useWithProof } from './proof.tsx'

const texts = messages({
  title: { zh: '添加通行密钥', en: 'Add a passkey' },
  intro: {
    zh: '用这台设备的指纹、人脸或开机密码登录，不必再输密码，也骗不走。接下来按浏览器的提示操作。',
    en: 'Sign in with the finger, face or PIN of this device: no password to type, nothing to be tricked out of. Follow your browser.',
  },
  name: { zh: '给这台设备起个名字', en: 'Name this device' },
  thisDevice: { zh: '这台电脑', en: 'This device' },
  verb: { zh: '继续', en: 'Go on' },
  stopped: { zh: '没有完成。可以再试一次。', en: 'It was not finished. You can try again.' },
})

interface AddPasskeyProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onAdded: (recoveryCodes: readonly string[]) => void
}

/** Name it, then the browser does the rest. */
export function AddPasskey({ open, onClose, onAdded }: AddPasskeyProps) {
  const say = useMessages(texts)
  const withProof = useWithProof()
  const begin = useAct(BeginPasskeyMutation)
  const add = useAct(AddPasskeyMutation)
  return (
    <Sheet open={open} title={say('title')} onClose={onClose}>
      <Stack gap={4}>
        <p>{say('intro')}</p>
        <Form<{ name: string }>
          label={say('title')}
          verb={say('verb')}
          initial={{ name: say('thisDevice') }}
          onCancel={onClose}
          onSubmit={async ({ name }) => {
            const begun = await withProof(() => begin({}))
            if (!begun.done) return begun.refused
            const response = await makePasskey(begun.done.options)
            if (response === undefined) return { message: say('stopped') }
            const { done, refused } = await add({ name, response })
            if (done) onAdded(done.recoveryCodes)
            return refused
          }}
        >
          <Field name="name" label={say('name')} required>
            <Input maxLength={40} />
          </Field>
        </Form>
      </Stack>
    </Sheet>
  )
}
