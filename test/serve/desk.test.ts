import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api, IntakeItemView, VerifyLine } from '../../src/serve/api.ts';
import { makePdf } from '../read/pdf-maker.ts';
import { Desk, PASSPHRASE, page } from './daybook.ts';
import { isAlive } from './process-tree.ts';
import { RunningDesk } from './running-desk.ts';

const PORT = 31_811;
const SHOWN = 'Report of the Lantern Society';

describe('the desk, asked as its pages ask it', () => {
  const folder = new Desk();
  let desk: RunningDesk;
  beforeAll(async () => {
    await folder.makeVault();
    desk = await RunningDesk.start('daybook-vault', { port: PORT, cwd: folder.folder, args: ['--idle', '60'] });
    expect((await desk.unlock(PASSPHRASE)).status).toBe(200);
  });
  afterAll(async () => {
    await desk?.stop();
    folder.remove();
  });

  const add = (name: string, text: string): Promise<IntakeItemView> => desk.keep(name, text);

  it('D13: what is dropped is stored once, each drop with one receipt, and the same bytes are known again', async () => {
    const before = await desk.call('session', {});
    const { intake } = await desk.call('intake-begin', { files: 3, reason: 'from the box', collection: 'Box 7' });
    const items = await Promise.all([
      desk.file(intake, 'one.txt', page('12,000')),
      desk.file(intake, 'eins.txt', page('12,000')),
      desk.file(intake, 'empty.txt', ''),
    ]);
    const outcomes = items.map(({ body }): IntakeItemView => JSON.parse(body));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['already-here', 'refused', 'stored']);
    const receipt = await desk.call('intake-end', { intake });
    expect(receipt).toEqual({ received: 3, stored: 1, alreadyHere: 1, refused: 1, failed: 0, kept: true });
    const after = await desk.call('session', {});
    expect(after.sources).toBe(before.sources + 1);
    expect(after.version).not.toBe(before.version);
    const { collections } = await desk.call('collections', {});
    expect(collections).toEqual([{ name: 'Box 7', sources: 1 }]);
    const { imports } = await desk.call('today', {});
    expect(imports[0]).toMatchObject({ received: 3, stored: 1, alreadyHere: 1, refused: 1, failed: 0 });
    expect((await desk.file(intake, 'late.txt', 'x')).status).toBe(404);
    const later = await desk.call('intake-begin', { files: 2, reason: 'from another box', origin: 'a friend' });
    const known: IntakeItemView = JSON.parse((await desk.file(later.intake, 'one.txt', page('12,000'))).body);
    expect([known.outcome, known.why]).toEqual(['already-here', 'reason-and-origin-stand']);
    const pages = [
      [{ x: 50, y: 60, text: 'The first page has a text of its own.' }],
      [{ x: 99, y: 99, text: '', size: 300 }],
    ];
    const partly: IntakeItemView = JSON.parse((await desk.file(later.intake, 'half.pdf', await makePdf(pages))).body);
    expect([partly.outcome, partly.why]).toEqual(['partly-read', 'pages-to-recognise']);
    await desk.call('intake-end', { intake: later.intake });
  });

  it('D14: a suggestion is accepted, taken back, edited and rejected, and counts accordingly', async () => {
    const { source } = await add('two.txt', page('13,000', 'the quay'));
    if (source === null) throw new Error('nothing was stored');
    const view = await desk.call('source', { source });
    expect(view.text).toContain(SHOWN);
    const claim = view.claims.find(({ quantities }) => quantities.length > 0);
    if (claim === undefined || claim.span === null) throw new Error('no figure was read');
    expect(view.text.slice(claim.span.start, claim.span.end)).toBe(claim.quote);
    expect(claim.state).toBe('unreviewed');

    const accepted = await desk.call('review', { source, claim: claim.id, verdict: 'accept' });
    expect([accepted.claim?.state, accepted.counts.accepted]).toEqual(['accepted', 1]);
    const figures = await desk.call('figures', {});
    expect(figures.counting).toBe('accepted');
    expect(figures.items.map(({ claim: id, value }) => [id, value])).toEqual([[claim.id, 13_000]]);

    const undone = await desk.call('review-undo', { source, claim: claim.id });
    expect([undone.claim?.state, undone.counts.accepted]).toEqual(['unreviewed', 0]);
    const again = await desk.post('review-undo', { source, claim: claim.id });
    expect([again.status, JSON.parse(again.body).code]).toEqual([409, 'nothing-to-undo']);

    const edited = await desk.call('review', {
      source,
      claim: claim.id,
      verdict: 'edit',
      reason: 'over, not exactly',
      change: { quantities: ['13,000 => >13000 persons people'], who: 'Lantern Society' },
    });
    expect(edited.claim?.quantities.map(({ op, value }) => [op, value])).toEqual([['>', 13_000]]);
    expect(edited.claim?.attribution[0]?.name).toBe('Lantern Society');
    expect(edited.claim?.history.at(-1)).toMatchObject({ verdict: 'edit', reason: 'over, not exactly', mine: true });
    const wrong = await desk.post('review', {
      source,
      claim: claim.id,
      verdict: 'edit',
      change: { who: 'somebody who stands nowhere' },
    });
    expect([wrong.status, JSON.parse(wrong.body)]).toEqual([409, { code: 'not-a-claim', facts: { field: 'who' } }]);
    for (const [line, part, why] of [
      ['13,000 => =many persons', 'value', 'not-a-number'],
      ['13,000 => 20..10 persons', 'high', 'reversed'],
      ['13,000 => =13000', 'unit', 'lacking'],
      ['14,000 => =14000 persons', 'stated', 'not-in-passage'],
      ['13,000 => =14000 persons', 'value', 'not-its-words'],
    ] as const) {
      const change = { quantities: ['13,000 => 13000 persons', line] };
      const { body } = await desk.post('review', { source, claim: claim.id, verdict: 'edit', change });
      expect(JSON.parse(body)).toEqual({ code: 'not-a-claim', facts: { field: 'quantities', at: 1, part, why } });
    }
    const rejected = await desk.call('review', { source, claim: claim.id, verdict: 'reject', reason: 'no' });
    expect(rejected.claim?.state).toBe('rejected');
  });

  it('D14: nobody accepts words that they were not shown, and anybody may reject or doubt them', async () => {
    const { source } = await add(
      'unseen.txt',
      `${page('13,500', 'the weir')}\nAdira Monle, aged 34, said that 40 people were beaten at the weir in 2019.\n`,
    );
    if (source === null) throw new Error('nothing was stored');
    const { claims } = await desk.call('source', { source });
    const veiled = claims.find((one) => one.veiled && one.quote.includes('at the weir in 2019'));
    const open = claims.find(({ quote }) => quote.includes('13,500'));
    if (veiled === undefined || open === undefined) throw new Error('no claim was read');
    expect([veiled.quote.includes('▒▒▒'), open.veiled]).toEqual([true, false]);
    const ask = { source, claim: veiled.id };
    for (const verdict of ['accept', 'edit'] as const) {
      const refused = await desk.post('review', {
        ...ask,
        verdict,
        ...(verdict === 'edit' && { change: { hedge: [] } }),
      });
      expect([refused.status, JSON.parse(refused.body).code]).toEqual([409, 'claim-veiled']);
    }
    for (const [verdict, state] of [
      ['reject', 'rejected'],
      ['unsure', 'unsure'],
    ] as const)
      expect((await desk.call('review', { ...ask, verdict })).claim?.state).toBe(state);
    const seen = await desk.call('review', { ...ask, verdict: 'accept', reveal: true });
    expect(seen.claim).toMatchObject({ state: 'accepted', veiled: false });
    expect((await desk.call('review', { source, claim: open.id, verdict: 'accept' })).claim?.state).toBe('accepted');
  });

  it('D14: nobody makes a claim of a passage that is written over, and a name that was guessed under a veil is not told to be right', async () => {
    const { source } = await add(
      'veiled-own.txt',
      `${page('13,700', 'the lock')}\nAdira Monle, aged 34, said that 40 people were beaten at the lock in 2019.\n`,
    );
    if (source === null) throw new Error('nothing was stored');
    const veiled = await desk.call('source', { source });
    const whole = await desk.call('source', { source, reveal: true });
    const make = (of: typeof veiled, from: string, to: string, change: object, reveal?: true): object => ({
      ...{ source, layer: of.layer, change: { kind: 'testimony', ...change }, ...(reveal && { reveal }) },
      span: { start: of.text.indexOf(from), end: of.text.indexOf(to, of.text.indexOf(from)) + to.length },
    });
    const codeOf = ({ body }: { readonly body: string }): unknown => JSON.parse(body);
    const over = await desk.post('claim-make', make(veiled, '▒▒▒', 'in 2019', {}));
    expect([over.status, codeOf(over)]).toEqual([409, { code: 'claim-veiled' }]);
    const start = 'were beaten';
    for (const who of ['Adira Monle', 'Nobody Atall']) {
      const guessed = await desk.post('claim-make', make(veiled, start, 'in 2019', { who }));
      expect([who, codeOf(guessed)]).toEqual([who, { code: 'not-a-claim', facts: { field: 'who' } }]);
    }
    const made = await desk.call('claim-make', make(veiled, start, 'in 2019', {}) as never);
    const own = { source, claim: made.claim?.id ?? '' };
    for (const who of ['Adira Monle', 'Nobody Atall']) {
      const guessed = await desk.post('review', { ...own, verdict: 'edit', change: { who } });
      expect([who, codeOf(guessed)]).toEqual([who, { code: 'not-a-claim', facts: { field: 'who' } }]);
    }
    const seen = await desk.call(
      'claim-make',
      make(whole, 'Adira Monle', 'in 2019', { who: 'Adira Monle' }, true) as never,
    );
    expect(seen.claim).toMatchObject({ state: 'accepted', attribution: [{ name: 'Adira Monle' }] });
  });

  it('RV10: a reason that quotes protected words is written over until they are asked for', async () => {
    const { source } = await add(
      'reason.txt',
      `${page('13,800', 'the sluice')}\nAdira Monle, aged 34, said that 40 people were beaten at the sluice in 2019.\n`,
    );
    if (source === null) throw new Error('nothing was stored');
    const claim =
      (await desk.call('source', { source })).claims.find(({ quote }) => quote.includes('13,800'))?.id ?? '';
    await desk.call('review', { source, claim, verdict: 'unsure', reason: 'ask Adira Monle again' });
    const reasonOf = async (reveal: boolean): Promise<unknown> =>
      (await desk.call('source', { source, reveal })).claims.find(({ id }) => id === claim)?.history[0]?.reason;
    expect([await reasonOf(false), await reasonOf(true)]).toEqual(['ask ▒▒▒ again', 'ask Adira Monle again']);
  });

  it('D14: what a rule, an event and a risk say is changed by their parts, and a part that the passage does not hold is told by its name', async () => {
    const said = 'Each household must register its boats with the Harbour Office by 1 May 2031 or pay 500 crowns.';
    const kept = await desk.keep('rule-parts.md', `# Notice of the Harbour Office\n\n${said}\n`);
    const source = kept.source ?? '';
    const view = await desk.call('source', { source });
    const start = view.text.indexOf('must register');
    const made = await desk.call('claim-make', {
      ...{ source, layer: view.layer ?? '' },
      span: { start, end: view.text.indexOf('500 crowns') + '500 crowns'.length },
      change: { kind: 'rule', quantities: ['500 crowns => =500 crowns'] },
    });
    expect(made.claim).toMatchObject({ rule: null, event: null, risk: null });
    const edit = { source, claim: made.claim?.id ?? '', verdict: 'edit' } as const;
    const rule = {
      ...{ addressee: null, modality: 'must', action: 'register its boats', condition: null },
      ...{ sanction: 'pay 500 crowns', reward: null, amount: 500, currency: 'USD' },
      effective: { stated: '1 May 2031', norm: '2031-05-01' },
    };
    const changed = await desk.call('review', {
      ...edit,
      change: { rule, risk: { category: 'registration', direction: 'up' } },
    });
    expect(changed.claim?.rule).toEqual({ ...rule, effective: { ...rule.effective, basis: null } });
    expect(changed.claim?.risk).toMatchObject({ category: 'registration', direction: 'up' });
    expect(changed.claim?.risk?.stated).toBe(made.claim?.quote);
    const faultOf = async (change: object): Promise<unknown> =>
      JSON.parse((await desk.post('review', { ...edit, change })).body).facts;
    const words = { part: 'action', why: 'not-in-passage' };
    expect(await faultOf({ rule: { ...rule, action: 'burn its boats' } })).toEqual({ field: 'rule', ...words });
    expect(await faultOf({ rule: { ...rule, effective: { stated: null, norm: 'May' } } })).toMatchObject({
      part: 'effective',
    });
    expect(await faultOf({ risk: { category: 'detention', direction: 'up', stated: 'nowhere' } })).toMatchObject({
      field: 'risk',
      part: 'stated',
    });
    expect(
      await faultOf({
        places: [
          { stated: 'the Harbour Office', norm: null },
          { stated: 'Atlantis', norm: null },
        ],
      }),
    ).toEqual({ field: 'places', at: 1 });
    const event = { kind: 'event', event: { who: null, did: 'register', whom: 'its boats' } };
    const became = await desk.call('review', { ...edit, change: event });
    expect(became.claim).toMatchObject({ kind: 'event', rule: null, event: event.event });
    const none = await desk.call('review', {
      ...edit,
      change: { event: null, risk: null, option: { options: ['stay', 'leave'], stance: 'neutral' } },
    });
    expect(none.claim).toMatchObject({
      event: null,
      risk: null,
      option: { options: ['stay', 'leave'], stance: 'neutral' },
    });
    await desk.call('review-undo', { source, claim: edit.claim });
    await desk.call('review-undo', { source, claim: edit.claim });
    const back = await desk.call('review-undo', { source, claim: edit.claim });
    expect(back.claim).toMatchObject({ kind: 'rule', rule: null, risk: null });
  });

  it('D15: a claim is made of a stretch of the shown text', async () => {
    const { source } = await add('three.txt', `${page('14,000')}\nThe mill 𠮷 stood empty in 2017.\n`);
    if (source === null) throw new Error('nothing was stored');
    const view = await desk.call('source', { source });
    const start = view.text.indexOf('𠮷 stood');
    const ask = {
      source,
      layer: view.layer ?? '',
      span: { start, end: start + '𠮷 stood empty in 2017'.length },
      change: { kind: 'assertion', date: { stated: '2017', norm: '2017' }, places: [{ stated: 'mill', norm: null }] },
    } as const;
    const made = await desk.call('claim-make', ask);
    expect(made.claim).toMatchObject({ typed: true, state: 'accepted', quote: '𠮷 stood empty in 2017' });
    expect(made.claim?.span).toEqual(ask.span);
    expect(made.claim?.places[0]).toMatchObject({ stated: 'mill', basis: { words: 'mill' } });
    const again = await desk.post('claim-make', ask);
    expect([again.status, JSON.parse(again.body).code]).toEqual([409, 'known-already']);
    const beyond = await desk.post('claim-make', { ...ask, span: { start: 5, end: 1_000_000 } });
    expect(JSON.parse(beyond.body)).toEqual({ code: 'not-a-claim', facts: { field: 'span' } });
  });

  it('D15: a figure whose source is not named says so before those through whom it came', async () => {
    const said = 'An official who asked not to be named said that 300 people were registered near the mill in 2030.';
    const kept = await desk.keep('unnamed.md', `---\npublisher: The Ilvesk Courier\n---\n\n# Of the mill\n\n${said}\n`);
    const source = kept.source ?? '';
    const [claim] = (await desk.call('source', { source })).claims;
    const names = claim?.attribution.map(({ name }) => name) ?? [];
    expect(names[0]).toBeNull();
    await desk.call('review', { source, claim: claim?.id ?? '', verdict: 'accept', reveal: true });
    const { items } = await desk.call('figures', {});
    expect(items.find((one) => one.claim === claim?.id)?.chain).toEqual(names);
    await desk.call('review-undo', { source, claim: claim?.id ?? '' });
  });

  it('D15: a claim that a person makes has the chain of its document, with its basis, and what they change of it', async () => {
    const { source } = await add(
      'notice.txt',
      'Notice\n\nThe ford is closed. Ferries run from the quay.\n\nQinghe County Border Office\n3 March 2018\n',
    );
    if (source === null) throw new Error('nothing was stored');
    const view = await desk.call('source', { source });
    const start = view.text.indexOf('The ford is closed');
    const chain = view.chains.findLast((one) => one.start <= start)?.links ?? [];
    expect(chain).toMatchObject([
      { role: 'issuer', name: 'Qinghe County Border Office', basis: { from: 'closing-block' } },
    ]);
    const links = chain.map(({ role, name }) => ({ role, name }));
    const ask = (words: string): Api['claim-make']['ask'] => {
      const at = view.text.indexOf(words);
      const change = { kind: 'assertion', chain: links };
      return { source, layer: view.layer ?? '', span: { start: at, end: at + words.length }, change };
    };
    const made = await desk.call('claim-make', ask('The ford is closed'));
    expect(made.claim?.attribution).toEqual(chain);
    const own = ask('Ferries run from the quay');
    const said = await desk.call('claim-make', { ...own, change: { ...own.change, who: 'quay' } });
    expect(said.claim?.attribution.map(({ role, name }) => [role, name])).toEqual([
      ['speaker', 'quay'],
      ['issuer', 'Qinghe County Border Office'],
    ]);
    const nowhere = { ...ask('Ferries').change, chain: [{ role: 'publisher', name: 'who stands nowhere' }] };
    const refused = await desk.post('claim-make', { ...ask('Ferries'), change: nowhere });
    expect(JSON.parse(refused.body)).toEqual({ code: 'not-a-claim', facts: { field: 'chain', at: 0 } });
  });

  it('D16: protected words are veiled until they are asked for, and the asking is in the record once a run', async () => {
    const { source } = await add(
      'four.txt',
      `${page('15,000')}\nA woman aged 34, Adira Monle, crossed the river near the mill at night; her telephone is 0171 555 0199.\n`,
    );
    if (source === null) throw new Error('nothing was stored');
    const veiled = await desk.call('source', { source });
    expect(veiled.text).not.toContain('Adira');
    expect(veiled.veiled.length).toBeGreaterThan(0);
    for (const { start, end } of veiled.veiled) expect(veiled.text.slice(start, end)).toBe('▒▒▒');
    const revealed = await desk.call('source', { source, reveal: true });
    expect(revealed.text).toContain('Adira Monle');
    await desk.call('source', { source, reveal: true });
    const { places } = await desk.call('find', { source, query: 'river' });
    expect(places.map(({ start, end }) => veiled.text.slice(start, end))).toEqual(['river']);
    // A guess at a veiled name is not told to be right; once it is asked for, it is found.
    for (const query of ['Monle', '"Adira Monle"']) {
      expect(await desk.call('find', { source, query })).toEqual({ places: [], total: 0 });
      expect((await desk.call('find', { source, query, reveal: true })).total).toBe(1);
    }
    const { entries } = await desk.call('log', { limit: 10 });
    expect(entries.filter(({ kind }) => kind === 'source-revealed')).toMatchObject([
      { person: 'Mara Veldt', parts: 1 },
    ]);
  });

  it('D17: a search says why it matched, and its places are those of the shown text', async () => {
    const { source } = await add('five.txt', page('16,000', 'the lighthouse'));
    const answer = await desk.call('search', { query: 'lighthouse', limit: 5 });
    expect(answer).toMatchObject({ matched: 'all', sources: 1 });
    const [hit] = answer.hits;
    const view = await desk.call('source', { source: source ?? '' });
    const [passage] = hit?.passages ?? [];
    expect(hit?.source).toBe(source);
    expect(view.text.slice(passage?.start, passage?.end)).toContain('lighthouse');
    await desk.call('search-keep', { name: 'lights', search: { query: 'lighthouse' } });
    await add('six.txt', page('17,000', 'the lighthouse'));
    const { kept } = await desk.call('today', {});
    expect(kept).toMatchObject([{ name: 'lights', sources: 1, broken: false }]);
    await desk.call('today-seen', { name: 'lights' });
    expect((await desk.call('today', {})).kept).toMatchObject([{ sources: 0 }]);
  });

  it('D18: lists come a page at a time, and each source once', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const list = await desk.call('sources', { limit: 2, ...(after !== undefined && { after }) });
      seen.push(...list.items.map(({ source }) => source));
      expect(list.total).toBe((await desk.call('session', {})).sources);
      after = list.after;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await desk.call('session', {})).sources);
    const { entries, before } = await desk.call('log', { limit: 3 });
    const next = await desk.call('log', { limit: 3, ...(before !== undefined && { before }) });
    expect(new Set([...entries, ...next.entries].map(({ id }) => id)).size).toBe(6);
  });

  it('places have their names by the codes that claims have, in each language in which a pack says them', async () => {
    const { names } = await desk.call('places', {});
    expect(names['CN-KP border']).toMatchObject({ 'zh-Hant': '中朝邊境', ko: '북중 국경' });
    expect(Object.values(names).every((label) => Object.keys(label).length > 0)).toBe(true);
  });

  it('D19: custody compares the bytes at that moment, and verify tells how far it is and what it found', async () => {
    const { items } = await desk.call('sources', { limit: 1 });
    const custody = await desk.call('custody', { source: items[0]?.source ?? '' });
    expect(custody).toMatchObject({ bytes: 'unchanged', method: 'file', capturedBy: 'Mara Veldt' });
    const { body, headers } = await desk.post('verify', {});
    const lines = body
      .trim()
      .split('\n')
      .map((line): VerifyLine => JSON.parse(line));
    expect(headers['content-type']).toBe('application/x-ndjson');
    expect(lines.at(-1)).toMatchObject({ type: 'verdict', sound: true, faults: [] });
  });

  it('D9: people, settings and the time to the idle lock', async () => {
    const people = await desk.call('people', {});
    expect(people.persons).toMatchObject([{ name: 'Mara Veldt', self: true, removed: false }]);
    const changed = await desk.call('settings-change', { idleMinutes: 7 });
    expect(changed.idleMinutes).toBe(7);
    const { idle, condition } = await desk.call('session', {});
    expect([idle.minutes, condition]).toEqual([7, 'sound']);
    expect(idle.leftSeconds).toBeGreaterThan(400);
  });

  it('D18: a source names those with the same text in another wrapper, by title and id', async () => {
    const words = 'The ferry office counted 17,300 people on the quay in 2016.';
    const plain = await add('kept.txt', `${words}\n`);
    const wrapped = await add('wrapped.html', `<!doctype html><title>Ferry page</title><p>${words}</p>`);
    const lineOf = async (source: string | null) =>
      (await desk.call('sources', {})).items.find((line) => line.source === source);
    expect((await lineOf(plain.source))?.sameText).toEqual([{ source: wrapped.source, title: 'Ferry page' }]);
    expect((await lineOf(wrapped.source))?.sameText).toEqual([{ source: plain.source, title: 'kept.txt' }]);
    const { line } = await desk.call('source', { source: String(plain.source) });
    expect(line.sameText).toEqual([{ source: wrapped.source, title: 'Ferry page' }]);
    const other = await add('other.txt', `${words} Or so.\n`);
    expect((await lineOf(other.source))?.sameText).toEqual([]);
  });

  it('D8, D20: locking ends the engine, the next one serves the lock page at the same address, and says what changed since', async () => {
    const { engine, token } = desk;
    expect((await desk.post('lock', {})).status).toBe(200);
    while (isAlive(engine)) await wait(20);
    await desk.until('The desk:', 2);
    expect(desk.engine).not.toBe(engine);
    const locked = await desk.ask({ path: '/read/0123456789abcdef0123456789abcdef' });
    expect(locked.body).toContain('value="/read/0123456789abcdef0123456789abcdef"');
    expect([(await desk.post('session', {})).status, locked.body.includes('<script')]).toEqual([401, false]);
    await desk.unlock(PASSPHRASE);
    expect(desk.token).not.toBe(token);
    const { since, changes } = await desk.call('today', {});
    expect([typeof since, changes]).toEqual(['string', []]);
    await add('seven.txt', page('18,000', 'the weir'));
    const later = await desk.call('today', {});
    expect(later.changes.map(({ kind, count }) => [kind, count])).toEqual(
      expect.arrayContaining([
        ['source-added', 1],
        ['intake-received', 1],
      ]),
    );
    expect(later.newSources.map(({ file }) => file)).toEqual(['seven.txt']);
  });
});
