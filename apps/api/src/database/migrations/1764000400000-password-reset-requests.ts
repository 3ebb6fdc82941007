import type { MigrationInterface, QueryRunner } from 'typeorm'
import { openDirectoryTable } from './secure.ts'

/** Who asked for a new password, until the worker has looked whether there is such a person. */
export class PasswordResetRequests1764000400000 implements MigrationInterface {
  readonly name = 'PasswordResetRequests1764000400000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE password_reset_request (
        id uuid NOT NULL,
        sign_in_name text NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        not_before timestamptz(3),
        PRIMARY KEY (id)
      )
    `)
    await openDirectoryTable(queryRunner, 'password_reset_request', { removable: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE password_reset_request')
  }
}
