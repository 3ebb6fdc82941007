/** The page of documents, signatures, and what proves them. */
import { auditEntryProjection, auditRoots } from '../audit/audit.projection.ts'
import { AuditResolver } from '../audit/audit.resolver.ts'
import {
  controlledDocumentProjection,
  documentRevisionProjection,
  documentRoots,
} from '../documents/document.projection.ts'
import { AgreementsOfComplaintResolver, DocumentResolver } from '../documents/document.resolver.ts'
import { delegationProjection, signingProjection, signingRoots } from './signing.projection.ts'
import { signingDebtProjection, signingDebtRoots } from './signing-debt.projection.ts'
import { DelegationResolver, SignOffOfSigningResolver, SigningResolver } from './signing.resolver.ts'
import {
  auditChainProjection,
  ledgerProjection,
  ledgerRoots,
  ledgerVerificationProjection,
} from '../ledger/ledger.projection.ts'
import { LedgerResolver } from '../ledger/ledger.resolver.ts'
import { signatureRoots, signOffProjection } from './sign-off.projection.ts'
import { SignatureResolver } from './signature.resolver.ts'
import { ledgerWitnessProjection, witnessRoots } from '../witnesses/witness.projection.ts'
import { WitnessResolver } from '../witnesses/witness.resolver.ts'

export const SIGNING_RESOLVERS = [
  AuditResolver,
  AgreementsOfComplaintResolver,
  DocumentResolver,
  DelegationResolver,
  SignOffOfSigningResolver,
  SigningResolver,
  LedgerResolver,
  SignatureResolver,
  WitnessResolver,
] as const

export const SIGNING_PROJECTIONS = [
  auditEntryProjection,
  controlledDocumentProjection,
  documentRevisionProjection,
  delegationProjection,
  signingProjection,
  signingDebtProjection,
  auditChainProjection,
  ledgerProjection,
  ledgerVerificationProjection,
  signOffProjection,
  ledgerWitnessProjection,
]

export const SIGNING_ROOTS = {
  ...auditRoots,
  ...documentRoots,
  ...signingRoots,
  ...signingDebtRoots,
  ...ledgerRoots,
  ...signatureRoots,
  ...witnessRoots,
}
