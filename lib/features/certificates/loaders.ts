import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { getCertificateQuery, listCertificatesQuery } from "./procedures";

export const loadCertificates = loaderOf(listCertificatesQuery);
export const loadCertificate = loaderOf(getCertificateQuery);
