import type { ReactNode } from 'react';
import { useFormats } from '../formats.ts';
import { useAnswer, useSay } from '../session.tsx';
import { Failure, Waiting } from '../waiting.tsx';
import { Row, Rows, Section } from './section.tsx';
import css from './settings.module.css';

const SLOTS: Readonly<Record<string, string>> = {
  person: 'slot.person',
  sheet: 'slot.sheet',
  recovery: 'slot.sheet',
  office: 'slot.office',
  shares: 'slot.shares',
};

/** Who works in this workspace, on which devices, and what opens the vault. */
export function People(): ReactNode {
  const say = useSay();
  const { instant, number } = useFormats();
  const { data, error, refetch } = useAnswer('people', {});
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <Section title={say('settings.people')} words={say('settings.people.words')}>
        <Rows>
          {data.persons.map(({ id, name, removed, self }) => (
            <Row key={id} name={name ?? say('settings.unnamed')}>
              {[
                say('settings.key', { key: id.slice(0, 8) }),
                self ? say('settings.you') : undefined,
                removed ? say('settings.removed') : undefined,
              ]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </Row>
          ))}
        </Rows>
        <h3>{say('settings.devices')}</h3>
        <Rows>
          {data.devices.map(({ id, self, entries, lastHeard }) => (
            <Row key={id} name={say('log.device', { device: id.slice(0, 8) })}>
              {[
                self ? say('settings.this-device') : undefined,
                say('log.entry-count', { count: number(entries) }),
                self
                  ? undefined
                  : lastHeard === null
                    ? say('settings.never-heard')
                    : say('settings.heard', { at: instant(lastHeard) }),
              ]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </Row>
          ))}
        </Rows>
      </Section>
      <Section title={say('settings.recovery')} words={say('settings.recovery.words')}>
        {data.hasRecovery ? undefined : <p className={css['warn']}>{say('settings.recovery.none')}</p>}
        <Rows>
          {data.slots.map(({ kind, mine }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: ways in have an order and no name
            <Row key={at} name={SLOTS[kind] === undefined ? kind : say(SLOTS[kind])}>
              {say(mine ? 'settings.yours' : 'settings.anothers')}
            </Row>
          ))}
        </Rows>
      </Section>
    </>
  );
}
