/**
 * Does a request that changes something come from our own pages? The browser says so in `Origin`, which must be
 * present and be either the configured address or the host that was called (`localhost` and `127.0.0.1` on one machine).
 */
export function isOwnOrigin(headers: Headers, appUrl: string): boolean {
  const origin = headers.get("origin");
  const from = origin ? URL.parse(origin) : null;
  if (!from || !/^https?:$/.test(from.protocol)) return false;
  return from.origin === new URL(appUrl).origin || from.host === headers.get("host");
}
