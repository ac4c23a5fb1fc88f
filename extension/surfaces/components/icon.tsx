const PERSON =
  "M8 8.1a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM2.9 13.5c.6-2.2 2.6-3.3 5.1-3.3s4.5 1.1 5.1 3.3";

/** Drawn on a ground of 16 by 16, in lines of one weight; each is one path. */
const SHAPES = {
  call: "M5.9 2.6H3.7c-.7 0-1.2.6-1.1 1.3a11.1 11.1 0 0 0 9.5 9.5c.7.1 1.3-.4 1.3-1.1v-2.2l-3-1.1-1.3 1.3a8.3 8.3 0 0 1-3.4-3.4L7 5.6Z",
  message: "M2.5 3h11v8H7.2l-2.7 2.5V11h-2Z",
  reply: "M6.2 3.5 2.5 7.2l3.7 3.7M2.5 7.2h6.8a4.2 4.2 0 0 1 4.2 4.2v1.1",
  trip: "M2.5 5.5h11V13h-11ZM5.7 5.5V3h4.6v2.5M2.5 8.7h11",
  // A list, not a box: a box would look as if it could be ticked.
  task: "M2.5 4.4l1.1 1.1L5.8 3M8.2 4.4h5.3M2.5 11.2l1.1 1.1 2.2-2.5M8.2 11.2h5.3",
  contact: PERSON,
  principal: PERSON,
  template: "M4 2.5h5.2L12 5.3v8.2H4ZM9 2.5v3h3M6 8.3h4M6 10.8h4",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.3 10.3l3.2 3.2",
} as const;

export type IconName = keyof typeof SHAPES;

/** A small picture beside a word, or for a word that stands in a title; it says nothing itself. */
export const Icon = ({ of }: { readonly of: IconName }) => (
  <svg class="icon-16" viewBox="0 0 16 16" aria-hidden="true">
    <path d={SHAPES[of]} />
  </svg>
);

const isShape = (name: string): name is IconName => Object.hasOwn(SHAPES, name);

/** The picture of a kind of record; none for a kind that has no picture yet. */
export const KindIcon = ({ kind }: { readonly kind: string }) => (isShape(kind) ? <Icon of={kind} /> : null);
