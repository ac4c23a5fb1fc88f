import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { isBareView } from "../../extension/webmail/bare-view.ts";
import { gmailPage } from "../../extension/webmail/gmail/page.ts";
import { outlookPage } from "../../extension/webmail/outlook/page.ts";
import { addressesIn, shownName } from "../../extension/webmail/written-address.ts";

function documentAt(address: string, body: string, title = ""): Document {
  const { document } = parseHTML(`<html><head><title>${title}</title></head><body>${body}</body></html>`);
  Object.defineProperty(document, "location", { value: new URL(address) });
  return document;
}
const inbox = "https://mail.google.com/mail/u/1/#inbox";
const gmail = (body: string, address = inbox, title = "") => gmailPage(documentAt(address, body, title));
const outlook = (body: string, address = "https://outlook.cloud.microsoft/mail/inbox") =>
  outlookPage(documentAt(address, body));

const heading = (id: string, text = "Annex 2") =>
  `<h2 class=hP data-legacy-thread-id=${id} data-thread-perm-id=undefined>${text}</h2>`;
const item = (id: string, inside: string, expanded = true) =>
  `<div role=listitem aria-expanded=${expanded}><div class=adn data-message-id="#msg-f:${BigInt(`0x${id}`)}" data-legacy-message-id=${id}>${inside}</div></div>`;
const sender = '<span class=gD email="Sample.Caller+annex@example.com" name="Sample Caller">x</span>';
const body = (text: string) => `<div class="ii gt"><div class=a3s>${text}</div></div>`;
const view = (inside: string, attributes = "") => `<div role=main ${attributes}>${inside}</div>`;
const [one, two] = ["19ab7be3fda70a01", "19ab7be3fda70a02"] as const;
const open = view(heading(one) + item(one, sender + body("Good morning")));

describe("Gmail's page", () => {
  it("has nothing open where one view shows the headings of two threads", () => {
    expect(gmail(open).openThread()?.threadId).toBe(one);
    const split = view(heading(one) + item(one, body("One")) + heading(two) + item(two, body("Two")));
    expect(gmail(split).openThread()).toBeNull();
  });

  it("reads the heading that is seen, not one that was left in the view, hidden", () => {
    const left = `<div style="display:none">${heading(two, "Before")}</div>`;
    expect(gmail(view(left + heading(one) + item(one, body("One")))).openThread()).toMatchObject({
      threadId: one,
      subject: "Annex 2",
    });
  });

  it("counts a message once whose id stands on two elements, and reads no body that is hidden", () => {
    const twice = item(one, `<div data-legacy-message-id=${one}>${sender}${body("Good morning")}</div>`);
    const hidden = item(two, `<div style="display:none">${sender}${body("Before")}</div>`);
    expect(gmail(view(heading(one) + twice + hidden)).openThread()?.messages).toMatchObject([
      { messageId: one, text: "Good morning", collapsed: false },
      { messageId: two, text: null, collapsed: true },
    ]);
  });

  it.each([
    ["a name", '<span class=gD email="a@example.com" name="Sample Caller">x</span>', "Sample Caller"],
    ["no name", '<span class=gD email="a@example.com" name=""></span>', "a@example.com"],
    [
      "a name in quotes",
      `<span class=gD email="a@example.com" name='"Caller, Sample"'></span>`,
      "Caller, Sample",
    ],
    [
      "marks of direction",
      '<span class=gD email="a@example.com" name="\u200fSample\u200e"></span>',
      "Sample",
    ],
  ])("names a sender with %s", (_what, from, name) => {
    const page = gmail(view(heading(one) + item(one, from + body("x"))));
    expect(page.openThread()?.messages[0]?.from).toEqual({ name, email: "a@example.com" });
  });

  it.each([
    ["English", "Google Account: Assistant (Assistant1@Example.com)"],
    ["Chinese", "Google 帐号：助理（assistant1@example.com）"],
    ["Arabic", "حساب \u200fGoogle\u200f: مساعد \u202a(assistant1@example.com)\u202c"],
  ])("reads the account from a label in %s", (_language, label) => {
    const page = gmail(
      `<a aria-label="${label}"></a>${open}`,
      inbox,
      "Inbox - assistant1@example.com - Gmail",
    );
    expect(page.account()).toBe("assistant1@example.com");
  });

  it("does not take words of a search for a thread's id", () => {
    const unnamed = view(`<h2 class=hP>Annex 2</h2>${item(two, body("One"))}`);
    const at = (hash: string) =>
      gmail(unnamed, `https://mail.google.com/mail/u/1/${hash}`).openThread()?.threadId;
    expect(at(`#search/${one}`)).toBeNull();
    expect(at(`#label/${one}`)).toBeNull();
    expect(at(`#search/annex/${one}`)).toBe(one);
    expect(at(`#label/Board%2FTravel/${one}?compose=new`)).toBe(one);
    expect(at(`#inbox/${one}`)).toBe(one);
  });

  it("finds the box of an inline reply and of a popped-out one, each with its thread", () => {
    const editor = "<div g_editable=true role=textbox contenteditable=true></div>";
    const rt = (id: string) => `<input name=rt value="#thread-f:${BigInt(`0x${id}`)}">`;
    const page = gmail(
      `${view(`${heading(one) + item(one, body("x"))}<div role=region data-compose-id=7>${rt(one)}${editor}</div>`)}
       <div role=dialog><input name=composeid value=8>${rt(two)}${editor}</div>
       <div role=dialog><input name=composeid value=9><input name=subjectbox>${editor}</div>
       <div role=dialog style="display:none"><input name=composeid value=10>${editor}</div>`,
    );
    const boxes = page.composeBoxes();
    expect(boxes.map(({ kind, threadId, inOpenThread }) => [kind, threadId, inOpenThread])).toEqual([
      ["reply", one, true],
      ["reply", two, false],
      ["new", null, false],
    ]);
  });
});

const conversation = "AAQkADhjNDQ+cHJhY3RpY2U/x+EAB=";
const other = "AAQkADhjNDQ+b3RoZXIgb25l/x+EAB=";
const row = (id: string, attributes = "") =>
  `<div role=listbox ${attributes}><div role=option data-convid="${id}" aria-selected=true></div></div>`;
const card = (from: string, inside = "", text = "Good morning") =>
  `<div><div id=MSG_1_FROM>${from}</div>${inside}<div id=UniqueMessageBody_1><div role=document>${text}</div></div></div>`;
const pane = (inside: string) =>
  `<div id=ConversationReadingPaneContainer><div id=CONV_1_SUBJECT>Annex 2</div>${inside}</div>`;

describe("Outlook's page", () => {
  it("does not take what is selected in a list that was left, hidden", () => {
    const id = (body: string) => outlook(body).openThread()?.threadId;
    const graph = conversation.replaceAll("+", "_").replaceAll("/", "-");
    expect(id(row(conversation) + pane(card("Sample Caller")))).toBe(graph);
    expect(id(row(other, 'style="display:none"') + row(conversation) + pane(card("Sample Caller")))).toBe(
      graph,
    );
    expect(id(row(other, 'style="display:none"') + pane(card("Sample Caller")))).toBeNull();
  });

  it("reads what is seen of a pane that keeps an earlier message, hidden", () => {
    const before = `<div style="display:none">${card("Earlier Sample", "", "Before")}</div>`;
    expect(outlook(pane(before + card("Sample Caller"))).openThread()?.messages).toMatchObject([
      { from: { name: "Sample Caller" }, text: "Good morning" },
    ]);
  });

  it("takes neither the label nor the separators of the addressees for people", () => {
    for (const label of ["To:", "Кому:", "收件人：", "À :"]) {
      const well = `<div data-testid=RecipientWell><span>${label}</span><span>Assistant 1</span><span>; </span><span>"Sample, Colleague"&lt;colleague@example.com&gt;;</span></div>`;
      expect(outlook(pane(card("Sample Caller", well))).openThread()?.messages[0]?.to).toEqual([
        { name: "Assistant 1", email: null },
        { name: "Sample, Colleague", email: "colleague@example.com" },
      ]);
    }
  });

  it("names each file once, however many of its buttons have titles", () => {
    const files =
      '<div role=listbox><div role=option><span title="Ticket.pdf"></span><button title="More actions"></button></div><div role=option><span title="Annex.pdf"></span></div></div>';
    const [message] = outlook(pane(card("Sample Caller", files))).openThread()?.messages ?? [];
    expect(message?.attachments.map(({ name }) => name)).toEqual(["Ticket.pdf", "Annex.pdf"]);
  });

  it("gives no subject where two are shown", () => {
    const both = pane(`<div id=CONV_2_SUBJECT>Other</div>${card("Sample Caller")}`);
    expect(outlook(both).openThread()?.subject).toBeNull();
  });
});

describe("addresses in a page", () => {
  it("are found with plus signs, and without what stands around them", () => {
    expect(addressesIn("Büro: <a.b+c@example.com>, „x@sub.example.com“.")).toEqual([
      "a.b+c@example.com",
      "x@sub.example.com",
    ]);
    expect(addressesIn(null)).toEqual([]);
  });
  it("leave a name its own quotes", () => {
    expect(shownName('"Caller, \\"S\\""')).toBe('Caller, "S"');
    expect(shownName('Sample "Sam" Caller')).toBe('Sample "Sam" Caller');
    expect(shownName('""')).toBe('""');
  });
});

describe("a view without a sidebar", () => {
  it.each([
    ["https://mail.google.com/mail/u/1/?ui=2&view=pt&search=all", true],
    ["https://mail.google.com/mail/u/0/?view=att&attid=0.1", true],
    ["https://mail.google.com/mail/u/0/?view=btop&search=all", false],
    ["https://mail.google.com/mail/u/0/#search/view=pt", false],
    ["https://outlook.office.com/mail/inbox/id/AAQkADhjNDQ", false],
    ["https://outlook.office.com/mail/deeplink/printview/AAQkADhjNDQ", true],
  ])("%s: %s", (address, bare) => {
    expect(isBareView(new URL(address))).toBe(bare);
  });
});
