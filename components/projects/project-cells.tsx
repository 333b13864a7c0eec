"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "../ui/badge";

/*
 * Cells of the list of projects, given as values: a list is sent as HTML and as values beside it, and a cell's frame
 * need not be sent twice.
 */

type Title = {
  href: string;
  title: string;
  type: string;
  code: string | null;
  tone: BadgeTone;
  state: string;
  /** For whom it waits, where the column has no room. */
  waiting: ReactNode;
};

/** The title; on a phone also what stands in columns elsewhere. */
export function TitleCell({ href, title, type, code, tone, state, waiting }: Title) {
  return (
    <div className="min-w-36 sm:min-w-52">
      <Link href={href} className="font-medium">
        {title}
      </Link>
      <p className="text-muted">{type}</p>
      <div className="mt-1 flex flex-col items-start gap-1 md:hidden">
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={tone}>{state}</Badge>
          <span className="text-muted tabular-nums sm:hidden">{code}</span>
        </p>
        {waiting && <p className="text-muted">{waiting}</p>}
      </div>
    </div>
  );
}

export function PartiesCell({ lead, partners }: { lead: string; partners: string }) {
  return (
    <>
      <p>{lead}</p>
      <p className="text-muted">{partners}</p>
    </>
  );
}

export function PeriodCell({ from, until }: { from: string; until: string }) {
  return (
    <span className="tabular-nums">
      <span className="block whitespace-nowrap">{from}</span>
      <span className="block whitespace-nowrap text-muted">{until}</span>
    </span>
  );
}

export function CodeCell({ code, none }: { code: string | null; none: string }) {
  return (
    <span className="whitespace-nowrap tabular-nums">
      {code ?? <span className="text-muted">{none}</span>}
    </span>
  );
}
