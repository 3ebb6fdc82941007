export {
  actOf,
  challengeBytes,
  challengeOf,
  hasAct,
  passkeyOf,
  readAssertion,
  statementHash,
  statementOf,
  type Assertion,
} from './act.ts'
export { fromHex, isHex, sha256, sha256Hex, toHex } from './bytes.ts'
export {
  isCanonical,
  NotCanonical,
  readCanonical,
  readStrict,
  writeCanonical,
  type CanonicalValue,
} from './canonical.ts'
export {
  checkpointHash,
  cosign,
  ledgerKeyHash,
  readCheckpoint,
  readCosignature,
  readNote,
  signCheckpoint,
  verifyNoteSignature,
  writeCheckpoint,
  type Checkpoint,
  type Note as SignedNote,
  type NoteSignature,
  type WitnessKey,
} from './checkpoint.ts'
export { COMMENT_PATH, commitment, documentHash, isCommitment, opens, type Opening } from './document.ts'
export {
  placeOf,
  Unusable,
  type Finding,
  type FindingCode,
  type Language,
  type Note as ReportNote,
  type NoteCode,
  type Text,
  type Where,
} from './findings.ts'
export {
  chainOf,
  CHAINS,
  entryHash,
  entrySigningMessage,
  keyId,
  MEANINGS,
  originOf,
  placeEntry,
  readInstant,
  signBody,
  writeBody,
  ZERO_HASH,
  type AuditBody,
  type Chain,
  type EntryBody,
  type LedgerEntry,
  type Meaning,
  type PasskeyAddedBody,
  type PasskeyCountersignedBody,
  type PasskeyRemovedBody,
  type Place,
  type ProofOfIdentity,
  type SignedBody,
  type Behalf,
  type SignOffBody,
  type SigningRef,
} from './format.ts'
export {
  endorseKey,
  KeyRing,
  keyStatementMessage,
  readKeyRing,
  rootKey,
  signsAt,
  writeKeyRing,
  type KeyFault,
  type KeyRecord,
  type KeyStatement,
  type RingKey,
} from './keys.ts'
export {
  halvesOf,
  rootAbove,
  CompactRange,
  consistencyRanges,
  EMPTY_ROOT,
  inclusionRanges,
  leafHash,
  MerkleTree,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  type Hash,
  type Range,
  type StoredRange,
} from './merkle.ts'
export type {
  Options as VerifyOptions,
  Progress as VerifyProgress,
  Report as VerifyReport,
} from './report.ts'
export { ed25519Key, verifySignature, type Sign, type Verify } from './signatures.ts'
export { LEDGER_FORMAT, verifyLedger } from './verify-ledger.ts'
export { PROOF_FORMAT, verifyProof } from './verify-proof.ts'
export { AUDIT_SUBJECT } from './audit-check.ts'
export { notesIn, type MailedNote } from './mailed.ts'
export type { WitnessLog } from './witness.ts'
