/** The SQL twin of the domain's `mayContact`: why an occasion's client may not be approached by its means at this moment. */
import {
  APPROACH_OF,
  DEFAULT_CARE_POLICY,
  HOURS_PATTERN,
  mayContact,
  type CareMeans,
  type ContactRules,
} from '@steward/domain'
import type { Expression, Reference, Row } from '../reads/projection.ts'

const D = DEFAULT_CARE_POLICY
const ZONE = 'Asia/Shanghai'

/** Our own approaches are receptions that went out for care: what a case or a duty owed is none. */
const APPROACHES = `r$.direction = 'OUT' and r$.purpose = 'CARE'`

export const consented: Expression<boolean> = {
  sql: (alias) => `((select n$.decision from client_consent n$ where n$.org_id = ${alias}.org_id
      and n$.client_id = ${alias}.client_id and n$.purpose = 'CARE' order by n$.at desc, n$.id desc limit 1) is not distinct from 'GIVEN')`,
  reference: (row, { rows }) => {
    const [newest] = rows('client_consent')
      .filter((it) => it.client_id === row.client_id && it.purpose === 'CARE')
      .toSorted(
        (one, other) =>
          (other.at as Date).getTime() - (one.at as Date).getTime() ||
          (String(one.id) < String(other.id) ? 1 : -1),
      )
    return newest?.decision === 'GIVEN'
  },
}

export const closed: Expression<boolean> = {
  sql: (
    alias,
  ) => `exists (select from client c$ where c$.org_id = ${alias}.org_id and c$.id = ${alias}.client_id
      and (c$.archived_at is not null or c$.merged_into_id is not null or c$.erased_at is not null))`,
  reference: (row, { rows }) =>
    rows('client').some(
      (it) =>
        it.id === row.client_id &&
        (it.archived_at !== null || it.merged_into_id !== null || it.erased_at !== null),
    ),
}

/** The receptions `r$` of a row's client that were approaches of ours, as a FROM and WHERE. */
export const approachesSql = (alias: string): string =>
  `reception r$ where r$.org_id = ${alias}.org_id and r$.client_id = ${alias}.client_id and ${APPROACHES}`
export const approachesOf = (row: Row, { rows }: Reference): readonly Row[] =>
  rows('reception').filter(
    (it) => it.client_id === row.client_id && it.direction === 'OUT' && it.purpose === 'CARE',
  )

const rulesOf = ({ rows }: Reference): ContactRules => {
  const [own] = rows('care_policy')
  return own
    ? {
        quietFrom: Number(own.quiet_from),
        quietTo: Number(own.quiet_to),
        capContacts: Number(own.cap_contacts),
        capDays: Number(own.cap_days),
      }
    : D
}

export const refusals: Expression<readonly string[]> = {
  sql: (alias) => `(select array_remove(array[
      case when ${closed.sql(alias, {} as never)} then 'ARCHIVE_CLOSED' end,
      case when p$.do_not_contact then 'DO_NOT_CONTACT' end,
      case when not ${consented.sql(alias, {} as never)} then 'NO_CONSENT' end,
      case when ${alias}.means <> 'CARD' and (case when q$.quiet_from <= q$.quiet_to
        then q$.quiet_from <= q$.minute and q$.minute < q$.quiet_to
        else q$.minute >= q$.quiet_from or q$.minute < q$.quiet_to end) then 'QUIET_HOURS' end,
      case when ${alias}.means <> 'CARD' and not (h$.begins <= q$.minute and q$.minute < h$.ends) then 'PREFERRED_HOURS' end,
      case when (select count(*) from ${approachesSql(alias)} and r$.at <= now()
        and r$.at > now() - make_interval(hours => 24 * q$.cap_days)) >= q$.cap_contacts then 'CAP_REACHED' end], null)
    from (select coalesce(y$.quiet_from, ${D.quietFrom}) as quiet_from, coalesce(y$.quiet_to, ${D.quietTo}) as quiet_to,
        coalesce(y$.cap_days, ${D.capDays}) as cap_days, coalesce(y$.cap_contacts, ${D.capContacts}) as cap_contacts,
        (extract(hour from t$.local) * 60 + extract(minute from t$.local))::integer as minute
      from (select now() at time zone coalesce((select z$.time_zone from organization_profile z$ where z$.org_id = ${alias}.org_id), '${ZONE}') as local) t$
      left join care_policy y$ on y$.org_id = ${alias}.org_id) q$
    left join client_contact p$ on p$.org_id = ${alias}.org_id and p$.id = ${alias}.contact_id
    left join lateral (select x$.part[1]::integer * 60 + x$.part[2]::integer as begins, x$.part[3]::integer * 60 + x$.part[4]::integer as ends
      from regexp_match(p$.preferred_hours, '${HOURS_PATTERN}') as x$(part)
      where x$.part[2]::integer < 60 and x$.part[4]::integer < 60
        and x$.part[1]::integer * 60 + x$.part[2]::integer < x$.part[3]::integer * 60 + x$.part[4]::integer
        and x$.part[3]::integer * 60 + x$.part[4]::integer <= 1440) h$ on true)`,
  reference: (row, reference) => {
    const contact = reference.rows('client_contact').find(({ id }) => id === row.contact_id)
    const [profile] = reference.rows('organization_profile')
    return mayContact(
      {
        purpose: 'CARE',
        approach: APPROACH_OF[row.means as CareMeans],
        now: reference.now,
        timeZone: String(profile?.time_zone ?? ZONE),
      },
      {
        closed: closed.reference(row, reference),
        doNotContact: contact?.do_not_contact === true,
        consented: consented.reference(row, reference),
        preferredHours: (contact?.preferred_hours ?? null) as string | null,
        unsolicited: approachesOf(row, reference).map((it) => ({ at: it.at as Date })),
      },
      rulesOf(reference),
    ).reasons
  },
}
