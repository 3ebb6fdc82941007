import {
  CLIENT_ACTION_LABELS,
  CONSENT_DECISION_LABELS,
  CONSENT_PURPOSE_LABELS,
  CONSENT_PURPOSES,
  CONSENT_WAY_LABELS,
  CONSENT_WAYS,
  presentConsents,
  type ConsentPurpose,
  type ConsentWay,
} from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMay, useMessages, useSaidBy, useSay } from '@steward/portal'
import {
  Button,
  Choice,
  Field,
  Fold,
  Form,
  Inline,
  Input,
  Instant,
  Panel,
  Sheet,
  Stack,
  StatusTag,
} from '@steward/ui'
import { useState } from 'react'
import { RecordConsent, WithdrawConsent } from './archive-documents.ts'
import { optionsOf, stated } from './options.ts'
import { useArchiveAct, type ArchiveSurroundings } from './use-archive-act.ts'

export const ClientConsentsFragment = graphql(/* GraphQL */ `
  fragment ClientConsents on Client {
    id
    archivedAt
    consents {
      id
      purpose
      decision
      way
      at
      note
      recordedBy {
        id
        name
      }
    }
  }
`)

const texts = messages({
  title: { zh: '同意与用途', en: 'Consents' },
  never: { zh: '未征得', en: 'Not asked' },
  history: { zh: '全部记录（{{count}}）', en: 'All of {{count}} entries' },
  way: { zh: '方式', en: 'How it was said' },
  note: { zh: '备注', en: 'Note' },
  done: { zh: '已登记', en: 'Recorded' },
})

interface ClientConsentsProps {
  readonly client: FragmentType<typeof ClientConsentsFragment>
  readonly onReload: () => Promise<unknown>
}

/** What the client's data may be used for, purpose by purpose; every word that was said stays readable. */
export function ClientConsents({ client, onReload }: ClientConsentsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const saidBy = useSaidBy()
  const may = useMay()
  const { id, archivedAt, consents } = readFragment(ClientConsentsFragment, client)
  const [changing, setChanging] = useState<{ readonly purpose: ConsentPurpose; readonly given: boolean }>()
  const close = () => setChanging(undefined)
  const present = presentConsents(consents)
  return (
    <Panel title={say('title')}>
      <Stack gap={2}>
        {CONSENT_PURPOSES.map((purpose) => {
          const word = present.get(purpose)
          const given = word?.decision === 'GIVEN'
          const action = given ? 'withdrawConsent' : 'recordConsent'
          return (
            <Inline key={purpose} gap={2} justify="space-between">
              <span>{sayWord(CONSENT_PURPOSE_LABELS[purpose])}</span>
              <Inline gap={2}>
                <StatusTag tone={given ? 'good' : 'neutral'}>
                  {word ? sayWord(CONSENT_DECISION_LABELS[word.decision]) : say('never')}
                </StatusTag>
                {may(`client:${action}`) && (given || !archivedAt) && (
                  <Button
                    size="small"
                    aria-label={`${sayWord(CLIENT_ACTION_LABELS[action])} ${sayWord(CONSENT_PURPOSE_LABELS[purpose])}`}
                    onClick={() => setChanging({ purpose, given })}
                  >
                    {sayWord(CLIENT_ACTION_LABELS[action])}
                  </Button>
                )}
              </Inline>
            </Inline>
          )
        })}
      </Stack>
      {consents.length > 0 && (
        <Fold title={say('history', { count: consents.length })}>
          <Stack gap={1}>
            {consents.map((word) => (
              <span key={word.id} className="st-small">
                <Instant at={word.at} show="absolute" />{' '}
                {saidBy(
                  sayWord(CONSENT_PURPOSE_LABELS[word.purpose]),
                  sayWord(CONSENT_DECISION_LABELS[word.decision]),
                )}{' '}
                · {sayWord(CONSENT_WAY_LABELS[word.way])}{' '}
                <span className="st-quiet">
                  {[word.recordedBy?.name, word.note].filter(Boolean).join(' · ')}
                </span>
              </span>
            ))}
          </Stack>
        </Fold>
      )}
      <Sheet
        open={changing !== undefined}
        title={sayWord(CLIENT_ACTION_LABELS[changing?.given ? 'withdrawConsent' : 'recordConsent'])}
        onClose={close}
      >
        {changing && <ConsentForm clientId={id} {...changing} onReload={onReload} onClose={close} />}
      </Sheet>
    </Panel>
  )
}

interface Values {
  readonly way: ConsentWay
  readonly note?: string
}

interface ConsentFormProps extends ArchiveSurroundings {
  readonly clientId: string
  readonly purpose: ConsentPurpose
  /** It is given now, and is withdrawn. */
  readonly given: boolean
}

function ConsentForm({ clientId, purpose, given, ...surroundings }: ConsentFormProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const record = useArchiveAct(RecordConsent, say('done'), surroundings)
  const withdraw = useArchiveAct(WithdrawConsent, say('done'), surroundings)
  const verb = sayWord(CLIENT_ACTION_LABELS[given ? 'withdrawConsent' : 'recordConsent'])
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ way: 'SPOKEN' }}
      onCancel={surroundings.onClose}
      onSubmit={(values) => (given ? withdraw : record)({ ...stated(values), clientId, purpose })}
    >
      <p className="st-strong">{sayWord(CONSENT_PURPOSE_LABELS[purpose])}</p>
      <Field name="way" label={say('way')}>
        <Choice options={optionsOf(CONSENT_WAYS, CONSENT_WAY_LABELS, sayWord)} />
      </Field>
      <Field name="note" label={say('note')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
      </Field>
    </Form>
  )
}
