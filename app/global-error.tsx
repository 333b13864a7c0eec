"use client";

import { failure as en } from "@/lib/i18n/messages/en/failure";
import { failure as zh } from "@/lib/i18n/messages/zh-CN/failure";
import "./globals.css";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** The root layout itself failed, so there is no provider of words: both languages, written out. */
export default function GlobalFailure({ error, retry }: Props) {
  return (
    <html lang="zh-CN">
      <body className="font-sans">
        <title>{zh.title}</title>
        <main className="mx-auto max-w-prose px-4 py-12">
          {[zh, en].map((failure, place) => (
            <section key={failure.title} lang={place ? "en" : "zh-CN"} className="mb-8">
              <h1 className="text-xl font-semibold">{failure.title}</h1>
              <p className="mt-2 text-muted">{failure.hint}</p>
              {error.digest && (
                <p className="mt-2">
                  {failure.id} <code className="font-mono">{error.digest}</code>
                </p>
              )}
              <button
                type="button"
                onClick={retry}
                className="mt-4 min-h-9 rounded border border-control bg-surface px-3"
              >
                {failure.retry}
              </button>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
