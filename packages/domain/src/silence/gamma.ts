/**
 * The gamma function and the gamma distribution, as far as rhythms and the model of silence need them. Pure and without tables; accurate to
 * about 1e-13, of which everything that is kept is rounded to far less.
 */

/** Lanczos' coefficients for g = 7, n = 9 (Godfrey 2001). */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const

/** ln Γ(x) for x > 0. */
export const logGamma = (x: number): number => {
  // Below a half the reflection is the more exact way: Γ(x) Γ(1 − x) = π / sin πx.
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const z = x - 1
  const sum = LANCZOS.reduce(
    (total, coefficient, at) => (at === 0 ? coefficient : total + coefficient / (z + at)),
    0,
  )
  const t = z + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

const MOST_TERMS = 10_000
const SMALL = 1e-300

/** The lower regularized incomplete gamma function by its series: converges fast for x < shape + 1. */
const bySeries = (shape: number, x: number): number => {
  let term = 1 / shape
  let sum = term
  for (let n = 1; n < MOST_TERMS && Math.abs(term) > Math.abs(sum) * 1e-16; n += 1) {
    term *= x / (shape + n)
    sum += term
  }
  return sum * Math.exp(shape * Math.log(x) - x - logGamma(shape))
}

/** The upper one by its continued fraction (Lentz's way), for all other x. */
const byFraction = (shape: number, x: number): number => {
  let b = x + 1 - shape
  let c = 1 / SMALL
  let d = 1 / b
  let h = d
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const a = -n * (n - shape)
    b += 2
    d = 1 / (a * d + b || SMALL)
    c = b + a / c || SMALL
    const step = d * c
    h *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return h * Math.exp(shape * Math.log(x) - x - logGamma(shape))
}

/** How probable a value up to `x` is where values are gamma-distributed with that shape and scale: P(shape, x / scale). */
export const gammaBelow = (x: number, shape: number, scale: number): number => {
  const z = x / scale
  if (z <= 0) return 0
  return z < shape + 1 ? bySeries(shape, z) : 1 - byFraction(shape, z)
}

/** No rhythm is believed to be more regular than a fifth of its mean (1 / √25), however regular few gaps may look. */
const MOST_REGULAR = 25
const LEAST_REGULAR = 0.2

/**
 * Shape and scale of positive values: the closed form of Ye and Chen (2017), which is about as good as the greatest likelihood, with its correction
 * for few values (Louzada, Ramos and Ramos 2019). With n values, L = Σ ln x, S = Σ x and M = Σ x ln x:
 * `k = n S / (n M − L S)`, corrected `k − (3k − ⅔ k / (1 + k) − ⅘ k / (1 + k)²) / n`; the scale keeps the mean, `S / (n k)`.
 */
export const gammaOf = (values: readonly number[]): { readonly shape: number; readonly scale: number } => {
  const n = values.length
  const sum = values.reduce((total, x) => total + x, 0)
  const logs = values.reduce((total, x) => total + Math.log(x), 0)
  const mixed = values.reduce((total, x) => total + x * Math.log(x), 0)
  const spread = n * mixed - logs * sum
  const raw = spread > 1e-9 * sum ? Math.min((n * sum) / spread, 1e6) : 1e6
  const corrected = raw - (3 * raw - (2 / 3) * (raw / (1 + raw)) - (4 / 5) * (raw / (1 + raw) ** 2)) / n
  const shape = Math.min(MOST_REGULAR, Math.max(LEAST_REGULAR, corrected))
  return { shape, scale: sum / (n * shape) }
}
