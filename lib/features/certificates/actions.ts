"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  askCertificateCommand,
  changeCertificateCommand,
  draftCertificateCommand,
  sealCertificateCommand,
  withdrawCertificateCommand,
} from "./procedures";

export const draftCertificateAction = formAction(draftCertificateCommand);
export const changeCertificateAction = formAction(changeCertificateCommand);
export const askCertificateAction = formAction(askCertificateCommand);
export const sealCertificateAction = formAction(sealCertificateCommand);
export const withdrawCertificateAction = formAction(withdrawCertificateCommand);
