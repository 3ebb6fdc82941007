import type { MigrationInterface, QueryRunner } from 'typeorm'
import { RUNTIME_ROLE } from './secure.ts'

/** What stands where a word was erased. */
const GONE = `'〔已删除〕'`

/** Of each table: what follows for the rows of the person. `theirs`: of the clients; `cases`: of their cases; and so on below. */
const WORDS_GO = `
  UPDATE client_contact SET name = ${GONE}, phone = NULL, phone_masked = NULL, email = NULL, email_masked = NULL, employer = NULL,
    position = NULL, rank = NULL, decision_roles = '{}', concerns = NULL, channels = '{}', preferred_hours = NULL, frequency = NULL,
    birthday = NULL, interests = NULL, removed_at = coalesce(removed_at, moment) WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE client_member SET name = ${GONE}, kinship = 'OTHER', life_stage = NULL, note = NULL, removed_at = coalesce(removed_at, moment)
    WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE client_consent SET note = NULL WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE client_profile SET birthday = NULL, age_band = NULL, occupation = NULL, education = NULL, income_band = NULL, housing = NULL,
    associations = NULL, purchased_on = NULL, purchase_area = NULL, purchase_amount_minor = NULL, events_attended = NULL,
    id_document_type = NULL, id_document_number = NULL, id_document_number_masked = NULL, on_file = '{}'
    WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE client_status_record SET legal_representative = NULL, general_manager = NULL, contact_person = NULL, business_licence = NULL,
    tax_registration = NULL, website = NULL, main_business = NULL, business_condition = NULL, banks = NULL, bank_account = NULL,
    bank_account_masked = NULL, loans = NULL, cash_turnover_minor = NULL, credit_status = NULL, payment_handler = NULL,
    payment_attitude = NULL, payment_instrument = NULL, service_channel = NULL, service_frequency = NULL, potential = NULL,
    satisfaction = NULL, remark = NULL, on_file = '{}', changed_fields = '{}' WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE client_occupancy SET moved_in_on = NULL WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE client_reveal SET reason = ${GONE} WHERE org_id = org
    AND (client_id = ANY (theirs) OR complaint_id = ANY (cases) OR lead_id = ANY (their_leads));
  UPDATE attachment SET name = ${GONE}, note = NULL, sealed_key = NULL, removal_reason = NULL, removed_at = coalesce(removed_at, moment)
    WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE reception SET words = ${GONE}, result = NULL, next_step = NULL, next_on = NULL, earlier = '[]'
    WHERE org_id = org AND client_id = ANY (theirs);

  UPDATE complaint SET contact_name = NULL, contact_phone = NULL, contact_phone_masked = NULL, summary = ${GONE}, facts = ${GONE},
    demand = NULL, containment = NULL, findings = NULL, cause_note = NULL, prevention_note = NULL, close_reason = NULL,
    referred_to = NULL, external_reference = NULL, agreement_signer = NULL WHERE org_id = org AND id = ANY (cases);
  UPDATE complaint_event SET note = NULL WHERE org_id = org AND complaint_id = ANY (cases);
  UPDATE complaint_option SET description = ${GONE}, reason = NULL WHERE org_id = org AND complaint_id = ANY (cases);
  UPDATE complaint_task SET instruction = ${GONE}, evidence_note = NULL, reason = NULL WHERE org_id = org AND complaint_id = ANY (cases);
  UPDATE client_notice SET title_zh = ${GONE}, title_en = ${GONE}, words_zh = ${GONE}, words_en = ${GONE}, note = NULL, waiver = NULL
    WHERE org_id = org AND complaint_id = ANY (cases);
  UPDATE notice SET title_zh = ${GONE}, title_en = ${GONE}, body_zh = ${GONE}, body_en = ${GONE}
    WHERE org_id = org AND (complaint_id = ANY (cases) OR subject_id = ANY (theirs) OR subject_id = ANY (their_leads));
  UPDATE promise SET what = NULL, answer = NULL, assent = NULL
    WHERE org_id = org AND (client_id = ANY (theirs) OR complaint_id = ANY (cases));
  UPDATE promise_pause SET note = NULL FROM promise p WHERE promise_pause.org_id = org AND p.org_id = org
    AND p.id = promise_pause.promise_id AND (p.client_id = ANY (theirs) OR p.complaint_id = ANY (cases));
  UPDATE handover SET note = NULL, reason = NULL FROM handover_item i WHERE handover.org_id = org AND i.org_id = org
    AND i.handover_id = handover.id AND i.complaint_id = ANY (cases);
  UPDATE handover_item SET summary = NULL, what = NULL, remark = NULL, question = NULL, reply = NULL, outcome = NULL
    WHERE org_id = org AND complaint_id = ANY (cases);
  UPDATE dunning_hold SET reason = ${GONE} FROM receivable r WHERE dunning_hold.org_id = org AND r.org_id = org
    AND r.id = dunning_hold.receivable_id AND r.client_id = ANY (theirs);
  UPDATE dunning_notice SET outcome = ${GONE} WHERE org_id = org AND receivable_id = ANY (their_charges);
  UPDATE receivable SET note = NULL, void_reason = NULL WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE payment SET payer = pseudonym, reference = NULL, note = NULL, reversal_reason = NULL
    WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE reconciliation SET confirmed_by = NULL WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE reconciliation_line SET dispute_reason = NULL, answer = NULL FROM reconciliation s WHERE reconciliation_line.org_id = org
    AND s.org_id = org AND s.id = reconciliation_line.reconciliation_id AND s.client_id = ANY (theirs);

  UPDATE lead SET name = pseudonym, phone = NULL, phone_masked = NULL, phone_tail = NULL, email = NULL, email_masked = NULL,
    need = NULL, referrer = NULL, next_step = NULL WHERE org_id = org AND id = ANY (their_leads);
  UPDATE lead_event SET note = NULL WHERE org_id = org AND lead_id = ANY (their_leads);
  UPDATE imported_row SET identity = '', key = '', before = NULL
    WHERE org_id = org AND (record_id = ANY (theirs) OR record_id = ANY (cases) OR record_id = ANY (their_charges));
  UPDATE import_duplicate SET name_masked = NULL WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE subject_request SET requester_name = NULL, words = ${GONE}, proof_note = NULL, answer = NULL
    WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE export_request SET purpose = ${GONE}, scope_note = ${GONE}, necessity = NULL, recipient_name = pseudonym,
    recipient_company = NULL, reason = NULL FROM export_scope s WHERE export_request.org_id = org AND s.org_id = org
    AND s.id = export_request.id AND s.client_ids <@ theirs AND recipient_name IS NOT NULL;
  UPDATE export_request SET purpose = ${GONE}, scope_note = ${GONE}, necessity = NULL, reason = NULL FROM export_scope s
    WHERE export_request.org_id = org AND s.org_id = org AND s.id = export_request.id AND s.client_ids <@ theirs;
  UPDATE controlled_copy SET recipient = pseudonym, signer = NULL, return_note = NULL FROM export_scope s, export_request q
    WHERE controlled_copy.org_id = org AND s.org_id = org AND q.org_id = org AND q.id = s.id AND s.id = controlled_copy.request_id
    AND s.client_ids <@ theirs AND q.recipient_id IS NULL;
  UPDATE controlled_document SET title = ${GONE} WHERE org_id = org AND complaint_id = ANY (cases);
  UPDATE document_revision SET title = ${GONE}, change_reason = NULL, end_reason = NULL, rejected_reason = NULL
    FROM controlled_document d WHERE document_revision.org_id = org AND d.org_id = org AND d.id = document_revision.document_id
    AND d.complaint_id = ANY (cases);

  DELETE FROM client_field_value WHERE org_id = org AND client_id = ANY (theirs);
  DELETE FROM client_tag WHERE org_id = org AND client_id = ANY (theirs);
  DELETE FROM client_key WHERE org_id = org AND client_id = ANY (theirs);
  DELETE FROM signature_request WHERE org_id = org;
  UPDATE phone_lookup SET tail = '****' WHERE org_id = org AND tail = ANY (tails);`

/** Who was looked for by these names: views that somebody saved, and what an import said of a row that it did not take. */
const NAMED_GO = `
  DELETE FROM saved_view_pin n USING saved_view v WHERE n.org_id = org AND v.org_id = org AND v.id = n.saved_view_id
    AND EXISTS (SELECT FROM unnest(names) w(word) WHERE position(w.word IN v.name || ' ' || v.query) > 0);
  DELETE FROM saved_view v WHERE v.org_id = org
    AND EXISTS (SELECT FROM unnest(names) w(word) WHERE position(w.word IN v.name || ' ' || v.query) > 0);
  UPDATE import_issue SET value = NULL WHERE org_id = org AND value IS NOT NULL
    AND EXISTS (SELECT FROM unnest(names) w(word) WHERE position(w.word IN import_issue.value) > 0);`

/** Of the audit and of what was signed: the words beside, and the salts, so that no commitment opens any more. */
const commitmentsClose = (rows: string): string => `
  subjects := theirs || cases || their_leads || their_charges || array(
    SELECT id FROM client_contact WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM client_member WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM client_occupancy WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM client_consent WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM client_profile WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM client_status_record WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM attachment WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM reception WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM client_field_value WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM client_tag WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM subject_request WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM payment WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM reconciliation WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT l.id FROM reconciliation_line l JOIN reconciliation s ON s.org_id = l.org_id AND s.id = l.reconciliation_id
      WHERE l.org_id = org AND s.client_id = ANY (theirs)
    UNION ALL SELECT h.id FROM dunning_hold h WHERE h.org_id = org AND h.receivable_id = ANY (their_charges)
    UNION ALL SELECT id FROM complaint_option WHERE org_id = org AND complaint_id = ANY (cases)
    UNION ALL SELECT id FROM complaint_task WHERE org_id = org AND complaint_id = ANY (cases)
    UNION ALL SELECT id FROM client_notice WHERE org_id = org AND complaint_id = ANY (cases)
    UNION ALL SELECT id FROM promise WHERE org_id = org AND (client_id = ANY (theirs) OR complaint_id = ANY (cases))
    UNION ALL SELECT u.id FROM promise_pause u JOIN promise p ON p.org_id = u.org_id AND p.id = u.promise_id
      WHERE u.org_id = org AND (p.client_id = ANY (theirs) OR p.complaint_id = ANY (cases))
    UNION ALL SELECT id FROM handover_item WHERE org_id = org AND complaint_id = ANY (cases)
    UNION ALL SELECT handover_id FROM handover_item WHERE org_id = org AND complaint_id = ANY (cases)
    UNION ALL SELECT id FROM controlled_document WHERE org_id = org AND complaint_id = ANY (cases)
    UNION ALL SELECT v.id FROM document_revision v JOIN controlled_document d ON d.org_id = v.org_id AND d.id = v.document_id
      WHERE v.org_id = org AND d.complaint_id = ANY (cases)
    UNION ALL SELECT v.id FROM saved_view v WHERE v.org_id = org
      AND EXISTS (SELECT FROM unnest(names) w(word) WHERE position(w.word IN v.name || ' ' || v.query) > 0)
    UNION ALL SELECT id FROM import_duplicate WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT s.id FROM export_scope s WHERE s.org_id = org AND s.client_ids <@ theirs
    UNION ALL SELECT y.id FROM controlled_copy y JOIN export_scope s ON s.org_id = y.org_id AND s.id = y.request_id
      WHERE y.org_id = org AND s.client_ids <@ theirs
    ${rows});
  DELETE FROM commitment_salt WHERE org_id = org AND owner_id IN (
    SELECT a.id FROM audit_entry a WHERE a.org_id = org AND a.subject_id = ANY (subjects)
    UNION ALL SELECT s.id FROM sign_off s WHERE s.org_id = org AND s.subject_id = ANY (subjects)
    UNION ALL SELECT g.id FROM signing g WHERE g.org_id = org AND g.subject_id = ANY (subjects)
    UNION ALL SELECT unnest(subjects));
  UPDATE audit_entry SET reason = NULL WHERE org_id = org AND reason IS NOT NULL AND subject_id = ANY (subjects);
  UPDATE sign_off SET comment = NULL WHERE org_id = org AND comment IS NOT NULL AND subject_id = ANY (subjects);`

/**
 * Erases a person for good: their clients' rows lose every word that tells of them, the key of what is sealed goes, no commitment opens
 * any more. It runs with the owner's rights, because history may be changed by nothing else; hence it looks itself whether two persons
 * have signed for it, and takes the organization from the transaction's setting and from nowhere else.
 */
interface Erased {
  /** Statements on tables that came later: `org`, `theirs`, `cases`, `their_leads` and `their_charges` say whose. */
  readonly words?: string
  /** Their rows, as `UNION ALL SELECT id …`, so that what the audit commits to opens no more. */
  readonly rows?: string
}

export const eraseClient = ({ words = '', rows = '' }: Erased = {}): string => `
CREATE OR REPLACE FUNCTION erase_client(who uuid) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $erase$
DECLARE
  org CONSTANT uuid := nullif(current_setting('app.org_id', true), '')::uuid;
  root CONSTANT uuid := who;
  moment CONSTANT timestamptz := clock_timestamp();
  theirs uuid[];
  cases uuid[];
  their_leads uuid[];
  their_charges uuid[];
  subjects uuid[];
  names text[];
  tails text[];
  pseudonym text;
BEGIN
  SELECT c.code INTO pseudonym FROM client c WHERE c.org_id = org AND c.id = root AND c.merged_into_id IS NULL FOR UPDATE;
  IF pseudonym IS NULL THEN RAISE EXCEPTION 'no such client' USING ERRCODE = 'ST001'; END IF;
  IF NOT EXISTS (
    SELECT FROM document_revision v
     WHERE v.org_id = org AND v.kind = 'DESTRUCTION_RECORD' AND v.status = 'EFFECTIVE'
       AND v.content -> 'destroyed' @> jsonb_build_array(jsonb_build_object('subject', 'CLIENT_ARCHIVE', 'subjectId', root))
       AND (SELECT count(DISTINCT s.person_id) FROM sign_off s
             WHERE s.org_id = org AND s.subject_id = v.id AND s.meaning IN ('PREPARED', 'APPROVED')) >= 2)
  THEN RAISE EXCEPTION 'not signed by two' USING ERRCODE = 'ST002'; END IF;

  WITH RECURSIVE merged AS (
    SELECT root AS id UNION SELECT c.id FROM client c JOIN merged m ON c.merged_into_id = m.id WHERE c.org_id = org)
  SELECT array_agg(id) INTO theirs FROM merged;
  cases := array(SELECT c.id FROM complaint c WHERE c.org_id = org AND c.client_id = ANY (theirs));
  their_leads := array(SELECT l.id FROM lead l WHERE l.org_id = org AND l.client_id = ANY (theirs));
  their_charges := array(SELECT r.id FROM receivable r WHERE r.org_id = org AND r.client_id = ANY (theirs));
  names := array(
    SELECT DISTINCT w.word FROM (
      SELECT unnest(array[c.name, c.phone, c.email]) AS word FROM client c WHERE c.org_id = org AND c.id = ANY (theirs)
      UNION ALL SELECT unnest(array[t.name, t.phone, t.email]) FROM client_contact t WHERE t.org_id = org AND t.client_id = ANY (theirs)
      UNION ALL SELECT m.name FROM client_member m WHERE m.org_id = org AND m.client_id = ANY (theirs)) w
     WHERE length(w.word) >= 2);
  -- As they stand in the address of a list.
  names := names || array(SELECT regexp_replace(upper(encode(convert_to(w.word, 'UTF8'), 'hex')), '(..)', '%\\1', 'g') FROM unnest(names) w(word));
  tails := array(SELECT right(w.word, 4) FROM unnest(names) w(word) WHERE w.word ~ '^[+0-9]{7,}$');
${commitmentsClose(rows)}
${NAMED_GO}
${WORDS_GO}
${words}
  UPDATE client c SET name = c.code, phone = NULL, phone_masked = NULL, phone_tail = NULL, search_grams = '{}', email = NULL,
    email_masked = NULL, source = NULL, referrer = NULL, archive_reason = NULL, erased_at = moment, archived_at = coalesce(c.archived_at, moment),
    version = c.version + 1 WHERE c.org_id = org AND c.id = ANY (theirs);
  RETURN theirs;
END
$erase$`

/** The end of an archive: what a subject asked to have erased, by two who signed for it. */
export class Erasure1764004310000 implements MigrationInterface {
  readonly name = 'Erasure1764004310000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE client ADD COLUMN erased_at timestamptz(3), ADD COLUMN erasure_revision_id uuid;
      ALTER TABLE subject_request ADD COLUMN erasure_revision_id uuid,
        ADD FOREIGN KEY (org_id, erasure_revision_id) REFERENCES document_revision (org_id, id);
      CREATE INDEX subject_request_erasure_revision_idx ON subject_request (org_id, erasure_revision_id);
    `)
    await queryRunner.query(eraseClient())
    await queryRunner.query('REVOKE EXECUTE ON FUNCTION erase_client FROM PUBLIC')
    await queryRunner.query(`GRANT EXECUTE ON FUNCTION erase_client TO ${RUNTIME_ROLE}`)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION erase_client')
    await queryRunner.query('ALTER TABLE subject_request DROP COLUMN erasure_revision_id')
    await queryRunner.query('ALTER TABLE client DROP COLUMN erased_at, DROP COLUMN erasure_revision_id')
  }
}
