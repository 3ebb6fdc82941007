import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actor, SERVICE, uuid } from '../../test/given.ts'
import { can, grantsOf, hasPermission, qualifyingRoles, rolesHolding } from './authorize.ts'
import { CONDITIONS, SCOPES, type Scope } from './conditions.ts'
import type { FactBag } from './facts.ts'
import { PERMISSION_LABELS } from './permission-labels.ts'
import { PERMISSIONS, POLICY, type Grants, type Permission } from './policy.ts'
import { ROLES, type Role } from './roles.ts'

/**
 * The whole matrix, written down from the rules and not from the code. One column a role, one letter a scope:
 * * any · o own · a assigned · d department · r ordered · t territory · k accounts · f isApproved ·
 * c configuration · g salesDocument · e companyDocument · x recordDocument · p inPool · m mine · z aboutAnother · - nothing
 */
const COLUMNS: readonly Role[] = [
  'ADMIN', 'GENERAL_MANAGER', 'GM_OFFICE', 'CS_DIRECTOR', 'CS_MANAGER', 'CR_SUPERVISOR', 'CR_SPECIALIST', 'SERVICE_AGENT', 'QUALITY',
  'KEY_ACCOUNT_MANAGER', 'SITE_MANAGER', 'TECHNICIAN', 'INFORMATION_CLERK', 'SALES', 'FINANCE', 'AUDITOR', 'PARTNER',
] // prettier-ignore
const LETTERS: Readonly<Record<string, Scope>> = {
  '*': 'any',
  o: 'own',
  a: 'assigned',
  d: 'department',
  r: 'ordered',
  t: 'territory',
  k: 'accounts',
  f: 'isApproved',
  c: 'configuration',
  m: 'mine',
  z: 'aboutAnother',
  s: 'sharedWithAll',
  l: 'sharedWithRole',
  e: 'companyDocument',
  b: 'caseDocument',
  x: 'recordDocument',
  g: 'salesDocument',
  i: 'insideUse',
  p: 'inPool',
}
const MATRIX = `
                                  AD GM GO CD CM SU SP AG  QU KA SI TE CL SA FI AU PA
careOccasion:read                 -  *  -  *  *  *  *  -   -  k  -  -  -  -  -  -  -
careOccasion:complete             -  -  -  -  *  *  *  -   -  k  -  -  -  -  -  -  -
careOccasion:postpone             -  -  -  -  *  *  *  -   -  k  -  -  -  -  -  -  -
careOccasion:skip                 -  -  -  -  *  *  *  -   -  k  -  -  -  -  -  -  -
carePolicy:read                   -  *  -  *  *  *  *  -   -  *  -  -  -  -  -  *  -
carePolicy:set                    -  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
membership:read                   -  *  *  *  *  *  *  *   *  k  t  -  -  -  -  *  -
membership:join                   -  -  -  -  *  *  *  *   -  k  t  -  -  -  -  -  -
membership:credit                 -  -  -  -  *  *  *  *   -  k  t  -  -  -  -  -  -
membership:redeem                 -  -  -  -  *  *  *  *   -  k  t  -  -  -  -  -  -
membership:correct                -  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
membership:renew                  -  -  -  -  *  *  *  *   -  k  t  -  -  -  -  -  -
membership:leave                  -  -  -  -  *  *  *  *   -  k  t  -  -  -  -  -  -
membershipPolicy:read             -  *  *  *  *  *  *  *   *  *  *  -  -  -  -  *  -
membershipPolicy:set              -  -  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
silenceAlert:read                 -  *  *  *  *  *  *  -   *  k  t  -  -  -  -  *  -
silenceAlert:readNote             -  *  *  *  *  *  *  -   *  k  t  -  -  -  -  -  -
silenceAlert:acknowledge          -  -  -  -  *  *  *  -   -  k  t  -  -  -  -  -  -
silenceAlert:proposeVisit         -  -  -  -  *  *  *  -   -  k  t  -  -  -  -  -  -
silenceAlert:recordVisit          -  -  -  -  *  *  *  -   -  k  t  -  -  -  -  -  -
silenceAlert:close                -  -  -  -  *  *  *  -   -  k  t  -  -  -  -  -  -
silence:readFigures               -  *  *  *  *  *  *  -   *  -  -  -  -  -  -  *  -
silenceBacktest:run               -  *  *  *  *  *  *  -   *  -  -  -  -  -  -  -  -
silencePolicy:read                *  *  *  *  *  *  *  -   *  *  *  -  -  -  -  *  -
silencePolicy:set                 -  -  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
complaint:read                    -  *  *  *  *  *  *  oda *  k  t  a  -  k  f  *  o
complaint:readClassification      -  *  *  *  *  *  *  oda *  k  t  -  -  -  -  *  o
complaint:readSummary             -  *  *  *  *  *  *  oda *  k  t  a  -  -  -  -  o
complaint:readPlace               -  *  *  *  *  *  *  oda *  k  t  a  -  -  -  *  o
complaint:readFacts               -  *  *  *  *  *  *  oda *  k  t  -  -  -  -  -  o
complaint:readClient              -  *  *  *  *  *  *  oda *  k  t  -  -  -  -  -  o
complaint:readHandling            -  *  *  *  *  *  *  oda *  k  t  -  -  -  -  *  -
complaint:readInvestigation       -  *  *  *  *  *  *  oda *  k  t  -  -  -  -  -  -
complaint:readResponsibility      -  *  *  *  *  *  *  oda *  k  t  -  -  -  -  *  -
complaint:readProposal            -  *  *  *  *  *  *  oda *  k  t  -  -  -  -  *  -
complaint:readAmounts             -  *  *  *  *  *  *  oda *  k  t  -  -  -  f  *  -
complaint:revealPhone             -  -  -  -  *  *  *  oda -  k  t  -  -  -  -  -  -
complaint:register                -  *  *  *  *  *  *  *   *  k  t  -  -  -  -  -  o
complaint:acknowledge             -  -  *  -  *  *  -  -   -  -  -  -  -  -  -  -  -
complaint:assign                  -  -  *  -  *  *  -  -   -  -  -  -  -  -  -  -  -
complaint:handOver                -  *  *  *  *  *  *  oda *  k  t  a  -  -  -  -  -
complaint:contain                 -  -  *  -  *  *  *  oda *  k  t  -  -  -  -  -  -
complaint:investigate             -  -  -  -  -  *  -  -   *  -  -  -  -  -  -  -  -
complaint:recordFindings          -  -  -  -  -  *  -  -   *  -  -  -  -  -  -  -  -
complaint:ruleResponsibility      -  *  *  -  -  -  -  -   -  -  -  -  -  -  -  -  -
complaint:propose                 -  -  -  -  *  *  *  -   -  -  -  -  -  -  -  -  -
complaint:review                  -  -  *  *  *  *  -  -   *  -  -  -  -  -  -  -  -
complaint:recordOralApproval      -  -  *  *  *  *  *  oda -  k  -  -  -  -  -  -  -
complaint:signOralApproval        -  *  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
complaint:denyOralApproval        -  *  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
complaint:approve                 -  *  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
complaint:reject                  -  *  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
complaint:offer                   -  -  -  -  *  *  *  oda -  k  -  -  -  -  -  -  -
complaint:logContactAttempt       -  -  -  -  *  *  *  oda -  k  -  -  -  -  -  -  -
complaint:confirm                 -  -  -  -  *  *  *  oda -  k  -  -  -  -  -  -  -
complaint:refuseOption            -  -  -  -  *  *  *  oda -  k  -  -  -  -  -  -  -
complaint:recordAgreement         -  -  -  -  *  *  *  oda -  k  -  -  -  -  -  -  -
complaint:dispatch                -  -  *  -  *  *  *  oda -  -  -  -  -  -  -  -  -
complaint:resolve                 -  -  -  -  *  *  *  oda -  k  t  -  -  -  -  -  -
complaint:followUp                -  -  -  -  *  *  *  oda -  k  -  -  -  -  -  -  -
complaint:close                   -  -  *  -  *  *  -  -   -  -  -  -  -  -  -  -  -
complaint:reopen                  -  -  *  -  *  *  -  -   -  -  -  -  -  -  -  -  -
complaint:withdraw                -  -  -  -  *  *  *  oda -  k  -  -  -  -  -  -  -
complaint:refer                   -  -  *  -  *  *  -  -   -  -  -  -  -  -  -  -  -
complaint:answerReferral          -  -  *  -  *  *  *  oda -  k  -  -  -  -  -  -  -
complaint:decline                 -  *  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
complaint:dismiss                 -  *  *  *  *  -  -  -   -  -  -  -  -  -  -  -  -
complaint:merge                   -  -  *  -  *  *  *  -   -  -  -  -  -  -  -  -  -
complaint:makePromise             -  -  -  -  *  *  *  oda -  k  t  -  -  -  -  -  -
promise:read                      -  *  *  *  *  *  *  oda *  k  t  -  -  -  -  *  -
promise:answer                    -  -  *  *  *  *  *  oda -  k  t  -  -  -  -  -  -
promise:supersede                 -  -  -  -  *  *  *  oda -  k  -  -  -  -  -  -  -
promise:pause                     -  -  *  -  *  *  *  -   -  -  -  -  -  -  -  -  -
promise:resume                    -  -  *  -  *  *  *  -   -  -  -  -  -  -  -  -  -
handover:read                     -  *  *  *  *  *  omd omd omd omd omd omd - - - *  -
handover:readRemarks              -  *  *  *  *  *  omd omd omd omd omd omd - - - -  -
handover:offer                    -  *  *  *  *  *  *  *   *  *  *  *  -  -  -  -  -
handover:accept                   -  md md md md md md md  md md md md -  -  -  -  -
handover:decline                  -  md md md md md md md  md md md md -  -  -  -  -
handover:takeBack                 -  o  o  o  o  o  o  o   o  o  o  o  -  -  -  -  -
handover:ask                      -  md md md md md md md  md md md md -  -  -  -  -
handover:reply                    -  o  o  o  o  o  o  o   o  o  o  o  -  -  -  -  -
promisePolicy:read                *  *  *  *  *  *  *  *   *  *  *  -  -  -  -  *  -
promisePolicy:set                 *  -  -  -  *  -  -  -   -  -  -  -  -  -  -  -  -
task:read                         -  *  *  *  *  *  *  odr *  k  dt a  -  -  -  *  -
task:readInstruction              -  *  *  *  *  *  *  odr *  k  dt a  -  -  -  -  -
task:assign                       -  -  *  -  *  *  *  r   -  -  d  -  -  -  -  -  -
task:accept                       -  -  -  -  -  -  -  -   -  -  d  a  -  -  -  -  -
task:complete                     -  -  -  -  -  -  -  -   -  -  d  a  -  -  -  -  -
task:return                       -  -  -  -  -  -  -  -   -  -  d  a  -  -  -  -  -
task:cancel                       -  -  *  -  *  *  *  r   -  -  -  -  -  -  -  -  -
client:read                       -  *  *  *  *  *  *  *   *  k  t  -  t  k  *  *  -
client:readName                   -  *  *  *  *  *  *  *   *  k  t  -  t  k  *  -  -
client:lookup                     -  *  *  *  *  *  *  *   *  k  t  -  t  k  *  -  -
lead:read                         -  *  -  *  *  *  o  o   *  ap -  -  -  ap -  *  -
lead:readName                     -  *  -  *  *  *  o  o   -  ap -  -  -  ap -  -  -
lead:revealPhone                  -  -  -  -  *  *  -  -   -  a  -  -  -  a  -  -  -
lead:readYield                    -  *  -  *  *  *  -  -   -  -  -  -  -  -  -  *  -
lead:open                         -  -  -  -  *  *  o  o   -  a  -  -  -  a  -  -  -
lead:amend                        -  -  -  -  *  *  -  -   -  a  -  -  -  a  -  -  -
lead:assign                       -  -  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
lead:claim                        -  -  -  -  -  -  -  -   -  p  -  -  -  p  -  -  -
lead:release                      -  -  -  -  *  *  -  -   -  a  -  -  -  a  -  -  -
lead:contact                      -  -  -  -  -  -  -  -   -  a  -  -  -  a  -  -  -
lead:qualify                      -  -  -  -  -  -  -  -   -  a  -  -  -  a  -  -  -
lead:convert                      -  -  -  -  *  *  -  -   -  a  -  -  -  a  -  -  -
lead:lose                         -  -  -  -  *  *  -  -   -  a  -  -  -  a  -  -  -
leadSource:read                   *  *  -  *  *  *  *  *   -  *  -  -  -  *  -  *  -
leadSource:define                 *  -  -  -  *  -  -  -   -  -  -  -  -  -  -  -  -
leadSource:amend                  *  -  -  -  *  -  -  -   -  -  -  -  -  -  -  -  -
leadSource:retire                 *  -  -  -  *  -  -  -   -  -  -  -  -  -  -  -  -
leadSource:restore                *  -  -  -  *  -  -  -   -  -  -  -  -  -  -  -  -
opportunity:read                  -  *  -  *  *  *  o  o   -  ako -  -  -  ao -  *  -
opportunity:readWords             -  *  -  *  *  *  o  o   -  ako -  -  -  ao -  -  -
opportunity:readFunnel            -  *  -  *  *  *  -  -   -  -  -  -  -  -  -  *  -
opportunity:open                  -  -  -  -  *  *  o  o   -  ako -  -  -  ao -  -  -
opportunity:amend                 -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
opportunity:assign                -  -  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
opportunity:contact               -  -  -  -  -  -  -  -   -  ak -  -  -  a  -  -  -
opportunity:propose               -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
opportunity:quote                 -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
opportunity:agree                 -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
opportunity:win                   -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
opportunity:stepBack              -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
opportunity:lose                  -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
opportunity:reopen                -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
priceForm:read                    -  *  -  *  *  *  -  -   -  ak -  -  -  a  -  *  -
priceForm:draft                   -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
priceForm:change                  -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
priceForm:submit                  -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
priceForm:review                  -  -  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
priceForm:approve                 -  *  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
priceForm:reject                  -  *  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
priceForm:withdraw                -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
salesProposal:read                -  *  -  *  *  *  -  -   -  ak -  -  -  a  -  *  -
salesProposal:readWords           -  *  -  *  *  *  -  -   -  ak -  -  -  a  -  -  -
salesProposal:make                -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
salesProposal:change              -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
salesProposal:send                -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
salesProposal:accept              -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
salesProposal:decline             -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
salesProposal:withdraw            -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
serviceAgreement:read             -  *  -  *  *  *  -  -   -  ak -  -  -  a  -  *  -
serviceAgreement:readWords        -  *  -  *  *  *  -  -   -  ak -  -  -  a  -  -  -
serviceAgreement:make             -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
serviceAgreement:change           -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
serviceAgreement:submit           -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
serviceAgreement:withdraw         -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
serviceAgreement:sign             -  -  -  -  *  *  -  -   -  ak -  -  -  a  -  -  -
serviceAgreement:review           -  -  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
serviceAgreement:approve          -  *  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
serviceAgreement:reject           -  *  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
serviceAgreement:end              -  *  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
pricePolicy:read                  *  *  -  *  *  *  -  -   -  *  -  -  -  *  -  *  -
pricePolicy:set                   -  *  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
opportunityPolicy:read            *  *  -  *  *  *  *  *   -  *  -  -  -  *  -  *  -
opportunityPolicy:set             *  -  -  -  *  -  -  -   -  -  -  -  -  -  -  -  -
campaign:read                     *  *  -  *  *  *  *  *   -  *  -  -  -  *  *  *  -
campaign:readCost                 -  *  -  *  *  *  -  -   -  -  -  -  -  -  *  *  -
campaign:define                   -  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
campaign:amend                    -  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
campaign:retire                   -  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
campaign:restore                  -  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
leadPolicy:read                   *  *  -  *  *  *  *  *   -  *  -  -  -  *  -  *  -
leadPolicy:set                    *  -  -  -  *  -  -  -   -  -  -  -  -  -  -  -  -
client:readTimeline               -  *  *  *  *  *  *  *   *  k  t  -  t  k  *  *  -
client:lookupByPhone              -  -  -  -  *  *  *  *   -  -  -  -  -  -  -  -  -
client:readCases                  -  *  *  *  *  *  *  -   *  k  -  -  -  -  -  *  -
client:readLookups                -  -  -  -  m  m  m  m   -  -  -  -  -  -  -  -  -
client:printCard                  -  *  *  *  *  *  *  *   *  k  t  -  -  -  -  -  -
client:assignManager              -  -  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
client:revealPhone                -  -  -  -  *  *  *  *   -  k  t  -  -  -  -  -  -
client:readParticulars            -  *  -  *  *  *  *  *   -  k  t  -  -  k  -  -  -
client:amendIdentity              -  -  -  -  *  *  *  -   -  k  -  -  -  k  -  -  -
client:open                       -  -  -  -  *  *  *  *   -  k  t  -  -  k  -  -  -
client:amend                      -  -  -  -  *  *  *  *   -  k  t  -  -  k  -  -  -
client:archive                    -  -  -  -  *  *  *  -   -  -  -  -  -  -  -  -  -
client:restore                    -  -  -  -  *  *  *  -   -  -  -  -  -  -  -  -  -
client:addContact                 -  -  -  -  *  *  *  *   -  k  t  -  -  k  -  -  -
client:amendContact               -  -  -  -  *  *  *  *   -  k  t  -  -  k  -  -  -
client:removeContact              -  -  -  -  *  *  *  -   -  k  -  -  -  k  -  -  -
client:addMember                  -  -  -  -  *  *  *  *   -  k  t  -  -  -  -  -  -
client:amendMember                -  -  -  -  *  *  *  *   -  k  t  -  -  -  -  -  -
client:removeMember               -  -  -  -  *  *  *  *   -  k  t  -  -  -  -  -  -
client:recordOccupancy            -  -  -  -  *  *  *  *   -  -  t  -  -  -  -  -  -
client:endOccupancy               -  -  -  -  *  *  *  -   -  -  t  -  -  -  -  -  -
client:recordConsent              -  -  -  -  *  *  *  *   -  k  t  -  -  k  -  -  -
client:withdrawConsent            -  -  -  -  *  *  *  *   -  k  t  -  -  k  -  -  -
client:readStatus                 -  *  *  *  *  *  *  *   *  k  t  -  -  -  -  *  -
client:recordStatus               -  -  -  -  *  *  *  -   -  k  -  -  -  -  -  -  -
client:revealStatus               -  *  -  *  *  *  -  -   -  k  -  -  -  -  -  -  -
client:readProfile                -  *  *  *  *  *  *  *   *  k  t  -  -  -  -  *  -
client:setProfile                 -  -  -  -  *  *  *  -   -  k  -  -  -  -  -  -  -
client:revealProfile              -  *  -  *  *  *  -  -   -  k  -  -  -  -  -  -  -
attachment:read                   -  *  *  *  *  *  *  *   *  k  t  -  -  k  -  -  -
attachment:add                    -  -  -  -  *  *  *  *   -  k  t  -  -  k  -  -  -
attachment:remove                 -  -  -  -  *  *  *  -   -  k  -  -  -  -  -  -  -
attachment:reveal                 -  *  -  *  *  *  -  -   -  k  -  -  -  -  -  -  -
reconciliation:read               -  *  *  *  *  *  *  -   -  k  t  -  -  -  *  *  -
reconciliation:issue              -  -  -  -  -  -  -  -   -  -  -  -  -  -  *  -  -
reconciliation:send               -  -  -  -  -  -  -  -   -  -  -  -  -  -  *  -  -
reconciliation:markTold           -  -  -  -  -  -  -  -   -  -  -  -  -  -  *  -  -
reconciliation:resend             -  -  -  -  -  -  -  -   -  -  -  -  -  -  *  -  -
reconciliation:confirm            -  -  -  -  -  -  *  -   -  k  t  -  -  -  *  -  -
reconciliation:dispute            -  -  -  -  -  -  *  -   -  k  t  -  -  -  *  -  -
reconciliation:answer             -  -  -  -  -  -  -  -   -  -  -  -  -  -  *  -  -
dunning:read                      -  *  *  *  *  *  *  -   -  k  t  -  -  -  *  *  -
dunning:readRules                 -  *  -  *  *  *  -  -   -  -  -  -  -  -  *  *  -
dunning:take                      -  -  -  -  -  -  *  -   -  k  t  -  -  -  *  -  -
dunning:hold                      -  -  -  -  *  *  -  -   -  -  -  -  -  -  *  -  -
dunning:lift                      -  -  -  -  *  *  -  -   -  -  -  -  -  -  *  -  -
dunning:setStep                   -  -  -  -  -  -  -  -   -  -  -  -  -  -  *  -  -
costEvent:read                    -  *  *  *  *  *  o  o   -  k  t  -  -  o  *  *  -
costEvent:record                  -  -  -  -  *  *  *  *   -  k  t  -  -  k  *  -  -
costEvent:recordMany              -  -  -  -  *  *  *  -   -  -  -  -  -  -  *  -  -
costEvent:void                    -  -  -  -  *  o  o  o   -  o  o  -  -  o  *  -  -
value:read                        -  *  *  *  *  *  -  -   -  k  t  -  -  -  *  *  -
valueAssumption:read              -  *  *  *  *  *  -  -   -  *  *  -  -  -  *  *  -
valueAssumption:set               -  *  -  -  -  -  -  -   -  -  -  -  -  -  *  -  -
gradingStandard:readPreview       -  *  -  *  *  *  -  -   *  -  -  -  -  -  -  -  -
simulation:read                   -  *  -  *  *  *  -  -   *  -  -  -  -  -  -  -  -
simulation:run                    -  -  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
metricEntry:read                  -  *  *  *  *  *  *  -   *  k  -  -  -  -  -  *  -
metricEntry:record                -  -  -  -  *  *  *  -   -  k  -  -  -  -  -  -  -
metricEntry:void                  -  -  -  -  *  *  o  -   -  o  -  -  -  -  -  -  -
receivable:read                   -  *  *  *  *  *  *  *   -  k  t  -  -  -  *  *  -
receivable:readAmounts            -  *  *  *  *  *  *  -   -  k  t  -  -  -  *  *  -
receivable:readNotes              -  *  *  *  *  *  *  -   -  k  t  -  -  -  *  -  -
payment:read                      -  *  *  *  *  *  *  -   -  k  t  -  -  -  *  *  -
receivable:register               -  -  -  -  -  -  -  -   -  -  -  -  -  -  *  -  -
receivable:registerMany           -  -  -  -  -  -  -  -   -  -  -  -  -  -  *  -  -
receivable:void                   -  -  -  -  -  -  -  -   -  -  -  -  -  -  *  -  -
payment:record                    -  -  -  -  -  -  -  -   -  -  -  -  -  -  *  -  -
payment:allocate                  -  -  -  -  -  -  -  -   -  -  -  -  -  -  *  -  -
payment:reverse                   -  -  -  -  -  -  -  -   -  -  -  -  -  -  *  -  -
reception:read                    -  *  *  *  *  *  *  *   *  k  t  -  -  k  -  *  -
reception:readWords               -  *  *  *  *  *  *  *   *  k  t  -  -  k  -  -  -
reception:record                  -  *  *  *  *  *  *  *   *  k  t  -  -  k  -  -  -
reception:finish                  -  *  *  *  *  *  *  *   *  k  t  -  -  k  -  -  -
reception:amend                   -  o  o  o  o  o  o  o   o  o  o  -  -  o  -  -  -
client:readDuty                   -  *  -  *  *  *  *  *   -  k  t  -  -  k  -  -  -
client:confirmArchive             -  -  -  -  *  *  *  *   -  k  t  -  -  k  -  -  -
client:readCompleteness           -  *  *  *  *  *  -  -   *  -  -  -  -  -  -  *  -
archiveRequirement:read           *  *  *  *  *  *  *  *   *  *  *  -  -  *  -  *  -
archiveRequirement:set            *  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
archiveRequirement:retire         *  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
spotCheck:read                    -  *  -  *  *  *  -  -   *  -  -  -  -  -  -  -  -
spotCheck:draw                    -  -  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
spotCheck:record                  -  -  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
tag:read                          *  *  *  *  *  *  *  *   *  *  *  -  *  *  -  *  -
tag:define                        *  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
tag:amend                         *  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
tag:retire                        *  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
tag:restore                       *  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
customField:read                  *  *  *  *  *  *  *  *   *  *  *  -  *  *  -  *  -
customField:define                *  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
customField:amend                 *  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
customField:retire                *  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
customField:restore               *  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
client:setField                   -  -  -  -  *  *  *  *   -  k  t  -  -  k  -  -  -
client:revealField                -  *  -  *  *  *  -  -   -  k  -  -  -  -  -  -  -
client:tag                        -  -  -  -  *  *  *  *   -  k  t  -  -  k  -  -  -
client:untag                      -  -  -  -  *  *  *  *   -  k  t  -  -  k  -  -  -
keyAccount:read                   -  *  *  *  *  *  *  -   *  k  -  -  -  -  -  *  -
keyAccount:readFigures            -  *  *  *  *  *  *  -   *  -  -  -  -  -  -  *  -
keyAccount:readDossier            -  *  *  *  *  *  *  -   *  k  -  -  -  -  -  -  -
keyAccount:recordDossier          -  -  -  -  *  *  *  -   -  k  -  -  -  -  -  -  -
keyAccount:revealDossier          -  *  -  *  *  *  -  -   -  k  -  -  -  -  -  -  -
keyAccount:readOpinion            -  z  -  z  z  z  -  -   z  -  -  -  -  -  -  -  -
keyAccount:recordOpinion          -  -  -  -  *  *  *  -   *  -  -  -  -  -  -  -  -
keyAccountNomination:read         -  *  *  *  *  *  *  -   *  k  -  -  -  -  -  *  -
keyAccountNomination:readWords    -  *  *  *  *  *  *  -   *  k  -  -  -  -  -  -  -
keyAccountNomination:propose      -  -  -  -  *  *  *  -   -  k  -  -  -  -  -  -  -
keyAccountNomination:review       -  -  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
keyAccountNomination:approve      -  *  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
keyAccountNomination:reject       -  *  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
keyAccountNomination:withdraw     -  -  -  -  o  o  o  -   -  o  -  -  -  -  -  -  -
keyAccountPolicy:read             -  *  *  *  *  *  *  -   *  *  -  -  -  -  -  *  -
keyAccountPolicy:set              -  *  -  *  -  -  -  -   -  -  -  -  -  -  -  -  -
reveal:read                       -  -  -  -  -  -  -  -   *  -  -  -  -  -  -  *  -
revealPolicy:read                 -  -  -  -  -  -  -  -   *  -  -  -  -  -  -  *  -
revealPolicy:set                  -  -  -  -  -  -  -  -   *  -  -  -  -  -  -  -  -
staff:read                        *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
staff:hire                        *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
staff:change                      *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
staff:assignRoles                 *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
staff:assignTerritory             *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
staff:disable                     *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
staff:enable                      *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
staff:resetPassword               *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
staff:changePassword              *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
account:setUpOneTimeCode          *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
account:confirmOneTimeCode        *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
account:addPasskey                *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
account:removeFactor              *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
account:renewRecoveryCodes        *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
account:makeCalendarFeed          *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
account:revokeCalendarFeed        *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
account:setPin                    *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
account:endSession                *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
account:endOtherSessions          *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
account:usePasswordReset          *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
staff:readAccess                  *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
staff:countersignPasskey          *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
staff:resetFactors                *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
staff:endSessions                 *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
staff:issuePasswordReset          *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
factorPolicy:read                 *  *  -  -  -  -  -  -   -  -  -  -  -  -  -  *  -
factorPolicy:set                  *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
factorPolicy:remove               *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
signatureProof:read               *  *  -  -  -  -  -  -   -  -  -  -  -  -  -  *  -
signatureProof:set                *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
department:read                   *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
department:add                    *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
department:change                 *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
department:archive                *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
department:restore                *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
project:read                      *  *  *  *  *  *  *  *   *  *  t  t  t  *  *  *  -
project:add                       *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
project:change                    *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
project:addBuilding               *  -  -  -  -  -  -  -   -  -  t  -  -  -  -  -  -
project:addUnits                  *  -  -  -  -  -  -  -   -  -  t  -  -  -  -  -  -
project:changeUnit                *  -  -  -  -  -  -  -   -  -  t  -  -  -  -  -  -
agreementPolicy:read              *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
agreementPolicy:set               -  *  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
limit:read                        *  *  *  *  *  *  -  -   -  -  -  -  -  -  *  *  -
document:read                     e  *  *  *  *  *  *  -   *  g  x  -  x  g  -  *  -
document:readContent              e  *  *  *  *  *  *  -   *  g  x  -  x  g  -  ex -
document:draft                    -  *  *  *  *  *  b  -   *  -  -  -  -  -  -  -  -
document:amend                    -  *  *  *  *  *  b  -   *  -  -  -  -  -  -  -  -
document:change                   -  *  *  *  *  *  b  -   *  -  -  -  -  -  -  -  -
document:submit                   -  *  *  *  *  *  bx -   *  -  x  -  x  -  -  -  -
document:withdraw                 -  *  *  *  *  *  bx -   *  -  x  -  x  -  -  -  -
document:review                   -  -  *  *  *  *  -  -   *  -  -  -  -  -  -  -  -
document:approve                  -  *  *  *  *  -  -  -   -  -  x  -  -  -  -  -  -
document:reject                   -  *  *  *  *  *  -  -   *  -  x  -  -  -  -  -  -
document:retire                   -  *  *  *  *  -  -  -   -  -  -  -  -  -  -  -  -
clientMerge:read                  -  *  *  *  *  *  *  *   *  k  t  -  t  k  *  *  -
clientMerge:propose               -  -  -  -  *  *  *  -   -  -  -  -  -  -  -  -  -
clientMerge:review                -  -  -  -  *  *  -  -   *  -  -  -  -  -  -  -  -
clientMerge:approve               -  -  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
clientMerge:reject                -  -  -  *  *  *  -  -   *  -  -  -  -  -  -  -  -
clientMerge:withdraw              -  -  -  -  o  o  o  -   -  -  -  -  -  -  -  -  -
clientMerge:reverse               -  -  -  -  *  *  *  -   -  -  -  -  -  -  -  -  -
client:readGrade                  -  *  *  *  *  *  *  *   *  k  t  -  -  k  -  *  -
gradingCycle:read                 -  *  *  *  *  *  *  -   *  -  -  -  -  -  -  *  -
gradingCycle:open                 -  -  -  -  -  *  -  -   -  -  -  -  -  -  -  -  -
gradingCycle:score                -  -  -  -  -  *  -  -   -  -  -  -  -  -  -  -  -
gradingCycle:prepare              -  -  -  -  -  *  *  -   -  -  -  -  -  -  -  -  -
gradingCycle:review               -  -  *  -  -  -  -  -   *  -  -  -  -  -  -  -  -
gradingCycle:approve              -  -  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
gradingCycle:reject               -  -  -  *  *  -  -  -   *  -  -  -  -  -  -  -  -
gradingCycle:publish              -  -  -  -  -  *  -  -   -  -  -  -  -  -  -  -  -
gradingCycle:cancel               -  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
evaluation:read                   -  *  *  *  *  *  *  -   *  k  t  -  -  -  -  *  -
evaluation:print                  -  *  *  *  *  *  *  -   *  k  t  -  -  -  -  -  -
evaluation:override               -  -  -  -  -  *  -  -   -  -  -  -  -  -  -  -  -
evaluation:decideOverride         -  -  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
evaluation:appeal                 -  -  -  -  -  *  *  -   -  k  t  -  -  -  -  -  -
evaluation:decideAppeal           -  -  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
gradingDue:read                   -  *  *  *  *  *  *  -   *  -  -  -  -  -  -  *  -
gradingPolicy:read                -  *  *  *  *  *  *  -   *  -  -  -  -  -  -  *  -
gradingPolicy:set                 -  -  -  -  *  -  -  -   -  -  -  -  -  -  -  -  -
exportRequest:read                -  *  *  *  *  o  o  o   *  o  ot -  -  -  -  *  -
exportRequest:submit              -  *  *  *  *  *  *  *   *  *  *  -  -  -  -  -  -
exportRequest:review              -  -  *  *  *  -  -  -   *  -  -  -  -  -  -  -  -
exportRequest:approve             -  *  -  i  i  -  -  -   -  -  t  -  -  -  -  -  -
exportRequest:reject              -  *  *  i  i  -  -  -   *  -  t  -  -  -  -  -  -
exportRequest:withdraw            -  o  o  o  o  o  o  o   o  o  o  -  -  -  -  -  -
exportRequest:produce             -  o  o  o  o  o  o  o   o  o  o  -  -  -  -  -  -
informationInventory:read         dm *  dm dm *  dm dm dm  *  dm dm dm dm dm dm *  -
informationItem:enter             -  -  dm dm dm dm dm dm  dm dm dm -  -  dm dm -  -
informationItem:amend             -  -  dm dm dm dm dm dm  dm dm dm -  -  dm dm -  -
informationItem:retire            -  -  dm dm dm dm dm dm  dm dm dm -  -  dm dm -  -
informationInventory:confirm      m  m  m  m  m  m  m  m   m  m  m  m  m  m  m  -  -
informationInventory:check        -  -  -  -  -  -  -  -   *  -  -  -  -  -  -  -  -
informationInventoryPolicy:read   *  *  -  -  *  -  -  -   *  -  -  -  -  -  -  *  -
informationInventoryPolicy:set    -  -  -  -  -  -  -  -   *  -  -  -  -  -  -  -  -
informationBreach:read            m  *  m  m  m  m  m  m   *  m  m  m  m  m  m  *  -
informationBreach:readWords       m  *  m  m  m  m  m  m   *  m  m  m  m  m  m  m  -
informationBreach:record          -  -  -  -  -  -  -  -   *  -  -  -  -  -  -  -  -
informationBreach:state           m  m  m  m  m  m  m  m   m  m  m  m  m  m  m  m  -
informationBreach:conclude        -  -  -  -  -  -  -  -   z  -  -  -  -  -  -  -  -
controlledCopy:read               -  *  *  *  *  *  om om  *  om omt m  m  m  m  *  -
controlledCopy:fetch              -  o  o  o  o  o  o  o   o  o  o  -  -  -  -  -  -
controlledCopy:produce            -  *  o  *  *  o  o  o   o  o  ot -  -  -  -  -  -
controlledCopy:receive            -  m  m  m  m  m  m  m   m  m  m  m  m  m  m  -  -
controlledCopy:return             -  *  *  *  *  *  -  -   *  -  t  -  -  -  -  -  -
controlledCopy:destroy            -  -  *  -  *  *  m  -   *  -  mt -  m  -  -  -  -
controlledCopy:readMark           -  *  *  *  *  -  -  -   *  -  -  -  -  -  -  -  -
calendar:read                     *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
calendar:changeWorkingWeek        *  -  *  -  -  -  -  -   -  -  -  -  -  -  -  -  -
calendar:addSpecialDay            *  -  *  -  -  -  -  -   -  -  -  -  -  -  -  -  -
calendar:removeSpecialDay         *  -  *  -  -  -  -  -   -  -  -  -  -  -  -  -  -
calendar:publishHolidayYear       *  -  *  -  -  -  -  -   -  -  -  -  -  -  -  -  -
import:read                       *  -  -  -  *  *  *  -   -  -  -  -  -  -  *  *  -
import:run                        *  -  -  -  *  *  *  -   -  -  -  -  -  -  *  -  -
import:choose                     *  -  -  -  *  *  *  -   -  -  -  -  -  -  *  -  -
import:apply                      *  -  -  -  *  *  *  -   -  -  -  -  -  -  *  -  -
import:cancel                     *  -  -  -  *  *  *  -   -  -  -  -  -  -  *  -  -
import:undo                       *  -  -  -  *  *  -  -   -  -  -  -  -  -  *  -  -
import:saveMapping                *  -  -  -  *  *  *  -   -  -  -  -  -  -  *  -  -
import:retireMapping              *  -  -  -  *  *  *  -   -  -  -  -  -  -  *  -  -
import:setPolicy                  *  -  -  -  *  -  -  -   -  -  -  -  -  -  -  -  -
importSource:read                 *  -  -  -  *  *  *  -   *  -  mt -  -  -  m  *  -
importSource:receive              -  -  -  -  *  *  *  -   -  -  mt -  -  -  -  -  -
importSource:verify               m  -  -  -  *  *  *  -   -  -  mt -  -  -  m  -  -
importSource:destroy              m  -  -  -  *  *  m  -   -  -  mt -  -  -  m  -  -
subjectRequest:read               -  *  *  *  *  *  *  o   *  k  t  -  -  -  -  *  -
subjectRequest:readWords          -  *  *  *  *  *  *  o   *  k  t  -  -  -  -  -  -
subjectRequest:register           -  -  -  -  *  *  *  *   *  k  t  -  -  -  -  -  -
subjectRequest:verify             -  -  -  -  *  *  *  o   *  k  t  -  -  -  -  -  -
subjectRequest:prepareCopy        -  -  -  -  *  *  *  -   *  -  -  -  -  -  -  -  -
subjectRequest:answer             -  -  -  *  *  *  -  -   *  -  -  -  -  -  -  -  -
subjectRequest:erase              -  -  -  -  *  *  -  -   *  -  -  -  -  -  -  -  -
subjectRequest:refuse             -  *  -  *  *  -  -  -   *  -  -  -  -  -  -  -  -
subjectRequest:withdraw           -  -  -  -  *  *  *  o   *  k  t  -  -  -  -  -  -
subjectRequestPolicy:read         *  *  *  *  *  *  *  -   *  -  -  -  -  -  -  *  -
subjectRequestPolicy:set          -  -  -  -  *  -  -  -   *  -  -  -  -  -  -  -  -
partner:read                      *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  *  -
partner:add                       *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
partner:issueCredential           *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
partner:revokeCredential          *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
webhook:read                      *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  *  -
webhook:add                       *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
webhook:change                    *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
webhook:pause                     *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
webhook:resume                    *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
webhook:rotateSecret              *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
webhook:test                      *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
webhook:replay                    *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
webhook:replayFailed              *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
webhook:archive                   *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
audit:read                        c  *  -  -  -  -  -  -   -  -  -  -  -  -  -  *  -
signOff:read                      -  *  *  *  *  *  *  oda *  k  t  -  -  -  -  *  -
signOff:prove                     -  *  *  *  *  -  -  -   *  -  -  -  -  -  -  *  -
audit:verify                      -  *  -  -  -  -  -  -   -  -  -  -  -  -  -  *  -
audit:export                      -  *  -  -  -  -  -  -   -  -  -  -  -  -  -  *  -
ledger:read                       -  *  *  -  -  -  -  -   *  -  -  -  -  -  -  *  -
ledger:verify                     -  *  *  -  -  -  -  -   *  -  -  -  -  -  -  *  -
ledger:export                     -  *  -  -  -  -  -  -   -  -  -  -  -  -  -  *  -
witness:read                      *  *  *  -  -  -  -  -   *  -  -  -  -  -  -  *  -
witness:appointCosigner           *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
witness:appointMailbox            *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
witness:tell                      *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
witness:dismiss                   *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
notice:read                       m  m  m  m  m  m  m  m   m  m  m  m  m  m  m  m  -
notice:markRead                   m  m  m  m  m  m  m  m   m  m  m  m  m  m  m  m  -
notice:changePreferences          m  m  m  m  m  m  m  m   m  m  m  m  m  m  m  m  -
signaturePolicy:read              *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
signing:readAwaited               -  *  *  *  *  *  *  *   *  *  *  -  -  -  -  -  -
signing:readOwed                  -  *  *  *  *  -  -  -   -  -  -  -  -  -  -  *  -
delegation:read                   om *  *  om om om om om  *  om om om om om om *  -
delegation:give                   -  *  *  *  *  *  -  -   *  -  *  -  -  -  -  -  -
delegation:revoke                 om *  om om om om om om  om om om om om om om om -
shiftPlan:read                    *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
shiftPlan:set                     *  -  -  -  *  -  -  -   -  -  -  -  -  -  -  -  -
duty:read                         *  *  *  *  *  *  *  *   *  *  *  *  *  *  *  *  -
duty:assign                       -  -  *  *  *  *  -  -   -  -  d  -  -  -  -  -  -
duty:copyWeek                     -  -  *  *  *  *  -  -   -  -  d  -  -  -  -  -  -
view:read                         mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls -
view:save                         m  m  m  m  m  m  m  m   m  m  m  m  m  m  m  m  -
view:change                       m  m  m  m  m  m  m  m   m  m  m  m  m  m  m  m  -
view:move                         m  m  m  m  m  m  m  m   m  m  m  m  m  m  m  m  -
view:pin                          mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls -
view:unpin                        mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls mdls -
view:remove                       *  m  m  m  m  m  m  m   m  m  m  m  m  m  m  m  -
view:shareWithDepartment          -  *  *  *  *  *  -  -   *  -  *  -  -  -  -  -  -
view:shareWithRole                *  *  *  *  *  *  -  -   *  -  -  -  -  -  -  -  -
view:shareWithOrganization        *  -  *  *  *  -  -  -   -  -  -  -  -  -  -  -  -
noticeTemplate:read               *  -  *  *  *  -  -  -   -  -  -  -  -  -  -  -  -
noticeTemplate:change             *  -  -  -  *  -  -  -   -  -  -  -  -  -  -  -  -
clientNotice:read                 -  *  *  *  *  *  *  oda *  k  t  -  -  -  -  -  -
clientNotice:markTold             -  -  -  -  *  *  *  oda -  k  -  -  -  -  -  -  -
clientNotice:waive                -  -  -  -  *  *  *  oda -  k  -  -  -  -  -  -  -
clientNotice:resend               -  -  -  -  *  *  *  oda -  k  -  -  -  -  -  -  -
mail:read                         *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
system:read                       *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
failedJob:read                    *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
failedJob:retry                   *  -  -  -  -  -  -  -   -  -  -  -  -  -  -  -  -
planSummary:read                  -  *  *  *  *  *  *  -   *  k  t  -  -  -  -  *  -
planSummary:draft                 -  -  -  -  -  *  *  -   -  -  t  -  -  -  -  -  -
planSummary:change                -  -  -  -  -  *  *  -   -  -  t  -  -  -  -  -  -
planSummary:submit                -  -  -  -  -  *  *  -   -  -  t  -  -  -  -  -  -
planSummary:review                -  -  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
planSummary:approve               -  *  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
planSummary:return                -  *  -  *  *  *  -  -   -  -  -  -  -  -  -  -  -
planLesson:read                   -  *  *  *  *  *  *  -   *  k  t  -  -  -  -  *  -
plan:read                         -  *  *  *  *  *  *  -   *  k  t  -  -  -  *  *  -
plan:readBudget                   -  *  *  *  *  *  *  -   *  k  t  -  -  -  *  *  -
planPolicy:read                   -  *  *  *  *  *  *  -   *  *  *  -  -  -  *  *  -
planPolicy:set                    -  *  -  *  -  -  -  -   -  -  -  -  -  -  -  -  -
plan:readWords                    -  *  *  *  *  *  *  -   *  k  t  -  -  -  -  *  -
plan:comment                      -  *  *  *  *  *  *  -   *  k  t  -  -  -  -  -  -
plan:resolveComment               -  *  *  *  *  *  *  -   *  k  t  -  -  -  -  -  -
plan:draft                        -  -  -  -  -  *  -  -   -  -  t  -  -  -  -  -  -
plan:change                       -  -  -  -  -  *  -  -   -  -  t  -  -  -  -  -  -
plan:submit                       -  -  -  -  -  *  -  -   -  -  t  -  -  -  -  -  -
plan:review                       -  -  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
plan:approve                      -  *  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
plan:return                       -  *  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
plan:withdraw                     -  -  -  -  -  *  -  -   -  -  t  -  -  -  -  -  -
plan:amend                        -  -  -  -  -  *  -  -   -  -  t  -  -  -  -  -  -
plan:evaluate                     -  -  -  -  -  *  -  -   -  -  t  -  -  -  -  -  -
plan:complete                     -  -  -  *  *  -  -  -   -  -  -  -  -  -  -  -  -
plan:cancel                       -  -  -  -  -  *  -  -   -  -  t  -  -  -  -  -  -
plan:spend                        -  -  -  -  -  *  -  -   -  -  t  -  -  -  *  -  -
plan:askOverrun                   -  -  -  -  -  *  -  -   -  -  t  -  -  -  -  -  -
plan:decompose                    -  -  -  -  -  *  -  -   -  -  t  -  -  -  -  -  -
plan:stopDecomposition            -  -  -  -  -  *  -  -   -  -  t  -  -  -  -  -  -
plan:approveOverrun               -  *  -  *  -  -  -  -   -  -  -  -  -  -  -  -  -
planTask:read                     -  *  *  *  *  *  *  a   *  ka t  a  -  -  -  *  -
planTask:assign                   -  -  -  -  *  *  -  -   -  -  t  -  -  -  -  -  -
planTask:reschedule               -  -  -  -  *  *  a  a   -  a  t  a  -  -  -  -  -
planTask:start                    -  -  -  -  *  *  a  a   -  a  t  a  -  -  -  -  -
planTask:complete                 -  -  -  -  *  *  a  a   -  a  t  a  -  -  -  -  -
planTask:confirm                  -  -  -  -  *  *  -  -   -  -  t  -  -  -  -  -  -
planTask:return                   -  -  -  -  *  *  -  -   -  -  t  -  -  -  -  -  -
planTask:cancel                   -  -  -  -  *  *  -  -   -  -  t  -  -  -  -  -  -
planTask:addEvidence              -  -  -  -  *  *  a  a   -  a  t  a  -  -  -  -  -
planTask:removeEvidence           -  -  -  -  *  *  a  a   -  a  t  a  -  -  -  -  -
equipment:read                    -  *  *  *  *  *  *  -   *  -  t  t  -  -  -  *  -
equipment:register                -  -  -  -  -  -  -  -   -  -  t  -  -  -  -  -  -
equipment:amend                   -  -  -  -  -  -  -  -   -  -  t  -  -  -  -  -  -
equipment:reportOutage            -  -  -  -  -  -  -  -   -  -  t  t  -  -  -  -  -
equipment:restore                 -  -  -  -  -  -  -  -   -  -  t  t  -  -  -  -  -
equipment:retire                  -  -  -  -  -  -  -  -   -  -  t  -  -  -  -  -  -
equipmentInspection:schedule      -  -  -  -  -  -  -  -   -  -  t  -  -  -  -  -  -
equipmentInspection:amend         -  -  -  -  -  -  -  -   -  -  t  -  -  -  -  -  -
equipmentInspection:record        -  -  -  -  -  -  -  -   -  -  t  -  -  -  -  -  -
equipmentInspection:end           -  -  -  -  -  -  -  -   -  -  t  -  -  -  -  -  -
planTemplate:read                 -  *  *  *  *  *  *  -   *  *  *  -  -  -  -  *  -
planTemplate:add                  -  -  *  -  *  *  -  -   -  -  -  -  -  -  -  -  -
planTemplate:revise               -  -  *  -  *  *  -  -   -  -  -  -  -  -  -  -  -
planTemplate:retire               -  -  *  -  *  *  -  -   -  -  -  -  -  -  -  -  -
planProposal:read                 -  *  -  *  *  *  *  -   -  k  -  -  -  -  -  *  -
planProposal:take                 -  -  -  -  -  *  -  -   -  -  -  -  -  -  -  -  -
planProposal:takeAll              -  -  -  -  -  *  -  -   -  -  -  -  -  -  -  -  -
planProposal:dismiss              -  -  -  -  *  *  -  -   -  -  -  -  -  -  -  -  -
portal:admin                      *  *  *  *  *  *  *  -   *  -  -  -  -  -  *  *  -
portal:customerService            -  *  *  *  *  *  *  *   *  *  -  -  -  *  *  *  -
portal:propertyManagement         -  *  *  -  -  -  -  -   -  -  *  *  *  -  -  -  -
`

const expected = new Map(
  MATRIX.trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [permission = '', ...cells] = line.trim().split(/\s+/)
      return [permission, cells] as const
    }),
)

const grantsFor = (permission: Permission): Grants => POLICY[permission]

describe('the policy matrix', () => {
  it('has a line for every permission and no other', () => {
    expect([...expected.keys()].toSorted()).toEqual([...PERMISSIONS].toSorted())
    expect([...COLUMNS].toSorted()).toEqual([...ROLES].toSorted())
  })

  describe.each(PERMISSIONS)('%s', (permission) => {
    it.each(COLUMNS.map((role, at) => ({ role, at })))('$role', ({ role, at }) => {
      const cell = expected.get(permission)?.[at]
      const scopes = cell === '-' ? [] : [...(cell ?? '?')].map((letter) => LETTERS[letter])
      expect([...(grantsFor(permission)[role] ?? [])].toSorted()).toEqual(scopes.toSorted())
    })
  })
})

const of = (role: Role): readonly Permission[] =>
  PERMISSIONS.filter((permission) => hasPermission({ roles: [role] }, permission))

describe('the scopes of a credential', () => {
  it('cut every permission off that they do not name, and add none', () => {
    for (const scope of PERMISSIONS) {
      for (const asked of PERMISSIONS) {
        const rights = { roles: ['PARTNER'] as const, scopes: [scope] }
        const expectedGrants = asked === scope ? grantsOf({ roles: ['PARTNER'] }, asked) : []
        expect(grantsOf(rights, asked)).toEqual(expectedGrants)
        expect(hasPermission(rights, asked)).toBe(expectedGrants.length > 0)
      }
    }
  })

  it('leave nothing where there are none', () => {
    const none = { roles: ROLES, scopes: [] }
    expect(PERMISSIONS.filter((asked) => hasPermission(none, asked))).toEqual([])
  })
})

describe('the policy as a whole', () => {
  it('gives the administrator no case, no order and no client', () => {
    expect(of('ADMIN').filter((permission) => /^(complaint|task|client|signOff):/.test(permission))).toEqual(
      [],
    )
  })

  it('lets the auditor read, change nothing but what is their own, and read no free text about people', () => {
    const beyondReading = of('AUDITOR').filter((permission) => !/^account:|:read|^portal:/.test(permission))
    // To verify and to take along what proves itself changes nothing.
    expect(beyondReading).toEqual([
      'staff:changePassword',
      'audit:verify',
      'audit:export',
      'signOff:prove',
      'ledger:verify',
      'ledger:export',
      // What they say to a breach that they are said to have committed.
      'informationBreach:state',
      'notice:markRead',
      'notice:changePreferences',
      'view:save',
      'view:change',
      'view:move',
      'view:pin',
      'view:unpin',
      'view:remove',
      'delegation:revoke',
    ])
    for (const text of ['Summary', 'Facts', 'Client', 'Investigation'] as const) {
      expect(hasPermission({ roles: ['AUDITOR'] }, `complaint:read${text}`)).toBe(false)
    }
  })

  it('gives a partner its own registrations and nothing else', () => {
    for (const permission of of('PARTNER')) {
      expect(permission).toMatch(/^complaint:(register|read)/)
      expect(grantsOf({ roles: ['PARTNER'] }, permission)).toEqual(['own'])
    }
  })

  it('knows every permission by a name in both languages', () => {
    for (const permission of PERMISSIONS) {
      expect(PERMISSION_LABELS[permission].zh).toMatch(/\p{Script=Han}/u)
      expect(PERMISSION_LABELS[permission].en).toMatch(/^[A-Z]/)
    }
  })

  it('opens at least one portal to every person', () => {
    for (const role of ROLES.filter((it) => it !== 'PARTNER')) {
      expect(of(role).some((permission) => permission.startsWith('portal:'))).toBe(true)
    }
  })

  it('never mixes "any" with narrower scopes and never grants an empty reach', () => {
    for (const permission of PERMISSIONS) {
      for (const scopes of Object.values(grantsFor(permission))) {
        expect(scopes.length).toBeGreaterThan(0)
        if ((scopes as readonly Scope[]).includes('any')) expect(scopes).toHaveLength(1)
      }
    }
  })
})

const someId = fc.constantFrom(uuid(50), uuid(51), uuid(52))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const record: fc.Arbitrary<FactBag> = fc.record(
  {
    registeredById: maybe(someId),
    assigneeId: maybe(someId),
    taskAssigneeIds: fc.array(someId, { maxLength: 2 }),
    handlingDepartmentId: maybe(someId),
    dispatchedDepartmentIds: fc.array(someId, { maxLength: 2 }),
    dispatchingDepartmentId: maybe(someId),
    projectId: maybe(someId),
    buildingId: maybe(someId),
    keyAccountManagerId: maybe(someId),
    approvedAt: maybe(fc.constant(new Date(0))),
  },
  { requiredKeys: [] },
)
const person = fc
  .record({
    roles: fc.subarray([...ROLES], { minLength: 1 }),
    staffId: someId,
    departmentId: maybe(someId),
    projectIds: fc.array(someId, { maxLength: 2 }),
    buildingIds: fc.array(someId, { maxLength: 2 }),
  })
  .map(({ roles, ...more }) => actor(roles, more))
const permission = fc.constantFrom(...PERMISSIONS)

describe('door and desk', () => {
  it('agree: whoever passes the desk passed the door', () => {
    fc.assert(
      fc.property(person, permission, record, (who, what, it) => {
        expect(can(who, what, it) && !hasPermission(who, what)).toBe(false)
        expect(hasPermission(who, what)).toBe(who.roles.some((role) => rolesHolding(what).includes(role)))
      }),
      { numRuns: 2_000 },
    )
  })

  it('give several roles the union, and name the roles that alone suffice', () => {
    fc.assert(
      fc.property(person, permission, record, (who, what, it) => {
        const alone = who.roles.filter((role) => can({ ...who, roles: [role] }, what, it))
        expect(can(who, what, it)).toBe(alone.length > 0)
        expect(qualifyingRoles(who, what, it)).toEqual(alone)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never let a person act on, or see a part of, a case that they cannot read', () => {
    const onCases = PERMISSIONS.filter((it) => it.startsWith('complaint:') && it !== 'complaint:register')
    fc.assert(
      fc.property(person, fc.constantFrom(...onCases), record, (who, what, it) => {
        expect(can(who, what, it) && !can(who, 'complaint:read', it)).toBe(false)
      }),
      { numRuns: 5_000 },
    )
  })

  it('let whoever registers a case read it', () => {
    fc.assert(
      fc.property(person, record, (who, it) => {
        const registered = { ...it, registeredById: who.staffId }
        const roles = qualifyingRoles(who, 'complaint:register', registered)
        expect(roles.every((role) => can({ ...who, roles: [role] }, 'complaint:read', registered))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never let a person act on an order that they cannot read', () => {
    const onOrders = PERMISSIONS.filter((it) => it.startsWith('task:'))
    fc.assert(
      fc.property(person, fc.constantFrom(...onOrders), record, (who, what, it) => {
        expect(can(who, what, it) && !can(who, 'task:read', it)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('scopes', () => {
  const me = actor('SERVICE_AGENT', {
    departmentId: SERVICE,
    projectIds: [uuid(60)],
    buildingIds: [uuid(61)],
  })
  const holding: Readonly<Record<Scope, readonly FactBag[]>> = {
    any: [{}],
    own: [{ registeredById: me.staffId }],
    assigned: [{ assigneeId: me.staffId }, { taskAssigneeIds: [uuid(1), me.staffId] }],
    department: [{ handlingDepartmentId: SERVICE }, { dispatchedDepartmentIds: [uuid(9), SERVICE] }],
    ordered: [{ dispatchingDepartmentId: SERVICE }],
    territory: [{ projectId: uuid(60) }, { buildingId: uuid(61), projectId: uuid(99) }],
    accounts: [{ keyAccountManagerId: me.staffId }],
    isApproved: [{ approvedAt: new Date(0) }],
    inPool: [{ pooledAt: new Date(0) }],
    mine: [{ recipientId: me.staffId }],
    aboutAnother: [{ recipientId: 'somebody else' }],
    sharedWithAll: [{ sharing: 'ORGANIZATION' }],
    sharedWithRole: [{ sharedRole: 'SERVICE_AGENT' }],
    configuration: [{ subjectType: 'staff' }, { subjectType: 'authority_limit' }],
    caseDocument: [{ documentKind: 'SETTLEMENT_AGREEMENT' }],
    insideUse: [{ exportUse: 'INSIDE' }],
    recordDocument: [{ documentKind: 'DESTRUCTION_RECORD' }],
    salesDocument: [{ documentKind: 'PROPOSAL_TEMPLATE' }],
    companyDocument: [{ documentKind: 'REGULATION' }, { documentKind: 'AUTHORITY_LIMITS' }],
  }

  it.each(SCOPES)('%s holds for exactly the records it is about', (scope) => {
    for (const bag of holding[scope]) expect(CONDITIONS[scope].holds(me, bag)).toBe(true)
    // A template is a document of the company, too.
    const within = (it: Scope) => scope === 'companyDocument' && it === 'salesDocument'
    const others = SCOPES.filter((it) => it !== scope && it !== 'any' && !within(it)).flatMap(
      (it) => holding[it],
    )
    if (scope !== 'any') for (const bag of others) expect(CONDITIONS[scope].holds(me, bag)).toBe(false)
  })

  it.each(SCOPES.filter((it) => it !== 'any'))('%s does not hold for a record that says nothing', (scope) => {
    const nobody = actor('SERVICE_AGENT')
    expect(CONDITIONS[scope].holds(nobody, {})).toBe(false)
    const nulls = Object.fromEntries(CONDITIONS[scope].facts.map((fact) => [fact, null]))
    expect(CONDITIONS[scope].holds(nobody, nulls)).toBe(false)
  })
})
