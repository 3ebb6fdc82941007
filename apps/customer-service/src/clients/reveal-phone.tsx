import { graphql } from '@steward/graphql-client'
import { messages, useAct, useMay, useMessages } from '@steward/portal'
import {
  Button,
  CopyButton,
  Dialog,
  Field,
  Form,
  Inline,
  Input,
  useFieldValue,
  useFillFields,
} from '@steward/ui'
import { useState } from 'react'

const RevealPhoneOfComplaint = graphql(/* GraphQL */ `
  mutation RevealPhoneOfComplaint($input: RevealPhoneOfComplaintInput!) {
    revealPhoneOfComplaint(input: $input) {
      ... on RevealedPhone {
        phone
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

const RevealPhoneOfClient = graphql(/* GraphQL */ `
  mutation RevealPhoneOfClient($input: RevealPhoneOfClientInput!) {
    revealPhoneOfClient(input: $input) {
      ... on RevealedPhone {
        phone
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

const RevealPhoneOfContact = graphql(/* GraphQL */ `
  mutation RevealPhoneOfContact($input: RevealPhoneOfContactInput!) {
    revealPhoneOfContact(input: $input) {
      ... on RevealedPhone {
        phone
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

const RevealPhoneOfLead = graphql(/* GraphQL */ `
  mutation RevealPhoneOfLead($input: RevealPhoneOfLeadInput!) {
    revealPhoneOfLead(input: $input) {
      ... on RevealedPhone {
        phone
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

const texts = messages({
  reveal: { zh: '查看号码', en: 'Show the number' },
  title: { zh: '查看完整号码', en: 'Show the full number' },
  reason: { zh: '用途', en: 'What it is needed for' },
  logged: { zh: '用途会记入审计记录。', en: 'The reason goes on record.' },
  none: { zh: '没有登记号码', en: 'No number is recorded' },
  callBack: { zh: '回电核实情况', en: 'Calling back to ask about the case' },
  tell: { zh: '告知处理进展', en: 'Telling how far it is' },
  offer: { zh: '沟通处理方案', en: 'Talking about the remedy' },
  visit: { zh: '办结后回访', en: 'Return visit' },
})

const USUAL = ['callBack', 'tell', 'offer', 'visit'] as const

const PERMISSION = {
  complaint: 'complaint:revealPhone',
  client: 'client:revealPhone',
  contact: 'client:revealPhone',
  lead: 'lead:revealPhone',
} as const

interface RevealPhoneProps {
  readonly of: 'complaint' | 'client' | 'contact' | 'lead'
  readonly id: string
  readonly masked: string
}

/** A masked number; whoever may see it whole states what for. It is kept nowhere but on this page. */
export function RevealPhone({ of, id, masked }: RevealPhoneProps) {
  const say = useMessages(texts)
  const may = useMay()
  const ofComplaint = useAct(RevealPhoneOfComplaint)
  const ofClient = useAct(RevealPhoneOfClient)
  const ofContact = useAct(RevealPhoneOfContact)
  const ofLead = useAct(RevealPhoneOfLead)
  const [asking, setAsking] = useState(false)
  const [phone, setPhone] = useState<string | null>()
  const reveal = async ({ reason }: { reason: string }) => {
    const { done, refused } =
      of === 'complaint'
        ? await ofComplaint({ complaintId: id, reason })
        : of === 'client'
          ? await ofClient({ clientId: id, reason })
          : of === 'lead'
            ? await ofLead({ leadId: id, reason })
            : await ofContact({ contactId: id, reason })
    if (!done) return refused
    setPhone(done.phone)
    setAsking(false)
    return undefined
  }
  if (phone === null) return say('none')
  if (phone !== undefined) {
    return (
      <Inline gap={2}>
        <a className="st-strong" href={`tel:${phone.replace('x', ',')}`}>
          {phone}
        </a>
        <CopyButton text={phone} />
      </Inline>
    )
  }
  return (
    <Inline gap={2}>
      <span>{masked}</span>
      {may(PERMISSION[of]) && (
        <Button size="small" onClick={() => setAsking(true)}>
          {say('reveal')}
        </Button>
      )}
      <Dialog open={asking} title={say('title')} onClose={() => setAsking(false)}>
        <Form<{ reason: string }> label={say('title')} verb={say('reveal')} wide onSubmit={reveal}>
          <Field name="reason" label={say('reason')} hint={say('logged')} required wide>
            <Input maxLength={200} autoFocus />
          </Field>
          <UsualReasons />
        </Form>
      </Dialog>
    </Inline>
  )
}

/** With the phone in one hand: one touch in place of a sentence. */
function UsualReasons() {
  const say = useMessages(texts)
  const fill = useFillFields<{ reason: string }>()
  const now = useFieldValue<string>('reason')
  return (
    <div className="st-field-wide st-above-field">
      <Inline gap={2}>
        {USUAL.map((key) => (
          <Button
            key={key}
            size="small"
            aria-pressed={now === say(key)}
            onClick={() => fill({ reason: say(key) })}
          >
            {say(key)}
          </Button>
        ))}
      </Inline>
    </div>
  )
}
