/** The options, appearance, what an organisation decides, and the first call. */
export const options = {
  "options.parts": "Parts of the settings",
  "options.back": "Back to the desk",
  "options.desk": "Desk",
  "options.look": "Appearance",
  "options.shortcuts": "Shortcuts",
  "options.data": "Data",
  "options.about": "About",
  "options.noDesk": "There is no desk in this browser yet.",
  "options.begin": "Begin one",

  "desk.rename": "Colleagues keep the name that they see.",
  "server.checking": "Looking for a server there…",
  "server.found": "A Sidedesk server answers there.",
  "server.later": "This can wait: everything works without a server.",

  "policy.set": "Set by your organisation",
  "policy.onlyServer": "Your organisation allows only {server}.",
  "policy.noServer": "Your organisation allows no server: desks stay on this device.",
  "failure.policy":
    "Your organisation does not allow this. Nothing was changed. Ask whoever manages your browser.",
  "problem.policy":
    "Your organisation does not allow the server of this desk, so nothing comes or goes. Your work is kept here. Ask whoever manages your browser.",

  "language.why": "Names, dates and notices follow it. A letter keeps the language of its template.",

  "principals.why":
    "Whose work this is: their name and colour stand beside everything that is done for them.",
  "principals.add": "Add a principal",
  "principals.added": "Added",
  "principals.unnamed": "No name yet",
  "principals.up": "Move {name} up",
  "principals.down": "Move {name} down",
  "principals.moved": "Moved",
  "principals.remove": "Remove {name}",
  "principals.removed": "{name} removed",
  "principals.keeps": "Work that was done for them stays.",

  "templates.why": "What a reply can begin with. Everyone on the desk has these.",
  "templates.new": "New template",
  "templates.builtIn": "built in",
  "templates.change": "Change “{name}”",
  "templates.restore": "Bring back the built-in text",
  "templates.restored": "The built-in text is back",
  "templates.remove": "Remove this template",
  "templates.removed": "Template removed",
  "templates.preview": "Preview with sample values",
  "templates.values": "What can be filled in",
  "templates.valuesWhy":
    "Press one to put it into the text. What stands between {begin} and {end} is written only where that value is known.",
  "templates.insert": "Insert: {name}",
  "templates.line": "Line {line}: {advice}",
  "templates.unknown": "No such value: {names}. It stays in brackets.",
  "templates.sampleSubject": "contract renewal",
  "templates.sampleMessage": "Please call back before noon.",

  "shortcuts.why": "These work in every tab. The browser keeps them, so they are changed there.",
  "shortcuts.change": "Change them in the browser",

  "look.theme": "Light or dark",
  "look.auto": "As the browser",
  "look.light": "Light",
  "look.dark": "Dark",
  "look.accent": "Colours",
  "look.page": "As the page beside it",
  "look.density": "Spacing",
  "look.comfortable": "Comfortable",
  "look.dense": "Dense",
  "look.size": "Text size",
  "look.usual": "Usual",
  "look.large": "Large",
  "look.larger": "Larger",
  "look.why": "For this browser; every open part of Sidedesk follows at once.",

  "data.kept": "Kept in this browser",
  "data.where":
    "Desks, drafts and keys are in this browser’s own database on this device, not encrypted by Sidedesk. A server, if the desk has one, keeps sealed copies that it cannot read.",
  "data.used": "{used} used; the browser allows {quota}.",
  "data.persisted": "The browser keeps it even when the disk runs low.",
  "data.notPersisted": "The browser may remove it when the disk runs very low.",
  "data.records": { one: "{n} record", other: "{n} records" },
  "data.unsent": { one: "{n} change only here", other: "{n} changes only here" },
  "data.sample": "sample",
  "data.export": "Export",
  "data.exportWhy":
    "Files that you and other programs can read. They are not sealed: keep them where only the right people look.",
  "data.everything": "Everything (JSON)",
  "data.tasks": "Tasks (iCalendar)",
  "data.trips": "Trips (iCalendar)",
  "data.contacts": "Contacts (vCard)",
  "data.collecting": { one: "{n} record collected…", other: "{n} records collected…" },
  "data.saved": "{file} is with the browser’s downloads",
  "data.nothing": "There is nothing of this kind on the desk",

  "about.version": "Version {version}",
  "about.licence": "Free software under the MIT licence.",
  "about.silent":
    "Sidedesk tells nobody about you: no statistics, no error reports. It speaks with your desk’s own server and with nobody else. Bookings, numbers and languages are read on this device.",
  "about.notices": "Software that it is built with, and its licences",
  "about.airports": "Airport data: Open Travel Data, CC BY 4.0, reduced and regrouped.",
  "about.security": "What keeps your data safe, what does not yet, and how to report a fault (in English)",

  "first.title": "Log your first call",
  "first.how": "Write what you hear in one line, for example:",
  "first.example": "Sample Caller +371 26 123 456 call back by 3pm",
  "first.try": "Use this example",

  "teach.call":
    "Every call in one line, taken down while you are on the telephone. One that asks for a call back stays open until then.",
  "teach.message": "What somebody wants passed on. It stays open until it was delivered.",
  "teach.reply":
    "Letters that you and your colleagues write together. Begin one beside an open mail; you send it yourself.",
  "teach.trip":
    "Journeys with their bookings. Open a mail with a booking beside the sidebar: it is read there, and one press adds it.",
  "teach.task": "What is to be done, by whom and by when.",
  "teach.contact": "People who call and write. They are recognised by their number and address.",
} as const;
