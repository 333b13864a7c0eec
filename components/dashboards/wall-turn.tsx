"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Children, type ReactNode, useEffect, useState } from "react";
import { Button } from "../ui/button";

const TURN = 15_000;
const FRESH = 60_000;

/**
 * Shows its groups in turn and asks for fresh numbers every minute. It can be stopped (WCAG 2.2.2), and says how old the
 * numbers are: a screen that lost its line must not look like one that has it.
 */
export function WallTurn({
  asOf,
  back,
  children,
}: {
  asOf: string;
  back: string;
  children: ReactNode;
}) {
  const t = useTranslations("dashboards.wall");
  const router = useRouter();
  const groups = Children.toArray(children);
  const [place, setPlace] = useState(0);
  const [runs, setRuns] = useState(true);
  const [minutes, setMinutes] = useState(0);
  useEffect(() => {
    if (!runs) return;
    const turn = setInterval(() => setPlace((now) => now + 1), TURN);
    return () => clearInterval(turn);
  }, [runs]);
  useEffect(() => {
    const age = () => Math.max(0, Math.floor((Date.now() - Date.parse(asOf)) / 60_000));
    setMinutes(age());
    const fresh = setInterval(() => {
      setMinutes(age());
      router.refresh();
    }, FRESH);
    return () => clearInterval(fresh);
  }, [asOf, router]);
  return (
    <>
      <div className="mt-8">
        {groups[place % Math.max(1, groups.length)] ?? <p>{t("empty")}</p>}
      </div>
      <div className="mt-8 flex flex-wrap items-center gap-4 text-xl text-muted">
        <span>{t("age", { minutes })}</span>
        <span>
          {t("place", { place: (place % Math.max(1, groups.length)) + 1, all: groups.length })}
        </span>
        <Button onClick={() => setRuns(!runs)}>{t(runs ? "stop" : "run")}</Button>
        <Link href={back}>{t("back")}</Link>
      </div>
    </>
  );
}
