/** People who sign: what a verb asks for, how it is proven, and what somebody has set up for it. */
import { randomUUID } from 'node:crypto'
import type { ProofLevel, ProofSubject, Role } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import { v7 as newId } from 'uuid'
import { StaffCredential } from '../src/access/session.entity.ts'
import { toGlobalId } from '../src/graphql/global-id.ts'
import { withTenant } from '../src/database/with-tenant.ts'
import { Staff } from '../src/organization/organization.entity.ts'
import { SignatureProofRule } from '../src/sign-off/signature-proof.entity.ts'
import { Authenticator, type KeyKind } from './authenticator.ts'
import type { Payload } from './as.ts'
import { Browser } from './browser.ts'
import type { TestDatabase } from './database.ts'
import type { Story } from './story.ts'

export const PASSWORD = '一个足够长的签署密码 2026'

export interface World {
  readonly database: TestDatabase
  readonly server: FastifyInstance
  readonly story: Story
  readonly secretHash: string
  readonly now: () => Date
}

export interface Asked extends Payload {
  readonly requestIds: string[]
  readonly reason: string | null
}

const SIGNED = [
  ['Task', 'ComplaintTask { id'],
  ['Document', 'DocumentRevision { id'],
  ['OverrunOfPlan', 'PlanOverrun { id'],
] as const

/** A union need not have every refusal; within what all have in common each may be asked for. */
const signed = (mutation: string): string => `__typename
  ... on ${SIGNED.find(([end]) => mutation.endsWith(end))?.[1] ?? 'Complaint { id number'} version status }
  ... on UserError { code message
    ... on NotEligibleError { reason }
    ... on StaleRecordError { version }
    ... on InvalidInputError { fields { path message } }
    ... on SignatureRequired { requestIds why: reason } }`

/** Somebody at a browser who signs. */
export class Signer extends Browser {
  readonly staffId: string
  readonly #world: World
  #secret = ''

  constructor(world: World, staffId: string) {
    super(world.server)
    this.#world = world
    this.staffId = staffId
  }

  /** One verb by name, under a key of its own unless one is given. */
  async signs(mutation: string, input: object, key: string = randomUUID()): Promise<Asked> {
    const name = mutation.charAt(0).toUpperCase() + mutation.slice(1)
    const document = `mutation($input: ${name}Input!) { ${mutation}(input: $input) { ${signed(mutation)} } }`
    const response = await this.#world.server.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'accept-language': 'en',
        'idempotency-key': key,
        cookie: [...this.cookies].map(([cookie, value]) => `${cookie}=${value}`).join('; '),
      },
      payload: { query: document, variables: { input } },
    })
    const { data } = JSON.parse(response.body) as { data?: Record<string, Asked & { why?: string | null }> }
    const answer = data?.[mutation]
    if (!answer) throw new Error(`${mutation} answered ${response.body}`)
    return { ...answer, ...('why' in answer ? { reason: answer.why ?? null } : {}) }
  }

  /** What is about to be signed. */
  async shown(ids: readonly string[]): Promise<Record<string, unknown>[]> {
    const { data, body } = await this.run<{ signatureRequests: Record<string, unknown>[] }>(
      `query($ids: [ID!]!) { signatureRequests(ids: $ids) { id meaning sentence consequence subject role level wanted open passkeyWaits
         amountMinor contentHash statement expiresAt comment demonstration { pin password code }
         lines { path part label value isTechnical isAmount } } }`,
      { ids },
    )
    if (!data) throw new Error(body)
    return data.signatureRequests
  }

  proves(requestIds: readonly string[], proof: object): Promise<Record<string, unknown>> {
    return this.does('proveSignature', 'SignatureProven { method provedAt }', { requestIds, ...proof })
  }

  async options(requestIds: readonly string[]): Promise<string> {
    const answer = await this.does('beginSignature', 'PasskeyCeremony { options }', { requestIds })
    return String(answer.options)
  }

  /** A code of the app, another one each time. */
  code(): string {
    return new TOTP({ secret: Secret.fromBase32(this.#secret) }).generate({
      timestamp: this.#world.now().getTime(),
    })
  }

  async setUpApp(): Promise<void> {
    const begun = await this.does('setUpOneTimeCode', 'OneTimeCodeSetUp { factorId secret }', { name: 'app' })
    this.#secret = String(begun.secret)
    await this.does('confirmOneTimeCode', 'FactorAdded { factorId }', {
      factorId: begun.factorId,
      code: this.code(),
    })
  }

  async setPin(pin: string): Promise<Record<string, unknown>> {
    return this.does('setPin', 'PinSet { setAt }', { pin })
  }

  /** A passkey that was really registered, and countersigned by the story's administrator unless it is to wait; answers its device and id. */
  async addPasskey(kind: KeyKind = 'ES256', origin?: string, waits = false) {
    const device = new Authenticator(kind, origin)
    const begun = await this.does('beginPasskey', 'PasskeyCeremony { options }', {})
    const added = await this.does('addPasskey', 'FactorAdded { factorId }', {
      name: kind,
      response: device.register(String(begun.options)),
    })
    if (!added.factorId) throw new Error(JSON.stringify(added))
    const factorId = String(added.factorId)
    if (!waits) await countersign(this.#world, this.staffId, factorId)
    return { device, factorId }
  }
}

/** The story's administrator says that the passkey is that person's. */
export const countersign = async ({ story }: World, staffId: string, factorId: string): Promise<Payload> => {
  const administrator = story.as('ADMIN')
  const id = toGlobalId('Staff', staffId)
  const { staffMember } = await administrator.get<{ staffMember: { version: number } }>(
    'query($id: ID!) { staffMember(id: $id) { version } }',
    { id },
  )
  return administrator.does('countersignPasskey', {
    staffId: id,
    expectedVersion: staffMember.version,
    factorId,
  })
}

/** The story's person of that role, at a browser, signed in by a password. */
export const signerOf = async (world: World, role: Role): Promise<Signer> => {
  const { database, story, secretHash, now } = world
  const { staffId } = story.as(role)
  const signInName = await withTenant(database.app, story.orgId, async (manager) => {
    const staff = await manager.findOneByOrFail(Staff, { orgId: story.orgId, id: staffId })
    const credential = { orgId: story.orgId, id: newId(), staffId, kind: 'PASSWORD', secretHash }
    await manager.insert(StaffCredential, { ...credential, changedAt: now() })
    return `${staff.signInName}@${story.code}`
  })
  const signer = new Signer(world, staffId)
  await signer.does('signIn', 'Viewer { staff { id } }', { signInName, password: PASSWORD })
  return signer
}

/** What the organization asks from now on. */
export const ask = (
  { database, story }: World,
  rules: Partial<Record<ProofSubject, ProofLevel>>,
  fromMinor: number | null = null,
): Promise<void> =>
  withTenant(database.app, story.orgId, async (manager) => {
    for (const [subject, level] of Object.entries(rules))
      await manager.update(
        SignatureProofRule,
        { orgId: story.orgId, subject: subject as ProofSubject },
        { level, fromMinor: subject === 'AMOUNT' ? fromMinor : null },
      )
  })
