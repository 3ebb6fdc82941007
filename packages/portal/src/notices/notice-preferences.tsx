import { useQuery } from '@apollo/client/react'
import {
  CHANGE_NOTICE_PREFERENCES,
  DEFAULT_NOTICE_PREFERENCE,
  NOTICE_KIND_LABELS,
  NOTICE_KINDS,
  NOTICE_RULES,
  NOTICE_SEVERITY_LABELS,
  timeOfDay,
  type NoticeKind,
} from '@steward/domain'
import type { NoticePreferenceQuery as Chosen } from '@steward/graphql-client'
import { Field, Fields, Form, Input, Loading, Select, Sheet, Stack, SwitchList, useNotify } from '@steward/ui'
import { useState } from 'react'
import { ProofDesk, useWithProof } from '../account/proof.tsx'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { ChangeNoticePreferences, NoticePreferenceQuery } from './notice-documents.ts'

const texts = messages({
  title: { zh: '消息接收设定', en: 'How I am told' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  address: { zh: '邮箱', en: 'E-mail address' },
  addressHint: {
    zh: '忘记密码时，链接也发到这里；留空则只在系统内提醒',
    en: 'A link to a new password goes here too; without it you are told in the app only',
  },
  language: { zh: '邮件语言', en: 'Language of mails' },
  quietFrom: { zh: '免打扰开始', en: 'Quiet from' },
  quietTo: { zh: '免打扰结束', en: 'Quiet until' },
  quietHint: { zh: '如 21:00；两项都留空则不设', en: 'Such as 21:00; leave both empty for none' },
  quietToHint: { zh: '紧急消息不受免打扰限制', en: 'Urgent matters are sent all the same' },
  digest: { zh: '每日汇总时间', en: 'Daily digest at' },
  digestHint: {
    zh: '不急的邮件攒到这时一起发；留空则逐封发送',
    en: 'What can wait is sent together then; leave empty for single mails',
  },
  mail: { zh: '这些消息同时发邮件', en: 'Also by e-mail' },
  fixed: { zh: '账号安全，始终发送', en: 'Safety of your account: always sent' },
  waits: { zh: '{{severity}} · 可汇总', en: '{{severity}} · may wait' },
})

interface PreferencesProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Channels, quiet hours and digest of the person who is signed in. */
export function NoticePreferences({ open, onClose }: PreferencesProps) {
  const say = useMessages(texts)
  return (
    <Sheet open={open} title={say('title')} onClose={onClose}>
      <ProofDesk>
        <Stored onClose={onClose} />
      </ProofDesk>
    </Sheet>
  )
}

function Stored({ onClose }: Pick<PreferencesProps, 'onClose'>) {
  const { data, error, refetch } = useQuery(NoticePreferenceQuery, { fetchPolicy: 'network-only' })
  if (error) return <FailureState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <PreferencesForm stored={data.noticePreference} onClose={onClose} />
}

interface Values {
  readonly mailAddress: string | null
  readonly locale: string
  readonly quietFrom: string | null
  readonly quietTo: string | null
  readonly digestAt: string | null
}

const CHOICES = NOTICE_KINDS.filter((kind) => !NOTICE_RULES[kind].mailOnly)
const time = (minute: number | null) => (minute === null ? null : timeOfDay(minute))

function PreferencesForm({
  stored,
  onClose,
}: {
  readonly stored: Chosen['noticePreference']
  readonly onClose: () => void
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const change = useAct(ChangeNoticePreferences)
  const withProof = useWithProof()
  const [mailed, setMailed] = useState<ReadonlySet<NoticeKind>>(
    () =>
      new Set(
        CHOICES.filter(
          (kind) =>
            (NOTICE_RULES[kind].mail && !stored?.mailOff.includes(kind)) || stored?.mailOn.includes(kind),
        ),
      ),
  )
  const { quietFrom, quietTo, digestAt, locale } = DEFAULT_NOTICE_PREFERENCE
  const initial: Values = stored ?? {
    mailAddress: null,
    locale,
    quietFrom: time(quietFrom),
    quietTo: time(quietTo),
    digestAt: time(digestAt),
  }
  const inputOf = (values: Values) => ({
    expectedVersion: stored?.version ?? 0,
    locale: values.locale,
    mailAddress: values.mailAddress?.trim() || null,
    quietFrom: values.quietFrom?.trim() || null,
    quietTo: values.quietTo?.trim() || null,
    digestAt: values.digestAt?.trim() || null,
    mail: CHOICES.map((kind) => ({ kind, on: mailed.has(kind) })),
  })
  return (
    <Form<Values>
      label={say('title')}
      verb={say('save')}
      initial={initial}
      stays
      onCancel={onClose}
      check={(values) => check(CHANGE_NOTICE_PREFERENCES, inputOf(values))}
      onSubmit={async (values) => {
        const { done, refused } = await withProof(() => change(inputOf(values)))
        if (done) {
          notify.done(say('saved'))
          onClose()
        }
        return refused
      }}
    >
      <Field name="mailAddress" label={say('address')} hint={say('addressHint')}>
        <Input type="email" autoComplete="email" inputMode="email" />
      </Field>
      <Field name="locale" label={say('language')}>
        <Select
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Field>
      <Fields>
        <Field name="quietFrom" label={say('quietFrom')} hint={say('quietHint')}>
          <Input placeholder="21:00" maxLength={5} />
        </Field>
        <Field name="quietTo" label={say('quietTo')} hint={say('quietToHint')}>
          <Input placeholder="08:00" maxLength={5} />
        </Field>
      </Fields>
      <Field name="digestAt" label={say('digest')} hint={say('digestHint')}>
        <Input placeholder="08:30" maxLength={5} />
      </Field>
      <Stack gap={2}>
        <span className="st-strong">{say('mail')}</span>
        <SwitchList
          label={say('mail')}
          items={CHOICES.map((kind) => {
            const { fixed = false, mayWait, severity } = NOTICE_RULES[kind]
            const loud = sayWord(NOTICE_SEVERITY_LABELS[severity])
            return {
              key: kind,
              label: sayWord(NOTICE_KIND_LABELS[kind]),
              note: fixed ? say('fixed') : mayWait ? say('waits', { severity: loud }) : loud,
              on: mailed.has(kind),
              fixed,
            }
          })}
          onSwitch={(key, on) =>
            setMailed((now) => {
              const next = new Set(now)
              const kind = CHOICES.find((it) => it === key)
              if (kind && on) next.add(kind)
              else if (kind) next.delete(kind)
              return next
            })
          }
        />
      </Stack>
    </Form>
  )
}
