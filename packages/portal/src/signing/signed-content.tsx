import { MEANING_LABELS, ROLE_LABELS } from '@steward/domain'
import type { SignatureRequestsQuery } from '@steward/graphql-client'
import {
  absoluteTime,
  DescriptionList,
  Disclosure,
  Money,
  moneyText,
  Pledge,
  ScrollBox,
  Stack,
  useUi,
} from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'

const texts = messages({
  amount: { zh: '金额', en: 'Amount' },
  signer: { zh: '签署人', en: 'Signer' },
  role: { zh: '签署角色', en: 'Signed in the role' },
  content: { zh: '签署的内容', en: 'What is signed' },
  comment: { zh: '您写的话', en: 'What you wrote' },
  technical: {
    zh: '一同签入的技术数据（{{count}} 项）',
    en: { one: 'Technical data signed along ({{count}})', other: 'Technical data signed along ({{count}})' },
  },
  fingerprint: { zh: '内容指纹', en: 'Fingerprint of the content' },
})

export type Request = SignatureRequestsQuery['signatureRequests'][number]
type Line = Request['lines'][number]

const placeOf = ({ path }: Line): number => (/^\/(options|items)\//.test(path) ? 0 : 1)

/** `3f2a 91cc …`: enough to compare two screens by. */
const short = (hash: string): string => hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')

/** All that one signature binds, to be read: the sum, the sentence, then every value. */
export function SignedContent({ request }: { readonly request: Request }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { staff, organization } = useViewer()
  const { amountMinor, comment, contentHash, lines } = request
  // What is decided on comes before the record that it stands in.
  const parts = [...new Set(lines.toSorted((a, b) => placeOf(a) - placeOf(b)).map(({ part }) => part))]
  const plain = lines.filter(({ isTechnical }) => !isTechnical)
  const technical = lines.filter(({ isTechnical }) => isTechnical)
  return (
    <Stack gap={4}>
      <Pledge
        sentence={request.sentence}
        consequence={request.consequence}
        {...(amountMinor === null || amountMinor === undefined
          ? {}
          : {
              amount: <Money minor={amountMinor} currency={organization.currency} />,
              amountLabel: say('amount'),
            })}
      />
      <ScrollBox label={say('content')}>
        <Stack gap={4}>
          <DescriptionList
            min={150}
            items={[
              { label: say('signer'), value: staff.name },
              { label: say('role'), value: sayWord(ROLE_LABELS[request.role]) },
              ...(comment ? [{ label: say('comment'), value: comment, wide: true }] : []),
            ]}
          />
          {parts.map((part) => (
            <Part key={part} name={part} lines={plain.filter((line) => line.part === part)} />
          ))}
          {technical.length > 0 && (
            <Disclosure summary={say('technical', { count: technical.length })}>
              {() => <Values lines={technical} />}
            </Disclosure>
          )}
          <p className="st-quiet">
            {say('fingerprint')} <span className="st-fingerprint">{short(contentHash)}…</span>
          </p>
        </Stack>
      </ScrollBox>
    </Stack>
  )
}

function Part({ name, lines }: { readonly name: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <section aria-label={name}>
      <Stack gap={2}>
        <h3 className="st-group-title">{name}</h3>
        <Values lines={lines} />
      </Stack>
    </section>
  )
}

/** From so many characters on a value takes the whole row. */
const LONG = 24

function Values({ lines }: { readonly lines: readonly Line[] }) {
  const { locale, timeZone } = useUi()
  const { organization } = useViewer()
  const valueOf = ({ value, isInstant, isAmount }: Line): string => {
    if (isInstant) return absoluteTime(new Date(value), locale, timeZone)
    if (isAmount) return moneyText(Math.round(Number(value) * 100), organization.currency, locale)
    return value
  }
  return (
    <DescriptionList
      min={150}
      items={lines.map((line) => ({
        label: line.label,
        value: valueOf(line),
        wide: line.value.length > LONG && !line.isInstant,
      }))}
    />
  )
}

/** What the dialog is called: the meaning, and what it is about. */
export const useTitleOf = (): ((request: Request) => string) => {
  const sayWord = useSay()
  return ({ meaning, subject }) => [sayWord(MEANING_LABELS[meaning]), subject].filter(Boolean).join(' · ')
}
