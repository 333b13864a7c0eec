"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { encode } from "uqr";
import { useWords } from "@/components/forms/words";
import { Button } from "@/components/ui/button";
import { renewCodeAction } from "@/lib/features/meetings/actions";

/** The code for the wall: shown where it was made, and nowhere else; a new one shuts the old. */
export function CodePanel({
  tenant,
  meetingId,
  hasCode,
}: {
  tenant: string;
  meetingId: string;
  hasCode: boolean;
}) {
  const t = useTranslations("meetings.code");
  const { sentence } = useWords();
  const [address, setAddress] = useState("");
  const [fault, setFault] = useState("");
  const [pending, start] = useTransition();
  const renew = () =>
    start(async () => {
      const answer = await renewCodeAction(tenant, { meetingId }).catch(() => undefined);
      if (answer?.ok) {
        setFault("");
        setAddress(
          `${window.location.origin}/a/${tenant}/meetings/${meetingId}/me#code=${answer.value.secret}`,
        );
      } else {
        setFault(answer ? await sentence(answer) : t("failed"));
      }
    });
  return (
    <div className="flex flex-col items-start gap-3">
      {address && (
        <>
          <Code text={address} label={t("alt")} />
          <p className="text-sm">{t("hint")}</p>
        </>
      )}
      {fault && (
        <p role="alert" className="text-sm text-problem">
          {fault}
        </p>
      )}
      <Button onClick={renew} aria-disabled={pending}>
        {address || hasCode ? t("renew") : t("make")}
      </Button>
      {!address && hasCode && <p className="text-sm text-muted">{t("elsewhere")}</p>}
    </div>
  );
}

/** The dark modules as one path: no picture to load, sharp at any size. */
function Code({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-full max-w-64 rounded bg-white text-black"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
