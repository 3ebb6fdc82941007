import { useQuery } from '@apollo/client/react'
import { Alert, Dialog, Disclosure, Loading, Stack } from '@steward/ui'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages } from '../i18n/messages.ts'
import { ProofWays } from './proof-ways.tsx'
import { SignedContent, useTitleOf } from './signed-content.tsx'
import { SignatureRequestsQuery } from './signing-documents.ts'
import type { ToSign } from './signing.ts'

const texts = messages({
  sign: { zh: '签署', en: 'Sign' },
  one: { zh: '签署：{{what}}', en: 'Sign: {{what}}' },
  many: { zh: '签署 {{count}} 项', en: { one: 'Sign {{count}}', other: 'Sign {{count}}' } },
  each: {
    zh: '一次验证签署以下 {{count}} 项，每一项都单独成签。',
    en: {
      one: 'One proof signs this.',
      other: 'One proof signs these {{count}}, each with a signature of its own.',
    },
  },
})

interface SignDialogProps {
  /** Where the account's page is found from. */
  readonly home: string
  readonly toSign: ToSign
  readonly onAnswer: (signed: boolean) => void
}

/** What is signed, in full, what it means, and the ways to show that it is you. Nothing is done before that. */
export function SignDialog({ home, toSign, onAnswer }: SignDialogProps) {
  const say = useMessages(texts)
  const titleOf = useTitleOf()
  const { data, error, refetch } = useQuery(SignatureRequestsQuery, {
    variables: { ids: [...toSign.requestIds] },
    fetchPolicy: 'network-only',
  })
  const requests = data?.signatureRequests ?? []
  const [first] = requests
  const one = first ? say('one', { what: titleOf(first) }) : say('sign')
  const title = requests.length > 1 ? say('many', { count: requests.length }) : one
  return (
    <Dialog open title={title} width={640} onClose={() => onAnswer(false)}>
      {error ? (
        <FailureState error={error} onRetry={() => void refetch()} />
      ) : !first ? (
        <Loading />
      ) : (
        <Stack gap={5}>
          {toSign.why && <Alert type="warning" showIcon title={toSign.why} role="alert" />}
          {requests.length === 1 ? (
            <SignedContent request={first} />
          ) : (
            <Stack gap={3}>
              <p>{say('each', { count: requests.length })}</p>
              {requests.map((request, at) => (
                <Disclosure key={request.contentHash} summary={titleOf(request)} open={at === 0}>
                  {() => <SignedContent request={request} />}
                </Disclosure>
              ))}
            </Stack>
          )}
          <ProofWays home={home} requests={requests} requestIds={toSign.requestIds} onAnswer={onAnswer} />
        </Stack>
      )}
    </Dialog>
  )
}
