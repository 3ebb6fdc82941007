/** Settings that the embedded server always runs with; everything else is PostgreSQL's default. */
const COMMON: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Row values belong to people: neither statements nor the DETAIL of an error go to the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  // Short statements on few cores gain nothing from either, and parallel workers need more /dev/shm than containers have.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  random_page_cost: '1.1',
  ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
}

const DURABLE: Readonly<Record<string, string>> = { shared_buffers: '256MB', max_wal_size: '2GB' }

/** For data that may be lost with the machine, never for an installation. */
const FORGETFUL: Readonly<Record<string, string>> = {
  shared_buffers: '64MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
}

/** Command line of the server: the data folder, the port and one `-c` for each setting. */
export function serverArguments(dataFolder: string, port: number, durable: boolean): string[] {
  const settings = { ...COMMON, ...(durable ? DURABLE : FORGETFUL), port: String(port) }
  return [
    '-D',
    dataFolder,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}
