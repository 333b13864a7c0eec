/** Server settings, given on the command line so that no edited file can contradict them. */
export function serverSettings(port: number, durable: boolean): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    // Loopback only: a socket's path has a length limit that deep folders break.
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    max_connections: 60,
    shared_buffers: "256MB",
    effective_cache_size: "1GB",
    work_mem: "8MB",
    maintenance_work_mem: "128MB",
    max_wal_size: "1GB",
    // Short queries over small tables: compiling them costs more than it saves.
    jit: "off",
    random_page_cost: 1.1,
    TimeZone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    log_checkpoints: "off",
    log_line_prefix: "%m [%p] ",
    ...(durable ? DURABLE : THROW_AWAY),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };

const THROW_AWAY = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  shared_buffers: "128MB",
};
