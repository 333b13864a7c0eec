import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { getAgreementQuery, listAgreementsQuery } from "./procedures";

export const loadAgreements = loaderOf(listAgreementsQuery);
export const loadAgreement = loaderOf(getAgreementQuery);
