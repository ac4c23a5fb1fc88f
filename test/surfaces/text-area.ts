/** The part of a text area that the binding uses. */
export class Area extends EventTarget {
  value = "";
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection = "none";
  ownerDocument = { defaultView: null };
  setRangeText(insert: string, start: number, end: number) {
    this.value = this.value.slice(0, start) + insert + this.value.slice(end);
  }
  setSelectionRange(start: number, end: number) {
    this.selectionStart = start;
    this.selectionEnd = end;
  }
  type(text: string) {
    for (const letter of text) {
      this.value = this.value.slice(0, this.selectionStart) + letter + this.value.slice(this.selectionEnd);
      this.setSelectionRange(this.selectionStart + 1, this.selectionStart + 1);
      this.dispatchEvent(new Event("input"));
    }
  }
}
