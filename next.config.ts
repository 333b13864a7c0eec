import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { securityHeaders } from "./lib/platform/content-policy";

const config: NextConfig = {
  poweredByHeader: false,
  experimental: {
    // Every page read at the start would hold some 40 MiB, most of it for pages that nobody opens that day.
    preloadEntriesOnStart: false,
    // What a reader may not read answers 403, as what is not there answers 404.
    authInterrupts: true,
  },
  reactStrictMode: true,
  // The optimiser is attack surface; pictures here are small and ours.
  images: { unoptimized: true },
  serverExternalPackages: ["@aws-sdk/client-s3", "@node-rs/argon2", "pg", "pino"],
  // `npm test` checks all types once; a build that starts the portal does not do it again.
  typescript: { ignoreBuildErrors: true },
  // Arguments of server actions, passwords among them, are no matter for the terminal.
  logging: { serverFunctions: false },
  headers: async () => [
    {
      source: "/:path*",
      headers: securityHeaders({ development: process.env.NODE_ENV === "development" }),
    },
  ],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
