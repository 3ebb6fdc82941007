/** A lead becomes a client: a new archive, opened as every archive is, or one that there is. Where they came from stays with the lead. */
import {
  CLIENT_INPUTS,
  converted,
  invalidInput,
  parseInput,
  type ClientInput,
  type InvalidInput,
  type Result,
} from '@steward/domain'
import { Client } from '../clients/client.entity.ts'
import { openClient } from '../clients/client.service.ts'
import { clientFacts, inUse, refuseMerged } from '../clients/kept-client.ts'
import { orRefuse } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'
import { leadVerb, patchLead, tellLead } from './kept-lead.service.ts'
import type { Lead } from './lead.entity.ts'
import { LeadSource } from './settings/lead-settings.entity.ts'

export const convert = leadVerb('convert', async (tx, { lead, input: { clientId, opening } }) => {
  const origin = await originOf(tx, lead)
  const client =
    clientId === null ? await opened(tx, lead, { ...origin, ...opening }) : await joined(tx, clientId, origin)
  const after = await patchLead(tx, lead, converted(client.id, tx.now))
  await tellLead(tx, after, lead.status, { action: 'convert', assigneeId: lead.assigneeId })
  return after
})

type Origin = Pick<Client, 'source' | 'referrerClientId' | 'referrer'>

const originOf = async (tx: Transaction, lead: Lead): Promise<Origin> => {
  const { countsAs } = await tx.get(LeadSource, lead.sourceId)
  return { source: countsAs, referrerClientId: lead.referrerClientId, referrer: lead.referrer }
}

/** What the form does not say again is what the lead knows: nobody types a number that is on file. */
const opened = async (tx: Transaction, lead: Lead, stated: object): Promise<Client> => {
  const { phone, email, kind, name } = lead
  const told = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined))
  const parsed = parseInput(CLIENT_INPUTS.open, { phone, email, kind, name, ...told })
  return openClient(tx, orRefuse(inOpening(parsed)), lead.assigneeId)
}

/** Refusals name the member where it stands in the input of this verb. */
const inOpening = (parsed: Result<ClientInput<'open'>, InvalidInput>): Result<ClientInput<'open'>> =>
  parsed.ok
    ? parsed
    : {
        ok: false,
        error: invalidInput(...parsed.error.fields.map((it) => ({ ...it, path: `opening.${it.path}` }))),
      }

/** How we first came to know them stands; only an archive that does not say takes it from this lead. */
const joined = async (tx: Transaction, clientId: string, origin: Origin): Promise<Client> => {
  const client = await tx.lock(Client, clientId)
  tx.admit('client:read', clientFacts(client), 'client:amend')
  await refuseMerged(tx, client)
  inUse(client, 'amend')
  return client.source === null && client.referrer === null && client.referrerClientId === null
    ? tx.patch(Client, client, origin)
    : client
}
