import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { FormatReading } from './format.ts';
import { readSubtitles } from './subtitles.ts';

function outcome(content: string | Uint8Array): FormatReading | string {
  const bytes = typeof content === 'string' ? Uint8Array.from(Buffer.from(content)) : content;
  const result = readSubtitles(bytes, { fileName: 'talk.srt' });
  return result.ok ? result.value : result.error.reason;
}

function cuesOf(content: string | Uint8Array): unknown {
  const reading = outcome(content);
  if (typeof reading === 'string') return reading;
  return reading.text?.blocks.map(({ place, text }) => [
    place?.type === 'time' ? [place.from, place.to] : undefined,
    text,
  ]);
}

test('cues of SubRip have their time; only tags of the format are taken away (O28)', () => {
  const srt =
    '1\r\n00:00:01,000 --> 00:00:03,500\r\n<i>안녕하십니까</i>\r\n{\\an8}둘째 줄\r\n\r\n2\r\n01:02:03,004 --> 01:02:05,000 X1:1\r\n5 < 6 <script>alert(1)</script>\r\n3\r\n01:02:06,000 --> 01:02:07,000\r\n<font color="red">붉은</font> 글\r\n';
  expect(cuesOf(srt)).toEqual([
    [[1000, 3500], '안녕하십니까\n둘째 줄'],
    [[3_723_004, 3_725_000], '5 < 6 <script>alert(1)</script>'],
    [[3_726_000, 3_727_000], '붉은 글'],
  ]);
});

test('cues of WebVTT name their speakers, and notes stay without a time (O29)', () => {
  const vtt =
    'WEBVTT - 강연\n\nSTYLE\n::cue { color: red }\n\nNOTE checked twice\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v.loud Park Min>안녕 <c.yellow>여러분</c> <00:01.500><b>모두</b> &amp; &lt;끝&gt;</v>\n\n00:03.000 --> 00:02.000\n둘\n';
  expect(cuesOf(vtt)).toEqual([
    [undefined, '강연'],
    [undefined, 'checked twice'],
    [[1000, 2000], 'Park Min: 안녕 여러분 모두 & <끝>'],
    [[3000, 3000], '둘'],
  ]);
});

test('subtitles in old encodings are decoded (O28)', () => {
  const srt =
    '1\n00:00:01,000 --> 00:00:03,500\n등록 공고를 읽어 드리겠습니다\n\n2\n00:00:04,000 --> 00:00:05,000\n접수 창구는 삼층에 있습니다\n';
  expect(cuesOf(iconv.encode(srt, 'cp949'))).toEqual([
    [[1000, 3500], '등록 공고를 읽어 드리겠습니다'],
    [[4000, 5000], '접수 창구는 삼층에 있습니다'],
  ]);
});

test('hostile subtitles are refused or bounded (O30)', () => {
  expect(outcome('')).toBe('empty');
  expect(outcome('words without any time\n\nmore')).toBe('damaged');
  expect(outcome('WEBVTT\n\n')).toBe('damaged');
  const many = outcome('00:01.000 --> 00:02.000\nx\n\n'.repeat(100_001));
  expect(typeof many === 'string' ? many : [many.text?.blocks.length, many.unread]).toEqual([
    100_000,
    [{ part: 'cues from 100001', reason: 'too-many' }],
  ]);
  expect(cuesOf(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v '.repeat(100_000)}끝`)).toHaveLength(1);
});
