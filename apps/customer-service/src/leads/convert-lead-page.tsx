import { useQuery } from '@apollo/client/react'
import { CLIENT_INPUTS, LEAD_ACTION_LABELS } from '@steward/domain'
import { graphql, type ConvertLeadPageQuery } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useAct,
  useCheckInput,
  useDraft,
  useMessages,
  usePortalPath,
  useSay,
  useToday,
  useWorkTab,
} from '@steward/portal'
import {
  AppLink,
  Choice,
  EmptyState,
  Form,
  Loading,
  PageHeader,
  Panel,
  Stack,
  useNotify,
  useUi,
  WithAside,
  type Refused,
} from '@steward/ui'
import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import {
  ConsentFields,
  ContactFields,
  MemberFields,
  UnitFields,
  WhoFields,
} from '../clients/open/open-fields.tsx'
import { openingOf, USUAL, type OpenValues } from '../clients/open/opening.ts'
import { besideReferrer, referredBy } from '../clients/referrer-field.tsx'
import { stated } from '../clients/page/options.ts'
import { ConvertLead } from './lead-documents.ts'
import { JoinClient, SameClient } from './join-client.tsx'

const ConvertPage = graphql(/* GraphQL */ `
  query ConvertLeadPage($id: ID!) {
    lead(id: $id) {
      id
      version
      number
      name
      kind
      phoneMasked
      emailMasked
      availableActions
      referrer
      referrerClient {
        id
        code
        name
      }
      source {
        id
        name
        countsAs
      }
    }
  }
`)

const texts = messages({
  title: { zh: '{{name}} 转为客户', en: 'Convert {{name}}' },
  hint: {
    zh: '来源、活动、介绍人和日期都随线索保留；电话不用再填。',
    en: 'Source, campaign, referrer and dates stay with the lead; the number need not be typed again.',
  },
  how: { zh: '档案', en: 'Archive' },
  open: { zh: '建新档案', en: 'Open a new one' },
  join: { zh: '归入已有客户', en: 'Join a client on file' },
  phone: {
    zh: '沿用线索的 {{masked}}；有变再填',
    en: 'The lead’s {{masked}} is taken; fill in only another one',
  },
  leads: { zh: '线索', en: 'Leads' },
  missing: { zh: '这条线索现在不能转为客户', en: 'This lead cannot be converted now' },
  missingHint: { zh: '先确认意向，或回到线索查看。', en: 'Qualify it first, or look at the lead.' },
  done: { zh: '已转为客户：{{name}}', en: 'Converted: {{name}}' },
})

/** The lead becomes a client: everything of a new archive in one form, or one that there is. */
export function ConvertLeadPage() {
  const id = useSearchParams()[0].get('lead') ?? ''
  const say = useMessages(texts)
  const path = usePortalPath()
  const { data, error, refetch } = useQuery(ConvertPage, {
    variables: { id },
    fetchPolicy: 'network-only',
  })
  const title = say('title', { name: data?.lead?.name ?? data?.lead?.number ?? '' })
  useWorkTab(title)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { lead } = data
  if (!lead?.availableActions.includes('CONVERT')) {
    return (
      <EmptyState
        title={say('missing')}
        hint={say('missingHint')}
        action={<AppLink to={path(lead ? `leads/${id}` : 'leads')}>{lead?.number ?? say('leads')}</AppLink>}
      />
    )
  }
  return (
    <>
      <PageHeader
        title={title}
        subtitle={say('hint')}
        back={{ to: path(`leads/${id}`), label: lead.number }}
      />
      <Convert lead={lead} onReload={() => refetch()} />
    </>
  )
}

type Convertible = NonNullable<ConvertLeadPageQuery['lead']>

interface ConvertProps {
  readonly lead: Convertible
  readonly onReload: () => Promise<unknown>
}

function Convert({ lead, onReload }: ConvertProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const { routing } = useUi()
  const notify = useNotify()
  const act = useAct(ConvertLead)
  const [joins, setJoins] = useState(false)
  const [same, setSame] = useState<{ readonly id: string; readonly values: OpenValues }>()
  const others = useRef<string[]>([])
  const seen = { leadId: lead.id, expectedVersion: lead.version }

  const settle = async (
    input: Parameters<typeof act>[0],
    values?: OpenValues,
  ): Promise<Refused | undefined> => {
    const { done, refused, refusal } = await act(input)
    if (done) {
      notify.done(say('done', { name: done.client?.name ?? '' }))
      routing.go(path(done.client ? `clients/${done.client.id}` : `leads/${lead.id}`))
      return undefined
    }
    if (refusal?.__typename === 'DuplicateError' && refusal.existingId && values) {
      setSame({ id: refusal.existingId, values })
      return {}
    }
    setSame(undefined)
    if (refusal?.code === 'STALE_RECORD') await onReload()
    return besideReferrer(ofOpening(refused))
  }
  const open = (values: OpenValues) => settle({ ...seen, opening: openingOf(values, others.current) }, values)
  const join = (clientId: string) => settle({ ...seen, clientId })
  const goOn = async () => {
    if (!same) return
    others.current = [...others.current, same.id]
    const refused = await open(same.values)
    if (refused?.message) notify.failed(refused.message)
  }
  return (
    <Stack gap={4}>
      <Panel title={say('how')}>
        <Choice
          label={say('how')}
          options={[
            { value: false, label: say('open') },
            { value: true, label: say('join') },
          ]}
          value={joins}
          onChange={setJoins}
        />
      </Panel>
      {joins ? <JoinClient onJoin={join} /> : <OpenArchive lead={lead} onSubmit={open} />}
      <SameClient
        id={same?.id}
        onJoin={() =>
          void (same && join(same.id).then((refused) => refused?.message && notify.failed(refused.message)))
        }
        onOther={goOn}
        onClose={() => setSame(undefined)}
      />
    </Stack>
  )
}

/** Refusals name members of the new archive, which here are the form's own fields. */
const ofOpening = (refused: Refused | undefined): Refused | undefined =>
  refused?.fields
    ? {
        ...refused,
        fields: Object.fromEntries(
          Object.entries(refused.fields).map(([field, said]) => [field.replace(/^opening\./, ''), said]),
        ),
      }
    : refused

function OpenArchive({
  lead,
  onSubmit,
}: {
  readonly lead: Convertible
  readonly onSubmit: (values: OpenValues) => Promise<Refused | undefined>
}) {
  const say = useMessages(texts)
  const verb = useSay()(LEAD_ACTION_LABELS.convert)
  const check = useCheckInput()
  const draft = useDraft<OpenValues>(`convert.${lead.id}`)
  const today = useToday()
  const reach = [lead.phoneMasked, lead.emailMasked].filter(Boolean).join(' · ')
  // The number on file stands for one: the form need not know it.
  const checked = (values: OpenValues) => ({
    ...openingOf(values),
    ...(lead.phoneMasked && !values.phone?.trim() ? { phone: '10086' } : {}),
    ...(lead.emailMasked && !values.email?.trim() ? { email: 'x@example.com' } : {}),
  })
  return (
    <Form<OpenValues>
      label={verb}
      verb={verb}
      wide
      stays
      initial={{
        ...USUAL,
        kind: lead.kind,
        relation: 'PROSPECT',
        fromOn: today,
        ...stated({
          name: lead.name ?? '',
          source: lead.source?.countsAs,
          referredBy: referredBy(lead),
        } as Partial<OpenValues>),
        ...(lead.kind === 'COMPANY' ? { contacts: [{}] } : {}),
        ...draft.found,
      }}
      check={(values) => check(CLIENT_INPUTS.open, checked(values))}
      onChange={draft.keep}
      onSubmit={async (values) => {
        const refused = await onSubmit(values)
        if (!refused) draft.drop()
        return refused
      }}
    >
      <div className="st-field-wide">
        <WithAside aside={<ConsentFields />}>
          <Stack gap={4}>
            {reach && <p className="st-quiet">{say('phone', { masked: reach })}</p>}
            <WhoFields />
            <UnitFields />
            <ContactFields />
            <MemberFields />
          </Stack>
        </WithAside>
      </div>
    </Form>
  )
}
