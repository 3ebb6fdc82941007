import { z } from 'zod'
import { expectedVersion, words } from '../input.ts'
import { text } from '../text.ts'
import { CREDENTIAL_DAYS, CREDENTIAL_POINTS, PARTNER_SCOPES } from './partner.ts'

const ADDRESS = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])

/** One address or a network in CIDR form. */
const address = () =>
  words(50).refine((value) => ADDRESS.safeParse(value).success, {
    params: {
      text: text(
        '请填写 IP 地址或网段，例如 203.0.113.7 或 203.0.113.0/24。',
        'Give an address or a network such as 203.0.113.7 or 203.0.113.0/24.',
      ),
    },
  })

const once = <T>(values: readonly T[]): T[] => [...new Set(values)]

export const PARTNER_INPUTS = {
  add: z.object({ name: words(80) }),
  issueCredential: z.object({
    label: words(60),
    scopes: z.array(z.enum(PARTNER_SCOPES)).min(1).transform(once),
    days: z.int().min(CREDENTIAL_DAYS.shortest).max(CREDENTIAL_DAYS.longest),
    /** Empty: from anywhere. */
    allowedFrom: z.array(address()).max(20).transform(once),
    pointsPerMinute: z.int().min(CREDENTIAL_POINTS.fewest).max(CREDENTIAL_POINTS.most),
  }),
  revokeCredential: z.object({ expectedVersion: expectedVersion() }),
} as const

export type PartnerVerb = keyof typeof PARTNER_INPUTS
export type PartnerInput<V extends PartnerVerb> = z.output<(typeof PARTNER_INPUTS)[V]>
