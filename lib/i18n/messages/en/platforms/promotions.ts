import type { promotions as zh } from "../../zh-CN/platforms/promotions";

export const promotions: typeof zh = {
  promotion: {
    title: "Promotions on the eight levels",
    hint: "A group goes from one level to a higher one: enrolled, trained, assessed, certified. Numbers, no names; whoever is certified is counted into the levels.",
    none: "No group has been entered.",
    byYear: "Certified by year",
    year: "{year}: {people}",
    people: "{count, plural, one {# person} other {# people}}",
    way: "{from} → {to}",
    step: "{state}: {people} · {on}",
    certificate: "Certificates {number}",
    state: {
      enrolled: "Enrolled",
      trained: "Trained",
      assessed: "Assessed",
      certified: "Certified",
    },
    enrol: {
      open: "Enter a group",
      title: "Name of the group",
      titleHint: "For example: senior workers, spring 2026",
      from: "From level",
      to: "To level",
      people: "People enrolled",
      on: "Enrolled on",
      submit: "Enter",
      done: "The group has been entered",
    },
    next: {
      trained: "Enter who was trained",
      assessed: "Enter who was assessed",
      certified: "Enter who was certified",
    },
    stepForm: {
      people: "People",
      peopleHint: "{count, plural, one {# person} other {# people}} at the step before",
      on: "Day",
      certificateNo: "Number of the certificates",
      certificateNoHint: "Required where somebody was certified",
      file: "Proof",
      done: "Entered",
    },
  },
};
