import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })

const stringScalar = (
  name: string,
  description: string,
  accepts: (text: string) => boolean,
  expected: string,
) => {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !accepts(value)) throw badInput(`${name} expects ${expected}`)
    return value
  }
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  })
}

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
  isInCalendar(new Date(text))

/** Of four digits in UTC, and not of the year 0, which PostgreSQL's calendar does not have. */
const isInCalendar = (at: Date): boolean => at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999

const isLocalDate = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && isInCalendar(at) && at.toISOString().startsWith(text)
}

/** An instant. */
export const DateTime = stringScalar(
  'DateTime',
  'An instant, RFC 3339; answers are in UTC to the millisecond, e.g. `2026-11-22T03:47:38.000Z`.',
  isInstant,
  'an RFC 3339 instant such as 2026-11-22T03:47:38.000Z',
)

/** A day in the organization's zone. */
export const LocalDate = stringScalar(
  'LocalDate',
  "A day in the organization's time zone, `YYYY-MM-DD`.",
  isLocalDate,
  'a day such as 2026-11-22',
)

const parseRawValue = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw badInput('RawValue expects a whole number, at most 9007199254740991')
  return value
}

/** What is measured of a client. */
export const RawValue = new GraphQLScalarType<number, number>({
  name: 'RawValue',
  description:
    'A raw value in the unit of its metric: minor units, ten-thousandths, days or times; a safe integer.',
  serialize: parseRawValue,
  parseValue: parseRawValue,
  parseLiteral: (node) => parseRawValue(node.kind === Kind.INT ? Number(node.value) : undefined),
})

const parseMinorUnits = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw badInput('MinorUnits expects a whole number of minor units (fen), at most 9007199254740991')
  }
  return value
}

/** Money. */
export const MinorUnits = new GraphQLScalarType<number, number>({
  name: 'MinorUnits',
  description: "An amount in minor units (fen) of the organization's currency; a safe integer.",
  serialize: parseMinorUnits,
  parseValue: parseMinorUnits,
  parseLiteral: (node) => parseMinorUnits(node.kind === Kind.INT ? Number(node.value) : undefined),
})
