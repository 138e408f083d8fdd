import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { FigureLine, FiguresAsk, FiguresView } from '../../serve/api.ts';
import type { CallError } from '../api-client.ts';
import { useFormats } from '../formats.ts';
import { usePlaceNames } from '../place-names.ts';
import { passagePath } from '../routes.tsx';
import { EmptyState, ScreenHead } from '../screen-head.tsx';
import { useDesk, useSay } from '../session.tsx';
import { Failure, Waiting } from '../waiting.tsx';
import { FigureFacets } from './figure-facets.tsx';
import { groupFigures, measureMessage, type Question, valueWords } from './figure-words.ts';
import css from './figures.module.css';
import { countDrawable, Picture } from './picture.tsx';

const PAGE = 200;

/** Numbers that the sources give, each with the words it stands in. Those of one question stand together. */
export function FiguresScreen(): ReactNode {
  const say = useSay();
  const { client } = useDesk();
  const [ask, setAsk] = useState<FiguresAsk>({});
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery<
    FiguresView,
    CallError,
    { readonly pages: readonly FiguresView[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey: ['figures', ask],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      client.call('figures', { ...ask, limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) }, signal),
    getNextPageParam: ({ after }) => after,
  });
  return (
    <div className={css['screen']}>
      <ScreenHead title={say('place.figures')} />
      <FigureFacets ask={ask} change={setAsk} />
      {error !== null ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : (
        <>
          <Figures pages={data.pages} />
          {hasNextPage ? (
            <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {say('figures.more')}
            </button>
          ) : undefined}
        </>
      )}
    </div>
  );
}

function Figures({ pages }: { readonly pages: readonly FiguresView[] }): ReactNode {
  const say = useSay();
  const [first] = pages;
  const { questions, others } = useMemo(() => groupFigures(pages.flatMap(({ items }) => items)), [pages]);
  if (first === undefined) return undefined;
  if (first.total === 0) {
    return (
      <EmptyState title={say('figures.empty.title')}>
        <p>{say('figures.empty.words')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p className={css['counting']} data-tone={first.counting === 'accepted' ? 'good' : 'warn'} role="status">
        {first.counting === 'accepted'
          ? say('figures.counting.accepted', { count: first.total })
          : say('figures.counting.suggested', { count: first.total })}{' '}
        {first.notReviewed > 0 ? say('figures.not-reviewed', { count: first.notReviewed }) : undefined}
      </p>
      {questions.map((question) => (
        <QuestionPart key={question.key} question={question} />
      ))}
      {others.length === 0 ? undefined : (
        <section className={css['question']}>
          <div className={css['title']}>
            <h2>{say(questions.length === 0 ? 'figures.all' : 'figures.others')}</h2>
          </div>
          <FigureTable figures={others} title={say('figures.others')} counts />
        </section>
      )}
    </>
  );
}

function QuestionPart({ question }: { readonly question: Question }): ReactNode {
  const say = useSay();
  const placeName = usePlaceNames();
  const [open, setOpen] = useState(false);
  const [first] = question.figures;
  if (first === undefined) return undefined;
  const measure = measureMessage(first.measure);
  const title = [first.counts, first.places.map(placeName).join('; ')].filter((part) => part !== '').join(', ');
  return (
    <section className={css['question']}>
      <div className={css['title']}>
        <h2 translate="no">{title}</h2>
        {measure === undefined ? undefined : <span className={css['measure']}>{say(measure)}</span>}
        {countDrawable(question.figures) < 2 ? undefined : (
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? 'figures.picture.hide' : 'figures.picture.show')}
          </button>
        )}
      </div>
      {open ? <Picture figures={question.figures} title={title} /> : undefined}
      <FigureTable figures={question.figures} title={title} />
    </section>
  );
}

function FigureTable(props: {
  readonly figures: readonly FigureLine[];
  readonly title: string;
  /** Whether what is counted differs from row to row. */
  readonly counts?: boolean;
}): ReactNode {
  const say = useSay();
  const { figures, title, counts = false } = props;
  const placeName = usePlaceNames();
  const formats = useFormats();
  return (
    <table className={css['table']} data-counts={counts ? '' : undefined}>
      <caption className="unseen">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say('figures.value')}</th>
          {counts ? <th scope="col">{say('figures.counted')}</th> : undefined}
          <th scope="col">{say('figures.who')}</th>
          <th scope="col">{say('figures.when')}</th>
          <th scope="col">{say('figures.where')}</th>
          <th scope="col">{say('figures.passage')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={`${figure.claim} ${figure.stated} ${figure.start}`}>
            <th scope="row" data-state={figure.state}>
              {valueWords(figure, say, formats)}
              {figure.state === 'accepted' ? undefined : (
                <span className={css['unreviewed']}>{say('figures.unreviewed')}</span>
              )}
            </th>
            {counts ? (
              <td data-label={say('figures.counted')} translate="no">
                {figure.counts === '' ? say('figures.not-stated') : figure.counts}
              </td>
            ) : undefined}
            <td data-label={say('figures.who')} translate="no">
              {(figure.chain.length === 0 ? [null] : figure.chain)
                .map((name) => name ?? say('figures.unnamed'))
                .join(' ← ')}
            </td>
            <td data-label={say('figures.when')}>
              {figure.date === null ? say('figures.undated') : formats.date(figure.date)}
            </td>
            <td data-label={say('figures.where')}>
              {figure.places.length === 0 ? say('figures.nowhere') : figure.places.map(placeName).join('; ')}
            </td>
            <td className={css['quote']}>
              <q translate="no">{figure.quote}</q>{' '}
              <Link href={passagePath(figure.source, figure.claim)}>{figure.title}</Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
