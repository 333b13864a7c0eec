import { useTranslations } from "next-intl";
import type {
  EntryState,
  FundSide,
  InstalmentState,
  PromiseStanding,
} from "@/lib/features/funds/types";
import { Badge, type BadgeTone } from "../ui/badge";

const sideTones: Record<FundSide, BadgeTone> = {
  promised: "decided",
  received: "ok",
  spent: "ok",
  conditional: "attention",
  proposed: "neutral",
  entered: "attention",
  requested: "attention",
};

export function SideBadge({ side }: { side: FundSide }) {
  const t = useTranslations("funds.side");
  return <Badge tone={sideTones[side]}>{t(side)}</Badge>;
}

const standingTones: Record<PromiseStanding, BadgeTone> = {
  proposed: "neutral",
  conditional: "attention",
  scheduled: "decided",
  due: "attention",
  partly_received: "decided",
  fulfilled: "ok",
  overdue: "problem",
  cancelled: "problem",
};

export function StandingBadge({ standing }: { standing: PromiseStanding }) {
  const t = useTranslations("funds.standing");
  return <Badge tone={standingTones[standing]}>{t(standing)}</Badge>;
}

const stateTones: Record<EntryState, BadgeTone> = {
  draft: "neutral",
  submitted: "attention",
  checked: "attention",
  approved: "decided",
  posted: "ok",
  on_hold: "problem",
  incomplete: "problem",
  rejected: "problem",
};

export function StateBadge({ state }: { state: EntryState }) {
  const t = useTranslations("funds.entryState");
  return <Badge tone={stateTones[state]}>{t(state)}</Badge>;
}

const instalmentTones: Record<InstalmentState, BadgeTone> = {
  planned: "neutral",
  released: "decided",
  due: "attention",
  paid: "ok",
  reclaimable: "problem",
};

export function InstalmentBadge({ state }: { state: InstalmentState }) {
  const t = useTranslations("funds.instalment.state");
  return <Badge tone={instalmentTones[state]}>{t(state)}</Badge>;
}
