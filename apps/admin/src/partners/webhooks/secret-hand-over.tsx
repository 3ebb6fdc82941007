import { messages, useMessages } from '@steward/portal'
import { Alert, Button, CopyButton, DescriptionList, Dialog, Inline, Stack } from '@steward/ui'

const texts = messages({
  title: { zh: '签名密钥', en: 'Signing secret' },
  once: {
    zh: '密钥只在这里显示这一次，请通过安全的方式交给合作方；遗失时更换即可。',
    en: 'It is shown here once and never again. Hand it over by a safe way; when it is lost, rotate it.',
  },
  overlap: {
    zh: '接下来 24 小时，每条消息同时带新旧两个密钥的签名；请合作方在此期间换上新密钥。',
    en: 'For the next 24 hours messages bear the signatures of both secrets: the partner changes over meanwhile.',
  },
  gone: {
    zh: '密钥已在先前的应答中显示过，不再显示。请更换密钥。',
    en: 'It was shown in an earlier answer and is not shown again. Rotate it.',
  },
  endpoint: { zh: '端点', en: 'Endpoint' },
  secret: { zh: '密钥', en: 'Secret' },
  verify: { zh: '如何验签', en: 'How to verify' },
  reference: {
    zh: '接口参考“Webhook”一节（Standard Webhooks 规范）',
    en: 'API reference, section “Webhooks” (Standard Webhooks)',
  },
  copy: { zh: '复制密钥', en: 'Copy the secret' },
  done: { zh: '已妥善保存', en: 'It is in safe hands' },
})

export interface HandedSecret {
  readonly url: string
  readonly secret: string | null
  /** The one before goes on signing for a day. */
  readonly overlaps: boolean
}

/** The one moment in which a secret can be passed on. */
export function SecretHandOver({
  handed: { url, secret, overlaps },
  onDone,
}: {
  readonly handed: HandedSecret
  readonly onDone: () => void
}) {
  const say = useMessages(texts)
  const items = [
    { label: say('endpoint'), value: url, wide: true },
    {
      label: say('secret'),
      value: <code style={{ overflowWrap: 'anywhere' }}>{secret}</code>,
      wide: true,
    },
    {
      label: say('verify'),
      value: (
        <a href="/explorer/reference#webhooks" target="_blank" rel="noreferrer">
          {say('reference')}
        </a>
      ),
      wide: true,
    },
  ]
  return (
    <Dialog
      open
      width={640}
      title={say('title')}
      footer={
        <Inline justify="flex-end">
          {secret && <CopyButton text={secret} label={say('copy')} />}
          <Button type="primary" onClick={onDone}>
            {say('done')}
          </Button>
        </Inline>
      }
    >
      <Stack gap={4}>
        <Alert type="warning" showIcon title={say(secret ? 'once' : 'gone')} />
        {overlaps && secret && <Alert type="info" showIcon title={say('overlap')} />}
        {secret && <DescriptionList items={items} />}
      </Stack>
    </Dialog>
  )
}
