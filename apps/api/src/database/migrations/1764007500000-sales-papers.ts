import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'
import { openToWorker, refuseWhenFilled, secureTenantTable } from './secure.ts'

const OF_THEIRS = (table: string) => `FROM opportunity o WHERE ${table}.org_id = org
    AND o.org_id = org AND o.id = ${table}.opportunity_id AND o.client_id = ANY (theirs);
`
const AMONG = (
  table: string,
) => `    UNION ALL SELECT f.id FROM ${table} f JOIN opportunity o ON o.org_id = f.org_id AND o.id = f.opportunity_id
      WHERE f.org_id = org AND o.client_id = ANY (theirs)
`
const NOTHING = `clauses = '[]', lines = '[]', filled = '{}'`

/** What `erase_client` does to the papers of a client: their words and lines go, numbers and sums stay. */
const ADDED = [
  {
    before: '  UPDATE opportunity_event SET note = NULL FROM',
    line: `  UPDATE sales_proposal SET ${NOTHING}, sent_to = NULL, note = NULL ${OF_THEIRS('sales_proposal')}  UPDATE service_agreement SET ${NOTHING}, client_signer = NULL, reason = NULL ${OF_THEIRS('service_agreement')}`,
  },
  {
    before: '    UNION ALL SELECT id FROM opportunity WHERE',
    line: AMONG('sales_proposal') + AMONG('service_agreement'),
  },
] as const

/** Proposals and agreements, made from approved templates. */
export class SalesPapers1764007500000 implements MigrationInterface {
  readonly name = 'SalesPapers1764007500000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE sales_proposal (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        opportunity_id uuid NOT NULL,
        ordinal integer NOT NULL,
        status text NOT NULL,
        template_id uuid NOT NULL,
        price_form_id uuid NOT NULL,
        price_revision integer NOT NULL,
        clauses jsonb NOT NULL,
        lines jsonb NOT NULL,
        filled jsonb NOT NULL,
        total_minor bigint NOT NULL,
        period_from date,
        period_to date,
        valid_until date,
        made_by_id uuid NOT NULL,
        made_at timestamptz(3) NOT NULL,
        sent_on date,
        channel text,
        sent_to text,
        sent_by_id uuid,
        answered_on date,
        decline_reason text,
        note text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, opportunity_id) REFERENCES opportunity (org_id, id),
        FOREIGN KEY (org_id, template_id) REFERENCES document_revision (org_id, id),
        FOREIGN KEY (org_id, price_form_id) REFERENCES price_form (org_id, id),
        FOREIGN KEY (org_id, made_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, sent_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX sales_proposal_number_key ON sales_proposal (org_id, number);
      CREATE UNIQUE INDEX sales_proposal_ordinal_key ON sales_proposal (org_id, opportunity_id, ordinal);
      CREATE INDEX sales_proposal_template_idx ON sales_proposal (org_id, template_id);
      CREATE INDEX sales_proposal_price_form_idx ON sales_proposal (org_id, price_form_id);
      CREATE INDEX sales_proposal_made_by_idx ON sales_proposal (org_id, made_by_id);
      CREATE INDEX sales_proposal_sent_by_idx ON sales_proposal (org_id, sent_by_id);

      CREATE TABLE service_agreement (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        opportunity_id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        template_id uuid NOT NULL,
        status text NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        price_revision integer NOT NULL,
        clauses jsonb NOT NULL,
        lines jsonb NOT NULL,
        filled jsonb NOT NULL,
        total_minor bigint NOT NULL,
        period_from date NOT NULL,
        period_to date NOT NULL,
        remind_on date NOT NULL,
        reminded_at timestamptz(3),
        drafted_by_id uuid NOT NULL,
        drafted_at timestamptz(3) NOT NULL,
        writer_ids uuid[] NOT NULL DEFAULT '{}',
        prepared_by_id uuid,
        submitted_at timestamptz(3),
        reviews_owed integer NOT NULL DEFAULT 0,
        reviewer_id uuid,
        decided_by_id uuid,
        decided_at timestamptz(3),
        our_signer_id uuid NOT NULL,
        signed_on date,
        client_signer text,
        ended_on date,
        reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, opportunity_id) REFERENCES opportunity (org_id, id),
        FOREIGN KEY (org_id, proposal_id) REFERENCES sales_proposal (org_id, id),
        FOREIGN KEY (org_id, template_id) REFERENCES document_revision (org_id, id),
        FOREIGN KEY (org_id, drafted_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, prepared_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, reviewer_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, decided_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, our_signer_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX service_agreement_number_key ON service_agreement (org_id, number);
      CREATE INDEX service_agreement_opportunity_idx ON service_agreement (org_id, opportunity_id);
      CREATE INDEX service_agreement_proposal_idx ON service_agreement (org_id, proposal_id);
      CREATE INDEX service_agreement_template_idx ON service_agreement (org_id, template_id);
      CREATE INDEX service_agreement_drafted_by_idx ON service_agreement (org_id, drafted_by_id);
      CREATE INDEX service_agreement_prepared_by_idx ON service_agreement (org_id, prepared_by_id);
      CREATE INDEX service_agreement_reviewer_idx ON service_agreement (org_id, reviewer_id);
      CREATE INDEX service_agreement_decided_by_idx ON service_agreement (org_id, decided_by_id);
      CREATE INDEX service_agreement_our_signer_idx ON service_agreement (org_id, our_signer_id);

      CREATE TABLE service_agreement_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES service_agreement (org_id, id)
      );
    `)
    for (const table of ['sales_proposal', 'service_agreement', 'service_agreement_due'])
      await secureTenantTable(queryRunner, table)
    await openToWorker(queryRunner, 'service_agreement_due')
    await rewriteErasure(queryRunner, (source) =>
      ADDED.reduce((text, { before, line }) => text.replace(before, () => line + before), source),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'service_agreement', 'sales_proposal')
    await rewriteErasure(queryRunner, (source) =>
      ADDED.reduce((text, { line }) => text.replace(line, () => ''), source),
    )
    await queryRunner.query('DROP TABLE service_agreement_due, service_agreement, sales_proposal')
  }
}
