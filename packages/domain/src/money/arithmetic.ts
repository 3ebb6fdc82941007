/** Money is whole minor units. What is divided is rounded half up, once, at the end; between, numbers are exact (BigInt). */

/** `numerator / denominator`, rounded half up (away from zero where negative). Throws RangeError unless the denominator is positive. */
export const divideHalfUp = (numerator: bigint, denominator: bigint): bigint => {
  if (denominator <= 0n) throw new RangeError('a denominator is positive')
  const sign = numerator < 0n ? -1n : 1n
  return (sign * (2n * sign * numerator + denominator)) / (2n * denominator)
}

/** As a number. Throws RangeError beyond 2^53 - 1. */
export const safeMinor = (minor: bigint): number => {
  const value = Number(minor)
  if (!Number.isSafeInteger(value)) throw new RangeError('an amount is beyond what can be kept')
  return value
}

/** Minor units a square metre × area in hundredths of a square metre. */
export const feeMinor = (rateMinor: number, areaHundredths: number): number =>
  safeMinor(divideHalfUp(BigInt(rateMinor) * BigInt(areaHundredths), 100n))

/** Minutes × rate an hour. */
export const labourMinor = (minutes: number, ratePerHourMinor: number): number =>
  safeMinor(divideHalfUp(BigInt(minutes) * BigInt(ratePerHourMinor), 60n))

/** A part of a whole in hundredths of a per cent; null where there is no whole. */
export const shareBasisPoints = (part: number, whole: number): number | null =>
  whole === 0 ? null : safeMinor(divideHalfUp(BigInt(part) * 10_000n, BigInt(whole)))
