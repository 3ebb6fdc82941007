/** What clients asked about their own data: answered, refused, being dealt with, waiting for proof, overdue. */
import type { Role } from '@steward/domain'
import * as service from '../subject-requests/subject-request.service.ts'
import { DAY } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import { holding } from './organizations/world.ts'

interface Told {
  /** Days before now. */
  readonly ago: number
  readonly asked: object
  readonly proof?: object
  readonly answer?: string
  readonly refusal?: object
}

const SEEN = { proof: 'IN_PERSON', proofNote: '前台核对身份证原件，与本人相符。' }

const TOLD: readonly Told[] = [
  {
    ago: 52,
    asked: {
      kind: 'CORRECTION',
      askedBy: 'CLIENT',
      channel: 'COUNTER',
      words: '档案里的电话是旧的，请改成现在的。',
    },
    proof: SEEN,
    answer: '已当场更正联系电话，并请客户核对无误。',
  },
  {
    ago: 40,
    asked: {
      kind: 'COPY',
      askedBy: 'AGENT',
      requesterName: '周建国',
      channel: 'VISIT',
      words: '自称业主的亲戚，要一份业主的资料。',
    },
    refusal: {
      refusal: 'IDENTITY_NOT_PROVEN',
      answer: '未能出示授权委托书，无法提供；已说明需要带齐的材料。',
    },
  },
  {
    ago: 26,
    asked: {
      kind: 'EXPLANATION',
      askedBy: 'CLIENT',
      channel: 'EMAIL',
      words: '请说明为什么要登记家庭成员，用在哪里。',
    },
    proof: { proof: 'CALLED_BACK', proofNote: '回拨档案所留电话，核对房号与入住年份。' },
  },
  {
    ago: 6,
    asked: {
      kind: 'RESTRICTION',
      askedBy: 'CLIENT',
      channel: 'WECHAT',
      words: '不要再给我发活动推广，同意撤回。',
    },
    proof: { proof: 'CALLED_BACK', proofNote: '回拨档案所留电话，本人接听。' },
  },
  {
    ago: 3,
    asked: {
      kind: 'ERASURE',
      askedBy: 'CLIENT',
      channel: 'COUNTER',
      words: '房子已经卖了，请把我和家人的资料都删掉。',
    },
    proof: SEEN,
  },
  {
    ago: 1,
    asked: { kind: 'COPY', askedBy: 'CLIENT', channel: 'COUNTER', words: '想要一份你们掌握的我的资料。' },
  },
]

export const playSubjectRequests = async (stage: Stage): Promise<void> => {
  const { world, now } = stage
  const first = (role: Role) => holding(world, role)[0]!
  const [agent, keeper, manager] = [first('SERVICE_AGENT'), first('CR_SPECIALIST'), first('CS_MANAGER')]
  for (const [nth, { ago, asked, proof, answer, refusal }] of TOLD.entries()) {
    const at = (hours: number) => new Date(now.getTime() - ago * DAY + hours * 3_600_000)
    const clientId = world.clients[17 + nth * 31]!.id
    const request = agreed(
      await service.register(by(stage, agent, at(0)), { ...asked, clientId }),
      'register',
    )
    const step = { subjectRequestId: request.id, expectedVersion: 1 }
    if (refusal)
      agreed(await service.refuse(by(stage, manager, at(20)), { ...step, ...refusal } as never), 'refuse')
    if (proof)
      agreed(await service.verify(by(stage, keeper, at(3)), { ...step, ...proof } as never), 'verify')
    if (answer) {
      const told = { ...step, expectedVersion: 2, answer }
      agreed(await service.answer(by(stage, manager, at(26)), told as never), 'answer')
    }
  }
}
