import type { Vendor } from "./vendor.ts";

/** Their mails give the days of a stay only; these are the hours of all their houses. */
export const aoHostels: Vendor = {
  name: "a&o Hostels",
  senders: ["aohostels.com"],
  checkin: "15:00",
  checkout: "10:00",
};
