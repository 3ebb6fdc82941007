import { Alert, Button, CopyButton, Dialog, Inline, PrintIcon, Stack } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'

const texts = messages({
  title: { zh: '请保存备用码', en: 'Keep these recovery codes' },
  once: {
    zh: '只显示这一次。手机丢失或更换时，每个备用码可代替一次验证码。请打印或抄下，锁在抽屉里。',
    en: 'They are shown this once. When the phone is lost, each stands in for one code. Print them or write them down and lock them away.',
  },
  copy: { zh: '复制全部', en: 'Copy them all' },
  print: { zh: '打印', en: 'Print' },
  done: { zh: '已经保存好了', en: 'I have kept them' },
})

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onDone: () => void
}

/** The codes in clear, for the only time; the dialog must be answered. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const say = useMessages(texts)
  const footer = (
    <Button type="primary" onClick={onDone}>
      {say('done')}
    </Button>
  )
  return (
    <Dialog open title={say('title')} footer={footer}>
      <Stack gap={4}>
        <Alert type="warning" showIcon title={say('once')} />
        <ol className="st-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <Inline>
          <CopyButton text={codes.join('\n')} label={say('copy')} />
          <Button icon={<PrintIcon aria-hidden />} onClick={() => window.print()}>
            {say('print')}
          </Button>
        </Inline>
      </Stack>
    </Dialog>
  )
}
