/** What each finding says, in both languages; `{…}` stands for a detail. */
export const FINDINGS = {
  HEADER_WRONG: {
    zh: '首行的“{member}”不对：应为“{expected}”，实为“{found}”。',
    en: 'the header’s “{member}” must be “{expected}” and is “{found}”.',
  },
  KEY_WRONG: {
    zh: '密钥不可信（{fault}）：未由更早的密钥有效背书，或内容有误。',
    en: 'the key is not to be trusted ({fault}): not soundly endorsed by an earlier key, or not what it says.',
  },
  ROOT_KEY_DIFFERS: {
    zh: '根密钥是 {found}，而您指定的是 {expected}：这本账不是由您信任的密钥开立的。',
    en: 'the root key is {found}, but you named {expected}: this ledger was not begun by the key you trust.',
  },
  LINE_UNREADABLE: { zh: '此行无法读取：{reason}。', en: 'the line cannot be read: {reason}.' },
  LINE_OUT_OF_ORDER: {
    zh: '此行（{kind}）的位置不对：条目在前，检查点随后，文件最后。',
    en: 'a line of the kind “{kind}” must not stand here: entries come first, then checkpoints, then documents.',
  },
  FILE_CUT_OFF: {
    zh: '末行没有换行符：文件被截断了。',
    en: 'the last line has no end: the file is cut off.',
  },
  ENTRY_MALFORMED: {
    zh: '条目的“{member}”缺失、多余或写法不对。',
    en: 'the entry’s “{member}” is missing, is too much or is not written as it must be.',
  },
  SEQUENCE_BROKEN: {
    zh: '序号应为 {expected}，实为 {found}：有条目缺失、重复或被移动。',
    en: 'the sequence number must be {expected} and is {found}: an entry is missing, doubled or moved.',
  },
  TIME_RUNS_BACK: {
    zh: '登记时间 {at} 早于前一条目的 {before}。',
    en: 'it was appended at {at}, before the entry before it ({before}).',
  },
  PREVIOUS_DIFFERS: {
    zh: '所记的前一条目的散列与前一条目不符：链在此断开。',
    en: 'it names another entry as the one before it: the chain is broken here.',
  },
  HASH_DIFFERS: {
    zh: '散列与内容不符：条目被改动过。',
    en: 'its hash is not that of its content: the entry was changed.',
  },
  BODY_NOT_CANONICAL: {
    zh: '正文不是规范的 JSON（{reason}）。',
    en: 'the body is not canonical JSON ({reason}).',
  },
  BODY_MALFORMED: {
    zh: '正文的“{member}”缺失、多余或写法不对。',
    en: 'the body’s “{member}” is missing, is too much or is not written as it must be.',
  },
  OTHER_ORGANIZATION: {
    zh: '这是另一组织（{found}）的条目。',
    en: 'the entry is of another organization ({found}).',
  },
  ID_TWICE: {
    zh: '签署 {id} 在账中出现了两次。',
    en: 'the sign-off {id} occurs a second time.',
  },
  KEY_UNKNOWN: {
    zh: '签名所用的密钥 {kid} 不在可信密钥之列。',
    en: 'it names the key {kid}, which is none of the ledger’s trusted keys.',
  },
  KEY_OUTSIDE_ITS_TIME: {
    zh: '密钥 {kid} 在 {at} 不在有效期内。',
    en: 'the key {kid} was not in use at {at}.',
  },
  SIGNATURE_WRONG: {
    zh: '签名与内容不符：正文或签名被改动过，或签名是伪造的。',
    en: 'the signature does not fit: the body or the signature was changed, or was forged.',
  },
  SIGNED_AFTER_APPENDED: {
    zh: '签署时间 {signedAt} 比登记时间 {at} 晚五分钟以上。',
    en: 'it was signed at {signedAt}, more than five minutes after it was appended ({at}).',
  },
  ENTRY_OF_OTHER_CHAIN: {
    zh: '种类“{kind}”的条目不属于这条链：签核与审计各有各的链。',
    en: 'an entry of the kind “{kind}” does not belong here: sign-offs and audit have a chain each.',
  },
  DOCUMENT_MISSING: {
    zh: '所登记的审计记录不在：它被删去了。',
    en: 'the row of the audit trail that it stands for is not there: it was removed.',
  },
  DATED_BACK: {
    zh: '审计记录自称写于 {written}，却排在写于 {before} 的记录之后：它是事后补进的，或时钟被回拨。',
    en: 'the row says it was written at {written}, but stands after one written at {before}: it was put in later, or the clock was set back.',
  },
  SIGNING_MISSING: {
    zh: '含义为 {meaning} 的签核不属于任何会签。',
    en: 'a signature with the meaning {meaning} belongs to no signing.',
  },
  SIGNING_CONTENT_DIFFERS: {
    zh: '同一会签（{signing}）的各方签的不是同一内容。',
    en: 'those who signed in the signing {signing} did not sign the same content.',
  },
  STEP_TWICE: {
    zh: '会签 {signing} 的第 {step} 步签了两次。',
    en: 'step {step} of the signing {signing} was signed twice.',
  },
  SIGNED_AFTER_REJECTED: {
    zh: '会签 {signing} 已被驳回，其后又有签核。',
    en: 'the signing {signing} had been rejected before.',
  },
  PERSON_SIGNS_TWICE: {
    zh: '同一自然人（{person}）在一次会签中签了不止一步，或既授权又签核。',
    en: 'one natural person ({person}) has a hand in more than one step of a signing.',
  },
  ON_BEHALF_OF_ONESELF: {
    zh: '签核人代自己签核（自然人 {person}）。',
    en: 'somebody signed on behalf of themselves ({person}).',
  },
  PASSKEY_UNKNOWN: {
    zh: '签署所用的通行密钥此前未登记给任何人，或已移除。',
    en: 'no earlier entry gives the passkey that signed to anybody, or it was removed.',
  },
  PASSKEY_OF_ANOTHER: {
    zh: '签署所用的通行密钥不是签署人（自然人 {person}）的，或公钥与登记的不同。',
    en: 'the passkey that signed is not that of the signer ({person}), or has another public key than was entered.',
  },
  PASSKEY_TWICE: {
    zh: '这个通行密钥已登记过，且尚未移除。',
    en: 'this passkey was entered before and not removed since.',
  },
  PASSKEY_COUNTERSIGNED_BY_HOLDER: {
    zh: '通行密钥由持有人本人（自然人 {person}）确认。',
    en: 'the passkey was countersigned by its own holder ({person}).',
  },
  PASSKEY_COUNTERSIGNED_TWICE: {
    zh: '这个通行密钥已确认过。',
    en: 'this passkey was countersigned before.',
  },
  PASSKEY_KEY_WRONG: {
    zh: '登记的公钥不是可用的通行密钥公钥。',
    en: 'the public key that was entered is none that a passkey may have.',
  },
  ACT_DIFFERS: {
    zh: '签署人证明的那一批里没有这一签署：内容、金额或含义与当时所示不同。',
    en: 'what the signer proved does not hold this signature: its content, amount or meaning is not what was shown.',
  },
  CHALLENGE_DIFFERS: {
    zh: '签署人的设备签的不是这些内容：内容、金额、含义或签署人与当时所示不同，或签名取自别处。',
    en: 'the signer’s device signed something else: content, amount, meaning or signer are not what was shown, or the answer was taken from elsewhere.',
  },
  ASSERTION_WRONG: {
    zh: '设备的应答不是经本人验证的签署应答，或属于另一网址。',
    en: 'the device’s answer is none that was given with the person verified, or is of another address.',
  },
  PASSKEY_SIGNATURE_WRONG: {
    zh: '通行密钥的签名不符：应答被改动过，或是伪造的。',
    en: 'the signature of the passkey does not fit: the answer was changed or forged.',
  },
  CHECKPOINT_MALFORMED: {
    zh: '检查点的写法不对。',
    en: 'it is not written as a checkpoint must be.',
  },
  CHECKPOINT_OF_OTHER_LEDGER: {
    zh: '这是另一本账（{found}）的检查点。',
    en: 'it is a checkpoint of another ledger ({found}).',
  },
  CHECKPOINT_UNSIGNED: {
    zh: '检查点没有本账任何可信密钥的签名。',
    en: 'no trusted key of the ledger has signed it.',
  },
  CHECKPOINT_SIGNATURE_WRONG: {
    zh: '检查点的签名与内容不符：检查点被改动过，或签名是伪造的。',
    en: 'its signature does not fit: the checkpoint was changed or forged.',
  },
  CHECKPOINT_KEY_OUTSIDE_ITS_TIME: {
    zh: '签检查点的密钥 {kid} 在 {at} 不在有效期内。',
    en: 'the key {kid} that signed it was not in use at {at}.',
  },
  CHECKPOINT_SHRINKS: {
    zh: '检查点的条目数 {size} 少于前一检查点的 {before}：账变短了。',
    en: 'it has {size} entries, fewer than the {before} of the checkpoint before: the ledger shrank.',
  },
  CHECKPOINT_BEYOND_END: {
    zh: '检查点有 {size} 条，而账中只有 {entries} 条：尾部缺失。',
    en: 'it has {size} entries, but the ledger holds only {entries}: its tail is missing.',
  },
  CHECKPOINT_ROOT_DIFFERS: {
    zh: '前 {size} 条的树根与检查点不符：其中有条目被改动过。',
    en: 'the tree of the first {size} entries has another root: some of them were changed.',
  },
  CHECKPOINT_HEAD_DIFFERS: {
    zh: '检查点所记的末条散列与第 {seq} 号条目不符。',
    en: 'it names another hash for its last entry ({seq}).',
  },
  CHECKPOINT_PREVIOUS_DIFFERS: {
    zh: '检查点所记的前一检查点不是在它之前的那一个：有检查点缺失、多出或被改动。',
    en: 'it names another checkpoint as the one before: one is missing, added or changed.',
  },
  COSIGNATURE_WRONG: {
    zh: '见证的副署与检查点不符。',
    en: 'the witness’s cosignature does not fit the checkpoint.',
  },
  WITNESS_LINE_WRONG: {
    zh: '见证记录的此行无法读取。',
    en: 'the line of the witness’s log cannot be read.',
  },
  WITNESS_OF_OTHER_LEDGER: {
    zh: '见证记录中没有本账（{origin}）的检查点：记录或账拿错了，或账被掉包了。',
    en: 'the log has no checkpoint of this ledger ({origin}): one of the two is another’s, or was exchanged.',
  },
  WITNESSED_UNSIGNED: {
    zh: '见证保存的 {size} 条的检查点没有本账可信密钥的有效签名：密钥被换过，或记录被改动过。',
    en: 'no trusted key of this ledger signed the checkpoint of {size} entries that the witness kept: the keys were exchanged, or the log was changed.',
  },
  WITNESSED_TAIL_MISSING: {
    zh: '见证在 {at} 看到 {size} 条，而账中只有 {entries} 条：尾部被截去了。',
    en: 'the witness saw {size} entries at {at}, but the ledger holds only {entries}: its tail was cut off.',
  },
  WITNESSED_ROOT_DIFFERS: {
    zh: '前 {size} 条与见证在 {at} 看到的不同：从第 {from} 号到第 {to} 号之间的条目被改写过。',
    en: 'the first {size} entries are not those the witness saw at {at}: the history was rewritten from an entry between {from} and {to} on.',
  },
  WITNESSED_CHECKPOINT_MISSING: {
    zh: '见证保存的 {size} 条的检查点（{at}）在账中没有：检查点被撤回或调换了。',
    en: 'the ledger lacks the checkpoint of {size} entries that the witness kept ({at}): checkpoints were taken back or exchanged.',
  },
  DOCUMENT_MALFORMED: { zh: '文件的写法不对。', en: 'the document is not written as it must be.' },
  DOCUMENT_WITHOUT_ENTRY: {
    zh: '没有条目签过这份文件。',
    en: 'no entry here signed it.',
  },
  DOCUMENT_NOT_CANONICAL: {
    zh: '文件不是规范的 JSON（{reason}）。',
    en: 'the document is not canonical JSON ({reason}).',
  },
  DOCUMENT_DIFFERS: {
    zh: '这不是当时所签的文件：内容散列与条目不符。',
    en: 'it is not the document that was signed: its hash is another.',
  },
  DOCUMENT_OF_OTHER_SUBJECT: {
    zh: '文件的类别是“{found}”，而所签的是“{expected}”。',
    en: 'the document is of the kind “{found}”, but “{expected}” was signed.',
  },
  OPENING_WRONG: {
    zh: '“{path}”所示的值不是当时所签的值，或写法不对。',
    en: 'what is shown for “{path}” is not what was signed, or is not written as it must be.',
  },
  ENTRY_BEYOND_CHECKPOINT: {
    zh: '检查点只有 {size} 条，不含此条目。',
    en: 'the checkpoint has {size} entries and does not hold this one.',
  },
  INCLUSION_WRONG: {
    zh: '包含证明不通向检查点的树根：此条目不在检查点所记的账中。',
    en: 'its inclusion proof does not lead to the checkpoint’s root: the entry is not in the ledger that was signed.',
  },
} as const
export type FindingCode = keyof typeof FINDINGS

export const NOTES = {
  ROOT_ON_TRUST: {
    zh: '未指定根密钥，按文件所述采信 {kid}。请从账以外的来源核对它，然后用 --root {kid} 再验。',
    en: 'no root key was named: {kid} was taken on trust from the file. Compare it with a source that is not the ledger, and name it by --root {kid}.',
  },
  NO_WITNESS: {
    zh: '未提供见证：若有人同时掌握数据库和签名密钥，其改写的历史无从发现；截去的尾部也无从发现。',
    en: 'no witness was given: a history rewritten by one who holds database and signing key, or a tail cut off, would not be seen.',
  },
  NOT_YET_WITNESSED: {
    zh: '第 {from} 号到第 {to} 号条目（共 {count} 条）链与签名均已核对，但尚未见证。',
    en: 'entries {from} to {to} ({count}) are sound in chain and signature, but not yet witnessed.',
  },
  CHECKPOINT_NOT_WITNESSED: {
    zh: '所给的见证没有看到此证明的检查点。',
    en: 'none of the given witnesses saw the checkpoint of this proof.',
  },
  KEYS_WITHOUT_COSIGNATURE: {
    zh: '见证“{witness}”没有副署过任何检查点。',
    en: 'the witness “{witness}” has cosigned no checkpoint.',
  },
  KIND_UNKNOWN: {
    zh: '{count} 条条目的种类“{kind}”为本验证器所不识，其内容未作判断。',
    en: '{count} entries are of the kind “{kind}”, unknown to this verifier: what they say was not judged.',
  },
  PASSKEY_NOT_COUNTERSIGNED: {
    zh: '{count} 个签署所用的通行密钥当时没有管理员确认是本人的。',
    en: '{count} signatures were given by passkeys of which no administrator had said whose they are.',
  },
  PROOF_METHOD: {
    zh: '{count} 次签署的身份验证方式为“{method}”。',
    en: '{count} sign-offs were made with the proof of identity “{method}”.',
  },
  SIGNATURES_NOT_CHECKED: {
    zh: '按您的要求未核对条目的签名。',
    en: 'the signatures of the entries were not checked, as you asked.',
  },
} as const
export type NoteCode = keyof typeof NOTES
