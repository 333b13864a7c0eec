import { loadCertificates } from "@/lib/features/certificates/loaders";
import { isCertified } from "@/lib/features/certificates/rules";

const MOST = 100;

type About = { metricCode: string; organizationId: string; year: number };

/** Sealed certificates on which this member may report under this metric; none where the metric knows no certificate. */
export async function certificateOptions(alliance: string, about: About | undefined) {
  if (!about || !isCertified(about.metricCode)) return [];
  const { organizationId: usableBy, year } = about;
  const { items } = await loadCertificates(alliance, { usableBy, year, pageSize: MOST });
  return items.map(({ id, enterprise, year: of, projectTitle }) => ({
    value: id,
    label: [enterprise.name, String(of), projectTitle].filter(Boolean).join(" · "),
  }));
}
