/** Whose birthday it is these days, and who moved in on such a day: so that there is somebody to greet whenever one looks. */
import { ClientOccupancy } from '../../clients/client.entity.ts'
import { addConsents } from '../../clients/consents/consent.service.ts'
import { addContacts, followContacts } from '../../clients/contacts/add-contacts.ts'
import { transaction } from '../../database/transaction.ts'
import { DAY, localDay } from '../calendar.ts'
import { agreed, by, type Stage } from '../cases/stage.ts'
import { Chance } from '../chance.ts'
import { personName } from '../organizations/names.ts'
import { holding } from '../organizations/world.ts'

/** For each of the days around now: so many birthdays and so many who moved in. */
const EACH = 2
const AROUND = [-1, 0, 1, 2, 3, 5, 8]

export const playCare = async (stage: Stage): Promise<void> => {
  const { world, now } = stage
  const [keeper] = holding(world, 'CR_SPECIALIST')
  const homes = world.clients.filter(({ kind, units }) => kind === 'HOUSEHOLD' && units.length > 0)
  if (!keeper || homes.length < EACH * AROUND.length * 2) return
  const chance = new Chance(43_000)
  const chosen = chance.shuffled(homes)
  /** `1968-11-30`: that day of the year, so many years ago. */
  const ofYear = (days: number, years: number) => {
    const day = localDay(new Date(now.getTime() + days * DAY))
    const on = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
    return on.endsWith('02-29') ? `${on.slice(0, 8)}28` : on
  }
  const at = new Date(now.getTime() - 90 * DAY)
  agreed(
    await transaction(by(stage, keeper, at), 'client:addContact', async (tx) => {
      let last: ClientOccupancy | undefined
      for (const days of AROUND)
        for (let n = 0; n < EACH; n += 1) {
          const [born, moved] = [chosen.pop()!, chosen.pop()!]
          const care = { purpose: 'CARE', way: 'SIGNED', note: null } as const
          for (const { id } of [born, moved]) await addConsents(tx, id, [care])
          await addContacts(tx, born.id, [
            {
              name: personName(chance).name,
              phone: null,
              email: null,
              employer: null,
              position: null,
              rank: null,
              decisionRoles: [],
              concerns: null,
              channels: [chance.pick(['PHONE', 'WECHAT'] as const)],
              preferredHours: null,
              frequency: null,
              birthday: ofYear(days, chance.between(30, 78)),
              interests: null,
              doNotContact: false,
              primary: false,
            },
          ])
          await followContacts(tx, { orgId: world.orgId, ...born })
          const stay = await tx.manager.findOneByOrFail(ClientOccupancy, {
            orgId: world.orgId,
            clientId: moved.id,
          })
          last = await tx.patch(ClientOccupancy, stay, { movedInOn: ofYear(days, chance.between(2, 9)) })
        }
      return last!
    }),
    'client:addContact',
  )
}
