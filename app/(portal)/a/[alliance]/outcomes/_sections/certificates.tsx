import { loadCertificates } from "@/lib/features/certificates/loaders";
import { isCertified } from "@/lib/features/certificates/rules";

const MOST = 100;

type About = {
  metricCode?: string | undefined;
  organizationId?: string | undefined;
  occurredOn?: string | undefined;
};

/** Sealed certificates on which this member may report under this metric, of all years before the day is known. */
export async function certificateOptions(alliance: string, about: About = {}) {
  const { metricCode, organizationId: usableBy, occurredOn } = about;
  if (!metricCode || !usableBy || !isCertified(metricCode)) return [];
  const year = occurredOn?.slice(0, 4);
  const { items } = await loadCertificates(alliance, {
    usableBy,
    ...(year && { year }),
    pageSize: MOST,
  });
  return items.map(({ id, enterprise, year: of, projectTitle }) => ({
    value: id,
    label: [enterprise.name, String(of), projectTitle].filter(Boolean).join(" · "),
  }));
}
