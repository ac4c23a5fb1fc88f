import { Component, type ComponentChildren } from "preact";
import type { GridRow } from "./grid-row.ts";

interface PlaceProps<Item> {
  readonly item: Item;
  /** As in `GridRow`. */
  readonly index: number;
  readonly stop: boolean;
  /** CSS pixels from its group's top. */
  readonly top: number;
  /** The same function as long as it draws the same. */
  readonly draw: (item: Item, row: GridRow) => ComponentChildren;
}

/** A row in its place, drawn anew only where something of it is different: a list is looked at often, and changes little. */
export class Place<Item> extends Component<PlaceProps<Item>> {
  override shouldComponentUpdate({ item, index, stop, top, draw }: PlaceProps<Item>): boolean {
    const is = this.props;
    return item !== is.item || index !== is.index || stop !== is.stop || top !== is.top || draw !== is.draw;
  }
  override render({ item, index, stop, top, draw }: PlaceProps<Item>) {
    return (
      <div role="presentation" class="place" style={{ top: `${top}px` }}>
        {draw(item, { index, stop })}
      </div>
    );
  }
}
