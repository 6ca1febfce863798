import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { type Control, cutText, type Say } from '../../core/index.js';
import { LIMITS } from './limits.js';

/** A row of buttons or a menu; where there is no room for all, those with a lower rank stay. */
export interface Row {
  readonly rank: number;
  readonly component: APIActionRowComponent<APIComponentInMessageActionRow>;
}

/** Menus whose options carry the code of a click themselves; no code of a click begins so. */
export const OPEN_MENU = '#';

type CodedControl = Extract<Control, { readonly code: string }>;
type LinkControl = Extract<Control, { readonly kind: 'link' }>;

/**
 * Everything that a reader can do with an answer, in the order in which it is shown.
 *
 * @param placed - Ids of records whose button stands beside them.
 */
export function renderControls(controls: readonly Control[], placed: ReadonlySet<string>, say: Say): Row[] {
  const of = (...kinds: readonly CodedControl['kind'][]): CodedControl[] =>
    controls.flatMap((control) => ('code' in control && kinds.includes(control.kind) ? [control] : []));
  const details = of('details').filter((control) => !('id' in control && placed.has(control.id)));
  const links = controls.flatMap((control) =>
    control.kind === 'link' && control.url.length <= LIMITS.buttonUrl && /^https?:/.test(control.url) ? [control] : [],
  );
  return [
    ...buttonRows(0, of('previous', 'next', 'list')),
    ...buttonRows(1, of('option')),
    ...openMenu(2, 'details', placed.size === 0 ? say('control.details') : say('label.also'), details),
    ...openMenu(5, 'related', say('label.related'), of('related')),
    ...openMenu(2, 'field', say('plan.fieldsLabel'), of('field')),
    ...narrowMenus(6, controls),
    ...buttonRows(4, of('example')),
    ...buttonRows(1, of('why', 'copy', 'table', 'share', 'language')),
    ...linkRow(3, links),
  ];
}

/** A button that stands beside a record. */
export function renderButton({ label, code }: CodedControl): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: cutText(label, LIMITS.buttonLabel),
    custom_id: code,
  };
}

function buttonRows(rank: number, controls: readonly CodedControl[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < controls.length; at += LIMITS.buttonsInRow) {
    rows.push(row(rank, controls.slice(at, at + LIMITS.buttonsInRow).map(renderButton)));
  }
  return rows;
}

/** Contact and report before sources, which the text names as well. */
function linkRow(rank: number, links: readonly LinkControl[]): Row[] {
  const shown = [...links]
    .sort((a, b) => Number(a.role === 'source') - Number(b.role === 'source'))
    .slice(0, LIMITS.buttonsInRow);
  if (shown.length === 0) return [];
  const buttons = shown.map(
    ({ label, url }): APIButtonComponent => ({
      type: ComponentType.Button,
      style: ButtonStyle.Link,
      label: cutText(label, LIMITS.buttonLabel),
      url,
    }),
  );
  return [row(rank, buttons)];
}

/** Menus in the order of the core, which puts the most telling first; later ones have a higher rank. */
function narrowMenus(rank: number, controls: readonly Control[]): Row[] {
  return controls
    .flatMap((control) => (control.kind === 'narrow' ? [control] : []))
    .flatMap(({ code, label, options }, index) =>
      menu(
        rank + index,
        code,
        label,
        options.map((option) => ({ label: option.label, value: option.value })),
      ),
    );
}

function openMenu(rank: number, name: string, label: string, controls: readonly CodedControl[]): Row[] {
  return menu(
    rank,
    OPEN_MENU + name,
    label,
    controls.map((control) => ({
      label: control.kind === 'related' || control.kind === 'field' ? control.label : titleOf(control),
      value: control.code,
    })),
  );
}

/** What a control opens, where its label only says "Details". */
function titleOf(control: CodedControl): string {
  return 'spoken' in control ? control.spoken : control.label;
}

function menu(rank: number, customId: string, placeholder: string, options: readonly APISelectMenuOption[]): Row[] {
  if (options.length === 0) return [];
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: cutText(placeholder, LIMITS.placeholder),
    options: options
      .slice(0, LIMITS.options)
      .map(({ label, value }) => ({ label: cutText(label, LIMITS.optionLabel), value })),
  };
  return [row(rank, [select])];
}

function row(rank: number, components: APIComponentInMessageActionRow[]): Row {
  return { rank, component: { type: ComponentType.ActionRow, components } };
}
