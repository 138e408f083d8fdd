import { numbersIn } from '../figures/number.ts';
import { type Token, tokensOf } from '../figures/tokens.ts';

/** A number with its offsets. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** The numbers of an English text, with powers (2^5, 1.3x10^6) and fractions that are read aloud ("one over three"). */
export function englishNumbers(text: string): readonly Found[] {
  const tokens = tokensOf(text);
  const spans = numbersIn(tokens);
  const found: Found[] = [];
  for (let i = 0; i < spans.length; i++) {
    const [span, next] = [spans[i], spans[i + 1]];
    if (span === undefined) continue;
    const here = { start: tokens[span.first]?.start ?? 0, end: tokens[span.next - 1]?.end ?? 0, value: span.value };
    const end = tokens[(next?.next ?? 0) - 1]?.end ?? 0;
    const between = next === undefined ? '' : text.slice(here.end, tokens[next.first]?.start);
    const power = /^\^([+-]{0,2})$/.exec(between);
    const third = spans[i + 2];
    if (next !== undefined && power !== null && Number.isInteger(next.value)) {
      found.push({
        ...here,
        end,
        value: here.value ** (power[1] === '-' || power[1] === '+-' ? -next.value : next.value),
      });
      i++;
    } else if (next?.value === 10 && third !== undefined && /^ ?[x×*] ?$/i.test(between)) {
      const sign = /^\^([+-]?)$/.exec(text.slice(end, tokens[third.first]?.start));
      if (sign === null) found.push(here);
      else {
        const exponent = sign[1] === '-' ? -third.value : third.value;
        found.push({ ...here, end: tokens[third.next - 1]?.end ?? end, value: here.value * 10 ** exponent });
        i += 2;
      }
    } else if (next !== undefined && /^ over $/i.test(between) && next.value > 0 && endsThere(tokens, next.next)) {
      found.push({ ...here, end, value: here.value / next.value });
      i++;
    } else found.push(here);
  }
  return found.filter(({ value }) => Number.isFinite(value));
}

/** "one over three" with nothing counted behind it is a fraction, "500 over 3 years" is none. */
function endsThere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token === undefined || (token.kind === 'symbol' && !token.text.startsWith('-'));
}
