import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, describeSettings, readConfig } from './config.ts'
import { repositoryRoot } from './runtime/data-folder.ts'

const refusal = (environment: NodeJS.ProcessEnv) => {
  try {
    readConfig(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as Error).message
  }
  return 'accepted'
}

describe('settings', () => {
  test('without any: a demonstration on localhost:4000 that only this machine reaches', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      port: 4000,
      mode: 'demonstration',
      host: 'localhost',
      database: undefined,
    })
    expect(config.publicUrl.origin).toBe('http://localhost:4000')
    expect(readConfig({ PORT: '8080' }).publicUrl.origin).toBe('http://localhost:8080')
  })

  test('empty ones count as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', STEWARD_SMTP_URL: '' })).toEqual(readConfig({}))
  })

  test.each([
    [{ PORT: 'http' }, 'PORT must be a whole number'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 1 to 65535'],
    [{ STEWARD_MODE: 'prod' }, 'STEWARD_MODE must be demonstration or production'],
    [{ STEWARD_MOED: 'production' }, 'STEWARD_MOED is not a setting'],
    [{ STEWARD_MODE: 'production' }, 'STEWARD_PUBLIC_URL must be'],
    [
      { STEWARD_MODE: 'production', STEWARD_PUBLIC_URL: 'http://steward.example.com' },
      'STEWARD_PUBLIC_URL must be',
    ],
    [{ STEWARD_PUBLIC_URL: 'https://example.com/steward' }, 'STEWARD_PUBLIC_URL must be'],
    [{ STEWARD_PORTALS: 'customer-service' }, 'STEWARD_PORTALS must be a list'],
    [{ DATABASE_URL: 'mysql://host/steward' }, 'DATABASE_URL must be an address'],
    [{ DATABASE_OWNER_URL: 'postgresql://owner@host/steward' }, 'DATABASE_URL must be given'],
    [{ DATABASE_WORKER_URL: 'postgresql://worker@host/steward' }, 'DATABASE_URL must be given'],
    [{ STEWARD_TRUSTED_PROXIES: 'everybody' }, 'STEWARD_TRUSTED_PROXIES must be a list'],
    [{ STEWARD_TRUSTED_PROXIES: '10.0.0.0/64' }, 'STEWARD_TRUSTED_PROXIES must be a list'],
    [{ STEWARD_METRICS_ADDRESS: '9464' }, 'STEWARD_METRICS_ADDRESS must be an address and a port'],
    [{ STEWARD_METRICS_ADDRESS: '127.0.0.1:70000' }, 'STEWARD_METRICS_ADDRESS must be an address and a port'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
  ])('%o is refused by name', (environment, message) => expect(refusal(environment)).toContain(message))

  test('a refusal never shows the value, which may be a secret', () => {
    expect(refusal({ DATABASE_URL: 'mysql://steward:hunter2@host/x' })).not.toContain('hunter2')
  })

  test('production speaks https to the world, and plain http to this machine only', () => {
    const production = (url: string) =>
      readConfig({ STEWARD_MODE: 'production', STEWARD_PUBLIC_URL: url }).publicUrl.origin
    expect(production('https://steward.example.com')).toBe('https://steward.example.com')
    expect(production('http://localhost:4000')).toBe('http://localhost:4000')
  })

  test('jobs and LISTEN use the runtime address unless given one past the pooler', () => {
    const url = 'postgresql://steward_app@pooler/steward'
    expect(readConfig({ DATABASE_URL: url }).database?.direct).toBe(url)
    const direct = 'postgresql://steward_app@server/steward'
    expect(readConfig({ DATABASE_URL: url, DATABASE_DIRECT_URL: direct }).database?.direct).toBe(direct)
  })

  test('proxies are believed by name, address or network; figures are answered at one address', () => {
    const config = readConfig({
      STEWARD_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,fd00::/8',
      STEWARD_METRICS_ADDRESS: '[::1]:9464',
    })
    expect(config.trustedProxies).toBe('loopback,10.0.0.0/8,fd00::/8')
    expect(config.metrics).toEqual({ host: '::1', port: 9464 })
  })

  test('docs/settings.md lists them all (the command `settings` prints it)', () => {
    expect(readFileSync(join(repositoryRoot, 'docs/settings.md'), 'utf8').trim()).toBe(
      describeSettings().trim(),
    )
  })
})
