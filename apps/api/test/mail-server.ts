/** A real mail server on a port of its own: keeps what it takes, and refuses as a test says. */
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface Taken {
  readonly from: string
  readonly to: readonly string[]
  readonly user: string | undefined
  readonly secure: boolean
  /** The message as it went over the line. */
  readonly raw: string
}

export interface TestMailServer {
  readonly port: number
  readonly taken: Taken[]
  close(): Promise<void>
}

/** `answer`: a code with which the recipient is refused, or nothing where they are welcome. */
export const mailServer = async (
  answer: (recipient: string) => number | undefined = () => undefined,
  more: SMTPServerOptions & { port?: number } = {},
): Promise<TestMailServer> => {
  const { port = 0, ...options } = more
  const taken: Taken[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.cert ? [] : ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const code = answer(address)
      if (code === undefined) return done()
      // As servers do, it repeats the address in what it says.
      done(Object.assign(new Error(`<${address}> not now`), { responseCode: code }))
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          user: session.user,
          secure: session.secure,
          raw: Buffer.concat(chunks).toString('utf8'),
        })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))
  const address = server.server.address() as AddressInfo
  return {
    port: address.port,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** A header's value with its encoded words read, as a mail program shows it. */
export const headerOf = (raw: string, name: string): string => {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find((it) => it.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? ''
  return line
    .slice(name.length + 1)
    .trim()
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('latin1')
        : unquoted(text.replace(/_/g, ' ')),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'))
}

/** The part of that type, decoded. */
export const partOf = (raw: string, type: 'text/plain' | 'text/html'): string => {
  const at = raw.indexOf(`Content-Type: ${type}`)
  const head = raw.slice(at, raw.indexOf('\r\n\r\n', at))
  const body = raw.slice(raw.indexOf('\r\n\r\n', at) + 4).split(/\r\n--/)[0]!
  return /base64/i.test(head)
    ? Buffer.from(body, 'base64').toString('utf8')
    : Buffer.from(unquoted(body.replace(/=\r\n/g, '')), 'latin1').toString('utf8')
}

const unquoted = (text: string): string =>
  text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
