import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES } from '../access/roles.ts'
import { parseInput } from '../input.ts'
import { z } from 'zod'
import { DELEGATION_INPUTS, delegationRefusal, MOST_DELEGATION_DAYS, type Delegation } from './delegation.ts'
import {
  DEFAULT_SIGNATURE_POLICY,
  signatureRuleFor,
  signatureRules,
  stepsFault,
  type SignatureRule,
} from './signature-policy.ts'
import { SIGNING_KINDS } from './signing-kinds.ts'
import type { SiteTier } from '../organization/project.ts'
import {
  dutyConflict,
  firstStepOf,
  openStep,
  partsOf,
  planSteps,
  reviewsOf,
  stepAfter,
  type Hand,
  type SigningStep,
} from './signing.ts'

const policy = DEFAULT_SIGNATURE_POLICY
const proposal = (amountMinor: number) =>
  ({ kind: 'COMPLAINT_PROPOSAL', amountMinor, grade: null, siteTier: null }) as const
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

describe('the policy that the house ships', () => {
  it('can stand, and knows every kind from nothing on', () => {
    expect(z.safeParse(signatureRules, policy.rules).success).toBe(true)
    for (const kind of SIGNING_KINDS)
      expect(signatureRuleFor(policy, { kind, amountMinor: 0, grade: null, siteTier: null }).kind).toBe(kind)
  })

  it('asks for a review of proposals from 10,000.00 on', () => {
    const meanings = (amount: number) =>
      signatureRuleFor(policy, proposal(amount)).steps.map(({ meaning }) => meaning)
    expect(meanings(9_999_99)).toEqual(['PREPARED', 'APPROVED'])
    expect(meanings(10_000_00)).toEqual(['PREPARED', 'REVIEWED', 'APPROVED'])
  })
})

describe('a policy', () => {
  const [small, large] = policy.rules as [SignatureRule, SignatureRule]

  it('takes the rule with the highest amount that fits, and of these one that names the grade', () => {
    const ofA = { ...small, grades: ['A'], steps: large.steps }
    const own = { revision: 1, rules: [small, ofA, { ...large, fromMinor: 500_00 }] }
    expect(signatureRuleFor(own, { ...proposal(0), grade: 'A' })).toBe(ofA)
    expect(signatureRuleFor(own, { ...proposal(0), grade: 'B' })).toBe(small)
    expect(signatureRuleFor(own, { ...proposal(500_00), grade: 'A' }).fromMinor).toBe(500_00)
  })

  it('has rules of their own for sites of a tier, which a grade outweighs and an amount outweighs both', () => {
    const ofSmall: SignatureRule = { ...small, siteTiers: ['SMALL'] }
    const ofA = { ...small, grades: ['A'] }
    const own = { revision: 1, rules: [small, ofSmall, ofA, { ...large, fromMinor: 500_00 }] }
    const at = (siteTier: SiteTier | null, grade: string | null = null, amount = 0) =>
      signatureRuleFor(own, { ...proposal(amount), grade, siteTier })
    expect(at('SMALL')).toBe(ofSmall)
    expect(at('LARGE')).toBe(small)
    expect(at(null)).toBe(small)
    expect(at('SMALL', 'A')).toBe(ofA)
    expect(at('SMALL', null, 500_00).fromMinor).toBe(500_00)
    const rules = (...extra: readonly SignatureRule[]) =>
      z.safeParse(signatureRules, [...policy.rules, ...extra]).success
    expect(rules(ofSmall, { ...small, siteTiers: ['LARGE'] })).toBe(true)
    expect(rules(ofSmall, ofSmall)).toBe(false)
  })

  it.each([
    ['nobody prepares', { steps: large.steps.slice(1) }],
    ['nobody approves', { steps: large.steps.slice(0, 2) }],
    ['approved twice', { steps: [...large.steps, large.steps[2]!] }],
    ['reviewed after it was approved', { steps: [large.steps[0]!, large.steps[2]!, large.steps[1]!] }],
  ])('is refused where %s', (_, change) => {
    const fault = stepsFault({ ...large, ...change })
    expect(fault).toBeDefined()
    const stated = parseInput(z.object({ rules: signatureRules }), {
      rules: policy.rules.map((it) => (it === large ? { ...large, ...change } : it)),
    })
    expect(stated).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'rules.1.steps', message: fault }] },
    })
  })

  it('is refused without a tier from nothing on, with a rule twice, and for who signs no business', () => {
    const said = (rules: readonly object[]) => parseInput(z.object({ rules: signatureRules }), { rules })
    const without = policy.rules.filter(({ kind }) => kind !== 'REGULATION')
    expect(said(without)).toMatchObject({
      ok: false,
      error: { fields: [{ message: { en: expect.stringContaining('Regulation') } }] },
    })
    expect(said([...policy.rules, small])).toMatchObject({ ok: false })
    const byAdmin = { ...small, steps: [small.steps[0]!, { ...small.steps[1]!, roles: ['ADMIN'] }] }
    expect(said([byAdmin, ...policy.rules.slice(1)])).toMatchObject({ ok: false })
  })
})

describe('a signing', () => {
  const sign = (steps: readonly SigningStep[], signed: SigningStep): readonly SigningStep[] => {
    const next = stepAfter(steps, signed)
    return steps.map((it) =>
      it.position === signed.position
        ? { ...it, state: 'SIGNED' }
        : it === next
          ? { ...it, state: 'OPEN' }
          : it,
    )
  }

  it('goes through preparation, reviews and approval of the first alternative; each further one waits for its turn', () => {
    let steps = planSteps(policy, [proposal(20_000_00), proposal(100_00)])
    expect(reviewsOf(steps, 1)).toBe(1)
    expect(reviewsOf(steps, 2)).toBe(0)
    const walked: string[] = []
    for (let open = openStep(steps); open; open = openStep(steps)) {
      walked.push(`${open.part} ${open.meaning}`)
      steps = sign(steps, open)
    }
    expect(walked).toEqual(['0 PREPARED', '1 REVIEWED', '1 APPROVED'])
    const second = firstStepOf(steps, 2)!
    expect([second.meaning, second.follows]).toEqual(['APPROVED', 0])
  })

  it('asks one signature of a ruling', () => {
    const steps = planSteps(policy, [
      { kind: 'COMPLAINT_RULING', amountMinor: 0, grade: null, siteTier: null },
    ])
    expect(steps).toMatchObject([{ position: 0, follows: 0, part: 0, meaning: 'APPROVED', state: 'OPEN' }])
    expect(openStep(sign(steps, steps[0]!))).toBeUndefined()
  })

  it('never lets one natural person have a hand in two steps of a part', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(60_000_00), { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.tuple(fc.nat(4), fc.option(fc.nat(4)))),
        (amounts, people) => {
          let steps = planSteps(policy, amounts.map(proposal))
          const hands: (Hand & { readonly position: number })[] = []
          for (const part of amounts.keys()) {
            const first = part === 0 ? undefined : firstStepOf(steps, part + 1)
            if (first) steps = steps.map((it) => (it === first ? { ...it, state: 'OPEN' } : it))
            for (
              let tries = 0, open = openStep(steps);
              open && tries < 60;
              tries += 1, open = openStep(steps)
            ) {
              const [signer, behalf] = people.next().value!
              const persons = [signer, ...(behalf === null || behalf === signer ? [] : [behalf])].map(String)
              if (dutyConflict(hands, open, persons)) continue
              for (const of of partsOf(steps, open))
                hands.push(...persons.map((personId) => ({ part: of, personId, position: open!.position })))
              steps = sign(steps, open)
            }
          }
          for (const one of hands)
            for (const other of hands)
              if (one.part === other.part && one.personId === other.personId)
                expect(one.position).toBe(other.position)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('a delegation', () => {
  const from = new Date('2026-11-01T00:00:00Z')
  const until = new Date('2026-11-10T00:00:00Z')
  const given: Delegation = {
    id: uuid(1),
    giverId: uuid(2),
    giverPersonId: uuid(3),
    receiverId: uuid(4),
    receiverPersonId: uuid(5),
    kinds: ['COMPLAINT_PROPOSAL'],
    mostMinor: 5_000_00,
    startsAt: from,
    endsAt: until,
    reason: '出差',
    revokedAt: null,
  }
  const now = new Date('2026-11-05T00:00:00Z')
  const matter = { kind: 'COMPLAINT_PROPOSAL', amountMinor: 5_000_00 } as const

  it.each([
    ['holds', {}, matter, now, undefined],
    ['has not begun', {}, matter, new Date(from.getTime() - 1), 'delegationHasBegun'],
    ['has ended', {}, matter, until, 'delegationHasNotEnded'],
    ['was revoked', { revokedAt: now }, matter, now, 'delegationStands'],
    ['is for another kind', {}, { ...matter, kind: 'REGULATION' }, now, 'delegationCoversKind'],
  ] as const)('%s', (_, change, about, at, reason) => {
    const refusal = delegationRefusal({ ...given, ...change }, about, at)
    expect(refusal && 'reason' in refusal ? refusal.reason : refusal).toBe(reason)
  })

  it('does not reach above its amount', () => {
    expect(delegationRefusal(given, { ...matter, amountMinor: 5_000_01 }, now)).toMatchObject({
      code: 'LIMIT_EXCEEDED',
    })
    expect(
      delegationRefusal({ ...given, mostMinor: null }, { ...matter, amountMinor: 9_000_00 }, now),
    ).toBeUndefined()
  })

  it('lasts at most thirty days', () => {
    const stated = (days: number) =>
      parseInput(DELEGATION_INPUTS.delegate, {
        receiverId: uuid(4),
        kinds: ['REGULATION'],
        from,
        until: new Date(from.getTime() + days * 86_400_000),
        reason: '休假',
      }).ok
    expect(stated(MOST_DELEGATION_DAYS)).toBe(true)
    expect(stated(MOST_DELEGATION_DAYS + 1)).toBe(false)
    expect(stated(0)).toBe(false)
  })
})

it('names only roles that there are', () => {
  for (const { steps } of policy.rules)
    for (const { roles } of steps) for (const role of roles) expect(ROLES).toContain(role)
})
