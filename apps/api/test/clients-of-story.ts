/** More clients for a story, straight in the tables. */
import { v7 as newId } from 'uuid'
import { Client } from '../src/clients/client.entity.ts'
import { withTenant } from '../src/database/with-tenant.ts'
import { toGlobalId } from '../src/graphql/global-id.ts'
import type { TestDatabase } from './database.ts'
import type { Story } from './story.ts'

/** That client's word, through the API. */
export const agreesToProfile = async (story: Story, clientId: string): Promise<void> => {
  const input = { clientId, purpose: 'PROFILE', way: 'SIGNED' }
  await story.as('CR_SPECIALIST').does('recordConsent', input, 'id')
}

/** @returns the published id */
export const addClient = async (
  database: TestDatabase,
  story: Pick<Story, 'orgId'>,
  kind: 'INDIVIDUAL' | 'HOUSEHOLD' | 'COMPANY',
  more: Partial<Client> = {},
): Promise<string> => {
  const id = newId()
  await withTenant(database.app, story.orgId, (manager) =>
    manager.insert(Client, {
      orgId: story.orgId,
      id,
      code: `C-${id.slice(-8)}`,
      kind,
      relation: kind === 'COMPANY' ? 'COMMERCIAL' : 'OWNER',
      name: kind === 'COMPANY' ? '上海恒泰精密机械有限公司' : '李建国',
      phone: null,
      phoneMasked: null,
      phoneTail: null,
      searchGrams: [],
      keyAccountManagerId: null,
      projectId: null,
      buildingId: null,
      createdAt: new Date('2026-01-01T00:00:00Z'),
      ...more,
    }),
  )
  return toGlobalId('Client', id)
}
