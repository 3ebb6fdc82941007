import { messages, useMessages, useViewer } from '@steward/portal'
import { Alert, Button, CopyButton, DescriptionList, Dialog, Inline, Stack } from '@steward/ui'

const texts = messages({
  title: { zh: '请把登录信息交给{{name}}', en: 'Hand this over to {{name}}' },
  once: {
    zh: '密码只在这里显示这一次，系统里存的是无法还原的摘要。请当面或通过安全的方式转交，并请本人登录后改掉。',
    en: 'The password is shown here once and never again. Hand it over in person or by a safe way, and ask them to change it.',
  },
  signInName: { zh: '登录名', en: 'Sign-in name' },
  password: { zh: '密码', en: 'Password' },
  copy: { zh: '复制登录信息', en: 'Copy both' },
  done: { zh: '已转交', en: 'Handed over' },
})

export interface Account {
  readonly name: string
  readonly signInName: string
  readonly password: string
}

/** The one moment in which a new password can be passed on; it is left by saying that this was done. */
export function HandOver({ account, onDone }: { readonly account: Account; readonly onDone: () => void }) {
  const say = useMessages(texts)
  const { organization } = useViewer()
  const signInName = `${account.signInName}@${organization.code}`
  return (
    <Dialog
      open
      title={say('title', { name: account.name })}
      footer={
        <Inline justify="flex-end">
          <CopyButton text={`${signInName}\n${account.password}`} label={say('copy')} />
          <Button type="primary" onClick={onDone}>
            {say('done')}
          </Button>
        </Inline>
      }
    >
      <Stack gap={4}>
        <Alert type="warning" showIcon title={say('once')} />
        <DescriptionList
          items={[
            { label: say('signInName'), value: <code>{signInName}</code>, wide: true },
            { label: say('password'), value: <code>{account.password}</code>, wide: true },
          ]}
        />
      </Stack>
    </Dialog>
  )
}
