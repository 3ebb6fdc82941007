import type { DataSource } from 'typeorm'
import { DEMONSTRATION_PASSWORD } from '../access/demonstration.ts'
import { hashPassword } from '../access/password.ts'
import type { Vault } from '../access/vault.ts'
import type { Signer } from '../ledger/signer.ts'
import { Organization } from '../organization/organization.entity.ts'
import type { Teller } from '../runtime/log.ts'
import type { FileStorage } from '../storage/file-storage.ts'
import { playPlanEndings } from './play-plan-endings.ts'
import { playPlanTasks } from './play-plan-tasks.ts'
import { playKeyAccounts } from './play-key-accounts.ts'
import { playPlans } from './play-plans.ts'
import { mergeArchives } from './merge-archives.ts'
import { playAttachments } from './attachments/play-attachments.ts'
import { DAY } from './calendar.ts'
import { planCases } from './cases/plan-cases.ts'
import { playCases } from './cases/play-cases.ts'
import { Chance } from './chance.ts'
import { playConfidential } from './confidential/play-confidential.ts'
import { delegateSigning } from './delegate-signing.ts'
import { playCare } from './filing/play-care.ts'
import { playCareOccasions } from './filing/play-care-occasions.ts'
import { playDuty } from './filing/play-duty.ts'
import { playFields } from './filing/play-fields.ts'
import { playTags } from './filing/play-tags.ts'
import { enterScores } from './grading/enter-scores.ts'
import { playSimulation } from './grading/play-simulation.ts'
import { by, handOverShifts } from './hand-over-shifts.ts'
import { playClaims } from './money/play-claims.ts'
import { playCosts } from './money/play-costs.ts'
import { playMoney } from './money/play-money.ts'
import { keepInventories } from './keep-inventories.ts'
import { keepEquipment } from './keep-equipment.ts'
import { playProposals } from './propose-plans.ts'
import { keepArchives } from './keep-archives.ts'
import { releaseInformation } from './release-information.ts'
import { noteReceptions } from './note-receptions.ts'
import { playImports } from './play-imports.ts'
import { playMembership } from './play-membership.ts'
import { playSilence } from './play-silence.ts'
import { playSubjectRequests } from './play-subject-requests.ts'
import { playGrading } from './play-grading.ts'
import { playLeads } from './play-leads.ts'
import { playOpportunities } from './sales/play-opportunities.ts'
import { playPapers } from './sales/play-papers.ts'
import { planRosters } from './plan-rosters.ts'
import { startSigningClocks } from './start-signing-clocks.ts'
import { tellOfLastDays } from './tell-of-last-days.ts'
import { playDocuments } from './documents/play-documents.ts'
import type { Blueprint } from './organizations/blueprint.ts'
import { DEMO } from './organizations/demo.ts'
import { foundOrganization } from './organizations/found-organization.ts'
import { PEER } from './organizations/peer.ts'
import { connectCallCentre, countUsage, withCallCentre } from './partners/call-centre.ts'
import { tellCallCentre } from './partners/tell-call-centre.ts'

export interface SeedOptions {
  /** Under the runtime role. */
  readonly dataSource: DataSource
  /** Signs for the people of the story. */
  readonly signer: Signer
  /** Seals what a partner's messages are signed with. */
  readonly vault: Vault
  /** Keeps the files of the story. */
  readonly storage: FileStorage
  /** Where files of imports lie. */
  readonly dataDir: string
  /** The instant that the story leads up to. */
  readonly now: Date
  readonly tell: Pick<Teller, 'say'>
}

/** True while nothing was ever put into the database. */
export const holdsNothing = async (dataSource: DataSource): Promise<boolean> =>
  !(await dataSource.manager.existsBy(Organization, {}))

/**
 * Fills an empty database with two demonstration organizations: places, people, clients and six months of cases, each
 * played through the services by the people of the organization. A database that holds anything is left alone.
 * @returns whether anything was written
 */
export const seedDemonstration = async (options: SeedOptions): Promise<boolean> => {
  const { dataSource, tell } = options
  if (!(await holdsNothing(dataSource))) {
    tell.say('the database holds an organization already: no demonstration data is added')
    return false
  }
  const secretHash = await hashPassword(DEMONSTRATION_PASSWORD)
  const seeded = []
  for (const blueprint of [DEMO, PEER]) seeded.push(await seedOrganization(options, blueprint, secretHash))
  // Last of all: until then nobody can sign in to what is half there, and a seeding that was cut off begins anew.
  await dataSource.manager.insert(
    Organization,
    seeded.map(({ orgId, code, foundedAt }) => ({
      id: orgId,
      code,
      demonstration: true,
      createdAt: foundedAt,
    })),
  )
  const sum = seeded.map(({ code, cases }) => `${cases} cases of ${code}`).join(', ')
  tell.say(`demonstration data: ${sum}; everybody's password is ${DEMONSTRATION_PASSWORD}`)
  return true
}

const seedOrganization = async (
  { dataSource, signer, vault, storage, dataDir, now }: SeedOptions,
  blueprint: Blueprint,
  secretHash: string,
) => {
  const foundedAt = new Date(now.getTime() - 200 * DAY)
  const world = await foundOrganization({
    dataSource,
    blueprint,
    secretHash,
    foundedAt,
    now,
    chance: new Chance(blueprint.seed),
  })
  const stage = { dataSource, signer, vault, storage, dataDir, world, now }
  // Chance of its own: the cases are the same with and without.
  await keepArchives(
    stage,
    (member) => by(stage, member, new Date(foundedAt.getTime() + 3 * DAY)),
    new Chance(blueprint.seed + 1),
  )
  const planned = planCases(world, blueprint.fates, now, new Chance(blueprint.seed))
  const centre = blueprint === DEMO ? await connectCallCentre(stage) : undefined
  const cases = centre ? withCallCentre(planned, centre, now) : planned
  await playCases(stage, cases)
  if (centre) {
    await countUsage(stage, centre, cases)
    await tellCallCentre(stage, centre)
  }
  await playConfidential(stage)
  await playAttachments(stage)
  await playMoney(stage, new Chance(blueprint.seed + 6))
  await noteReceptions(stage)
  await playTags(stage)
  await playLeads(stage, blueprint.seed + 2)
  await playOpportunities(stage)
  await playFields(stage)
  await playDuty(stage)
  await playCare(stage)
  await playClaims(stage)
  await playMembership(stage)
  await playCosts(stage, new Chance(blueprint.seed + 7))
  await playSilence(stage, new Chance(blueprint.seed + 9))
  await handOverShifts(stage)
  await delegateSigning(stage)
  if (blueprint === DEMO) {
    await playDocuments(stage)
    await playPapers(stage)
  }
  if (blueprint === DEMO) await enterScores(stage, new Chance(blueprint.seed + 9))
  if (blueprint === DEMO) await playSimulation(stage)
  if (blueprint === DEMO) await releaseInformation(stage)
  if (blueprint === DEMO) await playImports(stage)
  if (blueprint === DEMO) await playSubjectRequests(stage)
  if (blueprint === DEMO) await mergeArchives(stage)
  if (blueprint === DEMO) await playGrading(stage)
  if (blueprint === DEMO) await playKeyAccounts(stage)
  await keepEquipment(stage, new Chance(blueprint.seed + 11))
  if (blueprint === DEMO) await playPlans(stage)
  if (blueprint === DEMO) await playProposals(stage)
  if (blueprint === DEMO) await playPlanTasks(stage)
  if (blueprint === DEMO) await playPlanEndings(stage)
  await playCareOccasions(stage)
  await keepInventories(stage)
  await planRosters(stage, (member) => by(stage, member, new Date(now.getTime() - 8 * DAY)))
  await startSigningClocks(dataSource, world.orgId, now)
  await tellOfLastDays(dataSource, world.orgId, now)
  return { orgId: world.orgId, code: blueprint.code, foundedAt, cases: cases.length }
}
