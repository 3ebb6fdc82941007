/** What a person's copy tells of proposals and agreements. */
import { SALES_PROPOSAL_STATUS_LABELS, SERVICE_AGREEMENT_STATUS_LABELS, text } from '@steward/domain'
import { AMOUNT, labelled, NUMBER, STATUS, WHAT, yuan, type CopyPart } from './copy-part.ts'

export const PAPERS: CopyPart = {
  // Drafts are the house's own; what was handed over is theirs to have.
  key: 'papers',
  title: text('给您的方案书与协议', 'Proposals and agreements'),
  heads: [NUMBER, STATUS, text('条款', 'Clause'), WHAT, AMOUNT],
  tables: ['sales_proposal', 'service_agreement'],
  sql: `select p.number, p.status, c.value ->> 'heading' as heading, c.value ->> 'body' as body, p.total_minor as amount, p.made_at as at, c.ordinality
from sales_proposal p join opportunity o on o.org_id = p.org_id and o.id = p.opportunity_id,
     jsonb_array_elements(p.clauses) with ordinality c
 where p.org_id = $1 and o.client_id = any($2) and p.sent_on is not null
union all select a.number, a.status, c.value ->> 'heading', c.value ->> 'body', a.total_minor, a.drafted_at, c.ordinality
from service_agreement a join opportunity o on o.org_id = a.org_id and o.id = a.opportunity_id,
     jsonb_array_elements(a.clauses) with ordinality c
 where a.org_id = $1 and o.client_id = any($2) and a.signed_on is not null order by at, 1, ordinality`,
  cells: ({ number, status, heading, body, amount }) => [
    number,
    labelled({ ...SALES_PROPOSAL_STATUS_LABELS, ...SERVICE_AGREEMENT_STATUS_LABELS }, status),
    heading,
    body,
    yuan(amount),
  ],
}
