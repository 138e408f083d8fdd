import { type ReactNode, useState } from 'react';
import type { SettingsView } from '../../serve/api.ts';
import { errorMessage } from '../error-messages.ts';
import { useFormats } from '../formats.ts';
import { LanguageChoice } from '../language-choice.tsx';
import { keepSingleKeys, keepTheme, preferredTheme, singleKeysPreferred, THEMES, type Theme } from '../preferences.ts';
import { ScreenHead } from '../screen-head.tsx';
import { useAct, useAnswer, useSay, useSession } from '../session.tsx';
import { showTheme } from '../theme.ts';
import { useAnnounce } from '../toasts.tsx';
import { useShortcutBoard } from '../use-shortcuts.ts';
import { Failure, Waiting } from '../waiting.tsx';
import { People } from './people.tsx';
import { Row, Rows, Section } from './section.tsx';
import css from './settings.module.css';

/** One page of everything that can be set or known about this vault. */
export function SettingsScreen(): ReactNode {
  const say = useSay();
  const { data, error, refetch } = useAnswer('settings', {});
  return (
    <div className={css['settings']}>
      <ScreenHead title={say('place.settings')} />
      <Appearance />
      {error !== null ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : (
        <Kept settings={data} />
      )}
    </div>
  );
}

const THEME_MESSAGES: Readonly<Record<Theme, string>> = {
  system: 'settings.theme.system',
  light: 'settings.theme.light',
  dark: 'settings.theme.dark',
};

function Appearance(): ReactNode {
  const say = useSay();
  const board = useShortcutBoard();
  const [theme, setTheme] = useState(preferredTheme);
  const [keys, setKeys] = useState(singleKeysPreferred);
  return (
    <Section title={say('settings.appearance')} words={say('settings.appearance.words')}>
      <div className={css['fields']}>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the choice is a select */}
        <label>
          {say('frame.language')}
          <LanguageChoice />
        </label>
        <label>
          {say('settings.theme')}
          <select
            value={theme}
            onChange={({ target }) => {
              const chosen = THEMES.find((one) => one === target.value);
              if (chosen === undefined) return;
              setTheme(chosen);
              keepTheme(chosen);
              showTheme(chosen);
            }}
          >
            {THEMES.map((one) => (
              <option key={one} value={one}>
                {say(THEME_MESSAGES[one])}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className={css['check']}>
        <input
          type="checkbox"
          checked={keys}
          onChange={({ target }) => {
            setKeys(target.checked);
            keepSingleKeys(target.checked);
            board?.setSingleKeys(target.checked);
          }}
        />
        {say('settings.keys')}
      </label>
      <p className={css['quiet']}>{say('settings.keys.words')}</p>
    </Section>
  );
}

function Kept({ settings }: { readonly settings: SettingsView }): ReactNode {
  const say = useSay();
  const { instant, number } = useFormats();
  const { backups, retention, packs, connections, assistant } = settings;
  return (
    <>
      <IdleLock minutes={settings.idleMinutes} />
      <People />
      <Section title={say('settings.backup')} words={say('settings.backup.words')}>
        {backups.length === 0 ? <p className={css['warn']}>{say('settings.backup.none')}</p> : undefined}
        <Rows>
          {backups.map(({ at, entries }) => (
            <Row key={at} name={instant(at)}>
              {say('log.entry-count', { count: number(entries) })}
            </Row>
          ))}
        </Rows>
      </Section>
      <Section title={say('settings.retention')} words={say('settings.retention.words')}>
        {retention.length === 0 ? <p>{say('settings.retention.none')}</p> : undefined}
        <Rows>
          {retention.map(({ collection, days, due }) => (
            <Row key={collection} name={collection}>
              {say('settings.retention.row', { days, due })}
            </Row>
          ))}
        </Rows>
      </Section>
      <Section title={say('settings.packs')} words={say('settings.packs.words')}>
        <Rows>
          {packs.map(({ name, version, rows }) => (
            <Row key={name} name={name}>
              {say('settings.packs.row', { version, rows: number(rows) })}
            </Row>
          ))}
        </Rows>
      </Section>
      <Section title={say('settings.connections')} words={say('settings.connections.words')}>
        <p>
          {assistant.on
            ? say('settings.assistant.on', { address: assistant.address ?? '' })
            : say('settings.assistant.off')}
        </p>
        {connections.length === 0 ? <p>{say('settings.connections.none')}</p> : undefined}
        <Rows>
          {connections.map(({ at, what, to }) => (
            <Row key={`${at} ${to}`} name={instant(at)}>
              {what === 'assistant' ? say('settings.connection.assistant') : what} → {to}
            </Row>
          ))}
        </Rows>
      </Section>
      <About settings={settings} />
    </>
  );
}

function IdleLock({ minutes }: { readonly minutes: number }): ReactNode {
  const say = useSay();
  const announce = useAnnounce();
  const change = useAct('settings-change');
  const [typed, setTyped] = useState(String(minutes));
  const value = Number(typed);
  const fits = Number.isInteger(value) && value >= 1 && value <= 240;
  return (
    <Section title={say('settings.idle')} words={say('settings.idle.words')}>
      <form
        className={css['fields']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!fits) return;
          change.mutate(
            { idleMinutes: value },
            { onSuccess: () => announce(say('settings.idle.done', { count: value })) },
          );
        }}
      >
        <label>
          {say('settings.idle.minutes')}
          <input
            inputMode="numeric"
            value={typed}
            maxLength={3}
            autoComplete="off"
            aria-invalid={!fits}
            onChange={({ target }) => setTyped(target.value.trim())}
          />
        </label>
        <button type="submit" disabled={!fits || change.isPending || value === minutes}>
          {say('settings.idle.button')}
        </button>
      </form>
      {fits ? undefined : <p className={css['warn']}>{say('settings.idle.wrong')}</p>}
      {change.error === null ? undefined : (
        <p role="alert">{say(errorMessage(change.error.code), change.error.facts)}</p>
      )}
    </Section>
  );
}

function About({ settings }: { readonly settings: SettingsView }): ReactNode {
  const say = useSay();
  const session = useSession();
  return (
    <Section title={say('settings.about')} words={say('settings.about.words')}>
      <Rows>
        <Row name={say('settings.version')}>Daybook {settings.version}</Row>
        <Row name={say('settings.licence')}>{settings.licence}</Row>
        <Row name={say('settings.source-code')}>{say('settings.source-code.words')}</Row>
        {session === undefined ? undefined : (
          <Row name={say('settings.head-words')}>
            <code lang="en" translate="no">
              {session.headWords.join(' ')}
            </code>
          </Row>
        )}
      </Rows>
    </Section>
  );
}
