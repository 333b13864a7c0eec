import { release } from "node:os";

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
    recovery_init_sync_method: syncMethod(),
    ...(durable ? DURABLE : THROW_AWAY),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/**
 * After a crash the server first makes the whole folder durable, which file by file takes seconds
 * on a busy machine. One call for the file system does the same, but tells of failed writes only
 * since Linux 5.8.
 */
function syncMethod(): "syncfs" | "fsync" {
  const [major = 0, minor = 0] = release().split(".").map(Number);
  const tells = major > 5 || (major === 5 && minor >= 8);
  return process.platform === "linux" && tells ? "syncfs" : "fsync";
}

const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };

const THROW_AWAY = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  shared_buffers: "128MB",
};
