import { randomBytes } from "node:crypto";

/** For one answer: 128 random bits. */
export const newNonce = (): string => randomBytes(16).toString("base64");

/**
 * What a page may load and run. Scripts in the page itself carry the nonce of their answer, so that markup which
 * somebody smuggled into a text runs nothing (A-58). Without a nonce they are all allowed: for answers that are no page.
 * React's development build rebuilds call stacks with eval; the production build needs none.
 */
export const contentPolicy = ({
  nonce,
  development,
}: {
  nonce?: string;
  development: boolean;
}): string =>
  [
    "default-src 'self'",
    `script-src 'self' ${nonce ? `'nonce-${nonce}'` : "'unsafe-inline'"}${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** On every answer. Pages get a narrower content policy, with a nonce, by proxy.ts. */
export const securityHeaders = ({ development }: { development: boolean }) => [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
  { key: "Content-Security-Policy", value: contentPolicy({ development }) },
];
