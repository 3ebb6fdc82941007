import type { MigrationInterface, QueryRunner } from 'typeorm'
import { v7 as newId } from 'uuid'
import { forEachOrganization, secureTenantTable } from './secure.ts'

/** Calendars of working time: their weeks, their special days, the years whose holidays are published. */
export class WorkingTime1763900000000 implements MigrationInterface {
  readonly name = 'WorkingTime1763900000000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE working_calendar (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        code text NOT NULL,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        time_zone text NOT NULL,
        observes_holidays boolean NOT NULL,
        moved_promises integer NOT NULL DEFAULT 0,
        updated_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX working_calendar_code_key ON working_calendar (org_id, code);

      CREATE TABLE working_calendar_use (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        calendar_id uuid NOT NULL,
        department_id uuid,
        project_type text,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, calendar_id) REFERENCES working_calendar (org_id, id),
        FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id)
      );
      CREATE UNIQUE INDEX working_calendar_use_key
        ON working_calendar_use (org_id, department_id, project_type) NULLS NOT DISTINCT;
      CREATE INDEX working_calendar_use_calendar_idx ON working_calendar_use (org_id, calendar_id);

      CREATE TABLE working_slot (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        calendar_id uuid NOT NULL,
        weekday text NOT NULL,
        from_minute integer NOT NULL,
        to_minute integer NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, calendar_id) REFERENCES working_calendar (org_id, id)
      );
      CREATE UNIQUE INDEX working_slot_key ON working_slot (org_id, calendar_id, weekday, from_minute);

      CREATE TABLE special_day (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        calendar_id uuid NOT NULL,
        falls_on date NOT NULL,
        kind text NOT NULL,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        is_official boolean NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, calendar_id) REFERENCES working_calendar (org_id, id)
      );
      CREATE UNIQUE INDEX special_day_key ON special_day (org_id, calendar_id, falls_on);

      CREATE TABLE special_day_slot (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        special_day_id uuid NOT NULL,
        from_minute integer NOT NULL,
        to_minute integer NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, special_day_id) REFERENCES special_day (org_id, id)
      );
      CREATE UNIQUE INDEX special_day_slot_key ON special_day_slot (org_id, special_day_id, from_minute);

      CREATE TABLE holiday_year (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        calendar_id uuid NOT NULL,
        year integer NOT NULL,
        published_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, calendar_id) REFERENCES working_calendar (org_id, id)
      );
      CREATE UNIQUE INDEX holiday_year_key ON holiday_year (org_id, calendar_id, year);
    `)
    await secureTenantTable(queryRunner, 'working_calendar')
    await secureTenantTable(queryRunner, 'holiday_year')
    // They state what holds now; what held before stays in the audit of their calendar.
    for (const table of ['working_calendar_use', 'working_slot', 'special_day', 'special_day_slot'])
      await secureTenantTable(queryRunner, table, { removable: true })
    await forEachOrganization(queryRunner, (orgId) => openOffice(queryRunner, orgId))
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE holiday_year, special_day_slot, special_day, working_slot, working_calendar_use, working_calendar',
    )
  }
}

/**
 * Office hours for an organization that was there before: Monday to Friday, no year published, because a migration does not know
 * what is published by the day on which it runs.
 */
const openOffice = async (queryRunner: QueryRunner, orgId: string): Promise<number> => {
  const calendar = newId()
  await queryRunner.query(
    `INSERT INTO working_calendar (org_id, id, code, name_zh, name_en, time_zone, observes_holidays, updated_at)
     SELECT org_id, $2, 'OFFICE', '办公时间', 'Office hours', time_zone, true, now() FROM organization_profile WHERE org_id = $1`,
    [orgId, calendar],
  )
  await queryRunner.query('INSERT INTO working_calendar_use (org_id, id, calendar_id) VALUES ($1, $2, $3)', [
    orgId,
    newId(),
    calendar,
  ])
  for (const weekday of ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'])
    for (const [from, to] of [
      [510, 720],
      [810, 1080],
    ])
      await queryRunner.query('INSERT INTO working_slot VALUES ($1, $2, $3, $4, $5, $6)', [
        orgId,
        newId(),
        calendar,
        weekday,
        from,
        to,
      ])
  return 1
}
