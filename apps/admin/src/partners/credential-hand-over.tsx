import { messages, useMessages } from '@steward/portal'
import { Alert, Button, CopyButton, DescriptionList, Dialog, Inline, Stack } from '@steward/ui'
import type { Issued } from './credential-form.tsx'

const texts = messages({
  title: { zh: '凭证已签发：{{label}}', en: 'Issued: {{label}}' },
  once: {
    zh: '凭证只在这里显示这一次，系统里存的是无法还原的摘要。请通过安全的方式交给合作方；遗失时撤销它，另签一个。',
    en: 'It is shown here once and never again. Hand it over by a safe way; when it is lost, revoke it and issue another.',
  },
  gone: {
    zh: '凭证已在先前的应答中显示过，不再显示。请撤销它，另签一个。',
    en: 'It was shown in an earlier answer and is not shown again. Revoke it and issue another.',
  },
  token: { zh: '凭证', en: 'Credential' },
  header: { zh: '请求头', en: 'Header of every request' },
  try: { zh: '试用', en: 'Try it' },
  copy: { zh: '复制凭证', en: 'Copy the credential' },
  done: { zh: '已妥善保存', en: 'It is in safe hands' },
})

/** The one moment in which a credential can be passed on. */
export function CredentialHandOver({
  issued,
  onDone,
}: {
  readonly issued: Issued
  readonly onDone: () => void
}) {
  const say = useMessages(texts)
  const { label, token } = issued
  return (
    <Dialog
      open
      width={640}
      title={say('title', { label })}
      footer={
        <Inline justify="flex-end">
          {token && <CopyButton text={token} label={say('copy')} />}
          <Button type="primary" onClick={onDone}>
            {say('done')}
          </Button>
        </Inline>
      }
    >
      <Stack gap={4}>
        <Alert type="warning" showIcon title={say(token ? 'once' : 'gone')} />
        {token && (
          <DescriptionList
            items={[
              {
                label: say('token'),
                value: <code style={{ overflowWrap: 'anywhere' }}>{token}</code>,
                wide: true,
              },
              { label: say('header'), value: <code>Authorization: Bearer stw_…</code>, wide: true },
              {
                label: say('try'),
                value: (
                  <a href="/explorer/" target="_blank" rel="noreferrer">
                    /explorer
                  </a>
                ),
                wide: true,
              },
            ]}
          />
        )}
      </Stack>
    </Dialog>
  )
}
