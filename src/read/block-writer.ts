import type { DraftBlock, HtmlElement } from './draft.ts';
import type { BlockKind } from './layer.ts';

/** What the block being written is, as its surroundings say. */
export interface BlockSetting {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly element?: HtmlElement;
  /** Inside a row of a table: block ends are line ends, cell ends are tabs. */
  readonly row: boolean;
  /** White space is kept as written. */
  readonly preformatted: boolean;
  readonly linked: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Collects runs of text into blocks with white space collapsed as a browser does (CSS Text 3, 4.1): runs of space,
 * tab and line end become one space, none at either end of a line. No-break and ideographic spaces stay as found.
 */
export class BlockWriter {
  readonly #blocks: DraftBlock[] = [];
  #parts: string[] = [];
  #setting: BlockSetting | undefined;
  #start = 0;
  #end = 0;
  #linked = 0;
  #space = false;
  #breaks = 0;
  #tabs = 0;
  #rowed = false;

  /** Adds a text of the source to the current block, beginning one when there is none. */
  write(text: string, source: Span, setting: BlockSetting): void {
    if (setting.preformatted) this.#writePreformatted(text, source, setting);
    else this.#writeCollapsed(text, source, setting);
  }

  /** `<br>`: one ends the line, two in a row end the block, since so many pages divide paragraphs. */
  lineBreak(): void {
    if (this.#parts.length > 0) this.#breaks++;
    this.#space = false;
  }

  /** The end of a table cell. */
  tab(): void {
    if (this.#parts.length > 0) this.#tabs++;
    this.#space = false;
    this.#breaks = 0;
  }

  /** The edge of a block inside a table row: a line end there. */
  softEdge(): void {
    if (this.#parts.length > 0 && this.#breaks === 0) this.#breaks = 1;
    this.#space = false;
  }

  /** Ends the current block. */
  flush(): void {
    const setting = this.#setting;
    if (setting !== undefined) {
      const text = this.#parts.join('').trim();
      if (text !== '') {
        const kind = this.#rowed ? 'table-row' : setting.kind;
        this.#blocks.push({
          text,
          kind,
          ...(kind === 'heading' && setting.level !== undefined ? { level: setting.level } : {}),
          source: { start: this.#start, end: this.#end },
          linked: this.#linked,
          ...(setting.element === undefined ? {} : { element: setting.element }),
        });
      }
    }
    this.#parts = [];
    this.#setting = undefined;
    this.#linked = 0;
    this.#space = false;
    this.#breaks = 0;
    this.#tabs = 0;
    this.#rowed = false;
  }

  /** Ends the last block and hands over all of them. */
  finish(): readonly DraftBlock[] {
    this.flush();
    return this.#blocks;
  }

  #writeCollapsed(text: string, source: Span, setting: BlockSetting): void {
    const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ');
    // White space alone never begins a block or a line: `<br>&nbsp;<br>` is an empty line like `<br><br>`.
    if ((this.#parts.length === 0 || this.#breaks > 0) && !/\S/.test(collapsed)) return;
    if (collapsed === ' ') {
      this.#space = this.#parts.length > 0;
      return;
    }
    const from = collapsed.startsWith(' ') ? 1 : 0;
    const to = collapsed.endsWith(' ') ? collapsed.length - 1 : collapsed.length;
    if (from === 1) this.#space = true;
    if (to > from) this.#append(collapsed.slice(from, to), source, setting);
    if (to < collapsed.length) this.#space = true;
  }

  #writePreformatted(text: string, source: Span, setting: BlockSetting): void {
    const lines = text.split(/\r\n|[\n\r]/);
    lines.forEach((line, i) => {
      if (i > 0 && this.#parts.length > 0) this.#breaks++;
      if (/\S/.test(line)) this.#append(line, source, setting);
      else if (line !== '' && this.#parts.length > 0 && this.#breaks === 0) this.#parts.push(line);
    });
  }

  #append(text: string, source: Span, setting: BlockSetting): void {
    if (this.#breaks >= 2 && !setting.row) this.flush();
    if (this.#setting === undefined) {
      this.#setting = setting;
      this.#start = source.start;
      this.#end = source.end;
    } else if (this.#tabs > 0) {
      this.#parts.push('\t'.repeat(this.#tabs));
      this.#rowed = true;
    } else if (this.#breaks > 0) this.#parts.push('\n');
    else if (this.#space) this.#parts.push(' ');
    this.#tabs = 0;
    this.#breaks = 0;
    this.#space = false;
    this.#parts.push(text);
    this.#start = Math.min(this.#start, source.start);
    this.#end = Math.max(this.#end, source.end);
    if (setting.linked) this.#linked += text.replace(/\s+/g, '').length;
  }
}
