import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** What a person may ask of us about their own data 个人信息主体请求 (PIPL 44–50). */
export const SUBJECT_REQUEST_KINDS = [
  'COPY',
  'TRANSFER',
  'CORRECTION',
  'ERASURE',
  'RESTRICTION',
  'EXPLANATION',
] as const
export type SubjectRequestKind = (typeof SUBJECT_REQUEST_KINDS)[number]

export const SUBJECT_REQUEST_KIND_LABELS: Labels<SubjectRequestKind> = {
  COPY: text('查阅、复制', 'Access and copy'),
  TRANSFER: text('转移', 'Transfer to another handler'),
  CORRECTION: text('更正、补充', 'Correction'),
  ERASURE: text('删除', 'Erasure'),
  RESTRICTION: text('限制或拒绝处理、撤回同意', 'Restriction, withdrawal of consent'),
  EXPLANATION: text('解释说明处理规则', 'Explanation of how data is handled'),
}

/** The article of the Personal Information Protection Law 个人信息保护法 that each stands on. */
export const SUBJECT_REQUEST_ARTICLES: Labels<SubjectRequestKind> = {
  COPY: text('第四十五条第一、二款', 'Art. 45 (1), (2)'),
  TRANSFER: text('第四十五条第三款', 'Art. 45 (3)'),
  CORRECTION: text('第四十六条', 'Art. 46'),
  ERASURE: text('第四十七条', 'Art. 47'),
  RESTRICTION: text('第十五条、第四十四条', 'Art. 15, 44'),
  EXPLANATION: text('第四十八条', 'Art. 48'),
}

/** Who asks: the person, somebody with their authority, or a near relative of one who died (Art. 49). */
export const SUBJECT_REQUESTERS = ['CLIENT', 'AGENT', 'RELATIVE'] as const
export type SubjectRequester = (typeof SUBJECT_REQUESTERS)[number]

export const SUBJECT_REQUESTER_LABELS: Labels<SubjectRequester> = {
  CLIENT: text('本人', 'The client'),
  AGENT: text('受托人', 'An agent with authority'),
  RELATIVE: text('死者近亲属', 'A near relative of one who died'),
}

/** How it was proven who asks. What was looked at is named; no number of a document is kept. */
export const SUBJECT_PROOFS = [
  'IN_PERSON',
  'CALLED_BACK',
  'ON_VIDEO',
  'AUTHORITY_SEEN',
  'KINSHIP_SEEN',
] as const
export type SubjectProof = (typeof SUBJECT_PROOFS)[number]

export const SUBJECT_PROOF_LABELS: Labels<SubjectProof> = {
  IN_PERSON: text('当面核对本人证件', 'Identity document seen in person'),
  CALLED_BACK: text('回拨档案所留电话核实', 'Called back on the number on file'),
  ON_VIDEO: text('视频核对本人证件', 'Identity document seen on video'),
  AUTHORITY_SEEN: text('核对授权委托书及双方证件', 'Authority and both identity documents seen'),
  KINSHIP_SEEN: text('核对死亡证明、亲属关系及本人证件', 'Death certificate, kinship and identity seen'),
}

/** Which proof fits who asks: an agent shows their authority, a relative their kinship. */
export const PROOFS_OF_REQUESTER: Readonly<Record<SubjectRequester, readonly SubjectProof[]>> = {
  CLIENT: ['IN_PERSON', 'CALLED_BACK', 'ON_VIDEO'],
  AGENT: ['AUTHORITY_SEEN'],
  RELATIVE: ['KINSHIP_SEEN'],
}

export const SUBJECT_REQUEST_STATUSES = [
  'REGISTERED',
  'IDENTIFIED',
  'ANSWERED',
  'REFUSED',
  'WITHDRAWN',
] as const
export type SubjectRequestStatus = (typeof SUBJECT_REQUEST_STATUSES)[number]

export const SUBJECT_REQUEST_STATUS_LABELS: Labels<SubjectRequestStatus> = {
  REGISTERED: text('待核实身份', 'Identity to be proven'),
  IDENTIFIED: text('办理中', 'Being dealt with'),
  ANSWERED: text('已答复', 'Answered'),
  REFUSED: text('已拒绝', 'Refused'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
}

/** Whoever asked waits for an answer. */
export const OPEN_SUBJECT_REQUEST_STATUSES: readonly SubjectRequestStatus[] = ['REGISTERED', 'IDENTIFIED']

/** Verb, permission and mutation bear the same name. */
export const SUBJECT_REQUEST_ACTIONS = [
  'register',
  'verify',
  'prepareCopy',
  'answer',
  'erase',
  'refuse',
  'withdraw',
] as const
export type SubjectRequestAction = (typeof SUBJECT_REQUEST_ACTIONS)[number]

export const SUBJECT_REQUEST_ACTION_LABELS: Labels<SubjectRequestAction> = {
  register: text('登记', 'Register'),
  verify: text('核实身份', 'Prove identity'),
  prepareCopy: text('申请制作副本', 'Ask for the copy'),
  answer: text('答复', 'Answer'),
  erase: text('删除', 'Erase'),
  refuse: text('拒绝', 'Refuse'),
  withdraw: text('撤回', 'Withdraw'),
}

/** How the audit trail tells of it, after the name of who did it. */
export const SUBJECT_REQUEST_EVENT_LABELS: Labels<SubjectRequestAction> = {
  register: text('登记了个人信息主体请求', 'registered the request of a data subject'),
  verify: text('核实了请求人身份', 'proved who asks in'),
  prepareCopy: text('申请制作个人信息副本', 'asked for the copy that is wanted in'),
  answer: text('答复了个人信息主体请求', 'answered the request of a data subject'),
  erase: text('签署了客户档案的删除', 'signed the erasure that was asked for in'),
  refuse: text('拒绝了个人信息主体请求', 'refused the request of a data subject'),
  withdraw: text('登记撤回个人信息主体请求', 'recorded the withdrawal of'),
}

/** Why a request can be refused. A closed list: each stands on an article. */
export const SUBJECT_REFUSALS = [
  'IDENTITY_NOT_PROVEN',
  'NOT_THEIR_DATA',
  'SECRECY_BY_LAW',
  'FACTS_ARE_RIGHT',
  'NOT_TRANSFERABLE',
  'RETENTION_BY_LAW',
  'NOT_FEASIBLE',
  'LITIGATION_HOLD',
  'CONTRACT_NEEDS_IT',
  'LEGAL_DUTY',
  'OTHERWISE_ARRANGED',
] as const
export type SubjectRefusal = (typeof SUBJECT_REFUSALS)[number]

interface RefusalRule {
  readonly label: Text
  readonly article: Text
  /** Absent: of every kind. */
  readonly kinds?: readonly SubjectRequestKind[]
  /** Absent: whoever asks. */
  readonly by?: readonly SubjectRequester[]
  /** May be said before it is proven who asks. */
  readonly beforeProof?: true
}

export const SUBJECT_REFUSAL_RULES: Readonly<Record<SubjectRefusal, RefusalRule>> = {
  IDENTITY_NOT_PROVEN: {
    label: text('身份或授权无法核实', 'Identity or authority cannot be proven'),
    article: text('第五十条', 'Art. 50'),
    beforeProof: true,
  },
  NOT_THEIR_DATA: {
    label: text('请求的不是本人的个人信息', 'What is asked for is not their own data'),
    article: text('第四十四条', 'Art. 44'),
    beforeProof: true,
  },
  SECRECY_BY_LAW: {
    label: text('依法应当保密或者不需要告知', 'To be kept secret by law'),
    article: text('第十八条第一款、第四十五条第一款', 'Art. 18 (1), 45 (1)'),
    kinds: ['COPY', 'TRANSFER', 'EXPLANATION'],
  },
  FACTS_ARE_RIGHT: {
    label: text('经核实，现有信息准确、完整', 'What we hold was checked, and is right'),
    article: text('第四十六条第二款', 'Art. 46 (2)'),
    kinds: ['CORRECTION'],
  },
  NOT_TRANSFERABLE: {
    label: text('不符合国家网信部门规定的转移条件', 'The conditions of a transfer are not met'),
    article: text('第四十五条第三款', 'Art. 45 (3)'),
    kinds: ['TRANSFER'],
  },
  RETENTION_BY_LAW: {
    label: text('法律、行政法规规定的保存期限未届满', 'The time that the law has it kept is not over'),
    article: text('第四十七条第二款', 'Art. 47 (2)'),
    kinds: ['ERASURE'],
  },
  NOT_FEASIBLE: {
    label: text(
      '技术上难以删除，除存储和安全措施外停止处理',
      'Cannot be erased technically: only stored from now on',
    ),
    article: text('第四十七条第二款', 'Art. 47 (2)'),
    kinds: ['ERASURE'],
  },
  LITIGATION_HOLD: {
    label: text('涉及未了的诉讼、仲裁，须依法保全', 'Needed as evidence in a suit or arbitration'),
    article: text('第十三条第一款第三项', 'Art. 13 (1) 3'),
    kinds: ['ERASURE'],
  },
  CONTRACT_NEEDS_IT: {
    label: text('为履行与其订立的合同所必需', 'Needed to perform the contract with them'),
    article: text('第十三条第一款第二项', 'Art. 13 (1) 2'),
    kinds: ['RESTRICTION', 'ERASURE'],
  },
  LEGAL_DUTY: {
    label: text('为履行法定职责或者法定义务所必需', 'Needed for a duty under law'),
    article: text('第十三条第一款第三项', 'Art. 13 (1) 3'),
    kinds: ['RESTRICTION', 'ERASURE'],
  },
  OTHERWISE_ARRANGED: {
    label: text('死者生前另有安排', 'Who died had arranged otherwise'),
    article: text('第四十九条', 'Art. 49'),
    by: ['RELATIVE'],
  },
}

/** The reasons that fit this request now. */
export const refusalsFor = ({
  kind,
  askedBy,
  status,
}: {
  readonly kind: SubjectRequestKind
  readonly askedBy: SubjectRequester
  readonly status: SubjectRequestStatus
}): readonly SubjectRefusal[] =>
  SUBJECT_REFUSALS.filter((reason) => {
    const { kinds, by, beforeProof } = SUBJECT_REFUSAL_RULES[reason]
    return (
      (kinds === undefined || kinds.includes(kind)) &&
      (by === undefined || by.includes(askedBy)) &&
      (status !== 'REGISTERED' || beforeProof === true)
    )
  })
