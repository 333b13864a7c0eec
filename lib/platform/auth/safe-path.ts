/**
 * Where to go after signing in: a path of this site, or the fallback. Resolved as a browser would and compared by
 * origin, since "/\\evil", "//evil" and "/%09/evil" all look like paths.
 */
export function safePath(given: unknown, fallback = "/"): string {
  if (typeof given !== "string" || given.length > 2000 || !given.startsWith("/")) return fallback;
  // Control characters vanish when an address is resolved and can hide a second slash.
  if (/[\\\p{Cc}]/u.test(given) || /^\/\s*\//u.test(given)) return fallback;
  const base = "http://site.invalid";
  const resolved = URL.parse(given, base);
  if (!resolved || resolved.origin !== base || resolved.username) return fallback;
  const path = `${resolved.pathname}${resolved.search}${resolved.hash}`;
  // "/.//evil" resolves to "//evil", which the next resolution would take for a host.
  if (path.startsWith("//") || /^\/(api|sign-in)(\/|\?|#|$)/.test(path)) return fallback;
  return path;
}

/** The sign-in page that leads back here. */
export const signInPath = (next: string): string =>
  `/sign-in?callbackUrl=${encodeURIComponent(next)}`;
