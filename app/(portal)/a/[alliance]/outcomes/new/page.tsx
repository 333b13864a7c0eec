import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { FoundList } from "@/components/outcomes/found-list";
import { metricOption } from "@/components/outcomes/outcome-filters";
import { ReportForm } from "@/components/outcomes/report-form";
import { KeyStep, MetricStep, StepLine, TrainingHint } from "@/components/outcomes/wizard-steps";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { loadDashboard } from "@/lib/features/dashboards/loaders";
import { loadMetrics } from "@/lib/features/metrics/loaders";
import { isKeyed } from "@/lib/features/metrics/rules";
import { loadLookUp } from "@/lib/features/outcomes/loaders";
import { lookUpSchema, wizardSchema } from "@/lib/features/outcomes/schema/look-up";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { certificateOptions } from "../_sections/certificates";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("outcomes"))("reportTitle") };
}

/** The metric, then the day and the key, then what is known of it already, and only then the rest. */
export default async function ReportOutcomePage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const typed = knownSearch(wizardSchema, await searchParams);
  const [t, locale, metrics, { own }] = await Promise.all([
    getTranslations("outcomes"),
    getLocale(),
    loadMetrics("", { reportable: "true" }),
    loadDashboard(alliance, {}),
  ]);
  // Who belongs to no member has nothing to report.
  if (own.length === 0) notFound();
  const base = `/a/${alliance}/outcomes/new`;
  const metric = metrics.items.find(({ code }) => code === typed.metricCode);
  const organization = own.find(({ id }) => id === typed.organizationId);
  const keyed = metric !== undefined && isKeyed(metric);
  const chosen = metric && organization;
  const { followsId, follow, ...asked } = typed;
  const ready = chosen && typed.occurredOn && (typed.naturalKey || !keyed);
  const question = ready ? lookUpSchema.safeParse(asked) : undefined;
  const answer = question?.success ? await loadLookUp(alliance, asked as never) : undefined;
  const found = follow && followsId ? [] : (answer?.found ?? []);
  // Its way out comes first: on with the own claim, or a part of another's.
  const stopped = found.some((one) => one.exact || one.ways.length > 0);
  const certificates = await certificateOptions(alliance, typed);
  const paper = certificates.find(({ value }) => value === typed.certificateId);
  const step = answer?.complete ? "content" : chosen ? "key" : "metric";
  const back =
    chosen && addressWith(base, { organizationId: organization.id, metricCode: metric.code });
  return (
    <ClientMessages namespaces={["outcomes"]}>
      <PageHeader
        title={t("reportTitle")}
        description={t("reportDescription")}
        breadcrumbs={[
          { href: `/a/${alliance}/outcomes`, label: t("title") },
          { label: t("report") },
        ]}
      />
      <StepLine at={stopped ? "key" : step} />
      {step === "metric" && (
        <MetricStep
          action={base}
          organizations={own.map((item) => ({ value: item.id, label: item.name }))}
          metrics={metrics.items.map((item) => metricOption(item, locale))}
          typed={typed}
        />
      )}
      {step === "key" && (
        <>
          <TrainingHint tenant={alliance} metricCode={typed.metricCode} />
          {answer && <Notice tone="problem" title={t("wizard.incomplete")} />}
          <KeyStep action={base} typed={typed} keyed={keyed} certificates={certificates} />
        </>
      )}
      {step === "content" && answer && chosen && (
        <div className="max-w-xl">
          <FoundList
            tenant={alliance}
            found={found}
            organizationId={organization.id}
            keyText={answer.key}
            onward={(id, way) => addressWith(base, typed, { followsId: id, follow: way })}
          />
          {!stopped && (
            <ReportForm
              tenant={alliance}
              typed={typed}
              keyText={answer.key}
              metric={metricOption(metric, locale).label}
              organization={organization.name}
              certificates={paper ? [] : certificates}
              certificate={paper?.label}
              back={back ?? base}
            />
          )}
          {stopped && <ButtonLink href={back ?? base}>{t("wizard.change")}</ButtonLink>}
        </div>
      )}
    </ClientMessages>
  );
}
