import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { visibleText } from "../../extension/webmail/visible-text.ts";

const read = (html: string, drop?: (element: Element) => boolean) => {
  const { document } = parseHTML(`<html><body><div id="root">${html}</div></body></html>`);
  return visibleText(document.querySelector("#root") as Element, drop);
};

describe("the visible text of a message", () => {
  it.each([
    ["sets paragraphs apart by an empty line", "<p>One</p><p>Two</p>", "One\n\nTwo"],
    ["breaks lines between blocks", "<div>One</div><div>Two</div>Three", "One\nTwo\nThree"],
    [
      "keeps an empty line that is an empty block",
      "<div>One</div><div><br></div><div>Two</div>",
      "One\n\nTwo",
    ],
    ["keeps line breaks", "One<br>Two<br/><br>Three", "One\nTwo\n\nThree"],
    ["joins inline elements without a gap", "<b>Re</b>f: <i>X7K</i>2PQ", "Ref: X7K2PQ"],
    ["keeps one space between words of two elements", "<b>Seat</b> <i>14C</i>", "Seat 14C"],
    ["makes one space of any white space", "One \n\t  two&nbsp;three", "One two three"],
    [
      "separates cells by a tab and rows by a line",
      "<table><tr><td>TK 1757</td><td>IST</td></tr><tr><td>a</td><td>b</td></tr></table>",
      "TK 1757\tIST\na\tb",
    ],
    [
      "keeps a cell on its row when its content is a paragraph",
      "<table><tr><td><p>TK</p></td><td><p>IST</p></td></tr></table>",
      "TK\tIST",
    ],
    [
      "starts a row on the next line even after paragraphs",
      "<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr><tr><td><p>d</p></td></tr></table>",
      "a\n\nb\tc\nd",
    ],
    ["keeps an empty cell in its place", "<table><tr><td>a</td><td></td><td>c</td></tr></table>", "a\t\tc"],
    ["puts each item of a list on its line", "<ul><li>One</li><li>Two</li></ul>", "One\nTwo"],
    ["keeps preformatted lines", "<pre>a\n  b</pre>", "a\n  b"],
    ["leaves out scripts and styles", "<style>p{}</style>One<script>two</script>", "One"],
    [
      "leaves out what is hidden",
      '<span style="display:none">no</span><span hidden>no</span><b style="color:red">yes</b>',
      "yes",
    ],
    ["leaves out zero-width padding", "Pre\u200bview\u00ad\ufeff", "Preview"],
    ["never gives more than one empty line", "<p>a</p><br><br><br><p>b</p>", "a\n\nb"],
    ["is empty for nothing", "<div><span></span></div>", ""],
  ])("%s", (_what, html, text) => {
    expect(read(html)).toBe(text);
  });

  it("leaves out what the caller names", () => {
    expect(
      read("<p>Mine</p><div class=gmail_quote>Theirs</div>", (element) =>
        element.classList.contains("gmail_quote"),
      ),
    ).toBe("Mine");
  });
});
