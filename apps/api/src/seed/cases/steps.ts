/** What each step of a fate is: which verb, whose, after how long, and with which words. */
import type { Role } from '@steward/domain'
import { HOUR } from '../calendar.ts'
import { holding, idOf, onSite, somebody, type Member } from '../organizations/world.ts'
import { fill } from '../template.ts'
import { inYuan, isMoney, needsOrder, settleOn, type CaseInHand, type PricedOption } from './case-in-hand.ts'
import type { StepName } from './fates.ts'
import { PHRASES, SECOND_PROPOSAL } from './phrases.ts'
import { step, type StepDraft } from './step-draft.ts'

type Tell = (it: CaseInHand) => StepDraft | undefined

const inRole = (it: CaseInHand, role: Role, fits?: (one: Member) => boolean): Member =>
  somebody(it.world, role, it.chance, fits)

/** Only cases of the formal track have an investigation and a remedy. */
const formal = (it: CaseInHand) => {
  if (!it.formal) throw new Error(`${it.matter.category} is not told for the formal track`)
  return it.formal
}

/** The client's word, or what stands for it where nobody can be asked. */
const word = (it: CaseInHand): readonly [mode: string, phrases: readonly string[]] => {
  if (!it.client) return ['PUBLIC_REPLY', it.anonymous ? PHRASES.publicReply : PHRASES.internalReply]
  return it.channel === 'HOTLINE_12345'
    ? ['AUTHORITY_REPLY', PHRASES.authorityReply]
    : ['CLIENT', PHRASES.confirmed]
}

const responsible = (it: CaseInHand): string | null => {
  const { departments } = it.world
  const engineering = departments.get('ENG') ?? idOf(departments, it.project.draft.centre)
  return {
    SITE: idOf(departments, it.project.draft.centre),
    ENGINEERING: engineering,
    SERVICE: it.registrar.actor.departmentId,
    none: null,
  }[formal(it).responsible ?? 'none']
}

const findings = (it: CaseInHand) => {
  const { findings: found, cause, faultShare, unfounded, excessive: _ } = formal(it)
  const holds = !it.fate.steps.includes('dismiss')
  it.faultShare = holds ? it.chance.between(faultShare[0] / 5, faultShare[1] / 5) * 5 : 0
  return {
    findings: it.tell(holds || !unfounded ? found : [unfounded.findings]),
    wasReal: holds,
    faultShare: it.faultShare,
    cause: holds ? cause : 'CLIENT',
    proposedResponsibleDepartmentId: holds ? responsible(it) : null,
  }
}

/** Options of the first proposal as the matter has them; a later one brings something new. */
const options = (it: CaseInHand): readonly PricedOption[] => {
  const first = it.proposals === 0
  const drafts = first ? formal(it).options : SECOND_PROPOSAL
  return drafts.map(({ kind, description, yuan: range }, at) => {
    const yuan = first && at === 0 ? it.estimate : range ? settleOn(range, it.chance) : 0
    return { kind, yuan, description: fill(description, { ...it.slots, amount: inYuan(yuan) }, it.chance) }
  })
}

/** Who is told to do it: engineers for equipment, the service centre for everything else. */
const order = (it: CaseInHand, option: PricedOption) => {
  const own = isMoney(option) || it.proposals > 1 ? undefined : formal(it).order
  const atEngineering = own?.to === 'ENGINEERING' && it.world.departments.has('ENG')
  const departmentId = atEngineering
    ? idOf(it.world.departments, 'ENG')
    : idOf(it.world.departments, it.project.draft.centre)
  const there = (one: Member) => one.actor.departmentId === departmentId
  const able = own ? holding(it.world, 'TECHNICIAN', there) : []
  const covers = able.filter(({ actor }) => actor.projectIds.includes(it.project.id))
  const technician = covers.length > 0 && it.chance.happens(0.8) ? it.chance.pick(covers) : undefined
  const phrases = isMoney(option)
    ? { instruction: PHRASES.moneyOrder, evidence: PHRASES.moneyEvidence }
    : { instruction: PHRASES.otherOrder, evidence: PHRASES.otherEvidence }
  return {
    departmentId,
    technician,
    executor: technician ?? inRole(it, 'SITE_MANAGER', there),
    instruction: own ? it.tell(own.instruction) : it.say(phrases.instruction),
    evidence: own ? it.tell(own.evidence) : it.say(phrases.evidence),
  }
}

const outcome = (it: CaseInHand): string => {
  if (it.proposals > 1) return it.say(PHRASES.secondOutcome)
  if (it.fate.steps.includes('confirmUnreachable')) return it.say(PHRASES.unwatchedOutcome)
  return it.tell(formal(it).outcome)
}

/** The specialists, and where the case lies with the agents' department, its agents; never whoever did the work. */
const visitor = (it: CaseInHand): Member => {
  const agents = holding(
    it.world,
    'SERVICE_AGENT',
    ({ actor }) => actor.departmentId === it.handlingDepartmentId,
  )
  const all = [...holding(it.world, 'CR_SPECIALIST'), ...agents]
  return (it.visitor = it.chance.pick(all.filter(({ id }) => id !== it.front.id && id !== it.executor?.id)))
}

/** Skipped where the remedy needed no order. */
const ofOrder = (it: CaseInHand, tell: (executor: Member) => StepDraft): StepDraft | undefined =>
  it.orderIsOpen && it.executor ? tell(it.executor) : undefined

/** Site managers do not speak for the client: where one took the case, a specialist does. */
const speaker = (it: CaseInHand): Member =>
  it.front.actor.roles.includes('SITE_MANAGER') ? inRole(it, 'CR_SPECIALIST') : it.front

/** Case control: not whoever asked the client, where there is somebody else. */
const control = (it: CaseInHand): Member => {
  const roles = it.quick ? (['CR_SUPERVISOR', 'CS_MANAGER'] as const) : (['GM_OFFICE', 'CS_MANAGER'] as const)
  return it.chance.pick(roles.flatMap((role) => holding(it.world, role, ({ id }) => id !== it.visitor?.id)))
}

/** What the client says at the return visit: who only asked something was not helped, but answered. */
const ofKind = ({ matter: { kind } }: CaseInHand): readonly string[] => {
  if (kind === 'INQUIRY') return PHRASES.answered
  return kind === 'PRAISE' || kind === 'SUGGESTION' ? PHRASES.thanked : PHRASES.satisfied
}

export const STEPS: Readonly<Record<StepName, Tell>> = {
  contain: (it) => ({
    ...step('contain', inRole(it, 'SITE_MANAGER', onSite(it.world, it.project)), [0.2, 0.6], {
      containment: it.say([formal(it).containment ?? PHRASES.contained[0]]),
    }),
    atOnce: true,
  }),
  acknowledge: (it) => {
    const manager = it.world.people.find(({ id }) => id === it.client?.keyAccountManagerId)
    const roles = ['CR_SPECIALIST', 'CR_SPECIALIST', 'SERVICE_AGENT'] as const
    const isAccountManager = manager?.actor.roles.includes('KEY_ACCOUNT_MANAGER') && it.chance.happens(0.6)
    it.front = isAccountManager ? manager! : inRole(it, it.chance.pick(roles))
    it.handlingDepartmentId = it.front.actor.departmentId
    return step('acknowledge', inRole(it, 'GM_OFFICE'), [0.3, 5], {
      handlingDepartmentId: it.handlingDepartmentId,
      assigneeId: it.front.id,
      purpose: it.matter.purpose ?? null,
    })
  },
  beginInvestigation: (it) => step('investigate', inRole(it, 'QUALITY'), [2, 20]),
  investigate: (it) => step('investigate', inRole(it, 'QUALITY'), [4, 36], findings(it)),
  ruleResponsibility: (it) => {
    if (it.matter.kind !== 'COMPLAINT' || it.chance.happens(0.25)) return undefined
    return step('ruleResponsibility', inRole(it, 'GM_OFFICE'), [2, 20], {
      responsibleDepartmentId: responsible(it),
      faultShare: it.faultShare,
      comment: it.say(PHRASES.ruled),
    })
  },
  propose: (it) => {
    it.propose(options(it))
    it.proposals += 1
    // Small sums are proposed by a specialist, so that the supervisor can approve them.
    const small = it.options.every(({ yuan }) => yuan <= 500)
    return step('propose', inRole(it, small ? 'CR_SPECIALIST' : 'CR_SUPERVISOR'), [3, 30], {
      options: it.options.map(({ kind, description, yuan }, at) => ({
        kind,
        description,
        amountMinor: yuan * 100,
        recommended: at === 0,
      })),
    })
  },
  approve: (it) => step('approve', 'approver', [1, 26], { comment: it.say(PHRASES.approved) }),
  reject: (it) => step('reject', 'approver', [2, 26], { reason: it.say(PHRASES.rejected) }),
  approveByWord: (it) => {
    const words = it.say(PHRASES.approvedByWord)
    const ago = it.chance.between(5, 40) * 60_000
    const recorder = inRole(it, 'CR_SPECIALIST')
    const input = (at: Date) => ({ givenAt: new Date(at.getTime() - ago), words })
    return { ...step('recordOralApproval', recorder, [1, 8], input), names: 'approver' }
  },
  signWord: (it) => step('signOralApproval', 'approver', [1, 8], { comment: it.say(PHRASES.signedWord) }),
  offer: (it) =>
    it.client ? step('offer', it.front, [0.5, 16], { note: it.say(PHRASES.offered) }) : undefined,
  logContactAttempt: (it) =>
    step('logContactAttempt', it.front, [4, 20], { channel: 'PHONE', note: it.say(PHRASES.attempt) }),
  confirm: (it) => {
    const [mode, phrases] = word(it)
    return step('confirm', it.front, [1, 40], { mode, note: it.say(phrases) })
  },
  confirmUnreachable: (it) =>
    step('confirm', it.front, [20, 48], { mode: 'UNREACHABLE', note: it.say(PHRASES.unreachable) }),
  refuseOption: (it) => {
    const reason = it.say(it.current && isMoney(it.current) ? PHRASES.refusedMoney : PHRASES.refused)
    it.propose(it.options.slice(1))
    return step('refuseOption', it.front, [3, 40], { reason })
  },
  dispatch: (it) => {
    const option = it.current
    if (!option || !needsOrder(option.kind)) return undefined
    it.slots = { ...it.slots, option: option.description }
    const { departmentId, technician, executor, instruction, evidence } = order(it, option)
    it.executor = executor
    it.orderIsOpen = true
    it.evidence = evidence
    const days = it.chance.between(2, 8)
    return step(
      'dispatch',
      inRole(it, it.chance.pick(['CR_SUPERVISOR', 'CR_SPECIALIST'])),
      [0.5, 8],
      (at) => ({
        departmentId,
        assigneeId: technician?.id ?? null,
        instruction,
        dueAt: new Date(at.getTime() + days * 24 * HOUR),
      }),
    )
  },
  accept: (it) => ofOrder(it, (executor) => step('acceptTask', executor, [0.2, 6])),
  return: (it) =>
    ofOrder(it, (executor) => step('returnTask', executor, [1, 10], { reason: it.say(PHRASES.returned) })),
  assignOrder: (it) =>
    ofOrder(it, ({ id }) => step('assignTask', inRole(it, 'CR_SUPERVISOR'), [1, 10], { assigneeId: id })),
  complete: (it) => {
    const done = ofOrder(it, (executor) =>
      step('completeTask', executor, [3, 60], { evidenceNote: it.evidence }),
    )
    it.orderIsOpen = false
    return done
  },
  resolve: (it) => {
    if (it.quick) {
      return step('resolve', it.registrar, [0.2, 5], {
        outcome: it.tell(it.quick.outcome),
        cause: it.quick.cause ?? null,
      })
    }
    const { causeNote, prevention } = formal(it)
    return step('resolve', it.front, [2, 20], {
      outcome: outcome(it),
      causeNote: it.say([causeNote]),
      preventionNote: it.say([prevention]),
    })
  },
  followUp: (it) => {
    if (it.anonymous) {
      return step('followUp', visitor(it), [20, 70], {
        satisfied: null,
        note: it.say(PHRASES.satisfiedInPublic),
      })
    }
    const note = it.say(it.client ? ofKind(it) : PHRASES.checkedOnSite)
    return step('followUp', visitor(it), [20, 70], { satisfied: true, note })
  },
  followUpUnreached: (it) =>
    step('followUp', visitor(it), [20, 40], { satisfied: null, note: it.say(PHRASES.unreached) }),
  followUpDissatisfied: (it) =>
    step('followUp', visitor(it), [20, 60], { satisfied: false, note: it.say(PHRASES.dissatisfied) }),
  close: (it) => {
    const referred = it.fate.steps.includes('refer')
    const phrases = it.quick ? PHRASES.closedQuick : referred ? PHRASES.closedReferral : PHRASES.closed
    return step('close', control(it), [3, 40], { reason: it.say(phrases) })
  },
  reopen: (it) => step('reopen', inRole(it, 'GM_OFFICE'), [100, 240], { reason: it.say(PHRASES.reopened) }),
  withdraw: (it) => step('withdraw', speaker(it), [2, 40], { reason: it.say(PHRASES.withdrawn) }),
  refer: (it) => {
    const { to, reason } = formal(it).referral!
    return step('refer', control(it), [2, 24], { to, reason: it.say([reason]) })
  },
  answerReferral: (it) =>
    step('answerReferral', it.front, [48, 150], { answer: it.say([formal(it).referral!.answer]) }),
  decline: (it) => {
    const { reason, alternative } = formal(it).excessive!
    return step('decline', inRole(it, it.chance.pick(['CS_MANAGER', 'CS_DIRECTOR'])), [5, 40], {
      reason: it.say([reason]),
      alternative: it.say([alternative]),
    })
  },
  dismiss: (it) =>
    step('dismiss', inRole(it, it.chance.pick(['GM_OFFICE', 'CS_MANAGER'])), [5, 40], {
      reason: it.say([formal(it).unfounded!.reason]),
    }),
  merge: (it) => step('merge', inRole(it, 'CR_SUPERVISOR'), [0.5, 6], { reason: it.say(PHRASES.merged) }),
}
