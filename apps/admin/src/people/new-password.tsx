import { PASSWORD_BYTES, passwordFrom } from '@steward/domain'
import { messages, useMessages } from '@steward/portal'
import { Button, CopyButton, Inline, Input, Stack } from '@steward/ui'

const texts = messages({
  make: { zh: '另生成一个', en: 'Make another' },
  copy: { zh: '复制密码', en: 'Copy the password' },
})

/** A first password, made in this browser; the server keeps a hash and never says it again. */
export const makePassword = (): string => passwordFrom(crypto.getRandomValues(new Uint8Array(PASSWORD_BYTES)))

interface NewPasswordInputProps {
  readonly value?: string
  readonly onChange?: (value: string) => void
  readonly id?: string
}

/** A password for somebody else: to be read off, so it is shown. */
export function NewPasswordInput({ value = '', onChange, id }: NewPasswordInputProps) {
  const say = useMessages(texts)
  return (
    <Stack gap={2}>
      <Input
        {...(id === undefined ? {} : { id })}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange?.(target.value)}
      />
      <Inline>
        <Button onClick={() => onChange?.(makePassword())}>{say('make')}</Button>
        <CopyButton text={value} label={say('copy')} />
      </Inline>
    </Stack>
  )
}
