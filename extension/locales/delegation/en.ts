/** Authority that somebody has in a principal’s name. */
export const delegation = {
  "delegation.title": "Authority while away",
  "delegation.why":
    "Whoever has it decides in {name}’s name, which stands beside what they decide. Its terms cannot be changed once it is given. It ends by itself after its last day.",
  "delegation.give": "Give authority",
  "delegation.given": "Authority is given",
  "delegation.withdraw": "Withdraw from {name}",
  "delegation.revoked": "The authority is withdrawn",
  "delegation.by": "given by {who}",
  "delegation.planned": "begins later",
  "delegation.active": "holds now",
  "delegation.ended": "is over",
  "delegation.withdrawn": "withdrawn",
  "delegation.void": "does not count",
  "delegation.yours": "You decide in {name}’s name. Last day: {time}.",
  "delegation.yoursUpTo": "You decide in {name}’s name, up to {amount}. Last day: {time}.",
  "delegation.history": "{what} (in {name}’s name, by delegation)",
  "delegation.backwards": "The last day is before the first.",
  "delegation.noCurrency": "Write the currency in three letters, such as EUR.",
  "delegation.over": "Over the limit: the bookings come to {spent}, the authority goes up to {amount}.",
  "delegation.otherCurrency":
    "Please compare: the bookings come to {spent}, the authority goes up to {amount}.",
  "delegation.overLimit": "over the limit",
  "delegation.overSince": "Your authority in {name}’s name is over. Its last day was {time}.",
  "delegation.begins": "Your authority in {name}’s name begins on {time}.",
} as const;
