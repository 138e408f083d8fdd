import { memo, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { ClaimView, SourceView, Span } from '../../serve/api.ts';
import type { AskOf } from '../api-client.ts';
import { useSay } from '../session.tsx';
import { SourceFacts } from '../source-facts.tsx';
import { firstNameOf } from './claim-words.ts';
import { ClaimsPane } from './claims-pane.tsx';
import { CustodyStrip } from './custody-strip.tsx';
import { FindField, type Found } from './find-field.tsx';
import { Outline } from './outline.tsx';
import { PageImages } from './page-images.tsx';
import type { ClaimPaint, Layers } from './paint.ts';
import css from './reading.module.css';
import { Reveal, RevealContext } from './reveal.tsx';
import { SideBySide } from './side-by-side.tsx';
import { TextColumn } from './text-column.tsx';
import { type ReadingDesk, useReading } from './use-reading.ts';

type Tab = 'text' | 'side' | 'pages';

/** A source on screen: its text left, what is claimed in it right. */
export function Reading(props: {
  readonly view: SourceView;
  readonly ask: AskOf<'source'>;
  readonly claim: string | undefined;
  readonly onReveal: (reveal: boolean) => void;
}): ReactNode {
  const { view, ask, claim, onReveal } = props;
  const say = useSay();
  const [tab, setTab] = useState<Tab>('text');
  const [found, setFound] = useState<Found>();
  const [asking, setAsking] = useState(false);
  const askReveal = useCallback(() => setAsking(true), []);
  const [sought] = useState(() => placeInAddress(location.hash));
  const desk = useReading(view, ask, { claim, sought });
  const [jump, setJump] = useState<Span | undefined>(sought);
  const layers = useLayers(desk, found ?? sought);
  const revealed = ask.reveal === true;
  const here = found === undefined ? sought : found.places[found.at];
  useEffect(() => {
    if (here === undefined) return;
    setJump(here);
    requestAnimationFrame(() =>
      desk.root.current?.querySelector('[data-find=here]')?.scrollIntoView({ block: 'center' }),
    );
  }, [here, desk.root]);
  const goTo = useCallback(
    (start: number) => {
      setTab('text');
      setJump({ start, end: start + 1 });
      requestAnimationFrame(() => unitAt(desk.root.current, start)?.scrollIntoView({ block: 'start' }));
    },
    [desk.root],
  );
  const shown = desk.basis ?? jump ?? desk.selected?.span ?? undefined;

  return (
    <div className={css['reading']} data-revealed={revealed || undefined}>
      <div className={css['columns']}>
        <div className={css['record']}>
          <Head line={view.line} />
          <div className={css['tools']}>
            <Tabs view={view} tab={tab} onTab={setTab} />
            <FindField source={ask} onFound={setFound} />
            <button
              type="button"
              className={css['make']}
              disabled={desk.passage === undefined || view.layer === null}
              aria-keyshortcuts="Enter"
              onClick={desk.beginMaking}
            >
              {say('reading.make')} <kbd>Enter</kbd>
            </button>
          </div>
          <section aria-label={say('reading.text')}>
            <Reveal
              {...{ veiled: view.veiled.length, revealed, onReveal, asking }}
              onAsking={(next) => setAsking(next && !revealed)}
            />
            <Outline documents={view.documents} onGo={goTo} />
            {/* biome-ignore lint/a11y/noStaticElementInteractions: each mark within has the focus and the same keys */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: a mark that takes the focus is selected by that */}
            <div
              className={css['page']}
              data-text=""
              data-keys=""
              tabIndex={-1}
              onClick={(event) => selectUnder(event.target, desk)}
              onFocus={(event) => selectFocused(event.target, desk)}
            >
              {tab === 'text' ? (
                <TextColumn view={view} layers={layers} root={desk.root} shown={shown} />
              ) : tab === 'side' ? (
                <SideBySide view={view} layers={layers} root={desk.root} />
              ) : (
                <PageImages view={view} claims={layers.claims} revealed={revealed} onSelect={desk.select} />
              )}
            </div>
          </section>
        </div>
        <RevealContext value={askReveal}>
          <ClaimsPane desk={desk} />
        </RevealContext>
      </div>
      {desk.selected === undefined || desk.mode.type === 'make' || desk.mode.type === 'edit' ? (
        <p role="status" aria-live="polite" className="unseen">
          {desk.said}
        </p>
      ) : undefined}
    </div>
  );
}

/** What the source is. Not drawn again with each key in the text below it. */
const Head = memo(
  ({ line }: { readonly line: SourceView['line'] }): ReactNode => (
    <header className={css['head']}>
      <h1 translate="no" lang={langOf(line.language)}>
        {line.title}
      </h1>
      <SourceFacts line={line} />
      <CustodyStrip source={line.source} />
    </header>
  ),
);

function Tabs(props: { readonly view: SourceView; readonly tab: Tab; readonly onTab: (tab: Tab) => void }): ReactNode {
  const say = useSay();
  const { view, tab, onTab } = props;
  const tabs: readonly { readonly tab: Tab; readonly words: string }[] = [
    { tab: 'text', words: say('reading.tab.text') },
    ...(view.pairs.length > 0 ? [{ tab: 'side' as const, words: say('reading.tab.side') }] : []),
    ...(view.pages.length > 0 ? [{ tab: 'pages' as const, words: say('reading.tab.pages') }] : []),
  ];
  if (tabs.length < 2) return undefined;
  return (
    <nav className={css['tabs']} aria-label={say('reading.tabs')}>
      {tabs.map((one) => (
        <button key={one.tab} type="button" aria-pressed={one.tab === tab} onClick={() => onTab(one.tab)}>
          {one.words}
        </button>
      ))}
    </nav>
  );
}

/** Everything that lies over the text, made anew only where something of it changed. */
function useLayers(desk: ReadingDesk, sought: Found | Span | undefined): Layers {
  const found = useMemo(
    () => (sought === undefined || 'places' in sought ? sought : { places: [sought], at: 0 }),
    [sought],
  );
  const { claims, selected, cursor, basis, view } = desk;
  const id = selected?.id;
  const [paintOf] = useState(createClaimPaints);
  const painted = useMemo(
    () => claims.flatMap((claim) => (claim.span === null ? [] : [paintOf(claim, claim.span, claim.id === id)])),
    [claims, id, paintOf],
  );
  const pair = useMemo(() => {
    const at = cursor ?? selected?.span ?? undefined;
    if (at === undefined) return undefined;
    const isIn = (span: Span): boolean => span.start < at.end && span.end > at.start;
    const hit = view.pairs.find(({ original, translation }) => isIn(original) || isIn(translation));
    return hit === undefined ? undefined : isIn(hit.original) ? hit.translation : hit.original;
  }, [cursor, selected?.span, view.pairs]);
  return useMemo(
    () => ({
      claims: painted,
      veils: view.veiled,
      finds: found?.places ?? [],
      ...{ found: found?.at, cursor, basis, pair },
    }),
    [painted, view.veiled, found, cursor, basis, pair],
  );
}

/** What is painted of each claim, made once for as long as the claim is what it is. */
function createClaimPaints(): (claim: ClaimView, span: Span, selected: boolean) => ClaimPaint {
  const plain = new WeakMap<ClaimView, ClaimPaint>();
  return (claim, { start, end }, selected) => {
    const known = selected ? undefined : plain.get(claim);
    if (known !== undefined) return known;
    const { id, kind, state } = claim;
    const paint = { id, kind, state, who: firstNameOf(claim) ?? '', start, end, selected };
    if (!selected) plain.set(claim, paint);
    return paint;
  };
}

/** A passage that somebody came for, `#at-120-168`: where a search found it. */
function placeInAddress(hash: string): Span | undefined {
  const [, start, end] = /^#at-(\d{1,9})-(\d{1,9})$/.exec(hash) ?? [];
  return start === undefined || end === undefined ? undefined : { start: Number(start), end: Number(end) };
}

function selectUnder(target: EventTarget, desk: ReadingDesk): void {
  // Whoever drew a selection over a claim wants the words.
  if (getSelection()?.isCollapsed === false) return;
  const id = claimUnder(target);
  if (id !== undefined && id !== desk.selected?.id) desk.select(id);
}

function selectFocused(target: EventTarget, desk: ReadingDesk): void {
  if (!(target instanceof HTMLElement) || !target.matches('mark') || !target.matches(':focus-visible')) return;
  const id = claimUnder(target);
  if (id !== undefined && id !== desk.selected?.id) desk.select(id);
}

function claimUnder(target: EventTarget): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('mark[data-claim]')?.dataset['claim'] : undefined;
}

/** The paragraph or cell in which a place of the text stands. */
function unitAt(root: HTMLElement | null, start: number): HTMLElement | undefined {
  return [...(root?.querySelectorAll<HTMLElement>('[data-start]') ?? [])].findLast(
    (unit) => Number(unit.dataset['start']) <= start,
  );
}

function langOf(language: string | null): string | undefined {
  return language === null || language === 'und' ? undefined : language;
}
