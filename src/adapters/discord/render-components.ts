import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APISectionComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js';
import {
  type Answer,
  type Catalog,
  type Control,
  type ControlOptions,
  controlsOf,
  createSay,
} from '../../core/index.js';
import { fitParts } from './fit-parts.js';
import { LIMITS } from './limits.js';
import { type Block, renderBody } from './render-body.js';
import { type Row, renderButton, renderControls } from './render-controls.js';

export interface RenderOptions extends ControlOptions {
  /** Something about this message that stands before the answer. */
  readonly note?: string;
}

/** A record with a button takes three components: section, text and button. */
const SECTION = 3;
/** What a message needs beside its text: container, pages, reasons, copy, table, share and language with their rows. */
const RESERVED = 12;

/** An answer as Components V2: one container with text, the records with their buttons, and the controls. */
export function renderComponents(answer: Answer, catalog: Catalog, options: RenderOptions = {}): APIContainerComponent {
  const controls = controlsOf(answer, catalog, options);
  const say = createSay(catalog, answer.language);
  const blocks = withinComponents(renderBody(answer, catalog, controls, options.note));
  const texts = fitParts(blocks.map(({ parts }) => parts));
  const placed = new Set<string>();
  const body = blocks.flatMap((block, index) => {
    const content = texts[index] ?? '';
    if (content === '') return [];
    const text: APITextDisplayComponent = { type: ComponentType.TextDisplay, content };
    const section = sectionOf(block, text, controls);
    if (section !== undefined && block.record !== undefined) placed.add(block.record);
    return [section ?? text];
  });
  const room = LIMITS.components - countComponents({ type: ComponentType.Container, components: body });
  const rows = withinRoom(renderControls(controls, placed, say), room);
  return { type: ComponentType.Container, components: [...body, ...rows.map(({ component }) => component)] };
}

/** How many components a component is, with all that it holds. */
export function countComponents(component: APIContainerComponent | APIComponentInContainer): number {
  switch (component.type) {
    case ComponentType.Container:
      return 1 + component.components.reduce((sum, inner) => sum + countComponents(inner), 0);
    case ComponentType.ActionRow:
      return 1 + component.components.length;
    case ComponentType.Section:
      return 2 + component.components.length;
    case ComponentType.TextDisplay:
    case ComponentType.Separator:
    case ComponentType.File:
    case ComponentType.MediaGallery:
      return 1;
  }
}

/** As many records as leave room for the controls; what stands around them always stays. */
function withinComponents(blocks: readonly Block[]): Block[] {
  const plain = blocks.filter(({ record }) => record === undefined).length;
  let records = Math.floor((LIMITS.components - RESERVED - plain) / SECTION);
  return blocks.filter(({ record }) => record === undefined || records-- > 0);
}

function sectionOf(
  { record }: Block,
  text: APITextDisplayComponent,
  controls: readonly Control[],
): APISectionComponent | undefined {
  const details = controls.find((control) => control.kind === 'details' && control.id === record);
  if (details === undefined || !('code' in details)) return undefined;
  return { type: ComponentType.Section, components: [text], accessory: renderButton(details) };
}

/** The rows that fit, the most needed first, in the order in which they were given. */
function withinRoom(rows: readonly Row[], room: number): Row[] {
  let left = room;
  const kept = new Set<Row>();
  for (const row of [...rows].sort((a, b) => a.rank - b.rank)) {
    const size = countComponents(row.component);
    if (size > left) continue;
    left -= size;
    kept.add(row);
  }
  return rows.filter((row) => kept.has(row));
}
