import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import { collegeProposalQuery, getCollegeQuery, listCollegesQuery } from "./procedures/colleges";

export const loadColleges = loaderOf(listCollegesQuery);
export const loadCollege = loaderOf(getCollegeQuery);
export const loadCollegeProposal = loaderOf(collegeProposalQuery);
