import type { Translated } from "../../translated";
import type { mail as zh } from "../../zh-CN/calls/mail";

/** Letters of the steps of a call: teams learn nothing of each other. */
export const mail: Translated<typeof zh> = {
  mail: {
    published: {
      subject: "Open bid published: {title}",
      body: "{alliance} has published the open bid “{title}”. Bids are taken until {closes} and stay sealed until then:\n{link}",
    },
    extended: {
      subject: "Deadline extended: {title}",
      body: "Bids for “{title}” are taken until {closes}. Yours stays sealed and counts; it may be replaced until then:\n{link}",
    },
    closing: {
      subject: "Bids close soon: {title}",
      body: "Bids for “{title}” close at {closes}. Yours is sealed; it may be replaced or taken back until then:\n{link}",
    },
    overdue: {
      subject: "Bids wait to be opened: {title}",
      body: "Bids for “{title}” closed at {closes}. Two people open them:\n{link}",
    },
    opened: {
      subject: "Bids opened: {title}",
      body: "Two people have opened the bids for “{title}”; they are being judged:\n{link}",
    },
    ranked: {
      subject: "Please choose: {title}",
      body: "The bids for “{title}” are ranked. Please choose one and give your reason:\n{link}",
    },
    chosen: {
      subject: "Your bid was chosen: {title}",
      body: "Your bid for “{title}” was chosen. The public notice runs until {until}; after it the contract is signed:\n{link}",
    },
    notice: {
      subject: "Public notice: {title}",
      body: "The choice for “{title}” is on public notice until {until}. Objections are taken until then:\n{link}",
    },
    objection: {
      subject: "Objection to be answered: {title}",
      body: "An objection was raised to the choice for “{title}”. Somebody else than who chose and who objects answers it:\n{link}",
    },
    upheld: {
      subject: "Objection upheld: {title}",
      body: "An objection to the choice for “{title}” was upheld; the choice is made anew:\n{link}",
    },
    contract: {
      subject: "Please sign the contract: {title}",
      body: "The public notice of “{title}” is over and no objection is open. Please sign the contract:\n{link}",
    },
    contracted: {
      subject: "Contract noted: {title}",
      body: "The contract of “{title}” is noted; it has become a project:\n{link}",
    },
    signed: {
      subject: "Acceptance signed: {title}",
      body: "The enterprise has signed the acceptance of “{title}”; the panel comes next:\n{link}",
    },
    accepted: {
      subject: "Accepted: {title}",
      body: "“{title}” is accepted; it is filed once its contract money has come:\n{link}",
    },
    few: {
      subject: "Too few bids: {title}",
      body: "Too few bids came for “{title}”. It may be extended, and then what is sealed counts, or issued anew with other terms:\n{link}",
    },
    ended: {
      subject: "Open bid ended: {title}",
      body: "The open bid “{title}” does not go on. Seals that were not opened are emptied:\n{link}",
    },
  },
};
