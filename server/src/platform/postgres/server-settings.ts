/**
 * The embedded server's settings: durable above all (fsync and full-page writes stay on, a commit answers when it is on
 * disk), and small, for the whole product is to stay below 200 MB of memory while idle. Who needs more than this gives
 * Comptoir a server of their own (DATABASE_URL).
 */
export const serverSettings: Record<string, string> = {
  // Reached by its socket only, whose folder nobody else may enter.
  listen_addresses: '',
  port: '5432',

  // Memory. Only pages that were touched count, so a fresh installation stays far below.
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: '40',
  huge_pages: 'off',

  // Fewer processes: reading ahead by helpers and parallel plans pay on large machines with cold data.
  io_method: 'sync',
  max_worker_processes: '4',
  max_parallel_workers_per_gather: '0',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '2',
  jit: 'off',

  // The log that makes commits durable: no replicas hang on it, and it may use half a gigabyte between checkpoints.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  min_wal_size: '64MB',
  max_wal_size: '512MB',
  wal_compression: 'on',

  // Small frequent tables (sessions, events, jobs) are to be vacuumed before they have grown.
  autovacuum_naptime: '30s',
  autovacuum_vacuum_scale_factor: '0.1',
  autovacuum_analyze_scale_factor: '0.05',

  log_timezone: 'UTC',
  timezone: 'UTC',
  log_checkpoints: 'off',
  log_min_messages: 'warning',
  // A failed statement is told to the program that sent it; here it, and its details, would keep people's words.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}
