/** A template that a desk can begin with; the fields are those of the kind `template`. */
export interface Starter {
  readonly id: "acknowledge" | "willCallBack" | "meetingRequest" | "decline" | "forward";
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}
